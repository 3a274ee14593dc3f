import type { Instant, Viewer } from "@bandeng/domain";
import type { MikroORM } from "@mikro-orm/postgresql";
import type { Pool } from "pg";
import type { Session } from "../access/auth.ts";
import { loadViewer } from "../access/viewer.ts";
import type { Clock } from "./clock.ts";
import type { Log } from "./log.ts";

export type Language = "zh" | "en";

/** What every resolver gets. Nobody reaches a resolver without a session, so there is always a viewer. */
export interface Context {
  readonly viewer: Viewer;
  readonly username: string;
  readonly sessionId: string;
  readonly orm: MikroORM;
  readonly pool: Pool;
  readonly requestId: string;
  readonly language: Language;
  /** Batch loaders of this request, by name: made where they are needed, gone with the request. */
  readonly loaders: Map<string, unknown>;
  readonly log: Log;
  /** For a moment inside a transaction: `clock.now(client)`. */
  readonly clock: Clock;
  /** The moment of this request, read once. */
  now(): Promise<Instant>;
}

/** What lives as long as the program. */
export interface Ground {
  readonly orm: MikroORM;
  readonly pool: Pool;
  readonly clock: Clock;
}

export interface RequestFacts {
  readonly session: Session;
  readonly requestId: string;
  readonly language: Language;
  readonly log: Log;
}

export async function makeContext(ground: Ground, { session, requestId, language, log }: RequestFacts): Promise<Context> {
  let now: Promise<Instant> | undefined;
  return {
    ...ground,
    viewer: await loadViewer(ground.pool, session.personId, ground.clock),
    username: session.username,
    sessionId: session.sessionId,
    requestId,
    language,
    loaders: new Map(),
    log,
    now: () => (now ??= ground.clock.now(ground.pool)),
  };
}

/** The language of sentences: Chinese, unless English is what the client asks for first. */
export function languageOf(acceptLanguage: string | undefined): Language {
  return /^\s*en\b/i.test(acceptLanguage ?? "") ? "en" : "zh";
}

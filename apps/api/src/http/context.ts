import type { Instant, Viewer } from "@bandeng/domain";
import type { Pool } from "pg";
import type { Auth, Session } from "../access/auth.ts";
import type { AttachmentStore } from "../attachments/attachment-store.ts";
import type { SessionStage } from "../access/session-store.ts";
import { personScope, readingScope } from "../access/scope.ts";
import { loadViewer } from "../access/viewer.ts";
import type { AuditKeys } from "../audit/audit-key.ts";
import { ScopedDatabase } from "../database/scoped.ts";
import type { Clock } from "./clock.ts";
import type { Admission } from "./gate.ts";
import type { Keys } from "../keys/keys.ts";
import type { Budget, Spender } from "./limits.ts";
import type { Log } from "./log.ts";
import type { DataKeys } from "../personal/data-keys.ts";

export type Language = "zh" | "en";

/** What every resolver gets. Nobody reaches a resolver without a session, so there is always a viewer. */
export interface Context {
  readonly viewer: Viewer;
  readonly username: string;
  readonly sessionId: string;
  /** What the session may do: all that its viewer may, or only go on signing in. */
  readonly stage: SessionStage;
  /** Whose budget the request is counted against. */
  readonly spender: Spender;
  /** What was left when its price was taken, where that was done before the executor was asked (http/lane.ts). */
  readonly paid?: Budget | undefined;
  /** Accounts and sessions, which live apart from the rest of the database. */
  readonly accounts: Auth;
  /** The database under the viewer's scope: the only way to it. */
  readonly db: ScopedDatabase;
  readonly requestId: string;
  /** The client's address, as far as the proxies in between are trusted. */
  readonly address: string;
  readonly language: Language;
  /** Batch loaders of this request, by name: made where they are needed, gone with the request. */
  readonly loaders: Map<string, unknown>;
  readonly log: Log;
  /** For a moment inside a transaction: `clock.now(client)`. */
  readonly clock: Clock;
  /** What phones are sealed with. */
  readonly dataKeys: DataKeys;
  /** What rows of the audit are sealed with. */
  readonly auditKeys: AuditKeys;
  /** Keys of other systems. */
  readonly keys: Keys;
  /** Where the bytes of attachments lie. */
  readonly files: AttachmentStore;
  /** Whether messages may also go to this machine itself: only for trying out. */
  readonly localWebhooks: boolean;
  /** The moment of this request, read once. */
  now(): Promise<Instant>;
}

/** What lives as long as the program. */
export interface Ground {
  readonly pool: Pool;
  /** See Database.reading: what the gate and the fast lane ask with. */
  readonly reading: Pool;
  readonly clock: Clock;
  readonly dataKeys: DataKeys;
  readonly auditKeys: AuditKeys;
  readonly keys: Keys;
  readonly files: AttachmentStore;
  readonly localWebhooks: boolean;
}

/** Of a request, beside who asks. */
export interface RequestFacts {
  readonly accounts: Auth;
  readonly requestId: string;
  readonly address: string;
  readonly language: Language;
  readonly log: Log;
  readonly paid?: Budget | undefined;
}

/** The context of whoever the gate has let in (http/session-of-request.ts). */
export function contextFrom(ground: Ground, { session, viewer, now }: Pick<Admission, "session" | "viewer" | "now">, { accounts, requestId, address, language, log, paid }: RequestFacts): Context {
  const { pool, reading, clock, dataKeys, auditKeys, keys, files, localWebhooks } = ground;
  const moment = Promise.resolve(now);
  return {
    clock,
    dataKeys,
    auditKeys,
    keys,
    files,
    localWebhooks,
    viewer,
    db: new ScopedDatabase(pool, readingScope(viewer), reading),
    username: session.username,
    sessionId: session.sessionId,
    stage: session.stage,
    spender: session,
    paid,
    accounts,
    requestId,
    address,
    language,
    loaders: new Map(),
    log,
    now: () => moment,
  };
}

/** The context of a session that was opened elsewhere than at the gate. */
export async function makeContext(ground: Ground, { session, ...facts }: RequestFacts & { readonly session: Session }): Promise<Context> {
  const { pool, clock } = ground;
  const [person, now] = await Promise.all([loadViewer(new ScopedDatabase(pool, personScope(session.personId)), session.personId, clock), clock.now(pool)]);
  return contextFrom(ground, { session, viewer: session.key ? { ...person, key: session.key.grant } : person, now }, facts);
}

/** The language of sentences: Chinese, unless English is what the client asks for first. */
export function languageOf(acceptLanguage: string | undefined): Language {
  return /^\s*en\b/i.test(acceptLanguage ?? "") ? "en" : "zh";
}

import pg, { type Pool } from "pg";
import { FEED_CHANNEL } from "./sequencer.ts";
import { systemScope } from "../access/scope.ts";
import { ScopedDatabase } from "../database/scoped.ts";
import { run } from "../database/statement.ts";
import { faultOf } from "../http/faults.ts";
import type { Log } from "../http/log.ts";
import { startRounds } from "../http/rounds.ts";

/** How often the head is read where nothing was heard: a notification can be lost, and a pooler may pass none. */
const POLL_MS = 1000;
const RETRY_MS = 1000;

/** Tells whoever listens that the feed has grown. */
export interface FeedWake {
  /** The last place known here. */
  head(): number;
  /** Calls back with each new head. Returns how to stop that. */
  onAdvance(listener: (head: number) => void): () => void;
  stop(): Promise<void>;
}

/** Hears of new places: over one connection of its own, which is opened anew when it is lost, and by looking every second besides. */
export function openFeedWake({ url, pool, log }: { readonly url: string; readonly pool: Pool; readonly log: Log }): FeedWake {
  const program = new ScopedDatabase(pool, systemScope);
  const listeners = new Set<(head: number) => void>();
  let head = 0;
  let stopped = false;
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;

  const advance = (to: number): void => {
    if (to <= head) return;
    head = to;
    for (const listener of listeners) listener(to);
  };
  const listen = async (): Promise<void> => {
    const own = new pg.Client({ connectionString: url, application_name: "bandeng feed", connectionTimeoutMillis: 10_000, keepAlive: true });
    let lost = false;
    const again = (): void => {
      if (lost) return;
      lost = true;
      void own.end().catch(() => {}); // it is gone already
      if (!stopped) retry = setTimeout(() => void listen(), RETRY_MS);
    };
    own.on("error", again);
    own.on("end", again);
    own.on("notification", ({ payload }) => advance(Number(payload)));
    try {
      await own.connect();
      client = own;
      await own.query(`listen ${FEED_CHANNEL}`);
    } catch (error) {
      if (!stopped) log.debug({ fault: faultOf(error) }, "no connection to hear of changes; the head is read every second");
      again();
    }
    if (stopped) again();
  };
  const rounds = startRounds({
    name: "feed head",
    everyMs: POLL_MS,
    log,
    round: async () => {
      const [row] = await run<{ position: string }>(program, "select position from feed_head");
      advance(Number(row?.position ?? 0));
    },
  });
  const listening = listen();

  return {
    head: () => head,
    onAdvance(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async stop() {
      stopped = true;
      clearTimeout(retry);
      await rounds.stop();
      await listening;
      client?.removeAllListeners("end");
      await client?.end().catch(() => {}); // lost meanwhile
    },
  };
}

import type { Pool } from "pg";
import { foldTouches } from "./fold-touches.ts";
import { onNudge } from "./nudge.ts";
import { sequence } from "./sequencer.ts";
import { readLag } from "./feed-lag.ts";
import { systemScope } from "../access/scope.ts";
import type { AuditKeys } from "../audit/audit-key.ts";
import { headText } from "../audit/chain.ts";
import { ScopedDatabase } from "../database/scoped.ts";
import { run } from "../database/statement.ts";
import { faultOf } from "../http/faults.ts";
import type { Log } from "../http/log.ts";

/** How often an instance looks for what others have committed. */
const POLL_MS = 100;
/** A transaction may be over a moment after its nudge: looked at again so soon. */
const AGAIN_MS = 10;
const TELL_MS = 3_600_000;
const LAG_MS = 10_000;
const FOLD_MS = 30_000;

const WAITING = "select exists (select from event where position is null) or exists (select from audit_waiting) as waiting";

/**
 * Gives places in the change feed and links in the audit as soon as something was committed here, and every tenth of a
 * second what others have committed. Runs in every instance; a failed round is logged and tried again. Tells the log the
 * audit's head at the start and every hour (kept where nobody reaches who reaches the database, it shows that the database
 * was set back), and warns while the feed is behind. Every half minute it folds what stamps of areas are read from.
 */
export function startSequencer({ pool, keys, log }: { readonly pool: Pool; readonly keys: AuditKeys; readonly log: Log }): { stop(): Promise<void> } {
  const program = new ScopedDatabase(pool, systemScope);
  let stopped = false;
  let told = Number.NEGATIVE_INFINITY;
  let looked = performance.now();
  let folded = Number.NEGATIVE_INFINITY;
  let wake = (): void => {};
  const unsubscribe = onNudge(() => wake());

  const round = async (): Promise<boolean> => {
    const [row] = await run<{ waiting: boolean }>(program, WAITING);
    const now = performance.now();
    if (now - folded >= FOLD_MS) {
      folded = now;
      await foldTouches(pool);
    }
    if (row?.waiting !== true && now - told < TELL_MS) return false;
    const { placed, linked, forged, head } = await sequence(pool, keys);
    if (forged > 0) log.error({ forged }, "Rows of the audit were not written by this program");
    if (now - told >= TELL_MS) {
      told = now;
      log.info({ auditHead: headText(head) }, "The head of the audit");
    }
    if (now - looked >= LAG_MS) {
      looked = now;
      const { lagMilliseconds, waiting } = await readLag(program);
      if (lagMilliseconds > LAG_MS) log.warn({ lagMilliseconds, waiting }, "The change feed is behind: some transaction is held open");
    }
    return placed + linked > 0;
  };
  const running = (async () => {
    while (!stopped) {
      let worked = false;
      try {
        worked = await round();
      } catch (error) {
        if (!stopped) log.error({ fault: faultOf(error) }, "The sequencer failed; it goes on with the next round");
      }
      if (!stopped) await Promise.race([new Promise<void>((resolve) => (wake = resolve)), pause(worked ? AGAIN_MS : POLL_MS)]);
    }
  })();
  return {
    async stop() {
      stopped = true;
      unsubscribe();
      wake();
      await running;
    },
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}

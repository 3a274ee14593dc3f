import { catchUp, noticesOf, type Viewer } from "@bandeng/domain";
import type { Pool } from "pg";
import { caseOfColumns, type CaseRow } from "./case-columns.ts";
import { factsFor } from "./facts.ts";
import { updateCase } from "./store-case.ts";
import { systemScope } from "../access/scope.ts";
import { holdCalendar } from "../calendars/calendar-lock.ts";
import { run } from "../database/statement.ts";
import { transaction } from "../database/transaction.ts";
import type { Clock } from "../http/clock.ts";
import { faultOf } from "../http/faults.ts";
import type { Log } from "../http/log.ts";
import { tell } from "../notices/tell.ts";

/** The program itself: its events carry no actor. */
const nobody: Viewer = { personId: "", assignments: [] };
const batch = 100;
const everyMs = 1000;

/**
 * Records what the clock did to cases whose moment has come: a level that fell due, a hold that lapsed. Rows that
 * another instance works on are skipped, and each case is written in one transaction with its version checked, so that
 * nothing happens twice, early, or is lost over a restart.
 * @returns how many cases moved
 */
export async function recordDueCases(pool: Pool, clock: Clock): Promise<number> {
  let moved = 0;
  for (;;) {
    const taken = await transaction(pool, systemScope, async (client) => {
      const now = await clock.now(client);
      const rows = await run<{ c: CaseRow }>(
        client,
        "select row_to_json(c) as c from (select * from cases where system_at <= $1 order by system_at limit $2 for update skip locked) c",
        [now, batch],
      );
      await holdCalendar(client);
      for (const { c: row } of rows) {
        const c = caseOfColumns(row);
        const facts = await factsFor(client, nobody, c.gridCode, now);
        const done = catchUp(c, facts);
        await updateCase(client, c, done, facts);
        await tell(client, noticesOf(c, done.case, done.events));
        moved += done.events.length > 0 ? 1 : 0;
      }
      return rows.length;
    });
    if (taken < batch) return moved;
  }
}

/** Runs `recordDueCases` every second until stopped; a failed round is logged and tried again. */
export function startDueJob({ pool, clock, log }: { readonly pool: Pool; readonly clock: Clock; readonly log: Log }): { stop(): Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const round = async (): Promise<void> => {
    try {
      const moved = await recordDueCases(pool, clock);
      if (moved > 0) log.info({ moved }, "Cases moved at their due moment");
    } catch (error) {
      log.error({ fault: faultOf(error) }, "The due-moment job failed; it goes on with the next round");
    }
    if (!stopped) timer = setTimeout(() => (running = round()), everyMs);
  };
  running = round();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

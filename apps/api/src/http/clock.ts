import type { Instant } from "@bandeng/domain";
import { run, type Runner } from "../database/statement.ts";

/** The one source of "now". No other code asks for the time. */
export interface Clock {
  now(runner: Runner): Promise<Instant>;
}

/** The database's time: every instance of the program sees the same, whatever its own clock says. */
export const databaseClock: Clock = {
  async now(runner) {
    // Not the moment the transaction began: it may have waited for a row that somebody else wrote after that.
    const [row] = await run<{ now: Instant }>(runner, "select clock_timestamp() as now");
    if (row === undefined) throw new Error("the database has no time");
    return row.now;
  },
};

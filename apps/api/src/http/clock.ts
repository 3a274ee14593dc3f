import { instantOf, type Instant } from "@bandeng/domain";
import type { Pool, PoolClient } from "pg";

/** Anything that can run a statement: the pool, or the connection that holds a transaction. */
export type Queryable = Pick<Pool | PoolClient, "query">;

/** The one source of "now". No other code asks for the time. */
export interface Clock {
  now(client: Queryable): Promise<Instant>;
}

/** The database's time: every instance of the program sees the same, whatever its own clock says. */
export const databaseClock: Clock = {
  async now(client) {
    // Not the moment the transaction began: it may have waited for a row that somebody else wrote after that.
    const { rows } = await client.query({ name: "now", text: "select clock_timestamp() as now" });
    return toInstant(rows[0].now);
  },
};

function toInstant(value: Date | Instant): Instant {
  return typeof value === "string" ? value : instantOf(value.getTime());
}

import pg from "pg";
import type { Log } from "../http/log.ts";

/** A pool of its own: better-auth lives in the schema `auth` and reads dates as JavaScript dates. */
export function openAuthPool(url: string, log: Log, max = 4): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: "bandeng auth",
    connectionTimeoutMillis: 10_000,
    idle_in_transaction_session_timeout: 30_000,
    // Row level security opens the tables of the sign-in to connections that say this, and to no others.
    options: "-c search_path=auth -c timezone=UTC -c app.part=sign-in",
  });
  pool.on("error", () => pool.ending || log.warn("an idle connection of the sign-in was lost"));
  return pool;
}

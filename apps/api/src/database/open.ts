import { availableParallelism } from "node:os";
import pg, { type Pool } from "pg";
import type { Log } from "../http/log.ts";
import { columnTypes } from "./column-text.ts";
import { checkFitness, codeOf } from "./fitness.ts";

export interface Database {
  readonly pool: Pool;
  /** For statements that are sent over and over with other values, and are planned once a connection. No transaction runs here. */
  readonly reading: Pool;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Holds the password: never logged. */
  readonly url: string;
  readonly log: Log;
  /** A database that is thrown away with the test run: it may do without the disk. */
  readonly throwAway?: boolean;
  /** The owner migrates and looks after the tables; the program itself works as somebody who owns nothing. */
  readonly as: "OWNER" | "APP";
  /** How many processes share the machine with this one, itself among them. */
  readonly processes?: number;
}

/**
 * Connects and checks that this database is one the program can work on. Changes nothing.
 * @throws StartRefused when it is not, or cannot be reached.
 */
export async function openDatabase({ url, log, throwAway = false, as, processes = 1 }: DatabaseOptions): Promise<Database> {
  let closing = false;
  const open = (max: number, settings: string): Pool => {
    const pool = new pg.Pool({
      connectionString: url,
      min: 0,
      max,
      idleTimeoutMillis: 30_000,
      types: columnTypes(),
      application_name: "bandeng",
      connectionTimeoutMillis: 10_000,
      idle_in_transaction_session_timeout: 30_000,
      statement_timeout: 30_000,
      // Moments are read as text: in UTC, whatever the server's own zone is. Plans are not compiled to machine code: what pays over seconds does not over milliseconds.
      options: `-c timezone=UTC -c jit=off${settings}`,
    });
    // Without this a lost connection would end the process.
    pool.on("error", (error) => closing || log.warn({ code: codeOf(error) }, "an idle database connection was lost"));
    return pool;
  };
  const size = poolSize(processes);
  const pool = open(size, "");
  // A board's statement takes as long to plan as to run, and by itself PostgreSQL would plan it each time.
  const reading = open(Math.max(2, Math.floor(size / 2)), " -c plan_cache_mode=force_generic_plan");
  const close = async (): Promise<void> => {
    if (closing) return;
    closing = true;
    await Promise.all([pool.end(), reading.end()]);
  };
  try {
    await checkFitness(pool, { throwAway, as });
    return { pool, reading, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A transaction holds one connection and may wait for another: fewer than these, and they wait for each other. */
const FEWEST_CONNECTIONS = 4;

/**
 * Connections of one process. Two to four a core are what one PostgreSQL on the same machine can use, over all processes.
 */
export function poolSize(processes: number, cores = availableParallelism()): number {
  const together = Math.min(32, Math.max(8, cores * 4));
  return Math.max(FEWEST_CONNECTIONS, Math.floor(together / processes));
}

import { availableParallelism } from "node:os";
import { Migrator } from "@mikro-orm/migrations";
import { MikroORM } from "@mikro-orm/postgresql";
import type { Pool } from "pg";
import type { Log } from "../http/log.ts";
import { columnTypes } from "./column-text.ts";
import { entities } from "./entities.ts";
import { checkFitness, codeOf, unreachable } from "./fitness.ts";
import { migrations } from "./migrations.ts";

export interface Database {
  readonly orm: MikroORM;
  /** The ORM's own pool: statements written by hand and the ORM share one limit, and one way to read columns. */
  readonly pool: Pool;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Holds the password: never logged. */
  readonly url: string;
  readonly log: Log;
  /** Log every statement (without its values). */
  readonly debug?: boolean;
  /** A database that is thrown away with the test run: it may do without the disk. */
  readonly throwAway?: boolean;
  /** The owner migrates and looks after the tables; the program itself works as somebody who owns nothing. */
  readonly as: "OWNER" | "APP";
}

/**
 * Connects and checks that this database is one the program can work on. Changes nothing.
 * @throws StartRefused when it is not, or cannot be reached.
 */
export async function openDatabase({ url, log, debug = false, throwAway = false, as }: DatabaseOptions): Promise<Database> {
  const orm = await MikroORM.init({
    clientUrl: url,
    entities,
    extensions: [Migrator],
    migrations: { migrationsList: migrations, snapshot: false, silent: true, transactional: true, allOrNothing: true, disableForeignKeys: false },
    discovery: { warnWhenNoEntities: false },
    // A query runs only in an entity manager of its own request: shared state would leak between viewers.
    allowGlobalContext: false,
    debug: debug ? ["query"] : false,
    logger: (line) => log.debug({ orm: line }, "orm"),
    colors: false,
    pool: { min: 0, max: poolSize(), idleTimeoutMillis: 30_000 },
    driverOptions: {
      types: columnTypes(),
      application_name: "bandeng",
      connectionTimeoutMillis: 10_000,
      idle_in_transaction_session_timeout: 30_000,
      statement_timeout: 30_000,
      // Moments are read as text: in UTC, whatever the server's own zone is.
      options: "-c timezone=UTC",
    },
  });
  try {
    const pool = await poolOf(orm).catch((error: unknown) => {
      throw unreachable(error);
    });
    // MikroORM's own handlers keep a lost connection from ending the process; this one says so in our log.
    let closing = false;
    pool.on("error", (error) => closing || log.warn({ code: codeOf(error) }, "an idle database connection was lost"));
    await checkFitness(pool, { throwAway, as });
    const close = (): Promise<void> => {
      closing = true;
      return orm.close(true);
    };
    return { orm, pool, close };
  } catch (error) {
    await orm.close(true);
    throw error;
  }
}

/** Two to four connections a core are what one PostgreSQL on the same machine can use. */
function poolSize(): number {
  return Math.min(32, Math.max(8, availableParallelism() * 4));
}

async function poolOf(orm: MikroORM): Promise<Pool> {
  return (await orm.driver.getConnection().getNativeClient()) as Pool;
}

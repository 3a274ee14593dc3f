import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { prepareData, SUPERUSER } from "./data-folder.ts";
import { EmbeddedPostgresUnavailable } from "./errors.ts";
import { prepareGround, type Ground } from "./ground.ts";
import { takeOwnership } from "./owner-lock.ts";
import { stopWhenWeDie } from "./owner-watch.ts";
import { lastWords, launch, shutDown, stopLeftover, type Postmaster } from "./postmaster.ts";

/** The database that Bandeng lives in. */
const DATABASE = "bandeng";

/** How long a server may take until it accepts connections: after a crash it first replays its log. */
const READY_MS = 120_000;

/** Attempts to launch: another program may take our port first, or sessions of a killed server still be closing. */
const ATTEMPTS = 5;

const SETTINGS: Record<string, string> = {
  random_page_cost: "1.1",
  synchronous_commit: "on",
  fsync: "on",
  idle_in_transaction_session_timeout: "30s",
  shared_preload_libraries: "",
  timezone: "UTC",
  log_timezone: "UTC",
  // Statements and the values in them name residents: failures go to the caller, not into the log.
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
};

/** A running server that this process owns. */
export interface EmbeddedPostgres {
  /** Connects as superuser to the database `bandeng`. It holds the password: not for logs. */
  readonly url: string;
  /** Where it really lives: for root not always the folder that was asked for. */
  readonly folder: string;
  readonly logFile: string;
  /** Stops the server and waits until it is gone. Safe to call more than once. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  readonly folder: string;
  /** Takes lines for people: where things went when it was not where they were asked for. */
  readonly log: (line: string) => void;
  /** Called once when the server ended without `stop()`. */
  readonly onLost?: () => void;
  /** Replaces settings of the server: for tests. `fsync: "off"` also makes a first start quicker. */
  readonly settings?: Record<string, string>;
}

/**
 * Runs PostgreSQL from its npm package in a folder, made at the first call, and owned by this process until `stop()`.
 * What a killed owner left behind is cleared away first.
 *
 * @throws EmbeddedPostgresInUse when another living process owns the folder.
 * @throws EmbeddedPostgresWrongVersion when another major version wrote the data.
 * @throws EmbeddedPostgresUnavailable when PostgreSQL cannot run here; the message says why.
 */
export async function openEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const ground = prepareGround(options.folder, options.log);
  const ownership = takeOwnership(ground.folder);
  try {
    const settings = { ...SETTINGS, ...options.settings };
    await stopLeftover(ground.folder);
    const password = await prepareData(ground, settings["fsync"] === "on");
    const logFile = join(ground.folder, "postgres.log");
    const server = await start(ground, logFile, password, settings);

    let stopped: Promise<void> | undefined;
    void server.ended.then(() => {
      if (stopped === undefined) options.onLost?.();
    });
    return {
      url: urlOf(server.port, password, DATABASE),
      folder: ground.folder,
      logFile,
      stop: () => (stopped ??= stop(server).finally(() => ownership.release())),
    };
  } catch (error) {
    ownership.release();
    throw error;
  }
}

interface Server extends Postmaster {
  readonly callOffWatch: () => void;
}

async function start(ground: Ground, logFile: string, password: string, settings: Record<string, string>): Promise<Server> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const postmaster = await launch(ground, logFile, settings);
    const callOffWatch = stopWhenWeDie(postmaster.pid, ground.user);
    void postmaster.ended.then(callOffWatch);
    const server = { ...postmaster, callOffWatch };
    try {
      if (await becomesReady(server, password)) return server;
    } catch (error) {
      await stop(server);
      throw error;
    }
    await sleep(200 * attempt);
  }
  throw new EmbeddedPostgresUnavailable(`无法启动数据库 · The database could not be started: ${lastWords(logFile)} (${logFile})`);
}

async function stop(server: Server): Promise<void> {
  server.callOffWatch();
  await shutDown(server.pid);
}

/** Connects until it works and sees to the database; false when the server ended instead. */
async function becomesReady(server: Postmaster, password: string): Promise<boolean> {
  let ended = false;
  void server.ended.then(() => (ended = true));
  const end = Date.now() + READY_MS;
  while (!ended) {
    const client = new pg.Client({ connectionString: urlOf(server.port, password, "postgres"), ssl: false });
    client.on("error", () => {}); // a server that ends under us is seen by `ended`
    try {
      await client.connect();
      await ensureDatabase(client);
      return true;
    } catch (error) {
      if (!isNotYet(error) || Date.now() > end) throw error;
      await sleep(25);
    } finally {
      await client.end().catch(() => {});
    }
  }
  return false;
}

async function ensureDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query("select from pg_database where datname = $1", [DATABASE]);
  if (rowCount === 0) await client.query(`create database ${DATABASE}`);
}

/** Not listening yet, closed in our face, or "the database system is starting up". */
function isNotYet(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? error.code : undefined;
  return code === "ECONNREFUSED" || code === "ECONNRESET" || code === "57P03" || error.message.includes("terminated");
}

function urlOf(port: number, password: string, database: string): string {
  return `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
}

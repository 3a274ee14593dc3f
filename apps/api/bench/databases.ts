import { resolve } from "node:path";
import pg from "pg";
import { fill, markOf } from "./fill.ts";
import { openEmbeddedPostgres, type EmbeddedPostgres } from "../src/database/embedded/embedded-postgres.ts";
import { APP_ROLE, ensureAppRole } from "../src/database/app-role.ts";
import { migrate, urlAs } from "../src/database/migrate.ts";
import { openDatabase } from "../src/database/open.ts";
import { openLog } from "../src/http/log.ts";

/** Beside the program's own data, and as little under version control. */
export const benchFolder = resolve(process.env["BANDENG_BENCH"] ?? resolve(import.meta.dirname, "../../../.bandeng/bench"));

/**
 * A PostgreSQL for measuring: as the program's own is, with counting of buffers a statement (pg_stat_statements), for everybody
 * alike. While databases are made it may do without the disk (`durable: false`): they can be made again. Then the server under
 * measurement would refuse to start on it.
 */
export function openBenchPostgres(say: (line: string) => void, { durable = false }: { readonly durable?: boolean } = {}): Promise<EmbeddedPostgres> {
  const quick = { fsync: "off", full_page_writes: "off", synchronous_commit: "off" };
  const settings = { shared_preload_libraries: "pg_stat_statements", max_wal_size: "4GB", autovacuum: "off", ...(!durable && quick) };
  return openEmbeddedPostgres({ folder: benchFolder, settings, log: say });
}

/** Of the program's role on the server for measuring. */
const BENCH_PASSWORD = "only-for-measuring";

/** The same database as the program works with it: under row level security. */
export function asApp(url: string): string {
  return urlAs(url, APP_ROLE, BENCH_PASSWORD);
}

/** The URL of a database with so many cases: the one of an earlier run, or a new one, which takes its time. */
export async function benchDatabase(server: EmbeddedPostgres, cases: number, say: (line: string) => void, { name = `bench_${cases}`, fillWith = fill } = {}): Promise<string> {
  const url = urlOf(server, name);
  const filled = await isFilled(server.url, url, name, cases);
  if (!filled) {
    say(`Making ${cases} cases…`);
    await runOnce(server.url, `drop database if exists ${name} with (force)`);
    await runOnce(server.url, `create database ${name}`);
  }
  const log = openLog("warn");
  const database = await openDatabase({ url, log, throwAway: true, as: "OWNER" });
  try {
    await ensureAppRole(database.pool, BENCH_PASSWORD);
    // Also one of an earlier run: the program may have learned new shapes since.
    await migrate(database, { url, appRole: APP_ROLE, log });
    if (!filled) await fillWith(database.pool, cases, say);
  } finally {
    await database.close();
  }
  return url;
}

/** Where the database with so many cases is, once it was made. */
export function databaseOf(server: EmbeddedPostgres, cases: number): string {
  return urlOf(server, `bench_${cases}`);
}

/** A copy to write on, so that every run begins with the same rows. It replaces that of an earlier run. */
export async function workingCopy(server: EmbeddedPostgres, url: string): Promise<string> {
  const copy = `${nameOf(url)}_run`;
  await runOnce(server.url, `drop database if exists ${copy} with (force)`);
  await runOnce(server.url, `create database ${copy} template ${nameOf(url)} strategy file_copy`);
  return urlOf(server, copy);
}

export async function dropDatabase(server: EmbeddedPostgres, url: string): Promise<void> {
  await runOnce(server.url, `drop database if exists ${nameOf(url)} with (force)`);
}

function nameOf(url: string): string {
  return new URL(url).pathname.slice(1);
}

function urlOf(server: EmbeddedPostgres, name: string): string {
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return url.href;
}

async function isFilled(serverUrl: string, url: string, name: string, cases: number): Promise<boolean> {
  const found = await runOnce(serverUrl, `select from pg_database where datname = '${name}'`);
  if (found.length === 0) return false;
  const tables = await runOnce(url, "select to_regclass('demo_mark') as mark");
  if (tables[0]?.["mark"] === null) return false;
  const marks = await runOnce(url, "select seed from demo_mark");
  return marks.some((m) => m["seed"] === markOf(cases));
}

export async function runOnce(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

import { resolve } from "node:path";
import pg from "pg";
import { fill, markOf } from "./fill.ts";
import { openEmbeddedPostgres, type EmbeddedPostgres } from "../src/database/embedded/embedded-postgres.ts";
import { APP_ROLE, ensureAppRole } from "../src/database/app-role.ts";
import { migrate, urlAs } from "../src/database/migrate.ts";
import { openDatabase } from "../src/database/open.ts";
import { openLog } from "../src/http/log.ts";

/** Beside the program's own data, and as little under version control. */
const folder = resolve(process.env["BANDENG_BENCH"] ?? resolve(import.meta.dirname, "../../../.bandeng/bench"));

/** A PostgreSQL for measuring. What it holds can be made again, so it does without the disk; reads are as they always are. */
export function openBenchPostgres(say: (line: string) => void): Promise<EmbeddedPostgres> {
  const settings = { fsync: "off", full_page_writes: "off", synchronous_commit: "off", max_wal_size: "4GB", autovacuum: "off" };
  return openEmbeddedPostgres({ folder, settings, log: say });
}

/** Of the program's role on the server for measuring. */
const BENCH_PASSWORD = "only-for-measuring";

/** The same database as the program works with it: under row level security. */
export function asApp(url: string): string {
  return urlAs(url, APP_ROLE, BENCH_PASSWORD);
}

/** The URL of a database with so many cases: the one of an earlier run, or a new one, which takes its time. */
export async function benchDatabase(server: EmbeddedPostgres, cases: number, say: (line: string) => void): Promise<string> {
  const name = `bench_${cases}`;
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  if (await isFilled(server.url, url.href, name, cases)) return url.href;
  say(`Making ${cases} cases…`);
  await runOnce(server.url, `drop database if exists ${name} with (force)`);
  await runOnce(server.url, `create database ${name}`);
  const log = openLog("warn");
  const database = await openDatabase({ url: url.href, log, throwAway: true, as: "OWNER" });
  try {
    await ensureAppRole(database.pool, BENCH_PASSWORD);
    await migrate(database, { url: url.href, appRole: APP_ROLE, log });
    await fill(database.pool, cases, say);
  } finally {
    await database.close();
  }
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

async function runOnce(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

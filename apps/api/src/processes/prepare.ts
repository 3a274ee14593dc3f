import { join } from "node:path";
import type { Auth } from "../access/auth.ts";
import { systemScope } from "../access/scope.ts";
import type { Config } from "../config.ts";
import { openEmbeddedPostgres } from "../database/embedded/embedded-postgres.ts";
import { analyzeAs, migrateAs, migrateEmbedded } from "../database/migrate.ts";
import type { Database } from "../database/open.ts";
import { transaction } from "../database/transaction.ts";
import { databaseClock } from "../http/clock.ts";
import type { Log } from "../http/log.ts";
import { rebuildMeasures } from "../indicators/rebuild.ts";
import { refuseLostKeys } from "../personal/upkeep.ts";
import type { Closers } from "./closers.ts";
import type { Program } from "./open-program.ts";

/** Where the program works. */
export interface Place {
  /** Of the program's own role; holds the password. */
  readonly url: string;
  /** Where the embedded database lives; undefined when it is somebody else's. */
  readonly folder: string | undefined;
  /** The account that owns the tables, where we have it. */
  readonly ownerUrl: string | undefined;
}

export interface PlaceOptions {
  readonly config: Config;
  readonly log: Log;
  readonly say: (line: string) => void;
  readonly onLost: () => void;
  readonly closers: Closers;
}

/** Starts the embedded database, where it is that, and migrates. */
export async function openPlace({ config: { databaseUrl, databaseOwnerUrl, dataFolder }, log, say, onLost, closers }: PlaceOptions): Promise<Place> {
  if (databaseUrl !== undefined) {
    if (databaseOwnerUrl !== undefined) await migrateAs(databaseOwnerUrl, { appRole: decodeURIComponent(new URL(databaseUrl).username), log });
    return { url: databaseUrl, ownerUrl: databaseOwnerUrl, folder: undefined };
  }
  const postgres = await openEmbeddedPostgres({ folder: join(dataFolder, "postgres"), log: say, onLost });
  closers.add(() => postgres.stop());
  return { url: await migrateEmbedded(postgres.url, log), ownerUrl: postgres.url, folder: postgres.folder };
}

/**
 * What is looked after once, before anybody is served: the demo, lost keys, the measures of an older database.
 * @returns whether there are demo accounts
 */
export async function prepare({ database, auth }: Program, { ownerUrl }: Place, { config, log, say }: Pick<PlaceOptions, "config" | "log" | "say">): Promise<boolean> {
  const filled = await fillWhenEmpty(config, database, auth, log, say);
  if (filled && ownerUrl !== undefined) await analyzeAs(ownerUrl, log);
  await refuseLostKeys(database.pool, config.dataKeys);
  // A database from before the indicators has their measures made from its log, once.
  const measured = await rebuildMeasures(database.pool, { onlyMissing: true });
  if (measured.cases > 0) log.info(measured, "measures made from the log");
  return hasDemo(database);
}

/** An installation to look at starts with something to see. Anything a person has entered stays alone. */
async function fillWhenEmpty({ loadsDemo, dataKeys }: Config, { pool }: Database, auth: Auth, log: Log, say: (line: string) => void): Promise<boolean> {
  const empty = await transaction(pool, systemScope, async (client) => (await client.query("select not exists (select from area) and not exists (select from person) as empty")).rows[0]);
  if (empty.empty !== true) return false;
  if (!loadsDemo) {
    say("数据库是空的；设置 BANDENG_DEMO=1 可载入演示社区 · The database is empty; BANDENG_DEMO=1 loads the demo community");
    return false;
  }
  say("正在生成演示数据… · Making the demo data…");
  const { loadDemo } = await import("../database/demo/load-demo.ts"); // only ever once
  await loadDemo({ pool, createAccount: (account) => auth.createAccount(account), log, dataKeys, now: await databaseClock.now(pool) });
  return true;
}

async function hasDemo({ pool }: Database): Promise<boolean> {
  const { rows } = await pool.query(`select exists (select from demo_mark) as demo`);
  return rows[0].demo === true;
}

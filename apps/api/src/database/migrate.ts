import { getMigrations } from "better-auth/db/migration";
import { openAuthPool, schemaOptions } from "../access/auth-options.ts";
import type { Log } from "../http/log.ts";
import type { Database } from "./open.ts";

/** One number for "somebody is migrating": several instances may start at once. */
const MIGRATING = 340_802_001;

/**
 * Brings the database to the shape this program knows. The tables of sign-in come first: better-auth complains about
 * an instance that is made before them.
 */
export async function migrate({ orm, pool }: Database, url: string, log: Log): Promise<void> {
  // Held by a connection of its own until everything is done; it is given back when the connection closes.
  const guard = await pool.connect();
  try {
    await guard.query("set statement_timeout = 0");
    await guard.query("select pg_advisory_lock($1)", [MIGRATING]);
    await guard.query("create schema if not exists auth");
    await migrateAuth(url, log);
    const done = await orm.migrator.up();
    if (done.length > 0) log.info({ migrations: done.map(({ name }) => name) }, "migrated");
  } finally {
    guard.release(true);
  }
}

async function migrateAuth(url: string, log: Log): Promise<void> {
  const authPool = openAuthPool(url, log, 1);
  try {
    const { runMigrations } = await getMigrations({ ...schemaOptions, database: authPool, logger: { disabled: true } });
    await runMigrations();
  } finally {
    await authPool.end();
  }
}

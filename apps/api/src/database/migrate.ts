import { randomBytes } from "node:crypto";
import type { PoolClient } from "pg";
import { authTablesMark } from "../access/auth-columns.ts";
import type { Log } from "../http/log.ts";
import { APP_ROLE, ensureAppRole, secureTables } from "./app-role.ts";
import { waitingMigrations } from "./fitness.ts";
import { openDatabase, type Database } from "./open.ts";

/** One number for "somebody is migrating": several instances may start at once. */
const MIGRATING = 340_802_001;

export interface MigrateOptions {
  /** The owner's, which `database` was opened with too. */
  readonly url: string;
  /** Name of the role that the program works as; it must exist. */
  readonly appRole: string;
  readonly log: Log;
}

/**
 * Brings the database to the shape this program knows. The tables of sign-in come first: better-auth complains about
 * an instance that is made before them. Where nothing waits, nothing that migrates is loaded.
 */
export async function migrate({ pool }: Database, { url, appRole, log }: MigrateOptions): Promise<void> {
  // Held by a connection of its own until everything is done; it is given back when the connection closes.
  const guard = await pool.connect();
  try {
    await guard.query("set statement_timeout = 0");
    await guard.query("select pg_advisory_lock($1)", [MIGRATING]);
    await guard.query("create schema if not exists auth");
    await migrateAuth(guard, url, log);
    if ((await waitingMigrations(guard)).length > 0) {
      const { runMigrations } = await import("./run-migrations.ts");
      log.info({ migrations: await runMigrations(url) }, "migrated");
    }
    await guard.query("begin");
    await secureTables(guard, appRole);
    await guard.query("commit");
  } finally {
    guard.release(true);
  }
}

/** Migrates as the owner and leaves. */
export async function migrateAs(ownerUrl: string, { appRole, log, throwAway = false }: { readonly appRole: string; readonly log: Log; readonly throwAway?: boolean }): Promise<void> {
  const owner = await openDatabase({ url: ownerUrl, log, throwAway, as: "OWNER" });
  try {
    await migrate(owner, { url: ownerUrl, appRole, log });
  } finally {
    await owner.close();
  }
}

/**
 * Migrates a server that is all ours, and makes the role the program works as, with a password that lives as long as the
 * program. @returns that role's URL
 */
export async function migrateEmbedded(ownerUrl: string, log: Log): Promise<string> {
  const password = randomBytes(24).toString("base64url");
  const owner = await openDatabase({ url: ownerUrl, log, as: "OWNER" });
  try {
    await ensureAppRole(owner.pool, password);
    await migrate(owner, { url: ownerUrl, appRole: APP_ROLE, log });
  } finally {
    await owner.close();
  }
  return urlAs(ownerUrl, APP_ROLE, password);
}

/** Fresh statistics after a load: a planner that believes the tables empty chooses badly until the next autovacuum. */
export async function analyzeAs(ownerUrl: string, log: Log): Promise<void> {
  const owner = await openDatabase({ url: ownerUrl, log, as: "OWNER" });
  await owner.pool.query("analyze").finally(() => owner.close());
}

/** The same database for another role. */
export function urlAs(databaseUrl: string, role: string, password: string): string {
  const url = new URL(databaseUrl);
  url.username = role;
  url.password = password;
  return url.href;
}

/** The schema remembers for which better-auth and which columns its tables were made: comparing them takes 0.3 s. */
async function migrateAuth(guard: PoolClient, url: string, log: Log): Promise<void> {
  const { rows } = await guard.query<{ mark: string | null }>("select obj_description('auth'::regnamespace, 'pg_namespace') as mark");
  if (rows[0]?.mark === authTablesMark()) return;
  const { migrateAuthTables } = await import("../access/migrate-auth.ts");
  await migrateAuthTables(url, log);
  await guard.query(`comment on schema auth is ${guard.escapeLiteral(authTablesMark())}`);
}

import { getMigrations } from "better-auth/db/migration";
import type { Log } from "../http/log.ts";
import { schemaOptions } from "./auth-options.ts";
import { openAuthPool } from "./auth-pool.ts";

/** Makes the tables of the sign-in, or adds what they lack. @param url the owner's; holds the password */
export async function migrateAuthTables(url: string, log: Log): Promise<void> {
  const authPool = openAuthPool(url, log, 1);
  try {
    const { runMigrations } = await getMigrations({ ...schemaOptions, database: authPool, logger: { disabled: true } });
    await runMigrations();
  } finally {
    await authPool.end();
  }
}

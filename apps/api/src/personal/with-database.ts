import { join } from "node:path";
import type { Pool } from "pg";
import type { Config } from "../config.ts";
import { openEmbeddedPostgres } from "../database/embedded/embedded-postgres.ts";
import { refuseUnmigrated } from "../database/fitness.ts";
import { migrateEmbedded } from "../database/migrate.ts";
import { openDatabase } from "../database/open.ts";
import type { Log } from "../http/log.ts";

/** For commands: opens the database the setting names (the embedded one with its server stopped), does the work as the program's role, and closes. */
export async function withDatabase<T>(config: Config, log: Log, work: (pool: Pool, url: string) => Promise<T>): Promise<T> {
  const postgres = config.databaseUrl === undefined ? await openEmbeddedPostgres({ folder: join(config.dataFolder, "postgres"), log: () => {} }) : undefined;
  try {
    const url = config.databaseUrl ?? (await migrateEmbedded(postgres?.url ?? "", log));
    const database = await openDatabase({ url, log, as: "APP" });
    try {
      await refuseUnmigrated(database.pool);
      return await work(database.pool, url);
    } finally {
      await database.close();
    }
  } finally {
    await postgres?.stop();
  }
}

import type { TestProject } from "vitest/node";
import { APP_ROLE, ensureAppRole } from "../database/app-role.ts";
import { openDatabase } from "../database/open.ts";
import { migrate } from "../database/migrate.ts";
import { openTestPostgres } from "../database/embedded/test-postgres.ts";
import { openLog } from "../http/log.ts";

/** Password of the program's role on the throw-away server. */
export const TEST_APP_PASSWORD = "only-for-tests";

declare module "vitest" {
  interface ProvidedContext {
    /** The throw-away PostgreSQL of this run. */
    postgresUrl: string;
    /** Name of a migrated, empty database on it, to be copied. */
    postgresTemplate: string;
  }
}

/** Once a run: one PostgreSQL, and one migrated database that every test copies. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await openTestPostgres();
  try {
    const url = await postgres.createDatabase();
    const log = openLog("silent");
    const database = await openDatabase({ url, log, throwAway: true, as: "OWNER" });
    await ensureAppRole(database.pool, TEST_APP_PASSWORD);
    await migrate(database, { url, appRole: APP_ROLE, log });
    await database.close();
    project.provide("postgresUrl", postgres.url);
    project.provide("postgresTemplate", new URL(url).pathname.slice(1));
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  return () => postgres.stop();
}

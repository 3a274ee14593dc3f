import type { TestProject } from "vitest/node";
import { openDatabase } from "../database/open.ts";
import { migrate } from "../database/migrate.ts";
import { openTestPostgres } from "../database/embedded/test-postgres.ts";
import { openLog } from "../http/log.ts";

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
    const database = await openDatabase({ url, log, throwAway: true });
    await migrate(database, url, log);
    await database.close();
    project.provide("postgresUrl", postgres.url);
    project.provide("postgresTemplate", new URL(url).pathname.slice(1));
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  return () => postgres.stop();
}

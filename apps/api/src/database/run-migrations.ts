import { Migrator } from "@mikro-orm/migrations";
import { MikroORM } from "@mikro-orm/postgresql";
import { migrations } from "./migrations.ts";

/**
 * Runs the migrations that wait, all or none. It alone loads MikroORM, which takes a quarter of a second and forty
 * megabytes: import it only where something waits.
 * @param url the owner's; holds the password
 * @returns the names of those that ran
 */
export async function runMigrations(url: string): Promise<string[]> {
  const orm = await MikroORM.init({
    clientUrl: url,
    entities: [],
    extensions: [Migrator],
    migrations: { migrationsList: [...migrations], snapshot: false, silent: true, transactional: true, allOrNothing: true, disableForeignKeys: false },
    discovery: { warnWhenNoEntities: false },
    pool: { min: 0, max: 4 },
    driverOptions: { application_name: "bandeng", connectionTimeoutMillis: 10_000, idle_in_transaction_session_timeout: 30_000, statement_timeout: 30_000, options: "-c timezone=UTC" },
  });
  try {
    return (await orm.migrator.up()).map(({ name }) => name);
  } finally {
    await orm.close(true);
  }
}

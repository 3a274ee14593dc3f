import "reflect-metadata"; // first: TypeGraphQL's decorators read what it stores
import { parseArgs } from "node:util";
import { retire } from "./retention.ts";
import { withDatabase } from "./with-database.ts";
import { readConfig } from "../config.ts";
import { databaseClock } from "../http/clock.ts";
import { openLog } from "../http/log.ts";

// pnpm retention [-- --dry-run]: ends what has been kept long enough, as the running server does once a day; or only counts it.

try {
  const { values } = parseArgs({ args: process.argv.slice(2).filter((one) => one !== "--"), options: { "dry-run": { type: "boolean", default: false } } });
  const config = readConfig(process.env);
  const log = openLog(config.logLevel);
  await withDatabase(config, log, async (pool) => {
    const done = await retire(pool, { now: await databaseClock.now(pool), dryRun: values["dry-run"] });
    for (const { key, count } of done) process.stdout.write(`${key}  ${count}\n`);
  });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

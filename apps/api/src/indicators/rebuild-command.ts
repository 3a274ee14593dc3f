import "reflect-metadata"; // first: TypeGraphQL's decorators read what it stores
import { rebuildMeasures } from "./rebuild.ts";
import { readConfig } from "../config.ts";
import { openLog } from "../http/log.ts";
import { withDatabase } from "../personal/with-database.ts";

// pnpm indicators:rebuild: makes what the indicators count anew from the log of events; what comes out is what was there.

try {
  const config = readConfig(process.env);
  await withDatabase(config, openLog(config.logLevel), async (pool) => {
    const { cases, meetings } = await rebuildMeasures(pool);
    process.stdout.write(`cases  ${cases}\nmeetings  ${meetings}\n`);
  });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

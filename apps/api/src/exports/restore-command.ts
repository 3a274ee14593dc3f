import "reflect-metadata"; // first: TypeGraphQL's decorators read what it stores
import { restoreDump } from "./restore-dump.ts";
import { auditKeys } from "../audit/audit-key.ts";
import { readConfig } from "../config.ts";
import { openLog } from "../http/log.ts";
import { withDatabase } from "../personal/with-database.ts";

// pnpm dump:restore -- <file>: stores a dump of GET /api/dump/<area>.ndjson where there is nothing of that area yet.

try {
  const [file] = process.argv.slice(2).filter((one) => one !== "--");
  if (file === undefined) throw new Error("which file? pnpm dump:restore -- <file.ndjson>");
  const config = readConfig(process.env);
  await withDatabase(config, openLog(config.logLevel), async (pool) => {
    const { stored, area, moment, rows, keepsPositions } = await restoreDump(pool, auditKeys(config.secret), file);
    if (!stored) process.stdout.write(`This dump of ${area} has been restored here before; nothing was changed.\n`);
    else process.stdout.write(`${area} as of ${moment}: ${rows} rows\n${keepsPositions ? "Followers of the change feed go on with their cursors.\n" : "Events get new places in the change feed.\n"}`);
  });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

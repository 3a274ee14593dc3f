import "reflect-metadata"; // first: TypeGraphQL's decorators read what it stores
import { parseArgs } from "node:util";
import { fill } from "./fill.ts";
import { APP_ROLE } from "../src/database/app-role.ts";
import { openDatabase } from "../src/database/open.ts";
import { migrate } from "../src/database/migrate.ts";
import { openLog } from "../src/http/log.ts";

// pnpm --filter @bandeng/api run bench:generate -- --cases 1000000 --url postgresql://…

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const { values } = parseArgs({ args: process.argv.slice(2).filter((arg) => arg !== "--"), options: { cases: { type: "string", default: "10000" }, url: { type: "string" }, "app-role": { type: "string", default: APP_ROLE } } });
const cases = Number(values.cases);

if (values.url === undefined || !Number.isInteger(cases) || cases < 100) {
  process.stderr.write("usage: bench:generate -- --cases 10000|100000|1000000 --url postgresql://user:password@host:port/empty_database\n");
  process.exit(1);
}
const log = openLog("warn");
const database = await openDatabase({ url: values.url, log, throwAway: true, as: "OWNER" });
try {
  await migrate(database, { url: values.url, appRole: values["app-role"], log });
  await fill(database.pool, cases, say);
} finally {
  await database.close();
}

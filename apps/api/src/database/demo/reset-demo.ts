import "reflect-metadata"; // first: TypeGraphQL's decorators read what it stores
import { join } from "node:path";
import { emptyDemo } from "./empty-demo.ts";
import { loadDemo } from "./load-demo.ts";
import { openEmbeddedPostgres } from "../embedded/embedded-postgres.ts";
import { migrateEmbedded } from "../migrate.ts";
import { openDatabase } from "../open.ts";
import { openAuth } from "../../access/auth.ts";
import { readConfig } from "../../config.ts";
import { databaseClock } from "../../http/clock.ts";
import { openLog } from "../../http/log.ts";
import { StartRefused } from "../../start-refused.ts";

// pnpm demo:reset: empties a database that holds the demo and makes the demo anew, as of now. Stop the server first.

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function reset(): Promise<void> {
  const config = readConfig(process.env);
  const log = openLog(config.logLevel);
  const postgres = config.databaseUrl === undefined ? await openEmbeddedPostgres({ folder: join(config.dataFolder, "postgres"), log: say }) : undefined;
  const ownerUrl = postgres?.url ?? config.databaseOwnerUrl;
  if (ownerUrl === undefined) throw new StartRefused("请设置 DATABASE_OWNER_URL：清空数据表要用所有者的账户", "Set DATABASE_OWNER_URL: emptying the tables is the owner's to do");
  try {
    const url = config.databaseUrl ?? (await migrateEmbedded(ownerUrl, log));
    const owner = await openDatabase({ url: ownerUrl, log, as: "OWNER" });
    await emptyDemo(owner.pool).finally(() => owner.close());
    const database = await openDatabase({ url, log, as: "APP" });
    try {
      const auth = await openAuth({ url, secret: config.secret, baseUrl: config.baseUrl, log, signInsPerMinute: config.signInsPerMinute });
      try {
        await loadDemo({ pool: database.pool, createAccount: (account) => auth.createAccount(account), log, dataKeys: config.dataKeys, now: await databaseClock.now(database.pool) });
      } finally {
        await auth.close();
      }
    } finally {
      await database.close();
    }
  } finally {
    await postgres?.stop();
  }
  say("演示数据已重新生成 · The demo data was made anew");
}

try {
  await reset();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

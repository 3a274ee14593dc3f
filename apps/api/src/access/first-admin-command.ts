import "reflect-metadata"; // first: TypeGraphQL's decorators read what it stores
import { parseArgs } from "node:util";
import { openAuth } from "./auth.ts";
import { makeFirstAdmin } from "./first-admin.ts";
import { auditKeys } from "../audit/audit-key.ts";
import { readConfig } from "../config.ts";
import { databaseClock } from "../http/clock.ts";
import { openLog } from "../http/log.ts";
import { withDatabase } from "../personal/with-database.ts";
import { StartRefused } from "../start-refused.ts";

// pnpm admin:first -- --username root --name 王管理 --area 340802 [--area-name 迎江区]: makes the first system administrator of an
// installation, and prints once the link on which he chooses his password. Stop the server of an embedded installation first.

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const text = { type: "string" } as const;

try {
  const { values } = parseArgs({ args: process.argv.slice(2).filter((one) => one !== "--"), options: { username: text, name: text, area: text, "area-name": text } });
  const { username, name, area } = values;
  if (username === undefined || name === undefined || area === undefined) {
    throw new StartRefused("用法：pnpm admin:first -- --username 用户名 --name 姓名 --area 区划代码", "Usage: pnpm admin:first -- --username <user name> --name <name> --area <code of the district>");
  }
  const config = readConfig(process.env);
  const log = openLog(config.logLevel);
  await withDatabase(config, log, async (pool, url) => {
    const auth = await openAuth({ url, secret: config.secret, baseUrl: config.baseUrl, log, signInsPerMinute: config.signInsPerMinute, ...config.accounts });
    try {
      const ground = { pool, accounts: auth, auditKeys: auditKeys(config.secret), clock: databaseClock };
      const { token, expiresAt } = await makeFirstAdmin(ground, { username, name, area, areaName: values["area-name"] });
      say("首位系统管理员已建立，请在此设置密码（只显示这一次） · The first system administrator was made; choose the password here (shown this once):");
      say(`  ${config.baseUrl}/welcome#${token}`);
      say(`有效期至 · Good until:  ${expiresAt}`);
    } finally {
      await auth.close();
    }
  });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { auditKeys } from "./audit-key.ts";
import { headText } from "./chain.ts";
import { sequenceAll } from "../testing/sequence-all.ts";
import { entryOf } from "./testing/audit-book.ts";
import { writeAudit } from "./write-audit.ts";
import { systemScope } from "../access/scope.ts";
import { APP_ROLE } from "../database/app-role.ts";
import { urlAs } from "../database/migrate.ts";
import { transaction } from "../database/transaction.ts";
import { startApi, type TestApi } from "../testing/api.ts";
import { TEST_APP_PASSWORD } from "../testing/test-ground.ts";

const SECRET = "q8Zk2vL0tYw7RbXn4MfJc1HsUeGp9AdD";
const keys = auditKeys(SECRET);
const somebody = { personId: null, sessionId: null, address: null, requestId: null, keys };

let api: TestApi;
let head: string;
beforeAll(async () => {
  api = await startApi();
  for (let i = 0; i < 5; i++) await transaction(api.appPool, systemScope, (client) => writeAudit(client, somebody, entryOf(`act${i}`)));
  head = headText((await sequenceAll(api.appPool, keys)).head);
});
afterAll(() => api.stop());

function command(...args: readonly string[]): Promise<{ code: number; said: string }> {
  const DATABASE_URL = urlAs(api.databaseUrl, APP_ROLE, TEST_APP_PASSWORD);
  return new Promise((resolve) => {
    const file = new URL("verify-command.ts", import.meta.url).pathname;
    const options = { env: { ...process.env, DATABASE_URL, BANDENG_SECRET: SECRET, BANDENG_DATA_KEYS: `1:${randomBytes(32).toString("base64")}` } };
    const child = execFile(process.execPath, ["--conditions=@bandeng/source", "--import", "tsx", file, ...args], options, (_error, out, err) => resolve({ code: child.exitCode ?? -1, said: out + err }));
  });
}

it("C32: the command says in one sentence whether the audit is whole, and ends with 1 when it is not", { timeout: 120_000 }, async () => {
  const whole = await command("--head", head);
  expect(whole).toEqual({ code: 0, said: `审计记录完整：5 条，到 ${head} · The audit is whole: 5 rows, up to ${head}\n` });
  expect((await command("--head", "nonsense")).code).toBe(2);

  const { rows } = await api.pool.query("update audit set reason = '别的' where id = (select audit_id from audit_link where position = 3) returning id");
  const broken = await command();
  expect(broken).toEqual({ code: 1, said: `审计记录 #3 (${rows[0].id}) 被改动 · Row #3 (${rows[0].id}) of the audit was edited\n` });
});

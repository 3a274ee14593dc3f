import { execFile } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, expect, it, onTestFinished } from "vitest";
import { makeFirstAdmin, type FirstAdmin } from "../access/first-admin.ts";
import { databaseClock } from "../http/clock.ts";
import { startApi, testAuditKeys, type TestApi } from "../testing/api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());
afterEach(async () => {
  await api.pool.query(`delete from role_assignment; delete from event; delete from audit_waiting; delete from audit; delete from person; delete from area; delete from auth.access_link; delete from auth."user"`);
});

const wang: FirstAdmin = { username: "root", name: "王管理", area: "340802" };
const make = (given: Partial<FirstAdmin> = {}) => makeFirstAdmin({ pool: api.appPool, accounts: api.auth, auditKeys: testAuditKeys, clock: databaseClock }, { ...wang, ...given });
const one = async (sql: string): Promise<Record<string, unknown> | undefined> => (await api.pool.query(sql)).rows[0];
const left = () => one(`select (select count(*)::int from person) as people, (select count(*)::int from role_assignment) as roles, (select count(*)::int from audit) as audit, (select count(*)::int from auth."user") as accounts`);

it("C30: the first administrator is a person with that role, a link to choose a password, and one row of the audit that names no actor", async () => {
  const { token } = await make();
  expect(await left()).toEqual({ people: 1, roles: 1, audit: 1, accounts: 1 });
  expect(await one("select role, area_code, to_date from role_assignment")).toEqual({ role: "SYSTEM_ADMIN", area_code: "340802", to_date: null });
  expect(await one("select person_id, action, outcome, subject_kind, (select id from person)::text = subject_id as subject from audit")).toEqual({
    person_id: null, action: "firstAdministrator", outcome: "DONE", subject_kind: "PERSON", subject: true,
  });
  expect(await one("select type, actor_id from event")).toEqual({ type: "ROLE_GRANTED", actor_id: null });
  const password = "一个够长的密码-2024";
  expect(await api.auth.acceptInvitation(token, password)).toBeNull();
  const headers = { "content-type": "application/json" };
  expect((await api.fetch("/api/auth/sign-in/username", { method: "POST", headers, body: JSON.stringify({ username: "root", password }) })).status).toBe(200);
});

it("C30: there is one first administrator: not a second one, for no district, not when several are made at once", async () => {
  const made = await Promise.allSettled([make(), make({ username: "root2" }), make({ username: "root3", area: "340803" })]);
  expect(made.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const given of [{ username: "other" }, { username: "other", area: "110101" }]) await expect(make(given)).rejects.toThrow("已有系统管理员");
  expect(await left()).toEqual({ people: 1, roles: 1, audit: 1, accounts: 1 });
});

it("C30: what cannot be used is refused and leaves nothing behind", async () => {
  for (const given of [{ name: " " }, { name: "长".repeat(41) }, { area: "340802001" }, { area: "34080" }, { area: "'; --" }, { username: "a b" }, { username: "" }]) {
    await expect(make(given), JSON.stringify(given)).rejects.toMatchObject({ name: "StartRefused" });
  }
  expect(await left()).toEqual({ people: 0, roles: 0, audit: 0, accounts: 0 });
});

it("C30: the command does it, prints the link once and refuses the second time", async () => {
  const command = fileURLToPath(new URL("../access/first-admin-command.ts", import.meta.url));
  // A database of its own: no program works on one that may lose what it confirmed, as that of the tests may.
  const folder = mkdtempSync(join(tmpdir(), "bandeng-first-admin-"));
  chmodSync(folder, 0o755); // as root, another account runs the server
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const env = { ...process.env, NODE_OPTIONS: "", DATABASE_URL: "", BANDENG_DATA: folder, BANDENG_URL: "https://bandeng.example.cn", LOG_LEVEL: "silent" };
  const call = (...args: string[]) => promisify(execFile)(process.execPath, ["--conditions=@bandeng/source", "--import", "tsx", command, "--", ...args], { env });
  const { stdout } = await call("--username", "root", "--name", "王管理", "--area", "340802", "--area-name", "迎江区");
  expect(stdout).toMatch(/https:\/\/bandeng\.example\.cn\/welcome#[\w-]{43}\n/);
  await expect(call("--username", "root2", "--name", "李管理", "--area", "340802")).rejects.toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining("There is a system administrator already") });
}, 180_000);

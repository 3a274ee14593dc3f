import { afterAll, beforeAll, expect, test } from "vitest";
import { demoAccounts } from "../database/demo/staff-plan.ts";
import { startApi, type TestApi } from "../testing/api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

test("accounts to try are offered by a database that the demo made, and by no other", async () => {
  const offered = async () => (await (await api.fetch("/api/demo-accounts")).json()) as { username: string }[];
  expect(await offered()).toEqual([]);
  await api.pool.query("insert into demo_mark (seed) values ('test')");
  expect((await offered()).map((a) => a.username)).toContain("zhou");
});

test("C41: demo accounts never exist on a database that the demo did not make", async () => {
  const other = await startApi();
  for (const { username, password } of demoAccounts) {
    const response = await other.fetch("/api/auth/sign-in/username", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ username, password }) });
    expect(response.status, username).toBe(401);
  }
  expect((await other.pool.query(`select count(*)::int as n from auth."user"`)).rows).toEqual([{ n: 0 }]);
  expect(await (await other.fetch("/api/demo-accounts")).json()).toEqual([]);
  await other.stop();
});

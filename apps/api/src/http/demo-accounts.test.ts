import { afterAll, beforeAll, expect, test } from "vitest";
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

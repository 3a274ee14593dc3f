import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { emptyDemo } from "./empty-demo.ts";
import { loadDemo } from "./load-demo.ts";
import { createTestDatabase } from "../embedded/test-postgres.ts";
import { openDatabase, type Database } from "../open.ts";
import { openLog } from "../../http/log.ts";
import { testDataKeys } from "../../testing/data-keys.ts";

const log = openLog("silent");
let database: Database;

beforeAll(async () => {
  const url = await createTestDatabase(inject("postgresUrl"), inject("postgresTemplate"));
  database = await openDatabase({ url, log, throwAway: true, as: "OWNER" });
});
afterAll(() => database.close());

async function cases(): Promise<number> {
  return (await database.pool.query("select count(*)::int n from cases")).rows[0].n;
}

it("never empties a database without the demo's mark", async () => {
  await database.pool.query("insert into person (id, display_name, surname_mask, area_no) values (gen_random_uuid(), '某人', '某', 340802001007000)");
  await expect(emptyDemo(database.pool)).rejects.toThrow("does not hold the demo");
  expect((await database.pool.query("select count(*)::int n from person")).rows[0].n).toBe(1);
  await database.pool.query("delete from person");
});

it("empties the demo and lets it be made anew, with the same shape", async () => {
  const load = () => loadDemo({ pool: database.pool, createAccount: () => Promise.resolve(), log, dataKeys: testDataKeys, now: "2026-11-23T03:00:00.000Z" });
  await load();
  const before = await cases();
  await emptyDemo(database.pool);
  expect(await cases()).toBe(0);
  expect((await database.pool.query("select count(*)::int n from mikro_orm_migrations")).rows[0].n).toBeGreaterThan(0);
  await load();
  expect(await cases()).toBe(before);
});

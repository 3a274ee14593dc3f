import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { STAMP_SQL, stampAreas } from "./board-stamp.ts";
import { run } from "../database/statement.ts";
import { foldTouches } from "../feed/fold-touches.ts";
import { community, grid, startCommunity, type TestCommunity } from "../testing/community.ts";
import { done, shanghai } from "../testing/verbs.ts";

let api: TestCommunity;
let caseId: string;
beforeAll(async () => {
  api = await startCommunity(shanghai("2026-03-02", "09:00"));
  caseId = (await done(api, "member5", "collectOpinion", null, { words: "下水道又堵了", kind: "OPINION", place: { buildingId: api.sewerBuildingId }, channel: "VISIT", severity: "NORMAL" })).id;
});
afterAll(() => api.stop());

async function stamp(...areas: string[]): Promise<string> {
  const [row] = await run<{ stamp: string }>(api.appPool, `select ${STAMP_SQL("$1")} as stamp`, [stampAreas(areas)]);
  return row?.stamp ?? "none";
}

const sql = (text: string, ...values: unknown[]) => api.pool.query(text, values);
const stamps = async () => ({ here: await stamp(grid(5)), community: await stamp(community), next: await stamp(grid(3)), away: await stamp("340802001008001"), district: await stamp("340802") });
type Where = keyof Awaited<ReturnType<typeof stamps>>;
const all: readonly Where[] = ["here", "community", "next", "away", "district"];

/** Of which areas the stamp is another afterwards. */
async function touchedBy(change: () => Promise<unknown>): Promise<readonly Where[]> {
  const before = await stamps();
  await change();
  const after = await stamps();
  return all.filter((where) => before[where] !== after[where]);
}

describe("the stamp of areas", () => {
  it("is that of the areas, of those in them and of those above them", () => {
    expect(stampAreas([grid(5)])).toBe("{[0,1),[340800000000000,340800000000001),[340802000000000,340802000000001),[340802001000000,340802001000001),[340802001007000,340802001007001),[340802001007005,340802001007006)}");
    expect(() => stampAreas([])).toThrow(RangeError);
    expect(() => stampAreas(["x"])).toThrow(RangeError);
  });

  it("is null for null", async () => {
    expect(await run(api.appPool, `select ${STAMP_SQL("$1")} as stamp`, [null])).toEqual([{ stamp: null }]);
  });

  it("changes with a case, where it is, where it was, and in what is around them", async () => {
    expect(await touchedBy(() => done(api, "member5", "collectOpinion", null, { words: "x", kind: "OPINION", place: { buildingId: api.sewerBuildingId }, channel: "VISIT", severity: "NORMAL" }))).toEqual(["here", "community", "district"]);
    expect(await touchedBy(() => sql("update cases set title = 'x' where id = $1", caseId))).toEqual(["here", "community", "district"]);
    expect(await touchedBy(() => sql("update cases set area_no = $2, grid_code = $3 where id = $1", caseId, Number(grid(3)), grid(3)))).toEqual(["here", "community", "next", "district"]);
    expect(await touchedBy(() => sql("update cases set area_no = $2, grid_code = $3 where id = $1", caseId, Number(grid(5)), grid(5)))).toEqual(["here", "community", "next", "district"]);
  });

  it("changes with the community's limits and an area's name, for what lies in it", async () => {
    const setting = [`insert into community_setting (community_code, area_no, wip_limits) values ('${community}', ${community}000, '{}')`, `update community_setting set wip_limits = '{"INTAKE":3}'`, "delete from community_setting"];
    for (const change of setting) expect(await touchedBy(() => sql(change)), change).toEqual(["here", "community", "next", "district"]);
    expect(await touchedBy(() => sql("update area set name = '新名' where code = $1", grid(5)))).toEqual(["here", "community", "district"]);
    expect(await touchedBy(() => sql("update area set name = '新名' where code = '340802'"))).toEqual(all);
  });

  it("changes everywhere with what any card may show", async () => {
    const lead = api.people.wang;
    const role = `insert into role_assignment (id, person_id, role, area_code, area_no, from_date) values (gen_random_uuid(), '${lead}', 'PROXY', '${community}', ${community}000, '2024-01-01')`;
    await sql("insert into unit (id, building_id, no) values (gen_random_uuid(), $1, 1)", api.sewerBuildingId);
    await sql("insert into expert (id, version, person_id, area_code, area_no, area_end, org, skills, available, confirmed_at) values (gen_random_uuid(), 1, $1, $2, $3, $4, 'x', '{LAW}', true, now())", lead, community, `${community}000`, `340802001008000`);
    for (const change of [
      `update person set display_name = '新名' where id = '${lead}'`, role, "update role_assignment set area_no = area_no + 1 where role = 'PROXY'", "delete from role_assignment where role = 'PROXY'",
      "update building set address = '新街1号'", "update compound set name = '新小区', pinyin = 'x'", "update unit set no = 2", "delete from unit",
      "update expert set area_end = area_end + 1", "delete from expert", "update opinion set words = '别的'",
    ]) {
      expect(await touchedBy(() => sql(change)), change).toEqual(all);
    }
  });

  it("stays with what no card shows, and with what did not happen", async () => {
    for (const change of [
      `update person set phone_enc = null`, "update role_assignment set to_date = null", "update building set address = address, floors = 7", "update compound set property_company = 'x'", "update opinion set answer_due_at = now()",
      "update community_setting set rules = '{}'", "update area set alias = '{x}'", "insert into person (id, display_name, surname_mask, area_no) values (gen_random_uuid(), 'x', 'x', 1)",
    ]) {
      expect(await touchedBy(() => sql(change)), change).toEqual([]);
    }
    expect(await touchedBy(() => sql("begin; update cases set title = 'nobody sees it'; rollback"))).toEqual([]);
  });

  it("a table that is emptied counts as changed", async () => {
    expect(await touchedBy(() => sql("truncate community_setting"))).toEqual(all);
  });
});

describe("folding", () => {
  it("changes no stamp, and leaves one row of each area", async () => {
    await sql("update cases set title = 'a'");
    await sql("update cases set title = 'b'");
    let folded = 0;
    // What is younger than the oldest open transaction stays, and other tests have some open in the same cluster.
    const fold = () =>
      vi.waitFor(async () => {
        folded += await foldTouches(api.appPool);
        expect((await sql("select area_no from board_touch group by 1 having count(*) > 1")).rows).toEqual([]);
      }, { timeout: 20_000 });
    expect(await touchedBy(fold)).toEqual([]);
    expect(folded).toBeGreaterThan(1);
    expect(await foldTouches(api.appPool)).toBe(0);
  });

  it("a transaction that began first and commits last changes the stamp for good, however often is folded", async () => {
    const early = new pg.Client({ connectionString: api.databaseUrl });
    await early.connect();
    try {
      const seen = [await stamp(grid(5))];
      await early.query("begin; select pg_current_xact_id()");
      await sql("update cases set title = 'second' where id = $1", caseId);
      seen.push(await stamp(grid(5)));
      await foldTouches(api.appPool);
      expect(await stamp(grid(5))).toBe(seen[1]);
      await early.query(`update cases set title = 'first, and last' where id = '${caseId}'; commit`);
      seen.push(await stamp(grid(5)));
      await foldTouches(api.appPool);
      expect(await stamp(grid(5))).toBe(seen[2]);
      expect(new Set(seen).size).toBe(3);
    } finally {
      await early.end();
    }
  });

  it("rows of a restored copy, with numbers yet to come, hide no change and are folded with the others", async () => {
    await sql("insert into board_touch (area_no, xid, at) select $1::int8, (pg_current_xact_id()::text::int8 + n)::text::xid8, '2020-01-01' from generate_series(1, 40) n", grid(5));
    for (let i = 0; i < 10; i++) expect(await touchedBy(() => sql("update cases set title = $2 where id = $1", caseId, String(i)))).toEqual(["here", "community", "district"]);
    // What is neither over nor ahead by the count stays a while.
    const fold = () =>
      vi.waitFor(async () => {
        await foldTouches(api.appPool);
        expect(Number((await sql("select count(*) from board_touch where area_no = $1", grid(5))).rows[0].count)).toBeLessThan(20);
      }, { timeout: 20_000 });
    expect(await touchedBy(fold)).toEqual([]);
  });

  it("many at once lose no touch", async () => {
    const before = Number(await stamp(grid(5)));
    const one = (i: number) => (i % 3 === 0 ? foldTouches(api.appPool) : sql("update cases set title = $2 where id = $1", caseId, String(i)));
    await Promise.all(Array.from({ length: 60 }, (_, i) => one(i)));
    expect(Number(await stamp(grid(5)))).toBe(before + 40);
  });

  it("only triggers write touches, whatever the scope", async () => {
    await expect(api.appPool.query("insert into board_touch (area_no) values (1)")).rejects.toThrow(/row-level security/);
    await expect(api.appPool.query("select touch_areas('{1}')")).rejects.toThrow(/row-level security/);
    expect((await api.appPool.query("delete from board_touch")).rowCount).toBe(0);
  });
});

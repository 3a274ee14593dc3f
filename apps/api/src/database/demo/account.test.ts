import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { loadDemo } from "./load-demo.ts";
import { createTestDatabase } from "../embedded/test-postgres.ts";
import { openDatabase, type Database } from "../open.ts";
import { openLog } from "../../http/log.ts";
import { testDataKeys } from "../../testing/data-keys.ts";

// The numbers of the published account, read from the database as any report would.

const log = openLog("silent");
let database: Database;

async function all(sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  return (await database.pool.query(sql, values)).rows;
}

beforeAll(async () => {
  const url = await createTestDatabase(inject("postgresUrl"), inject("postgresTemplate"));
  database = await openDatabase({ url, log, throwAway: true, as: "OWNER" });
  await loadDemo({ pool: database.pool, createAccount: () => Promise.resolve(), log, dataKeys: testDataKeys, now: "2026-11-23T03:00:00.000Z" });
});
afterAll(() => database.close());

/** Closed in the time the account speaks of, by the date in Asia/Shanghai. */
const closedInAccount = `community_no = 340802001007000 and status = 7 and (closed_at at time zone 'Asia/Shanghai')::date between '2024-01-01' and '2024-08-26'`;

it("closed exactly 12 difficulties from New Year to 2024-08-26", async () => {
  expect(await all(`select count(*)::int n from cases where kind = 'DIFFICULTY' and ${closedInAccount}`)).toEqual([{ n: 12 }]);
});

it("settled more than 30 disputes, leaks, dogs and drying of laundry among them", async () => {
  const rows = await all(`select category, count(*)::int n from cases where kind = 'DISPUTE' and state->>'outcome' is distinct from 'NOT_REACHED' and ${closedInAccount} group by 1`);
  const by = new Map(rows.map((r) => [r["category"], Number(r["n"])]));
  expect([...by.values()].reduce((a, b) => a + b, 0)).toBeGreaterThan(30);
  for (const category of ["disputes.leak", "disputes.dogs", "disputes.drying"]) expect(by.get(category)).toBeGreaterThan(4);
});

it("answered opinions, and asked somebody about every case that was closed", async () => {
  const [answered] = await all(`select count(*)::int n from cases where kind = 'OPINION' and ${closedInAccount}`);
  expect(answered?.["n"]).toBeGreaterThan(20);
  expect(await all("select c.no from cases c where status = 7 and not exists (select from event e where e.stream_id = c.id and e.type = 'CALLED_BACK')")).toEqual([]);
  expect(await all("select e.id from event e join cases c on c.id = e.stream_id where e.type = 'CALLED_BACK' and e.actor_id = any(c.lead_ids)")).toEqual([]);
});

it("delivered exactly 5 shared drying racks, in a project struck off by the street", async () => {
  const rows = await all(
    `select p.no, p.state, p.progress, (p.struck_off_at at time zone 'Asia/Shanghai')::date::text as struck, d->>'planned' as planned, d->>'accepted' as accepted
     from secretary_project p, jsonb_array_elements(p.project->'deliverables') d where d->>'name' = '共享晾衣架'`,
  );
  expect(rows).toEqual([{ no: "2024-02", state: "STRUCK_OFF", progress: 100, struck: "2024-05-23", planned: "5", accepted: "5" }]);
  const [struck] = await all("select actor_id from event where type = 'PROJECT_STRUCK_OFF' and stream_id = (select id from secretary_project where no = '2024-02')");
  expect(await all("select role from role_assignment where person_id = $1", [struck?.["actor_id"]])).toEqual([{ role: "STREET_OFFICER" }]);
});

it("took the racks from seven opinions up to the community on the days of the account", async () => {
  const [racks] = await all("select * from cases where title like '曹家巷小区无处晾晒%' and status = 7");
  expect(racks).toMatchObject({ kind: "OPINION", supporters: 7, max_level: 3, severity: 3, tags: ["WORRYING", "LONGED_FOR"] });
  const steps = await all(
    `select type, (at at time zone 'Asia/Shanghai')::date::text as day, due->>'at' as due from event
     where stream_id = $1 and type in ('ACCEPTED', 'ESCALATED', 'ADOPTED', 'RESOLVED', 'CLOSED') order by seq`,
    [racks?.["id"]],
  );
  expect(steps.map((s) => `${s["type"]} ${s["day"]}`)).toEqual([
    "ACCEPTED 2024-03-04", "ESCALATED 2024-03-06", "ESCALATED 2024-03-11", "ADOPTED 2024-03-15", "RESOLVED 2024-05-13", "CLOSED 2024-05-16",
  ]);
  expect(steps[0]?.["due"]).toBe("2024-03-07T10:00:00.000Z");
  const late = await all("select count(*)::int n from opinion where case_id in (select id from cases where title like '曹家巷小区无处晾晒%') and recorded_at - voiced_at > interval '24 hours'");
  expect(late).toEqual([{ n: 2 }]);
});

it("took the sewer up by the clock, held it for the fees, and never out of the compound", async () => {
  const [sewer] = await all("select * from cases where title like '下水管道严重堵塞%'");
  expect(sewer).toMatchObject({ kind: "DIFFICULTY", status: 7, max_level: 2, supporters: 3 });
  const segments = await all("select level, due_at, ended_by, ended_at from case_segment where case_id = $1 order by no", [sewer?.["id"]]);
  const due = segments.map((s) => new Date(String(s["due_at"])).toISOString());
  // Sunday 04-28 and Saturday 05-11 are worked; the hold of nine working days moves 05-10 to 05-22.
  expect(due).toEqual(["2024-04-30T10:00:00.000Z", "2024-05-22T10:00:00.000Z"]);
  expect(segments.map((s) => s["ended_by"])).toEqual(["DUE", "RESOLVED"]);
  const [closed] = await all("select p.display_name, (e.at at time zone 'Asia/Shanghai')::date::text as day from event e join person p on p.id = e.actor_id where e.stream_id = $1 and e.type = 'CLOSED'", [sewer?.["id"]]);
  expect(closed).toEqual({ display_name: "小周", day: "2024-05-24" });
});

it("shared the sewer by floor area, to the fen, and asked fourteen doors before it was closed", async () => {
  const [plan] = await all("select p.*, p.plan ->> 'title' as title from cost_plan p join cases c on c.id = p.case_id where c.title like '下水管道严重堵塞%'");
  expect(plan).toMatchObject({ no: "2024-01", state: "SETTLED", to_share_fen: 720_000 });
  const sums = await all("select fen::int as fen, count(*)::int as n from cost_share where plan_id = $1 group by 1 order by 1", [plan?.["id"]]);
  expect(sums.map((s) => [s["fen"], s["n"]])).toEqual([[33_023, 1], [37_022, 1], [52_478, 6], [55_847, 1], [55_848, 5]]);
  const backs = await all("select fen::int as fen, count(*)::int as n from cost_refund where plan_id = $1 and paid_at is not null group by 1 order by 1", [plan?.["id"]]);
  expect(backs.map((b) => [b["fen"], b["n"]])).toEqual([[1029, 1], [1458, 5], [1551, 6], [2375, 1]]);
  const asked = await all("select count(distinct payload ->> 'respondent')::int as n, count(*) filter (where payload ->> 'satisfaction' = 'SATISFIED')::int as satisfied from event e join cases c on c.id = e.stream_id where c.title like '下水管道严重堵塞%' and e.type = 'CALLED_BACK'");
  expect(asked).toEqual([{ n: 14, satisfied: 12 }]);
  const [running] = await all("select count(*)::int as doors, count(*) filter (where not exists (select from cost_receipt r where r.plan_id = s.plan_id and r.household_id = s.household_id))::int as open from cost_share s join cost_plan p on p.id = s.plan_id where p.state = 'COLLECTING'");
  expect(running).toEqual({ doors: 14, open: 4 });
});

it("lets residents speak in at least 90 different ways, and names nobody in a title", async () => {
  const [words] = await all("select count(distinct words)::int n from opinion");
  expect(words?.["n"]).toBeGreaterThanOrEqual(90);
  expect(await all("select c.title from cases c join person p on length(p.display_name) > 2 and c.title like '%' || p.display_name || '%'")).toEqual([]);
});

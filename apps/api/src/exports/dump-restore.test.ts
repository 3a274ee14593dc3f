import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fold } from "@bandeng/domain";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { restoreDump } from "./restore-dump.ts";
import type { DumpFooter, DumpHeader, DumpLine } from "./dump-tables.ts";
import { loadCases, readHistory } from "../cases/read-case.ts";
import { conditions, systemScope } from "../access/scope.ts";
import { transaction } from "../database/transaction.ts";
import { sequenceAll } from "../testing/sequence-all.ts";
import { rebuildMeasures } from "../indicators/rebuild.ts";
import { startApi, testAuditKeys, type TestApi } from "../testing/api.ts";
import { community, grid, startCommunity, type TestCommunity, type Username } from "../testing/community.ts";
import { makeKey } from "../testing/keys.ts";
import { done, shanghai } from "../testing/verbs.ts";

let api: TestCommunity;
let copy: TestApi;
const folder = mkdtempSync(join(tmpdir(), "dump-"));
const file = join(folder, "dump.ndjson");
const ids: Record<string, string> = {};
const phone = "13800138000";

beforeAll(async () => {
  api = await startCommunity(shanghai("2024-03-01", "09:00"));
  copy = await startApi({ clock: api.clock });
  const collect = async (name: string, words: string, more: Record<string, unknown> = {}): Promise<string> => {
    const given = { words, title: words, kind: "DIFFICULTY", category: "assets.lighting", place: { compoundId: api.compoundId }, channel: "VISIT", reporterId: await api.resident("楼丽丽"), ...more };
    return (ids[name] = (await done(api, "li", "collectOpinion", null, given)).id);
  };
  const accept = (id: string, more: Record<string, unknown> = {}) => done(api, "li", "acceptCase", id, { kind: "DIFFICULTY", category: "assets.lighting", severity: "NORMAL", ...more });
  const unit = uuidv7();
  await api.pool.query("insert into unit (id, building_id, no) values ($1, $2, 1)", [unit, api.sewerBuildingId]);
  await api.pool.query("insert into household (id, building_id, unit_id, floor, room, kind) values ($1, $2, $3, 3, '302', 'HOME')", [uuidv7(), api.sewerBuildingId, unit]);

  const escalated = await collect("escalated", `楼道灯坏了，请打 ${phone}`);
  await accept(escalated);
  await done(api, "li", "escalateCase", escalated, { reason: "要换线" });
  const merged = await collect("merged", "二楼的灯也坏了");
  await done(api, "li", "mergeCase", merged, { into: escalated });

  const closed = await collect("closed", "门口的灯不亮");
  await accept(closed);
  await done(api, "li", "startCase", closed, { measure: "换灯泡" });
  await done(api, "li", "resolveCase", closed, { result: "亮了" });
  const { data } = await api.graphql("query ($id: ID!) { case(id: $id) { respondents { key } } }", { id: closed }, { as: "zhou" });
  await done(api, "zhou", "recordCallback", closed, { respondent: data.case.respondents[0].key, reached: true, resolved: true, satisfaction: "SATISFIED" });

  const dispute = await collect("dispute", "楼上的狗天天叫", { kind: "DISPUTE", category: "disputes.noise" });
  const other = await api.resident("赵大爷");
  const { rows } = await api.pool.query("select reporter_id from opinion where case_id = $1", [dispute]);
  await accept(dispute, { kind: "DISPUTE", category: "disputes.noise", partyIds: [rows[0].reporter_id, other] });

  const adopted = await collect("adopted", "护栏松动", { severity: "SAFETY", category: "assets.stairwell" });
  await done(api, "zhou", "acceptCase", adopted, { kind: "DIFFICULTY", category: "assets.stairwell", severity: "SAFETY" });
  const plan = {
    title: "护栏", problem: "松动", goal: "稳固", measures: "换新", budgetFen: 500_000, funds: [{ name: "为民经费", fen: 500_000 }], deliverables: [{ id: "rails", name: "护栏", planned: 2 }],
    milestones: [{ id: "buy", title: "采购", weight: 40, dueOn: "2024-03-29" }, { id: "hang", title: "安装", weight: 60, dueOn: "2024-04-30" }],
  };
  const answer = await api.graphql(
    "mutation ($input: AdoptCaseInput!) { adoptCase(input: $input) { project { id } refusal { code } } }",
    { input: { idempotencyKey: uuidv7(), id: adopted, expectedVersion: (await api.pool.query("select version from cases where id = $1", [adopted])).rows[0].version, plan } }, { as: "chen" },
  );
  expect(answer.data.adoptCase.refusal).toBeNull();
  await sequenceAll(api.appPool, testAuditKeys);
}, 60_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await Promise.all([api.stop(), copy?.stop()]);
});

interface Taken {
  readonly status: number;
  readonly text: string;
  readonly header: DumpHeader;
  readonly lines: readonly DumpLine[];
  readonly footer: DumpFooter;
}

async function dump(from: Pick<TestApi, "fetch" | "signIn">, as: Username | Record<string, string>, area = community): Promise<Taken> {
  const response = await from.fetch(`/api/dump/${area}.ndjson`, { headers: typeof as === "string" ? { cookie: await from.signIn(as) } : as });
  const text = await response.text();
  const all = response.status === 200 ? text.trimEnd().split("\n").map((line) => JSON.parse(line)) : [];
  return { status: response.status, text, header: all[0], lines: all.slice(1, -1), footer: all.at(-1) };
}
const of = (taken: Taken, kind: string) => taken.lines.filter((line) => line.kind === kind).map(({ row }) => row);
const board = async (from: TestApi) => (await from.graphql(
  `query ($areas: [ID!]!) { board(areas: $areas, first: 20) { columns { column total cards { nodes { id no title status level supporters overdue projectNo due { kind at } lead { id } } } } } }`, { areas: [community] }, { as: "chen" })).data.board;
const measures = async ({ pool }: TestApi) => (await pool.query("select * from case_measure order by case_id, round, known_from")).rows;

test("a dump says what it holds, is of one moment, and is one row of the audit", async () => {
  const taken = await dump(api, "chen");
  expect(taken.header).toMatchObject({ format: "bandeng-dump", version: 1, area: community, moment: await api.clock.now(api.pool), feedPosition: of(taken, "EVENT").length });
  for (const [kind, count] of Object.entries(taken.header.counts)) expect([kind, of(taken, kind).length]).toEqual([kind, count]);
  expect(taken.footer.counts).toEqual(taken.header.counts);
  expect(taken.header.counts).toMatchObject({ CASE: 5, OPINION: 5, PROJECT: 1, COMPOUND: 1, BUILDING: 1, UNIT: 1, HOUSEHOLD: 1 });
  expect(of(taken, "EVENT").map((row) => row["position"])).toEqual(Array.from({ length: taken.header.feedPosition }, (_, i) => i + 1));
  const { rows } = await api.pool.query("select outcome, person_id, reason from audit where action = 'dumpArea'");
  expect(rows).toEqual([{ outcome: "DONE", person_id: api.people.chen, reason: expect.stringContaining(`${community}.ndjson`) }]);
});

test("C34, C38: names, phones and slips stay; disputes and doors are only in the dumps of those who see them", async () => {
  const { rows } = await api.pool.query("select slip_code from opinion");
  const [secretary, district, key] = [await dump(api, "chen"), await dump(api, "district"), await dump(api, (await makeKey(api)).headers)];
  for (const taken of [secretary, district, key]) {
    for (const secret of ["楼丽丽", "赵大爷", phone, "李网格长", ...rows.map((row) => row.slip_code)]) expect(taken.text).not.toContain(secret);
    expect(of(taken, "PERSON").length).toBeGreaterThan(3);
  }
  expect(secretary.text).toContain("狗");
  for (const taken of [district, key]) {
    for (const hidden of ["狗", ids["dispute"]]) expect(taken.text).not.toContain(hidden);
    expect(taken.header.counts).toMatchObject({ CASE: 4, OPINION: 4, HOUSEHOLD: 0 });
    const events = of(taken, "EVENT").map((row) => row["id"]);
    expect(of(taken, "WORDS").every((row) => events.includes(row["event_id"]))).toBe(true);
  }
  expect(of(key, "PERSON").map((row) => row["surname_mask"])).not.toContain("楼某");
});

test("S3: row level security and the conditions each keep the same out of a dump", async () => {
  const whole = (await dump(api, "district")).lines;
  const bare = await startApi({ clock: api.clock, databaseUrl: api.databaseUrl, withoutRowSecurity: true });
  try {
    expect((await dump(bare, "district")).lines).toEqual(whole);
  } finally {
    await bare.stop();
  }
  conditions.on = false;
  try {
    expect((await dump(api, "district")).lines).toEqual(whole);
  } finally {
    conditions.on = true;
  }
});

test("C11: only whoever may export there, and an attempt is written down", async () => {
  for (const [as, area] of [["member3", grid(3)], ["li", community], ["neighbour", community], ["admin", community]] as const) expect((await dump(api, as, area)).status, as).toBe(403);
  expect((await dump(api, "li", grid(3))).status).toBe(200);
  expect((await dump(api, {})).status).toBe(401);
  for (const area of ["1", "340802001007' or 1=1", "toString"]) expect((await dump(api, "chen", encodeURIComponent(area))).status).toBe(404);
  expect((await api.pool.query("select count(*)::int as n from audit where action = 'dumpArea' and outcome = 'REFUSED'")).rows[0].n).toBe(4);
});

test("R9: a dump with a byte changed, a line gone or no end is refused, and nothing of it is stored", async () => {
  const { text } = await dump(api, "chen");
  const lines = text.trimEnd().split("\n");
  const broken = [text.replace("要换线", "要换钱"), lines.toSpliced(5, 1).join("\n"), lines.slice(0, -1).join("\n"), text.replace('"version":1', '"version":2'), "", "{}\n{}\n", "no dump"];
  for (const one of broken) {
    writeFileSync(file, one);
    await expect(restoreDump(copy.appPool, testAuditKeys, file), one.slice(0, 40)).rejects.toThrow(/dump|damaged|SHA-256|whole|rows/);
  }
  expect((await copy.pool.query("select (select count(*) from area) + (select count(*) from person) + (select count(*) from event) as n")).rows[0].n).toBe(0);
});

test("R9: restored where nothing is it is the same: rows, board, log and figures; followers go on with their cursors", async () => {
  const before = await dump(api, "chen");
  writeFileSync(file, before.text);
  expect(await restoreDump(copy.appPool, testAuditKeys, file)).toMatchObject({ stored: true, area: community, keepsPositions: true, rows: before.lines.length });

  // Roles and accounts do not travel: the secretary gets his own anew, as the person he is.
  const { chen } = api.people;
  await copy.pool.query("insert into role_assignment (id, person_id, role, area_code, area_no, from_date) values ($1, $2, 'SECRETARY', $3, $4, '2023-01-01')", [uuidv7(), chen, community, Number(`${community}000`)]);
  await copy.createAccount({ username: "chen", personId: chen });
  for (const { year, version, source, published_on, days_off, work_days } of (await api.pool.query("select * from calendar_year where current")).rows) {
    await copy.pool.query("insert into calendar_year (year, version, source, published_on, days_off, work_days, current) values ($1, $2, $3, $4, $5, $6, true) on conflict do nothing", [year, version, source, published_on, days_off, work_days]);
  }

  const after = await dump(copy, "chen");
  expect({ ...after.header, moment: "" }).toEqual({ ...before.header, moment: "" });
  const lines = (taken: Taken) => taken.text.trimEnd().split("\n").slice(1, -1);
  expect(lines(after)).toEqual(lines(before));
  expect(await board(copy)).toEqual(await board(api).then((shown) => JSON.parse(JSON.stringify(shown).replaceAll(phone, of(before, "CASE").map((row) => String(row["title"])).find((title) => title.includes("请打"))?.split("请打 ")[1] ?? ""))));

  const folded = await transaction(copy.appPool, systemScope, async (client) => {
    const rows = await loadCases(client, Object.values(ids));
    const both: [unknown, unknown][] = [];
    for (const row of rows.values()) both.push([row, fold((await readHistory(client, row.id)).map(({ event }) => event))]);
    return both;
  });
  expect(folded).toHaveLength(5);
  for (const [row, history] of folded) expect(JSON.parse(JSON.stringify(history))).toEqual(JSON.parse(JSON.stringify(row)));

  await rebuildMeasures(api.appPool);
  expect(await measures(copy)).toEqual(await measures(api));
  const changes = `query { changes(after: 3, first: 5) { upTo changes { position id version } } }`;
  expect((await copy.graphql(changes, {}, { as: "chen" })).data).toEqual((await api.graphql(changes, {}, { as: "chen" })).data);
});

test("R9: restored once more it changes nothing; what is new afterwards comes behind it", async () => {
  const state = async () => (await copy.pool.query("select (select count(*) from event) as e, (select sum(version) from cases) as v, (select position from feed_head) as p, (select count(*) from audit where action = 'restoreDump') as a")).rows[0];
  const before = await state();
  expect(await restoreDump(copy.appPool, testAuditKeys, file)).toMatchObject({ stored: false });
  expect(await state()).toEqual(before);
  expect(before.a).toBe(1);

  const other = (await dump(api, "district")).text;
  writeFileSync(file, other);
  await expect(restoreDump(copy.appPool, testAuditKeys, file)).rejects.toThrow(/already/);
  expect(await state()).toEqual(before);

  const { data } = await copy.graphql(
    "mutation ($input: CollectOpinionInput!) { collectOpinion(input: $input) { case { no } refusal { code } } }",
    { input: { idempotencyKey: uuidv7(), words: "井盖松了", kind: "OPINION", channel: "PHONE", place: { compoundId: api.compoundId } } }, { as: "chen" },
  );
  expect(data.collectOpinion.case?.no).toBe(`${community}-2024-0006`);
  await sequenceAll(copy.appPool, testAuditKeys);
  expect(Number((await state()).p)).toBe(Number(before.p) + 1);
});

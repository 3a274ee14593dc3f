import { arePartiesQuiet, calendarOf, defaultDeadlineRules, heardAt, humanAt, isIdle, repeatsOf, shippedCalendarYears, type Mediation } from "@bandeng/domain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadCases, readHistory } from "../cases/read-case.ts";
import { run } from "../database/statement.ts";
import { community, startCommunity, type TestCommunity, type Username } from "../testing/community.ts";
import { insertMediator, mediated, opened } from "../testing/mediations.ts";
import { done, shanghai } from "../testing/verbs.ts";

let api: TestCommunity;
const cases: Record<string, string> = {};
const today = "2024-03-22";
const calendar = calendarOf(shippedCalendarYears);

async function collected(key: string, more: Record<string, unknown> = {}): Promise<string> {
  const given = { words: `${key}：请来看看`, title: key, kind: "DIFFICULTY", category: "events.charging", place: { compoundId: api.compoundId }, channel: "VISIT", reporterId: await api.resident("许大爷"), ...more };
  const { id } = await done(api, "zhou", "collectOpinion", null, given);
  return (cases[key] = id);
}
async function accepted(key: string, more: Record<string, unknown> = {}, accept: Record<string, unknown> = {}): Promise<string> {
  const id = await collected(key, more);
  const dispute = more["kind"] === "DISPUTE" ? { partyIds: [await api.resident("孙某"), await api.resident("赵某")] } : {};
  await done(api, "zhou", "acceptCase", id, { kind: "DIFFICULTY", category: "events.charging", severity: "NORMAL", ...pick(more, "kind", "category"), ...dispute, ...accept });
  return id;
}
const pick = (from: Record<string, unknown>, ...keys: string[]) => Object.fromEntries(keys.flatMap((key) => (from[key] === undefined ? [] : [[key, from[key]]])));
const at = (day: string, time = "10:00") => api.clock.set(shanghai(day, time));
const contact = (id: string, kind: string, as: Username = "zhou") => done(api, as, "recordContact", id, { kind, words: "打过电话" });
const sewer = { category: "assets.sewer", place: {} as Record<string, unknown> };
const dispute = { kind: "DISPUTE", category: "disputes.noise" };

beforeAll(async () => {
  api = await startCommunity(shanghai("2024-03-04", "09:00"));
  sewer.place = { buildingId: api.sewerBuildingId };
  const mediator = await insertMediator(api);
  await accepted("堵一", sewer);
  await accepted("已告知", {}, { severity: "HIGH" });
  for (const key of ["已办未告知", "已告知"]) {
    await (cases[key] ? Promise.resolve() : accepted(key));
    await done(api, "zhou", "startCase", cases[key] as string, { measure: "装灯" });
    await done(api, "zhou", "resolveCase", cases[key] as string, { result: "装好了" });
  }
  await contact(cases["已告知"] as string, "RESULT_TOLD");
  await accepted("吵架", dispute);
  const mediating = await accepted("在调解", { ...dispute, category: "disputes.leak" });
  await done(api, "zhou", "escalateCase", mediating, { reason: "双方申请人民调解", partiesAskForMediation: true });
  await done(api, "zhou", "startCase", mediating, { measure: "人民调解" });
  at("2024-03-11");
  await accepted("堵二", sewer);
  await accepted("飞线");
  await done(api, "chen", "blowWhistle", cases["飞线"] as string, { departmentId: api.departments.fire, ask: "请查消防隐患" });
  const m = await opened(api, "zhou", mediating, [mediator]);
  at("2024-03-18");
  await mediated(api, "mediator", "hearParty", m.id, { partyKey: m.parties[0]?.key, words: "漏了三天" });
  await accepted("堵三", sewer, { severity: "SAFETY" });
  await contact(cases["堵三"] as string, "VISIT");
  // A note is a human event, and no word with a party.
  await contact(cases["吵架"] as string, "NOTE", "li");
  at(today);
  await collected("刚来");
}, 60_000);
afterAll(() => api.stop());

interface Shown {
  id: string;
  kind: string;
  areaCode: string;
  since: string;
  days: number;
  count: number;
  reasons: string[];
  cases: { title: string }[];
}
async function warnings(as: Username | "mediator", kinds: readonly string[] | null = null, first = 100, after: string | null = null, headers: Record<string, string> = {}): Promise<{ nodes: Shown[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } }> {
  const query = `query ($kinds: [WarningKind!], $first: Int!, $after: String) { warnings(areas: ["340802"], kinds: $kinds, first: $first, after: $after) {
    nodes { id kind areaCode since days count reasons cases { title } } pageInfo { hasNextPage endCursor } } }`;
  const { data, errors } = await api.graphql(query, { kinds, first, after }, { as, headers });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.warnings;
}
const titlesOf = (nodes: readonly Shown[]) => nodes.map((n) => n.cases.map((c) => c.title).join("+")).toSorted();
const titles = async (as: Username | "mediator", kind: string) => titlesOf((await warnings(as, [kind])).nodes);

describe("early warning", () => {
  test("names what repeats, stands still, is silent, unanswered or not reported for, and why", async () => {
    const said = Object.fromEntries(
      (["REPEATS", "PARTIES_QUIET", "UNANSWERED", "WHISTLE_OVERDUE", "RISK"] as const).map((kind) => [kind, warnings("zhou", [kind])]),
    );
    const line = async (kind: string) => (await said[kind])?.nodes.map(({ cases: found, days, count, reasons }) => [found.map((c) => c.title).join("+"), days, count, reasons.join("；")]);
    expect(await line("REPEATS")).toEqual([["堵三+堵二+堵一", 14, 3, "90天内“下水管道”3件"]]);
    expect(await line("PARTIES_QUIET")).toEqual([["吵架", 14, 1, "14个工作日没有联系任何一方，限5个"]]);
    expect(await line("UNANSWERED")).toEqual([["已办未告知", 13, 1, "答复已超期13个工作日"]]);
    expect(await line("WHISTLE_OVERDUE")).toEqual([["飞线", 8, 1, "消防应哨已超期8个工作日"]]);
    expect(await line("RISK")).toEqual([
      ["堵一", 14, 5, "已超时；90天内同一楼栋同类第3件；长时间无人跟进"],
      ["堵二", 9, 5, "已超时；90天内同一楼栋同类第3件；长时间无人跟进"],
      ["堵三", 4, 5, "安全隐患；90天内同一楼栋同类第3件"],
    ]);
    const idle = (await warnings("zhou", ["IDLE"])).nodes;
    expect(idle.map(({ cases: [c], days, reasons }) => [c?.title, days, reasons[0]]).toSorted()).toEqual([
      ["堵一", 14, "14个工作日无人跟进，楼栋层级限3个"],
      ["堵二", 9, "9个工作日无人跟进，楼栋层级限3个"],
      ["在调解", 14, "14个工作日无人跟进，社区层级限10个"],
      ["飞线", 9, "9个工作日无人跟进，楼栋层级限3个"],
    ].toSorted());
    expect((await warnings("zhou", ["REPEATS"], 10, null, { "accept-language": "en" })).nodes[0]?.reasons).toEqual(["3 cases of “Sewer” within 90 days"]);
  });

  test("finds exactly what the domain calls so, of every case that is open", async () => {
    const { rows } = await api.pool.query<{ id: string }>("select id from cases");
    const all = [...(await loadCases(api.pool, rows.map(({ id }) => id))).values()];
    const facts = await Promise.all(
      all.map(async (c) => {
        const history = (await readHistory(api.pool, c.id)).map(({ event }) => event);
        const mediations = await run<{ mediation: Mediation }>(api.pool, "select mediation from mediation where case_id = $1", [c.id]);
        const heard = mediations.flatMap(({ mediation }) => mediation.statements);
        return {
          c,
          idle: isIdle(c, humanAt(c, history), today, calendar, defaultDeadlineRules),
          quiet: arePartiesQuiet(c, heardAt(c, history, heard), today, calendar),
        };
      }),
    );
    const named = (kept: typeof facts) => kept.map(({ c }) => c.title).toSorted();
    expect(await titles("zhou", "IDLE")).toEqual(named(facts.filter(({ idle }) => idle)));
    expect(await titles("zhou", "PARTIES_QUIET")).toEqual(named(facts.filter(({ quiet }) => quiet)));
    const repeated = repeatsOf(all, shanghai(today, "10:00"));
    expect((await warnings("zhou", ["REPEATS"])).nodes.map((n) => [n.since, n.count])).toEqual(repeated.map(({ since, caseIds }) => [since, caseIds.length]));
  });

  test("of all kinds in one list, what has lasted longest first, by cursor", async () => {
    const { nodes } = await warnings("zhou");
    expect(nodes.map((n) => n.since)).toEqual(nodes.map((n) => n.since).toSorted());
    expect(new Set(nodes.map((n) => n.id)).size).toBe(nodes.length);
    const walked: Shown[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page = await warnings("zhou", null, 3, after);
      walked.push(...page.nodes);
      [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
    }
    expect(walked).toEqual(nodes);
    expect(nodes.length).toBe(11);
  });

  test("follows the deadlines a community has set itself", async () => {
    const before = await titles("zhou", "IDLE");
    await api.pool.query("insert into community_setting (community_code, area_no, rules) values ($1, $2, $3) on conflict (community_code) do update set rules = excluded.rules", [
      community, Number(`${community}000`), { resolveDays: { ...defaultDeadlineRules.resolveDays, BUILDING: 9 } },
    ]);
    expect(await titles("zhou", "IDLE")).toEqual(["在调解", "堵一"]);
    expect((await warnings("zhou", ["IDLE"])).nodes.map((n) => n.reasons[0])).toContain("14个工作日无人跟进，楼栋层级限9个");
    await api.pool.query("update community_setting set rules = '{}'");
    expect(await titles("zhou", "IDLE")).toEqual(before);
  });

  test("misses the inspections of a project that was running on the last day of a month, for whoever knows of the project", async () => {
    const id = "0191f6aa-0000-7000-8000-00000000beef";
    const project = {
      id, no: "2024-01", version: 1, year: 2024, communityCode: community, secretaryId: api.people.chen, secretaryIds: [api.people.chen], title: "换线", problem: "", goal: "", measures: "", budgetFen: 0, funds: [], deliverables: [], milestones: [],
      caseIds: [], state: "RUNNING", runs: [{ from: shanghai("2024-01-10", "09:00"), to: null }], inspections: [{ id: "i", month: "2024-01" }], spending: [], carriedOver: [], programmes: [], exemplary: false, openObjections: 0, objections: [],
    };
    await api.pool.query(
      `insert into secretary_project (id, no, version, year, community_code, area_no, secretary_id, title, state, progress, updated_at, project, years, inspection_from, exemplary)
       values ($1, '2024-01', 1, 2024, $2, $3, $4, '换线', 'RUNNING', 0, now(), $5, '{2024}', '2024-03-01', false)`,
      [id, community, Number(`${community}000`), api.people.chen, JSON.stringify(project)],
    );
    const missing = async (as: Username) => (await warnings(as, ["INSPECTION_MISSING"])).nodes.map(({ reasons, since, days, cases: none }) => [reasons, since, days, none]);
    expect(await missing("chen")).toEqual([[["缺2024-02巡项目记录"], shanghai("2024-03-01", "00:00"), 15, []]]);
    for (const as of ["neighbour", "fire", "admin"] as const) expect(await missing(as), as).toEqual([]);
    await api.pool.query("delete from secretary_project where id = $1", [id]);
  });

  test("refuses what is no area and no cursor", async () => {
    for (const [args, code] of [[`areas: ["x"], first: 5`, "BAD_USER_INPUT"], [`areas: ["340802"], first: 5, after: "x"`, "BAD_USER_INPUT"], [`areas: ["340802"], first: 101`, "BAD_USER_INPUT"]] as const) {
      const { errors } = await api.graphql(`{ warnings(${args}) { nodes { id } } }`, {}, { as: "zhou" });
      expect(errors[0]?.extensions["code"], args).toBe(code);
    }
  });
});

describe("C38: a warning is as confidential as its case", () => {
  const see: readonly [Username | "mediator", Record<string, readonly string[]>][] = [
    ["chen", { IDLE: ["在调解", "堵一", "堵二", "飞线"], PARTIES_QUIET: ["吵架"], REPEATS: ["堵三+堵二+堵一"], UNANSWERED: ["已办未告知"], WHISTLE_OVERDUE: ["飞线"], RISK: ["堵一", "堵三", "堵二"] }],
    ["li", { IDLE: ["在调解", "飞线"], PARTIES_QUIET: ["吵架"], REPEATS: [], UNANSWERED: ["已办未告知"], WHISTLE_OVERDUE: ["飞线"], RISK: [] }],
    ["member3", { IDLE: ["飞线"], PARTIES_QUIET: [], REPEATS: [], UNANSWERED: ["已办未告知"], WHISTLE_OVERDUE: ["飞线"], RISK: [] }],
    ["member5", { IDLE: ["堵一", "堵二"], PARTIES_QUIET: [], REPEATS: ["堵三+堵二+堵一"], UNANSWERED: [], WHISTLE_OVERDUE: [], RISK: ["堵一", "堵三", "堵二"] }],
    ["street", { IDLE: ["堵一", "堵二", "飞线"], PARTIES_QUIET: [], REPEATS: ["堵三+堵二+堵一"], UNANSWERED: ["已办未告知"], WHISTLE_OVERDUE: ["飞线"], RISK: ["堵一", "堵三", "堵二"] }],
    ["mediator", { IDLE: ["在调解", "堵一", "堵二", "飞线"], PARTIES_QUIET: ["吵架"], REPEATS: ["堵三+堵二+堵一"], UNANSWERED: ["已办未告知"], WHISTLE_OVERDUE: ["飞线"], RISK: ["堵一", "堵三", "堵二"] }],
    ["fire", { IDLE: ["飞线"], PARTIES_QUIET: [], REPEATS: [], UNANSWERED: [], WHISTLE_OVERDUE: ["飞线"], RISK: [] }],
    ...(["housing", "neighbour", "zhang", "admin"] as const).map((who) => [who, { IDLE: [], PARTIES_QUIET: [], REPEATS: [], UNANSWERED: [], WHISTLE_OVERDUE: [], RISK: [] }] as [Username, Record<string, readonly string[]>]),
  ];
  test.each(see)("%s sees those of the cases he sees whole, and no other", async (who, expected) => {
    const { nodes } = await warnings(who);
    const found = Object.fromEntries(Object.keys(expected).map((kind) => [kind, titlesOf(nodes.filter((n) => n.kind === kind))]));
    expect(found).toEqual(expected);
    expect(nodes).toHaveLength(Object.values(expected).flat().length);
  });
});

describe("Case.risk", () => {
  const risk = async (key: string, as: Username | "mediator") => (await api.graphql(`query ($id: ID!) { case(id: $id) { visibility risk { level points reasons { code sentence points } } } }`, { id: cases[key] }, { as })).data.case;

  test("explains itself to whoever sees the case whole; of a masked one and of one that is over there is none", async () => {
    expect(await risk("堵三", "zhou")).toEqual({
      visibility: "WHOLE",
      risk: { level: "HIGH", points: 5, reasons: [{ code: "SAFETY", sentence: "安全隐患", points: 3 }, { code: "REPEATED", sentence: "90天内同一楼栋同类第3件", points: 2 }] },
    });
    expect((await risk("飞线", "zhou")).risk).toMatchObject({ level: "MEDIUM", points: 3 });
    expect(await risk("吵架", "member3")).toEqual({ visibility: "MASKED", risk: null });
    await done(api, "zhou", "declineCase", cases["刚来"] as string, { reason: "NO_FACTS", goTo: "无" });
    expect((await risk("刚来", "zhou")).risk).toBeNull();
  });

  test("is HIGH of exactly the cases that are listed as risky, and gives the same points", async () => {
    const { data } = await api.graphql(`{ cases(areas: ["340802"], order: UPDATED, first: 100) { nodes { title risk { level points } } } }`, {}, { as: "zhou" });
    const high: [string, number][] = data.cases.nodes.filter((c: { risk: { level: string } | null }) => c.risk?.level === "HIGH").map((c: { title: string; risk: { points: number } }) => [c.title, c.risk.points]);
    expect((await warnings("zhou", ["RISK"])).nodes.map((n) => [n.cases[0]?.title, n.count]).toSorted()).toEqual(high.toSorted());
    expect(high.length).toBe(3);
  });
});

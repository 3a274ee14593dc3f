import { areaNumber } from "@bandeng/domain";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { recordDueCases } from "../cases/due-job.ts";
import { community, grid, startCommunity, type TestCommunity } from "../testing/community.ts";
import { at18, done, look, refused, shanghai, versionOf } from "../testing/verbs.ts";

let api: TestCommunity;
const people: Record<string, string> = {};
const entries: Record<string, string> = {};
beforeAll(async () => {
  api = await startCommunity(shanghai("2024-06-03", "09:00"));
  const { pool } = api;
  await pool.query("insert into role_assignment (id, person_id, role, area_code, area_no, from_date) values ($1, $2, 'COUNCIL_MEMBER', $3, $4, '2023-01-01')", [uuidv7(), await account("council", "议事员", null), grid(3), areaNumber(grid(3))]);
  for (const [key, name] of [["lawyerA", "甲律师"], ["lawyerB", "乙律师"], ["lawyerC", "丙律师"], ["engineer", "丁工"]] as const) await account(key, name, "340802");
});
afterAll(() => api.stop());
beforeEach(() => api.clock.set(shanghai("2024-06-06", "11:00")));

/** Somebody with an account, and an expert's role where an area is given. */
async function account(key: string, name: string, area: string | null): Promise<string> {
  const id = (people[key] = uuidv7());
  await api.pool.query("insert into person (id, display_name, surname_mask, area_no) values ($1, $2, $3, 340802000000000)", [id, name, `${name.slice(0, 1)}某`]);
  if (area !== null) await api.pool.query("insert into role_assignment (id, person_id, role, area_code, area_no, from_date) values ($1, $2, 'EXPERT', $3, $4, '2023-01-01')", [uuidv7(), id, area, areaNumber(area)]);
  await api.createAccount({ username: key, personId: id });
  return id;
}

type Answer = { expert?: Record<string, unknown> | null; case?: { id: string; version: number } | null; refusal: { code: string; message: string; path: string | null } | null };

async function tell(as: string, verb: string, input: Record<string, unknown>): Promise<Answer> {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const shown = /^(add|amend|confirm|withdraw)Expert$/.test(verb) ? "expert { id version name org skills available confirmed confirmedAt ties { personId kind person { name } } }" : "case { id version }";
  const { data, errors } = await api.graphql(`mutation ($input: ${type}!) { answer: ${verb}(input: $input) { ${shown} refusal { code message path } } }`, { input: { idempotencyKey: uuidv7(), ...input } }, { as });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.answer as Answer;
}
const code = async (as: string, verb: string, input: Record<string, unknown>): Promise<string | null> => (await tell(as, verb, input)).refusal?.code ?? null;

async function expert(key: string, more: Record<string, unknown> = {}): Promise<string> {
  const known = entries[key];
  if (known) return known;
  const answer = await tell("district", "addExpert", { personId: people[key], areaCode: "340802", org: "宜城律师事务所", skills: ["LAW", "MEDIATION"], ...more });
  if (!answer.expert) throw new Error(JSON.stringify(answer));
  return (entries[key] = String(answer.expert["id"]));
}

interface Listed {
  id: string;
  name: string;
  standing: string | null;
  medianMinutes: number | null;
  asked: number;
}
async function pool(as: string, args: string, areas = community): Promise<Listed[]> {
  const { data, errors } = await api.graphql(`{ experts(areas: ["${areas}"], first: 100${args}) { nodes { id name standing medianMinutes asked } } }`, {}, { as });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.experts.nodes;
}

/** A dispute of two parties, led by the grid head: the upper one, the lower one, and the case. */
async function dispute(): Promise<{ id: string; upper: string; lower: string }> {
  const [upper, lower] = [await api.resident("赵某"), await api.resident("孙某")];
  const given = { words: "楼上卫生间漏水", title: "卫生间漏水", kind: "DISPUTE", category: "disputes.leak", place: { compoundId: api.compoundId }, channel: "VISIT", reporterId: lower };
  const { id } = await done(api, "zhou", "collectOpinion", null, given);
  await done(api, "li", "acceptCase", id, { kind: "DISPUTE", category: "disputes.leak", severity: "NORMAL", partyIds: [upper, lower] });
  return { id, upper, lower };
}

const call = async (id: string, keys: readonly string[], as = "li"): Promise<string | null> =>
  code(as, "callExpert", { id, expectedVersion: await versionOf(api, id), skills: ["LAW"], ask: "请来说说责任", expertIds: await Promise.all(keys.map((key) => expert(key))) });

interface Invited {
  id: string;
  ask: string;
  category: string;
  gridCode: string;
  replyDueAt: string;
}
async function invitations(as: string): Promise<Invited[]> {
  const { data, errors } = await api.graphql("{ myExpertCalls(first: 10) { nodes { id ask category gridCode gridName skills calledAt replyDueAt } } }", {}, { as });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.myExpertCalls.nodes;
}
const callOf = async (id: string): Promise<string> => (await api.pool.query("select id from expert_call where case_id = $1 order by called_at desc, id desc limit 1", [id])).rows[0].id;
const answer = async (as: string, callId: string, accepted: boolean) => tell(as, "answerExpertCall", { callId, accepted });

describe("人才库", () => {
  test("who keeps it adds, amends, confirms and takes out; a new person gets a row, and a name nobody masks", async () => {
    const added = await tell("zhou", "addExpert", { name: " 王律师 ", areaCode: community, org: "法律援助中心", skills: ["MEDIATION", "LAW"], ties: [] });
    expect(added.refusal).toBeNull();
    expect(added.expert).toMatchObject({ version: 1, name: "王律师", org: "法律援助中心", skills: ["LAW", "MEDIATION"], available: true, confirmed: true, confirmedAt: shanghai("2024-06-06", "11:00"), ties: [] });
    const id = String(added.expert?.["id"]);
    const tied = await api.resident("王大妈");
    const amended = await tell("chen", "amendExpert", { id, expectedVersion: 1, org: "新所", skills: ["LAW"], available: false, ties: [{ personId: tied, kind: "KIN" }] });
    expect(amended.expert).toMatchObject({ version: 2, org: "新所", skills: ["LAW"], available: false, ties: [{ personId: tied, kind: "KIN", person: { name: "王某" } }] });
    api.clock.set(shanghai("2024-06-07", "09:00"));
    expect((await tell("zhou", "confirmExpert", { id, expectedVersion: 2 })).expert).toMatchObject({ version: 3, confirmedAt: shanghai("2024-06-07", "09:00") });
    expect(await code("zhou", "withdrawExpert", { id, expectedVersion: 2 })).toBe("CONFLICT");
    expect(await tell("zhou", "withdrawExpert", { id, expectedVersion: 3 })).toMatchObject({ expert: null, refusal: null });
    expect((await pool("zhou", "")).map((e) => e.id)).not.toContain(id);
    const { rows } = await api.pool.query("select type, payload::text from event where stream_kind = 'EXPERT' and stream_id = $1 order by seq", [id]);
    expect(rows.map((r) => r.type)).toEqual(["EXPERT_ADDED", "EXPERT_AMENDED", "EXPERT_CONFIRMED", "EXPERT_WITHDRAWN"]);
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`王律师|${tied}`));
  });

  test.each([
    ["li", { areaCode: community }, "FORBIDDEN_RIGHT"],
    ["neighbour", { areaCode: community }, "FORBIDDEN_RIGHT"],
    ["zhou", { areaCode: "340802" }, "FORBIDDEN_RIGHT"],
    ["zhou", { areaCode: grid(3) }, "EXPERT_AREA_WRONG"],
    ["district", { areaCode: "340899" }, "EXPERT_AREA_WRONG"],
    ["zhou", { areaCode: community, skills: [] }, "SKILLS_REQUIRED"],
    ["zhou", { areaCode: community, org: "" }, "TEXT_REQUIRED"],
    ["zhou", { areaCode: community, name: "" }, "TEXT_REQUIRED"],
    ["zhou", { areaCode: community, name: "某".repeat(41) }, "TEXT_TOO_LONG"],
    ["zhou", { areaCode: community, personId: uuidv7() }, "UNKNOWN_PERSON"],
    ["zhou", { areaCode: community, ties: [{ personId: uuidv7(), kind: "KIN" }] }, "UNKNOWN_PERSON"],
  ] as const)("%s %j: %s, and nothing is stored", async (as, more, expected) => {
    const count = async () => (await api.pool.query("select (select count(*) from expert)::int as e, (select count(*) from person)::int as p")).rows[0];
    const before = await count();
    expect(await code(as, "addExpert", { name: "某人", org: "某所", skills: ["LAW"], ...more })).toBe(expected);
    expect(await count()).toEqual(before);
  });

  test("nobody stands in one pool twice: not in the community's beside the district's", async () => {
    await expert("lawyerC");
    expect(await code("zhou", "addExpert", { personId: people["lawyerC"], areaCode: community, org: "x", skills: ["LAW"] })).toBe("EXPERT_IN_POOL");
  });

  test("it is read where it is used; ties are told to those who keep that pool, and to nobody else", async () => {
    const tied = await api.resident("周大妈");
    const id = await expert("engineer", { skills: ["ENGINEERING", "MUNICIPAL"], ties: [{ personId: tied, kind: "INTEREST" }] });
    for (const who of ["zhou", "member3", "li", "street", "district", "neighbour"]) expect((await pool(who, "", "340802")).map((e) => e.id), who).toContain(id);
    for (const who of ["zhang", "housing", "council", "admin"]) expect(await pool(who, "", "340802"), who).toEqual([]);
    // He sees his own entry, as he may see whatever is kept on him.
    expect((await pool("engineer", "", "340802")).map((e) => e.id)).toEqual([id]);
    expect((await pool("zhou", ", skills: [MUNICIPAL, MEDICAL]")).map((e) => e.id)).toEqual([id]);
    const ties = async (as: string): Promise<unknown[]> => {
      const { data } = await api.graphql(`{ experts(areas: ["340802"], skills: [MUNICIPAL], first: 1) { nodes { ties { personId } } } }`, {}, { as });
      return data.experts.nodes.flatMap((e: { ties: unknown[] }) => e.ties);
    };
    expect(await ties("district")).toEqual([{ personId: tied }]);
    for (const who of ["zhou", "li", "engineer"]) expect(await ties(who), who).toEqual([]);
  });

  test("pages by cursor, those who can be called first", async () => {
    for (const key of ["lawyerA", "lawyerB", "lawyerC"]) await expert(key);
    await api.pool.query("update expert set confirmed_at = $2 where id = $1", [entries["lawyerB"], shanghai("2023-05-03", "09:00")]);
    const page = async (after: string | null) => {
      const { data } = await api.graphql(`query ($after: String) { experts(areas: ["${community}"], skills: [LAW], first: 2, after: $after) { nodes { name confirmed } pageInfo { hasNextPage endCursor } } }`, { after }, { as: "zhou" });
      return data.experts;
    };
    const first = await page(null);
    expect(first).toMatchObject({ nodes: [{ confirmed: true }, { confirmed: true }], pageInfo: { hasNextPage: true } });
    expect(await page(first.pageInfo.endCursor)).toMatchObject({ nodes: [{ name: "乙律师", confirmed: false }], pageInfo: { hasNextPage: false } });
  });
});

describe("S3.3: lawyers for a leak", () => {
  test("A is the upper neighbour's relative and not offered, B has to be asked first, C can be called; nobody is told why", async () => {
    const { id, upper, lower } = await dispute();
    for (const key of ["lawyerA", "lawyerB", "lawyerC"]) await expert(key);
    await api.pool.query("update expert set confirmed_at = $2 where id = $1", [entries["lawyerB"], shanghai("2023-05-03", "09:00")]);
    await api.pool.query("insert into expert_tie (expert_id, person_id, kind) values ($1, $2, 'KIN') on conflict do nothing", [entries["lawyerA"], upper]);
    const offered = await pool("li", `, skills: [LAW, MEDIATION], forCase: "${id}"`);
    expect(offered.map((e) => [e.name, e.standing])).toEqual([["丙律师", "CALLABLE"], ["乙律师", "CONFIRM_FIRST"]]);
    // Of a case one does not see whole there is nothing to be learned: neither hidden, nor masked, nor absent.
    for (const who of ["wang", "member3", "neighbour"]) expect(await pool(who, `, forCase: "${id}"`), who).toEqual([]);
    expect(await pool("li", `, forCase: "${uuidv7()}"`)).toEqual([]);
    const version = await versionOf(api, id);
    const denied = await tell("li", "callExpert", { id, expectedVersion: version, skills: ["LAW"], ask: "x", expertIds: [entries["lawyerA"]] });
    expect(denied.refusal).toMatchObject({ code: "EXPERT_CONFLICT", message: "这位专家对本事项应当回避，请另选一位。" });
    expect(await call(id, ["lawyerB"])).toBe("EXPERT_UNCONFIRMED");
    expect(await code("li", "callExpert", { id, expectedVersion: version, skills: ["LAW"], ask: "x", expertIds: [uuidv7()] })).toBe("UNKNOWN_EXPERT");
    // Of one household with the lower neighbour, he has to stay out as well.
    const household = uuidv7();
    await api.pool.query("insert into household (id, building_id, floor, room, kind) values ($1, $2, 1, $3, 'HOME')", [household, api.sewerBuildingId, household]);
    await api.pool.query("update person set household_id = $1 where id = any($2::uuid[])", [household, [people["lawyerC"], lower]]);
    expect((await pool("li", `, forCase: "${id}"`)).map((e) => e.name)).not.toContain("丙律师");
    expect(await call(id, ["lawyerC"])).toBe("EXPERT_CONFLICT");
    await api.pool.query("update person set household_id = null where id = $1", [people["lawyerC"]]);
    expect(await call(id, ["lawyerC"])).toBeNull();
  });

  test("C sees the call and not the case, answers in three hours, sees this one case whole and may talk; let go, he sees nothing", async () => {
    const { id } = await dispute();
    api.clock.set(shanghai("2024-06-06", "12:00"));
    expect(await call(id, ["lawyerC", "engineer"])).toBeNull();
    expect((await invitations("lawyerC")).filter((one) => one.ask === "请来说说责任").at(-1)).toMatchObject({ category: "disputes.leak", gridCode: grid(3), replyDueAt: at18("2024-06-07") });
    const callId = await callOf(id);
    expect(await look(api, "lawyerC" as "li", id)).toBeNull();
    expect(await invitations("engineer")).toEqual([]);
    // Whoever is not asked learns nothing of the call either.
    for (const who of ["engineer", "wang", "neighbour", "member3"]) expect((await answer(who, callId, true)).refusal?.code, who).toBe("CALL_ENDED");
    api.clock.set(shanghai("2024-06-06", "15:00"));
    expect((await answer("lawyerC", callId, true)).case).toMatchObject({ id });
    const seen = await look(api, "lawyerC" as "li", id);
    expect(seen).toMatchObject({ id, title: "卫生间漏水", visibility: "WHOLE" });
    await done(api, "lawyerC" as "li", "recordContact", id, { kind: "FACE", words: "看过现场" });
    for (const [verb, input] of [["startCase", { measure: "x" }], ["callExpert", { skills: ["LAW"], ask: "x", expertIds: [] }], ["askFact", { question: "x" }], ["withdrawCase", { respondent: "x" }]] as const) {
      expect(await refused(api, "lawyerC" as "li", verb, id, input), verb).toMatch(/FORBIDDEN_ROLE|WRONG_STATUS/);
    }
    const { data } = await api.graphql(`query ($id: ID!) { case(id: $id) { helpers { person { name } } expertCalls { ask outcome waiting asked { answer person { name } } } } }`, { id }, { as: "zhou" });
    expect(data.case).toEqual({ helpers: [{ person: { name: "丙律师" } }], expertCalls: [{ ask: "请来说说责任", outcome: "ACCEPTED", waiting: 0, asked: [{ answer: "ACCEPTED", person: { name: "丙律师" } }] }] });
    expect((await pool("zhou", ", skills: [LAW]")).find((e) => e.name === "丙律师")).toMatchObject({ medianMinutes: 180, asked: 1 });
    await done(api, "li", "releaseExpert", id, { personId: people["lawyerC"] });
    expect(await look(api, "lawyerC" as "li", id)).toBeNull();
  });

  test("the words of a call stand in a row of their own, and in no event", async () => {
    const { rows } = await api.pool.query("select (select count(*)::int from expert_call where ask = '请来说说责任') as calls, (select count(*)::int from event where payload::text like '%责任%') as logged, (select count(*)::int from event_words where words like '%责任%') as apart");
    expect(rows[0]).toMatchObject({ logged: 0, apart: 0 });
    expect(rows[0].calls).toBeGreaterThan(0);
  });

  test("a tie that came to light after the call: he has to stay out", async () => {
    const { id, upper } = await dispute();
    expect(await call(id, ["lawyerC"])).toBeNull();
    await api.pool.query("insert into expert_tie (expert_id, person_id, kind) values ($1, $2, 'INTEREST')", [entries["lawyerC"], upper]);
    const callId = await callOf(id);
    expect((await answer("lawyerC", callId, true)).refusal?.code).toBe("EXPERT_CONFLICT");
    expect(await look(api, "lawyerC" as "li", id)).toBeNull();
    expect(await answer("lawyerC", callId, false)).toMatchObject({ case: null, refusal: null });
    expect((await answer("zhou", callId, true)).refusal?.code).toBe("CALL_ENDED");
  });

  test("at 18:00 of the next working day the job passes it on, over the holiday; the last one declines on the phone", async () => {
    const { id } = await dispute();
    api.clock.set(shanghai("2024-06-06", "16:00"));
    expect(await call(id, ["lawyerC", "engineer"])).toBeNull();
    const callId = await callOf(id);
    api.clock.set(shanghai("2024-06-07", "18:00"));
    expect(await invitations("lawyerC")).toEqual([]);
    expect(await recordDueCases(api.pool, api.clock)).toBeGreaterThan(0);
    expect((await answer("lawyerC", callId, true)).refusal?.code).toBe("CALL_ENDED");
    expect((await invitations("engineer")).map((one) => [one.id, one.replyDueAt])).toEqual([[callId, at18("2024-06-11")]]);
    expect((await answer("zhou", callId, false)).refusal).toBeNull();
    const { rows } = await api.pool.query("select outcome, asked_id, reply_due_at from expert_call where id = $1", [callId]);
    expect(rows).toEqual([{ outcome: "NOBODY_LEFT", asked_id: null, reply_due_at: null }]);
    const answers = await api.pool.query("select answer, answered_at from expert_answer where call_id = $1 order by asked_at", [callId]);
    expect(answers.rows.map((row) => [row.answer, new Date(row.answered_at).toISOString()])).toEqual([["PASSED", at18("2024-06-07")], ["DECLINED", shanghai("2024-06-07", "18:00")]]);
  });
});

describe("待核实事项", () => {
  test("asked, answered with a photo of the case or with words, or withdrawn; as confidential as the case", async () => {
    const { id } = await dispute();
    await done(api, "li", "askFact", id, { question: "防水层坏了吗?" });
    await done(api, "zhou", "askFact", id, { question: "谁装修过?" });
    const facts = async (as: string) => (await api.graphql("query ($id: ID!) { case(id: $id) { facts { id question answer evidence attachmentId askedBy { name } answeredBy { name } withdrawnAt } } }", { id }, { as })).data.case?.facts;
    const [one, two] = await facts("li");
    expect(one).toMatchObject({ question: "防水层坏了吗?", answer: null, askedBy: { name: "李网格长" } });
    expect(await facts("member3")).toEqual([]);
    expect(await facts("wang")).toBeUndefined();
    expect(await refused(api, "li", "answerFact", id, { factId: one.id, answer: "坏了" })).toBe("EVIDENCE_REQUIRED");
    expect(await refused(api, "li", "answerFact", id, { factId: one.id, answer: "坏了", attachmentId: uuidv7() })).toBe("UNKNOWN_ATTACHMENT");
    await done(api, "chen", "answerFact", id, { factId: one.id, answer: "坏了", evidence: "现场开口看过" });
    await done(api, "li", "withdrawFact", id, { factId: two.id });
    expect(await refused(api, "li", "answerFact", id, { factId: two.id, answer: "x", evidence: "x" })).toBe("FACT_NOT_OPEN");
    expect(await facts("zhou")).toMatchObject([{ answer: "坏了", evidence: "现场开口看过", attachmentId: null, answeredBy: { name: "陈书记" }, withdrawnAt: null }, { answer: null, withdrawnAt: shanghai("2024-06-06", "11:00") }]);
    const { rows } = await api.pool.query("select payload::text from event where stream_id = $1 union all select words from event_words w join event e on e.id = w.event_id where e.stream_id = $1 and e.type like 'FACT%'", [id]);
    expect(JSON.stringify(rows)).not.toMatch(/防水层|开口/);
  });
});

describe("the effect of experts", () => {
  test("nothing is shown of fewer than five; five and more by their median", async () => {
    const effect = async (as: string) => (await api.graphql(`{ expertEffect(areas: ["${community}"], from: "2024-01-01", to: "2024-12-31") { withExpert { n medianDays } without { n medianDays } } }`, {}, { as })).data.expertEffect;
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) ids.push((await dispute()).id);
    const close = (id: string, outcome: string | null) =>
      api.pool.query(
        `update cases set status = 7, board_column = 7, closed_at = '2024-06-12T04:00:00Z', state = state || jsonb_build_object('calls', case when $2::text is null then '[]'::jsonb else jsonb_build_array(jsonb_build_object('outcome', $2::text)) end) where id = $1`,
        [id, outcome],
      );
    for (const id of ids.slice(0, 4)) await close(id, null);
    await close(ids[4] as string, "NOBODY_LEFT");
    // From the 6th to the 12th of June, the holiday on the 10th not counted: three working days.
    expect(await effect("zhou")).toEqual({ withExpert: { n: null, medianDays: null }, without: { n: 5, medianDays: 3 } });
    await close(ids[4] as string, "ACCEPTED");
    expect(await effect("member3")).toEqual({ withExpert: { n: null, medianDays: null }, without: { n: null, medianDays: null } });
    for (const id of ids) await close(id, "ACCEPTED");
    expect(await effect("zhou")).toEqual({ withExpert: { n: 5, medianDays: 3 }, without: { n: null, medianDays: null } });
    expect(await effect("wang")).toEqual({ withExpert: { n: null, medianDays: null }, without: { n: null, medianDays: null } });
  });
});

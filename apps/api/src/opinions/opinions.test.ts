import { isSlipCode } from "@bandeng/domain";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startCommunity, type TestCommunity, type Username } from "../testing/community.ts";
import { done, refused, shanghai } from "../testing/verbs.ts";

const now = shanghai("2024-03-04", "10:00");
let api: TestCommunity;
beforeAll(async () => {
  api = await startCommunity(now);
});
afterAll(() => api.stop());

const shown = "id words voicedAt recordedAt recordedLate channel anonymous pointId contactDayId answer answeredAt answerDueAt slipCode reporter { name } recordedBy { name } proxy { name } case { id no status supporters }";
interface Shown {
  readonly id: string;
  readonly words: string;
  readonly answer: string;
  readonly answeredAt: string | null;
  readonly answerDueAt: string | null;
  readonly recordedLate: boolean;
  readonly slipCode: string | null;
  readonly case: { readonly id: string; readonly supporters: number } | null;
}
type Given = Record<string, unknown>;

async function ask(as: Username, query: string, variables: Given = {}): Promise<Record<string, never>> {
  const { data, errors } = await api.graphql(query, variables, { as });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data as Record<string, never>;
}
const collect = async (as: Username, input: Given = {}): Promise<{ opinion: Shown; caseId: string }> => {
  const given = { idempotencyKey: uuidv7(), words: "没有地方晾衣服", kind: "OPINION", category: "assets.drying", place: { compoundId: api.compoundId }, channel: "VISIT", ...input };
  const { answer } = await ask(as, `mutation ($input: CollectOpinionInput!) { answer: collectOpinion(input: $input) { opinion { ${shown} } case { id } refusal { code path } } }`, { input: given });
  const { opinion, refusal } = answer as unknown as { opinion: Shown | null; refusal: { code: string; path: string } | null };
  if (!opinion) throw new Error(`${refusal?.code} ${refusal?.path}`);
  return { opinion, caseId: opinion.case?.id ?? "" };
};
const add = async (as: Username, caseId: string, input: Given = {}): Promise<{ opinion: Shown | null; case: { id: string; supporters: number } | null; refusal: { code: string; path: string | null } | null }> => {
  const given = { idempotencyKey: uuidv7(), caseId, words: "我家也没地方晾", channel: "PHONE", ...input };
  return (await ask(as, `mutation ($input: AddOpinionInput!) { answer: addOpinion(input: $input) { opinion { ${shown} } case { id supporters } refusal { code path } } }`, { input: given }))["answer"] as never;
};
const opinion = async (as: Username, id: string): Promise<Shown | null> => (await ask(as, `query ($id: ID!) { opinion(id: $id) { ${shown} } }`, { id }))["opinion"] ?? null;
const answered = async (caseId: string): Promise<string[]> => {
  const { case: c } = await ask("zhou", `query ($id: ID!) { case(id: $id) { opinions { answer } } }`, { id: caseId });
  return (c as unknown as { opinions: Shown[] }).opinions.map(({ answer }) => answer);
};
const resolve = async (caseId: string): Promise<void> => {
  await done(api, "member3", "acceptCase", caseId, { kind: "OPINION", category: "assets.drying", severity: "NORMAL" });
  await done(api, "member3", "answerCase", caseId, { answer: "下月安装晾衣架" });
};

describe("many opinions make one case", () => {
  test("one more supporter, and one more who is answered; a person counts once, each anonymous one", async () => {
    const lou = await api.resident("楼大爷");
    const { caseId } = await collect("zhou", { reporterId: lou });
    const second = await add("member3", caseId, { reporterName: "孙大妈", reporterPhone: "13800001234" });
    expect(second).toMatchObject({ refusal: null, case: { id: caseId, supporters: 2 }, opinion: { anonymous: false, answer: "WAITING", reporter: { name: "孙某" }, recordedBy: { name: "三格员" }, case: { id: caseId } } });
    expect((await add("zhou", caseId)).case?.supporters).toBe(3);
    expect((await add("zhou", caseId)).case?.supporters).toBe(4);
    expect((await add("zhou", caseId, { reporterId: lou })).case?.supporters).toBe(4);
    const { case: c } = await ask("li", `query ($id: ID!) { case(id: $id) { opinions { id words } respondents { key } events(first: 1) { type payload words } } }`, { id: caseId });
    const read = c as unknown as { opinions: Shown[]; respondents: unknown[]; events: { type: string; payload: string; words: string | null }[] };
    expect([read.opinions.length, read.respondents.length, read.events[0]?.type]).toEqual([5, 4, "SUPPORTED"]);
    expect(JSON.stringify(read.events)).not.toContain("晾");
  });

  test("sent twice it is written down once; with another request the key is refused", async () => {
    const { caseId } = await collect("zhou");
    const idempotencyKey = uuidv7();
    const first = await add("zhou", caseId, { idempotencyKey });
    expect(await add("zhou", caseId, { idempotencyKey })).toEqual(first);
    expect(first.case?.supporters).toBe(2);
    expect((await add("zhou", caseId, { idempotencyKey, words: "别的话" })).refusal?.code).toBe("IDEMPOTENCY_KEY_REUSED");
  });

  test("by whoever collects and sees the case whole, on an open case only; a refusal leaves nothing", async () => {
    const { caseId } = await collect("zhang");
    expect((await add("zhang", caseId)).refusal).toBeNull();
    for (const who of ["wang", "admin", "neighbour", "housing"] as const) expect((await add(who, caseId)).refusal?.code, who).toBe("NOT_FOUND");
    const dispute = await collect("zhou", { kind: "DISPUTE", category: "disputes.drying" });
    expect((await add("member3", dispute.caseId)).refusal?.code).toBe("CONFIDENTIAL");
    expect((await add("li", dispute.caseId)).refusal).toBeNull();
    const before = await api.pool.query("select (select count(*) from opinion)::int as o, (select count(*) from person)::int as p");
    expect((await add("zhou", caseId, { proxyId: api.people.zhang, reporterName: "新来的" })).refusal).toEqual({ code: "NOT_OF_CHANNEL", path: "proxyId" });
    expect((await add("zhou", caseId, { proxyId: uuidv7(), channel: "PROXY" })).refusal).toEqual({ code: "UNKNOWN_PERSON", path: "proxyId" });
    expect((await add("zhou", caseId, { reporterId: "楼某" })).refusal).toEqual({ code: "UNKNOWN_PERSON", path: "reporterId" });
    expect((await add("zhou", caseId, { pointId: "门口", channel: "POINT" })).refusal?.path).toBe("pointId");
    await done(api, "li", "declineCase", caseId, { reason: "NO_FACTS", goTo: "无" });
    expect((await add("zhou", caseId)).refusal?.code).toBe("WRONG_STATUS");
    expect(await api.pool.query("select (select count(*) from opinion)::int as o, (select count(*) from person)::int as p")).toMatchObject({ rows: before.rows });
  });

  test("the audit says what was added, under the opinion", async () => {
    const { caseId } = await collect("zhou");
    const added = await add("zhou", caseId);
    const { rows } = await api.pool.query("select subject_kind, outcome from audit where action = 'addOpinion' and subject_id = $1", [added.opinion?.id]);
    expect(rows).toEqual([{ subject_kind: "OPINION", outcome: "DONE" }]);
  });
});

describe("paper that is entered late", () => {
  test("is late, and its clocks start when it is written down", async () => {
    const { opinion: late, caseId } = await collect("zhou", { voicedAt: shanghai("2024-03-01", "09:00"), channel: "PROXY", proxyId: api.people.zhang });
    expect(late).toMatchObject({ recordedLate: true, voicedAt: shanghai("2024-03-01", "09:00"), recordedAt: now, proxy: { name: "老张" }, recordedBy: { name: "小周" } });
    const { case: c } = await ask("zhou", `query ($id: ID!) { case(id: $id) { collectedAt due { kind at } } }`, { id: caseId });
    expect(c).toEqual({ collectedAt: now, due: { kind: "FIRST_CONTACT", at: shanghai("2024-03-05", "18:00") } });
    expect((await collect("zhou", { voicedAt: shanghai("2024-03-03", "10:00") })).opinion.recordedLate).toBe(false);
    await expect(collect("zhou", { voicedAt: shanghai("2024-03-04", "10:01") })).rejects.toThrow("VOICED_AFTER_RECORDED voicedAt");
  });
});

describe("every opinion gets an answer", () => {
  test("of its own: told, called back, or all told at once", async () => {
    const { caseId, opinion: first } = await collect("zhou", { reporterId: await api.resident("许大爷") });
    const second = (await add("zhou", caseId, { reporterId: await api.resident("钱大妈") })).opinion as Shown;
    await add("zhou", caseId);
    await resolve(caseId);
    expect(await answered(caseId)).toEqual(["OWED", "OWED", "OWED"]);
    expect(await opinion("zhou", second.id)).toMatchObject({ answer: "OWED", answeredAt: null, answerDueAt: shanghai("2024-03-05", "18:00") });
    await done(api, "zhou", "recordContact", caseId, { kind: "RESULT_TOLD", words: "电话告诉了她", opinionId: second.id });
    expect(await answered(caseId)).toEqual(["OWED", "ANSWERED", "OWED"]);
    expect(await opinion("zhou", second.id)).toMatchObject({ answer: "ANSWERED", answeredAt: now });
    const { rows } = await api.pool.query("select reporter_id from opinion where id = $1", [first.id]);
    await done(api, "zhou", "recordCallback", caseId, { respondent: `person:${rows[0].reporter_id}`, reached: true, resolved: true, satisfaction: "SATISFIED" });
    expect(await answered(caseId)).toEqual(["ANSWERED", "ANSWERED", "OWED"]);
    expect(await refused(api, "zhou", "recordContact", caseId, { kind: "RESULT_TOLD", words: "x", opinionId: uuidv7() })).toBe("NOT_A_REPORTER");
    await done(api, "zhou", "recordContact", caseId, { kind: "RESULT_TOLD", words: "楼道里贴了通知" });
    expect(await answered(caseId)).toEqual(["ANSWERED", "ANSWERED", "ANSWERED"]);
  });

  test("merged reporters keep being answered, by the case that carries them now; taken apart, by their own", async () => {
    const [target, source] = [await collect("zhou"), await collect("zhou", { reporterId: await api.resident("赵大爷") })];
    await done(api, "li", "mergeCase", source.caseId, { into: target.caseId });
    expect((await opinion("zhou", source.opinion.id))?.case?.id).toBe(target.caseId);
    await resolve(target.caseId);
    expect((await opinion("zhou", source.opinion.id))?.answer).toBe("OWED");
    await done(api, "li", "unmergeCase", source.caseId, { into: target.caseId });
    expect(await opinion("zhou", source.opinion.id)).toMatchObject({ answer: "WAITING", answerDueAt: null, case: { id: source.caseId } });
    const more = (await add("zhou", target.caseId)).opinion as Shown;
    const split = await done(api, "li", "splitCase", target.caseId, { opinionIds: [more.id], title: "另一件事" });
    expect(await opinion("zhou", more.id)).toMatchObject({ answer: "WAITING", case: { id: split.id } });
  });

  test("a declined matter owes its reason, which can be told", async () => {
    const { caseId } = await collect("zhou", { reporterId: await api.resident("周大妈") });
    await done(api, "li", "declineCase", caseId, { reason: "NOT_COMMUNITY_MATTER", goTo: "区城管局" });
    expect(await answered(caseId)).toEqual(["OWED"]);
    await done(api, "zhou", "recordContact", caseId, { kind: "RESULT_TOLD", words: "请她找城管局" });
    expect(await answered(caseId)).toEqual(["ANSWERED"]);
  });
});

describe("the code of a slip", () => {
  test("is different for each, and shown to who wrote it down and who may call back, never to who led the case", async () => {
    const { caseId, opinion: one } = await collect("zhang");
    const other = (await add("zhou", caseId)).opinion as Shown;
    expect([isSlipCode(one.slipCode ?? ""), isSlipCode(other.slipCode ?? "")]).toEqual([true, true]);
    expect(one.slipCode).not.toBe(other.slipCode);
    const seenBy = async (id: string): Promise<Record<string, boolean>> => {
      const all: [string, boolean][] = [];
      for (const who of ["zhang", "zhou", "li", "member3", "chen", "street"] as const) all.push([who, ((await opinion(who, id))?.slipCode ?? null) !== null]);
      return Object.fromEntries(all);
    };
    expect(await seenBy(one.id)).toEqual({ zhang: true, zhou: true, li: true, member3: true, chen: true, street: false });
    await done(api, "member3", "acceptCase", caseId, { kind: "OPINION", category: "assets.drying", severity: "NORMAL" });
    expect(await seenBy(one.id)).toEqual({ zhang: true, zhou: true, li: true, member3: false, chen: true, street: false });
    const { rows } = await api.pool.query("select count(*)::int as n from event where payload::text like '%' || $1 || '%'", [one.slipCode]);
    expect(rows).toEqual([{ n: 0 }]);
  });
});

test("one number of one source is one opinion", async () => {
  const [{ opinion: one }, { opinion: other }] = [await collect("zhou", { channel: "EXTERNAL" }), await collect("zhou", { channel: "EXTERNAL" })];
  const numbered = (id: string, source: string, no: string) => api.pool.query("update opinion set external_source = $2, external_id = $3 where id = $1", [id, source, no]);
  await numbered(one.id, "12345-AQ", "20240927-0456");
  await numbered(other.id, "12345-WH", "20240927-0456");
  await expect(numbered(other.id, "12345-AQ", "20240927-0456")).rejects.toThrow(/opinion_external_ref/);
  await expect(api.pool.query("update opinion set external_source = '12345-AQ', external_id = null where id = $1", [other.id])).rejects.toThrow(/opinion_external/);
});

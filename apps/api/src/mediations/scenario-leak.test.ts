import { afterAll, beforeAll, expect, test } from "vitest";
import { tellOfDueMediations } from "../notices/due-notice-job.ts";
import { community, startCommunity, type TestCommunity, type Username } from "../testing/community.ts";
import { disputeAtCommunity, heard, insertMediator, lookAt, mediated, opened, opening, unmediated } from "../testing/mediations.ts";
import { at18, done, look, refused, shanghai } from "../testing/verbs.ts";

/** S3: 楼上楼下卫生间漏水, the dispute of 孙某 (1-201) and 赵某 (1-301). */
let api: TestCommunity;
let mediator: string;
let [sun, zhao, id, mediation] = ["", "", "", ""];
const people = { sun: "", zhao: "" };

beforeAll(async () => {
  api = await startCommunity(shanghai("2024-06-03", "09:00"));
  mediator = await insertMediator(api);
  people.sun = await api.resident("孙长贵");
  people.zhao = await api.resident("赵立德");
  [sun, zhao] = [`person:${people.sun}`, `person:${people.zhao}`];
});
afterAll(() => api.stop());

const open = (input: Record<string, unknown>) => opening(api, "zhou", id, { mediatorIds: [mediator], ...input });

test("S3.1 accepted with two parties, confidential; a mediation with one party is refused", async () => {
  const given = { words: "楼上卫生间漏水，孙家天花板发霉", title: "1-301漏水", kind: "DISPUTE", category: "disputes.leak", place: { compoundId: api.compoundId }, channel: "VISIT", reporterId: people.sun };
  ({ id } = await done(api, "li", "collectOpinion", null, given));
  expect(await refused(api, "li", "acceptCase", id, { kind: "DISPUTE", category: "disputes.leak", severity: "NORMAL", partyIds: [people.sun] })).toBe("TWO_PARTIES_NEEDED");
  const accepted = await done(api, "li", "acceptCase", id, { kind: "DISPUTE", category: "disputes.leak", severity: "NORMAL", partyIds: [people.sun, people.zhao] });
  expect(accepted.due).toMatchObject({ kind: "LEVEL", at: at18("2024-06-06") });
  expect((await open({ partyKeys: [sun] })).refusal).toMatchObject({ code: "TWO_PARTIES_NEEDED", path: "partyKeys" });
  expect(await look(api, "member3", id)).toMatchObject({ title: "邻里纠纷", visibility: "MASKED" });
  expect(await look(api, "member5", id)).toBeNull();
  expect(await look(api, "zhou", id)).toMatchObject({ title: "1-301漏水", visibility: "WHOLE" });
});

test("S3.2 both ask for mediation: straight to the community, where the committee is", async () => {
  expect((await open({})).refusal).toMatchObject({ code: "WRONG_LEVEL" });
  api.clock.set(shanghai("2024-06-06", "10:00"));
  const up = await done(api, "li", "escalateCase", id, { reason: "双方都要求人民调解", partiesAskForMediation: true });
  expect(up).toMatchObject({ level: "COMMUNITY", status: "ACCEPTED", due: { kind: "LEVEL", at: at18("2024-06-21") } });
  expect(up.segments.map((s) => s.level)).toEqual(["BUILDING", "COMMUNITY"]);
  expect((await open({ mediatorIds: [people.zhao] })).refusal).toMatchObject({ code: "MEDIATOR_IS_PARTY", path: "mediatorIds" });
  expect((await open({ mediatorIds: [api.people.member3] })).refusal).toMatchObject({ code: "NO_MEDIATOR" });
  const { mediation: m } = await open({ consented: true });
  expect(m).toMatchObject({ no: "2024-01", state: "OPEN", consentAt: shanghai("2024-06-06", "10:00"), dueOn: "2024-07-08", parties: [{ key: sun, side: "A", person: { name: "孙某" } }, { key: zhao, side: "B" }], mediators: [{ id: mediator }] });
  mediation = m?.id ?? "";
  expect((await open({})).refusal).toMatchObject({ code: "MEDIATION_RUNS" });
  await done(api, "li", "startCase", id, { measure: "人民调解" });
  expect(await refused(api, "li", "resolveCase", id, { result: "办好了" })).toBe("MEDIATION_OPEN");
});

/** A verb of the talent pool that has to succeed. */
async function inPool(as: Username, verb: string, input: Record<string, unknown>): Promise<string> {
  const { data, errors } = await api.graphql(
    `mutation ($input: ${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input!) { answer: ${verb}(input: $input) { expert { id } refusal { code } } }`,
    { input: { idempotencyKey: crypto.randomUUID(), ...input } },
    { as },
  );
  expect([errors, data.answer.refusal]).toEqual([[], null]);
  return data.answer.expert.id;
}

test("S3.3 lawyers: a relative of 赵某 is not offered, one confirmed 400 days ago wants confirming first, the third answers in three hours", async () => {
  const lawyer = (name: string, ties: readonly object[] = []) => inPool("district", "addExpert", { name, areaCode: "340802", org: "宜城律师事务所", skills: ["LAW", "MEDIATION"], ties });
  const [relative, late, free] = [await lawyer("甲律师", [{ personId: people.zhao, kind: "KIN" }]), await lawyer("乙律师"), await lawyer("丙律师")];
  await api.pool.query("update expert set confirmed_at = $2 where id = $1", [late, shanghai("2023-05-03", "09:00")]);
  const offered = async () => {
    const { data } = await api.graphql(`query ($id: ID!) { experts(areas: ["${community}"], skills: [LAW, MEDIATION], forCase: $id, first: 10) { nodes { name standing medianMinutes } } }`, { id }, { as: "li" });
    return data.experts.nodes;
  };
  expect(await offered()).toEqual([{ name: "丙律师", standing: "CALLABLE", medianMinutes: null }, { name: "乙律师", standing: "CONFIRM_FIRST", medianMinutes: null }]);
  const call = (expertId: string) => ({ skills: ["LAW"], ask: "请来说说责任", expertIds: [expertId] });
  expect(await refused(api, "li", "callExpert", id, call(relative))).toBe("EXPERT_CONFLICT");
  expect(await refused(api, "li", "callExpert", id, call(late))).toBe("EXPERT_UNCONFIRMED");
  await done(api, "li", "callExpert", id, call(free));
  api.clock.set(shanghai("2024-06-06", "13:00"));
  const { rows } = await api.pool.query("select id from expert_call where case_id = $1", [id]);
  await done(api, "li", "answerExpertCall", null, { callId: rows[0].id, accepted: true });
  const pool = await api.graphql(`{ experts(areas: ["${community}"], first: 10) { nodes { name medianMinutes } } }`, {}, { as: "li" });
  expect(pool.data.experts.nodes).toContainEqual({ name: "丙律师", medianMinutes: 180 });
});

const terms = () => [
  { id: "repair", what: "赵某重做卫生间防水层", by: zhao, dueOn: "2024-06-28" },
  { id: "pay", what: "赵某支付孙某1800.00元", by: zhao, dueOn: "2024-06-28" },
  { id: "paint", what: "孙某自行粉刷墙面", by: sun, dueOn: "2024-07-05" },
];

test("S3.4 no outcome before both parties were heard; then facts and terms", async () => {
  api.clock.set(shanghai("2024-06-07", "15:00"));
  expect(await unmediated(api, "mediator", "agreeTerms", mediation, { terms: terms() })).toBe("PARTY_NOT_HEARD");
  await mediated(api, "mediator", "hearParty", mediation, { partyKey: sun, words: "天花板一直滴水" });
  const failed = { cause: "NOT_AGREED", reason: "谈不拢", rightToSueNoticed: true };
  expect(await unmediated(api, "mediator", "endMediation", mediation, failed)).toBe("PARTY_NOT_HEARD");
  expect(await unmediated(api, "mediator", "recordOralAgreement", mediation, { record: "谈好了", terms: terms() })).toBe("PARTY_NOT_HEARD");
  await mediated(api, "mediator", "hearParty", mediation, { partyKey: zhao, words: "防水是十年前做的" });
  await mediated(api, "mediator", "establishFacts", mediation, { facts: "1-301卫生间防水层老化，渗入1-201", issues: "由谁维修，损失由谁承担" });
  const m = await mediated(api, "mediator", "agreeTerms", mediation, { terms: terms() });
  expect(m).toMatchObject({ form: "WRITTEN", state: "OPEN", facts: "1-301卫生间防水层老化，渗入1-201", statements: [{ partyKey: sun, words: "天花板一直滴水" }, { partyKey: zhao, words: "防水是十年前做的" }] });
  expect(m.terms.map(({ what, dueOn }) => `${what} ${dueOn}`)).toEqual(["赵某重做卫生间防水层 2024-06-28", "赵某支付孙某1800.00元 2024-06-28", "孙某自行粉刷墙面 2024-07-05"]);
});

test("S3.5 in effect when both parties and the mediator have signed and the committee has sealed; held while it is performed", async () => {
  api.clock.set(shanghai("2024-06-12", "10:00"));
  await mediated(api, "mediator", "signAgreement", mediation, { signer: "PARTY", key: sun });
  await mediated(api, "mediator", "signAgreement", mediation, { signer: "PARTY", key: zhao, kind: "FINGERPRINT" });
  expect(await mediated(api, "mediator", "signAgreement", mediation, { signer: "MEDIATOR", key: mediator })).toMatchObject({ state: "OPEN", effectiveAt: null });
  expect(await unmediated(api, "mediator", "sealAgreement", mediation)).toBe("FORBIDDEN_MEDIATION");
  const m = await mediated(api, "zhou", "sealAgreement", mediation);
  expect(m).toMatchObject({ state: "AGREED", effectiveAt: shanghai("2024-06-12", "10:00"), confirmBy: "2024-07-12" });
  await done(api, "li", "holdCase", id, { holdReason: "WAIT_PARTY", until: "2024-07-03", reason: "等当事人履行协议" });
  const held = await done(api, "chen", "approveAsk", id);
  expect(held).toMatchObject({ status: "ON_HOLD", due: { at: at18("2024-07-12"), expected: true } });
});

const reminded = async (days: number): Promise<string[]> => {
  const { data, errors } = await api.graphql(`query ($days: Int!) { mediations(areas: ["${community}"], confirmWithin: $days, first: 5) { nodes { id confirmBy } } }`, { days }, { as: "zhou" });
  expect(errors).toEqual([]);
  return data.mediations.nodes.map((one: { id: string }) => one.id);
};

test("S3.6 three of three terms performed, a return visit; the reminder of confirmBy is needless then", async () => {
  api.clock.set(shanghai("2024-06-28", "17:00"));
  await mediated(api, "li", "performTerm", mediation, { termId: "repair", at: shanghai("2024-06-27", "16:00") });
  const paid = await mediated(api, "li", "performTerm", mediation, { termId: "pay" });
  expect(paid).toMatchObject({ state: "AGREED", deadlines: [{ kind: "TERM", dueOn: "2024-07-05", termId: "paint" }, { kind: "CONFIRM", dueOn: "2024-07-12" }] });
  expect([await reminded(13), await reminded(14)]).toEqual([[], [mediation]]);
  api.clock.set(shanghai("2024-07-02", "17:00"));
  expect(await mediated(api, "mediator", "performTerm", mediation, { termId: "paint" })).toMatchObject({ state: "PERFORMED", performedAt: shanghai("2024-07-02", "17:00"), deadlines: [] });
  expect(await reminded(30)).toEqual([]);
  api.clock.set(shanghai("2024-07-03", "10:00"));
  const visited = await mediated(api, "li", "recordReturnVisit", mediation, { partyKey: sun, words: "不漏了，墙也刷好了" });
  expect(visited).toMatchObject({ returnVisits: [{ partyKey: sun, words: "不漏了，墙也刷好了", by: { name: "李网格长" } }] });
});

test("S3.7 resolved with the outcome of its mediation, called back to both parties, closed", async () => {
  api.clock.set(shanghai("2024-07-04", "09:00"));
  await done(api, "li", "resolveCase", id, { result: "调解协议已履行" });
  const outcome = async () => (await api.pool.query("select state ->> 'outcome' as outcome from cases where id = $1", [id])).rows[0].outcome;
  expect(await outcome()).toBe("REACHED");
  await done(api, "zhou", "recordCallback", id, { respondent: sun, reached: true, resolved: true, satisfaction: "SATISFIED" });
  const closed = await done(api, "zhou", "recordCallback", id, { respondent: zhao, reached: true, resolved: true, satisfaction: "BASIC" });
  expect(closed).toMatchObject({ status: "CLOSED" });
});

test("S3.8 variant: an oral agreement wants the mediator's record", async () => {
  const caseId = await disputeAtCommunity(api, people.sun, people.zhao);
  const m = await opened(api, "zhou", caseId, [mediator]);
  expect(m.no).toBe("2024-02");
  await heard(api, "mediator", m);
  expect(await unmediated(api, "mediator", "recordOralAgreement", m.id, { record: "", terms: terms().slice(1, 2) })).toBe("TEXT_REQUIRED");
  expect(await unmediated(api, "zhou", "recordOralAgreement", m.id, { record: "当面谈妥", terms: terms().slice(1, 2) })).toBe("FORBIDDEN_MEDIATION");
  const agreed = await mediated(api, "mediator", "recordOralAgreement", m.id, { record: "赵某月底前赔偿孙某，双方握手言和", terms: [{ ...terms()[1], dueOn: "2024-07-31" }] });
  expect(agreed).toMatchObject({ state: "AGREED", form: "ORAL", record: "赵某月底前赔偿孙某，双方握手言和", effectiveAt: shanghai("2024-07-04", "09:00"), confirmBy: "2024-08-03" });
  const { data } = await api.graphql(`query ($id: ID!) { case(id: $id) { mediation { id state } } }`, { id: caseId }, { as: "li" });
  expect(data.case.mediation).toEqual({ id: m.id, state: "AGREED" });
  // The reminder of the window of judicial confirmation: a week before its end, once for each of those who look after it.
  const told = async () => (await api.pool.query("select person_id as id, kind from notice where subject_id = $1 and subject_kind = 'MEDIATION' order by kind, person_id", [m.id])).rows;
  await tellOfDueMediations(api.appPool, api.clock);
  expect(await told()).toEqual([]);
  api.clock.set(shanghai("2024-07-28", "09:00"));
  for (const _ of [1, 2]) await tellOfDueMediations(api.appPool, api.clock);
  expect(await told()).toEqual([mediator, api.people.zhou].toSorted().map((who) => ({ id: who, kind: "CONFIRM_BY" })));
  api.clock.set(shanghai("2024-07-04", "09:00"));
});

test("S3.8 variant: not reached ends with the notice of the right to sue; satisfaction is still asked; twice, and the court is next", async () => {
  const caseId = await disputeAtCommunity(api, people.sun, people.zhao);
  const failed = { cause: "NOT_AGREED", reason: "双方差距太大" };
  for (const round of [1, 2]) {
    const m = await opened(api, "zhou", caseId, [mediator]);
    expect(m).toMatchObject({ round });
    await heard(api, "mediator", m);
    expect(await unmediated(api, "mediator", "endMediation", m.id, { ...failed, rightToSueNoticed: false })).toBe("NOTICE_OF_SUIT_MISSING");
    expect(await mediated(api, "mediator", "endMediation", m.id, { ...failed, rightToSueNoticed: true })).toMatchObject({ state: "NOT_REACHED", endCause: "NOT_AGREED", endReason: "双方差距太大", rightToSueNoticedAt: shanghai("2024-07-04", "09:00") });
    expect(await done(api, "li", "resolveCase", caseId, { result: "调解未达成协议，已告知诉讼权利" })).toMatchObject({ status: "RESOLVED" });
    const answered = await done(api, "zhou", "recordCallback", caseId, { respondent: sun, reached: true, resolved: false, satisfaction: "DISSATISFIED", words: "没谈成" });
    // The first time it goes on; after the second the answer stays as it is, and the court is next.
    expect(answered).toMatchObject(round === 1 ? { status: "IN_PROGRESS", reopenCount: 1 } : { status: "RESOLVED", reopenCount: 1 });
  }
  expect(await refused(api, "li", "reopenCase", caseId, { respondent: sun, words: "还是不行" })).toBe("COURT_NEXT");
  // Both are asked; the last answer closes nothing by itself, and the clerk closes with the answers as they are.
  expect(await refused(api, "zhou", "closeCase", caseId)).toBe("RESPONDENTS_NOT_ASKED");
  expect(await done(api, "zhou", "recordCallback", caseId, { respondent: zhao, reached: true, resolved: false, satisfaction: "BASIC" })).toMatchObject({ status: "RESOLVED" });
  const { data: listed } = await api.graphql(`{ callbacksDue(areas: ["${community}"], first: 50) { nodes { case { id } respondents { key } whyNotClose } } }`, {}, { as: "zhou" });
  expect(listed.callbacksDue.nodes.find((node: { case: { id: string } }) => node.case.id === caseId)).toEqual({ case: { id: caseId }, respondents: [], whyNotClose: null });
  expect(await refused(api, "li", "closeCase", caseId)).toBe("WAS_LEAD");
  expect(await done(api, "zhou", "closeCase", caseId)).toMatchObject({ status: "CLOSED" });
});

test("a case whose failed mediation was counted resolves anew without it", async () => {
  const caseId = await disputeAtCommunity(api, people.sun, people.zhao);
  const m = await opened(api, "zhou", caseId, [mediator]);
  await mediated(api, "zhou", "endMediation", m.id, { cause: "PARTY_REFUSED", reason: "赵某不愿再谈", rightToSueNoticed: true });
  const counted = async () => (await api.pool.query("select state ->> 'outcome' as outcome, state -> 'failedMediations' as failed from cases where id = $1", [caseId])).rows[0];
  await done(api, "li", "resolveCase", caseId, { result: "调解未成" });
  expect(await counted()).toEqual({ outcome: "NOT_REACHED", failed: 1 });
  await done(api, "zhou", "recordCallback", caseId, { respondent: sun, reached: true, resolved: false, satisfaction: "DISSATISFIED", words: "没解决" });
  await done(api, "li", "resolveCase", caseId, { result: "赵某自己修好了" });
  expect(await counted()).toEqual({ outcome: null, failed: 1 });
  expect(await lookAt(api, "zhou", m.id)).toMatchObject({ state: "NOT_REACHED", confirmBy: null });
});

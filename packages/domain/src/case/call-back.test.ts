import { describe, expect, it } from "vitest";
import { callbacksOfRound, decideCallBack, unanswered, type CallBackInput } from "./call-back.ts";
import { decideClose } from "./close.ts";
import { decideContact } from "./contact.ts";
import { decideReopen } from "./reopen.ts";
import { decideResolve, type ResolveInput } from "./resolve.ts";
import { decideStart } from "./start.ts";
import { decideAssign } from "./assign.ts";
import { decideAdopt } from "./adopt.ts";
import { decideWithdraw } from "./withdraw.ts";
import type { Case, Satisfaction } from "./case.ts";
import type { Facts } from "./record.ts";
import { acceptedCase, type CaseStory } from "../testing/case-story.ts";
import { factsAt, when } from "../testing/clock.ts";
import * as people from "../testing/people.ts";

const start = (c: Case, f: Facts) => decideStart(c, { measure: "施工", planOn: null }, f);
const resolve = (more: Partial<ResolveInput> = {}) => (c: Case, f: Facts) => decideResolve(c, { result: "修好了", cost: null, mediation: null, ...more }, f);
const call = (satisfaction: Satisfaction | null, respondent = "person:lou", more: Partial<CallBackInput> = {}) => (c: Case, f: Facts) =>
  decideCallBack(c, { respondent, reached: satisfaction !== null, resolved: satisfaction && satisfaction !== "DISSATISFIED", satisfaction, words: "还漏", ...more }, f);

/** Resolved on Monday 2024-06-03, reported by Lou, Sun and somebody anonymous unless said otherwise. */
function resolved(reporters: readonly (string | null)[] = ["lou"], story: CaseStory = acceptedCase("2024-06-03 10:00", people.member003)): CaseStory {
  const more = reporters.slice(1).map((personId, i) => ({ opinionId: `o${i}`, personId, fromCaseId: "x" }));
  if (more.length > 0) story.takes(people.li, "2024-06-03 10:00", [{ type: "ABSORBED", at: when("2024-06-03 10:00"), payload: { from: "x", reporters: more } }]);
  return story.does(people.member003, "2024-06-03 11:00", start).does(people.member003, "2024-06-03 11:00", resolve());
}

describe("resolve", () => {
  const working = () => acceptedCase("2024-06-03 10:00", people.member003).does(people.member003, "2024-06-03 11:00", start);
  const refusal = (more: Partial<ResolveInput>) => working().tries(people.member003, "2024-06-03 12:00", resolve(more));

  it("states the result, ends the clock, and waits for the call-back", () => {
    const story = working().does(people.member003, "2024-06-03 12:00", resolve());
    expect(story.case).toMatchObject({ status: "RESOLVED", segments: [{ endedBy: "RESOLVED" }], outcome: null });
    expect(story.due).toBe("CALL_BACK 2024-06-06 18:00");
    expect(story.case.due).toMatchObject({ expected: false, provisional: false, calendar: "2024.1" });
  });
  it("not before the accounts are balanced and the mediation has ended", () => {
    expect(refusal({ result: " " })).toMatchObject({ code: "TEXT_REQUIRED" });
    expect(refusal({ cost: { balanceFen: -12050n, payers: [] } })).toMatchObject({ code: "COST_NOT_BALANCED", data: { fen: -12050 } });
    expect(refusal({ mediation: "OPEN" })).toMatchObject({ code: "MEDIATION_OPEN" });
    expect(refusal({ cost: { balanceFen: 0n, payers: [] }, mediation: "REACHED" })).toBeNull();
  });
});

describe("call back", () => {
  it("closes by itself when everybody has answered", () => {
    const story = resolved(["lou", "sun"]).does(people.zhou, "2024-06-04", call("SATISFIED"));
    expect(story.case).toMatchObject({ status: "RESOLVED", callbacks: [{ respondent: "person:lou", by: "zhou", at: when("2024-06-04"), round: 1 }] });
    story.does(people.li, "2024-06-04", call("BASIC", "person:sun"));
    expect(story.case).toMatchObject({ status: "CLOSED", closedAt: when("2024-06-04"), due: null });
    expect(story.history.at(-1)).toMatchObject({ type: "CLOSED", actorId: null, payload: { answered: 2, unanswered: 0 } });
  });
  it("asks each reporter once, and the parties of a dispute", () => {
    const story = acceptedCase("2024-06-03 10:00", people.li, { kind: "DISPUTE", category: "disputes.leak", reporterId: "sun" }, { parties: ["sun", "zhao"] });
    story.does(people.li, "2024-06-03 11:00", start).does(people.li, "2024-06-03 11:00", resolve());
    expect(unanswered(story.case).map((r) => [r.key, r.as])).toEqual([["person:sun", "REPORTER"], ["person:zhao", "PARTY"]]);
    story.does(people.zhou, "2024-06-04", call("SATISFIED", "person:sun")).does(people.zhou, "2024-06-04", call("DISSATISFIED", "person:zhao"));
    expect(story.case.status).toBe("IN_PROGRESS");
  });
  it("asks each household that shared the costs; one that is dissatisfied counts and reopens nothing", () => {
    const working = acceptedCase("2024-06-03 10:00", people.member003).does(people.member003, "2024-06-03 11:00", start);
    const story = working.does(people.member003, "2024-06-03 12:00", resolve({ cost: { balanceFen: 0n, payers: ["301", "302"] } }));
    expect(unanswered(story.case).map((r) => [r.key, r.as])).toEqual([["person:lou", "REPORTER"], ["household:301", "PAYER"], ["household:302", "PAYER"]]);
    story.does(people.zhou, "2024-06-04", call("SATISFIED")).does(people.zhou, "2024-06-04", call("DISSATISFIED", "household:301"));
    expect(story.case.status).toBe("RESOLVED");
    // A household has a door to knock at: a notice alone, as for an anonymous reporter, is not enough.
    expect(story.tries(people.zhou, "2024-06-20", (c, f) => decideClose(c, f))).toMatchObject({ code: "RESPONDENTS_NOT_ASKED", data: { missing: 1 } });
    story.does(people.zhou, "2024-06-05", call("BASIC", "household:302"));
    expect(story.case).toMatchObject({ status: "CLOSED", payers: ["301", "302"] });
    const anew = acceptedCase("2024-06-03 10:00", people.member003).does(people.member003, "2024-06-03 11:00", start).does(people.member003, "2024-06-03 12:00", resolve({ cost: { balanceFen: 0n, payers: ["301"] } }));
    expect(anew.tries(people.zhou, "2024-06-04", (c, f) => decideReopen(c, { respondent: "household:301", words: "x" }, f))).toMatchObject({ code: "NOT_A_REPORTER" });
  });
  it("keeps the words apart from the log's payload", () => {
    const story = resolved().does(people.zhou, "2024-06-04", call("DISSATISFIED"));
    expect(story.history.at(-2)).toMatchObject({ type: "CALLED_BACK", words: "还漏" });
    expect(JSON.stringify(story.history.map((e) => e.payload))).not.toContain("还漏");
  });
  it("refuses what is no answer", () => {
    const refusal = (decide: ReturnType<typeof call>) => resolved(["lou", "sun"]).does(people.zhou, "2024-06-04", call("SATISFIED", "person:sun")).tries(people.zhou, "2024-06-04", decide)?.code;
    expect(refusal(call("SATISFIED", "person:nobody"))).toBe("NOT_A_RESPONDENT");
    expect(refusal(call("SATISFIED", "person:sun"))).toBe("ALREADY_ANSWERED");
    expect(refusal(call("SATISFIED", "person:lou", { reached: false }))).toBe("CALLBACK_INCOMPLETE");
    expect(refusal(call(null, "person:lou", { reached: true }))).toBe("CALLBACK_INCOMPLETE");
    expect(refusal(call("SATISFIED", "person:lou", { resolved: null }))).toBe("CALLBACK_INCOMPLETE");
    expect(refusal(call("DISSATISFIED", "person:lou", { words: " " }))).toBe("TEXT_REQUIRED");
  });
  it("by nobody who ever led it", () => {
    const story = acceptedCase("2024-06-03 10:00", people.zhou).does(people.li, "2024-06-03 10:30", (c, f) => decideAssign(c, { personId: "member003", as: "LEAD", reason: "x", assigneeInScope: true }, f));
    resolved(["lou"], story);
    expect(story.tries(people.zhou, "2024-06-04", call("SATISFIED"))).toMatchObject({ code: "WAS_LEAD" });
    expect(story.tries(people.member003, "2024-06-04", call("SATISFIED"))).toMatchObject({ code: "WAS_LEAD" });
    expect(story.tries(people.other003, "2024-06-04", call("SATISFIED"))).toBeNull();
  });
  it("the respondent answers himself by his slip, for himself only", () => {
    const story = resolved(["lou", "sun"]);
    const lou = people.slipOf(story.case.id, "person:lou");
    expect(story.tries(lou, "2024-06-04", call("SATISFIED", "person:sun"))).toMatchObject({ code: "NOT_A_RESPONDENT" });
    story.does(lou, "2024-06-04", call("SATISFIED"));
    expect(unanswered(story.case).map((r) => r.key)).toEqual(["person:sun"]);
  });
});

describe("dissatisfied", () => {
  it("reopens with full days at the same level; earlier answers belong to the earlier round", () => {
    const story = resolved(["lou", "sun"]).does(people.zhou, "2024-06-04", call("SATISFIED", "person:sun")).does(people.zhou, "2024-06-04", call("DISSATISFIED"));
    expect(story.case).toMatchObject({ status: "IN_PROGRESS", level: "BUILDING", reopenCount: 1, resolvedAt: null, leadId: "member003" });
    expect(story.due).toBe("LEVEL 2024-06-07 18:00");
    story.does(people.member003, "2024-06-05", resolve());
    expect(callbacksOfRound(story.case)).toEqual([]);
    expect(unanswered(story.case)).toHaveLength(2);
  });
  it("the second reopening also goes up a rung, up to COMMUNITY, and the third does not", () => {
    const story = resolved();
    const again = (day: string) => story.does(people.zhou, day, call("DISSATISFIED"));
    again("2024-06-04");
    story.does(people.member003, "2024-06-04", resolve());
    again("2024-06-05");
    expect(story.case).toMatchObject({ level: "COMPOUND", reopenCount: 2 });
    expect(story.history.slice(-2).map((e) => e.type)).toEqual(["REOPENED", "ESCALATED"]);
    expect(story.history.at(-1)).toMatchObject({ actorId: null, payload: { cause: "REOPENED" } });
    expect(story.due).toBe("LEVEL 2024-06-13 18:00");
    story.does(people.member003, "2024-06-05", resolve());
    again("2024-06-06");
    expect(story.case).toMatchObject({ level: "COMPOUND", reopenCount: 3 });
  });
  it("at COMMUNITY the second reopening stays there", () => {
    const story = acceptedCase("2024-06-03 10:00", people.chen, { severity: "SAFETY" }).does(people.chen, "2024-06-03 11:00", start);
    for (const day of ["2024-06-04", "2024-06-05"]) story.does(people.chen, day, resolve()).does(people.zhou, day, call("DISSATISFIED"));
    expect(story.case).toMatchObject({ level: "COMMUNITY", reopenCount: 2 });
  });
  it("after mediation ended twice without an agreement the next step is the court", () => {
    const story = acceptedCase("2024-06-03 10:00", people.li, { kind: "DISPUTE", category: "disputes.leak", reporterId: "sun" }, { parties: ["sun", "zhao"] }).does(people.li, "2024-06-03 11:00", start);
    story.does(people.li, "2024-06-03 12:00", resolve({ mediation: "NOT_REACHED" })).does(people.zhou, "2024-06-04", call("DISSATISFIED", "person:sun"));
    expect(story.case).toMatchObject({ status: "IN_PROGRESS", outcome: "NOT_REACHED", failedMediations: 1 });
    story.does(people.li, "2024-06-05", resolve({ mediation: "NOT_REACHED" }));
    for (const key of ["person:sun", "person:zhao"]) story.does(people.zhou, "2024-06-06", call("DISSATISFIED", key));
    expect(story.case).toMatchObject({ status: "RESOLVED", failedMediations: 2 });
    expect(story.tries(people.zhou, "2024-06-06", (c, f) => decideReopen(c, { respondent: "person:sun", words: "x" }, f))).toMatchObject({ code: "COURT_NEXT" });
    expect(story.does(people.zhou, "2024-06-06", decideClose).case.status).toBe("CLOSED");
  });
  it("an agreement in between is no second failure", () => {
    const story = acceptedCase("2024-06-03 10:00", people.li, { kind: "DISPUTE", category: "disputes.leak", reporterId: "sun" }, { parties: ["sun", "zhao"] }).does(people.li, "2024-06-03 11:00", start);
    for (const mediation of ["REACHED", "NOT_REACHED"] as const) story.does(people.li, "2024-06-04", resolve({ mediation })).does(people.zhou, "2024-06-04", call("DISSATISFIED", "person:sun"));
    expect(story.case).toMatchObject({ status: "IN_PROGRESS", reopenCount: 2 });
  });
});

describe("close without an answer", () => {
  const attempt = (story: CaseStory, ...days: string[]) => days.forEach((day) => story.does(people.zhou, day, call(null)));
  it("takes three attempts on three different working days", () => {
    const story = resolved();
    attempt(story, "2024-06-04 09:00", "2024-06-04 15:00", "2024-06-05");
    expect(story.tries(people.zhou, "2024-06-05", decideClose)).toMatchObject({ code: "RESPONDENTS_NOT_ASKED", data: { missing: 1 } });
    // Saturday counts for nothing.
    attempt(story, "2024-06-08");
    expect(story.tries(people.zhou, "2024-06-08", decideClose)).toMatchObject({ code: "RESPONDENTS_NOT_ASKED" });
    attempt(story, "2024-06-11");
    expect(story.tries(people.li, "2024-06-11", decideClose)).toMatchObject({ code: "FORBIDDEN_ROLE" });
    story.does(people.zhou, "2024-06-11", decideClose);
    expect(story.history.at(-1)).toMatchObject({ type: "CLOSED", actorId: "zhou", payload: { answered: 0, unanswered: 1 } });
  });
  it("of an anonymous reporter a notice and three working days", () => {
    const story = acceptedCase("2024-06-03 10:00", people.member003, { reporterId: null });
    resolved([null], story);
    expect(story.tries(people.zhou, "2024-06-30", decideClose)).toMatchObject({ code: "RESPONDENTS_NOT_ASKED" });
    story.does(people.zhou, "2024-07-01", (c, f) => decideContact(c, { kind: "RESULT_TOLD", words: "张贴" }, f));
    expect(story.tries(people.zhou, "2024-07-03", decideClose)).toMatchObject({ code: "RESPONDENTS_NOT_ASKED" });
    expect(story.tries(people.zhou, "2024-07-04", decideClose)).toBeNull();
  });
});

describe("reopen", () => {
  const reopen = (respondent = "person:lou", words = "又漏了") => (c: Case, f: Facts) => decideReopen(c, { respondent, words }, f);
  const closed = () => resolved().does(people.zhou, "2024-06-04", call("SATISFIED"));
  it("the reporter's word, within 30 natural days of closing", () => {
    expect(closed().tries(people.li, "2024-07-04 18:01", reopen())).toMatchObject({ code: "REOPEN_TOO_LATE", data: { until: "2024-07-04" } });
    const story = closed().does(people.li, "2024-07-04 18:00", reopen());
    expect(story.case).toMatchObject({ status: "IN_PROGRESS", closedAt: null, reopenCount: 1, segments: [{}, { no: 2, level: "BUILDING", days: 3 }] });
    expect(closed().tries(people.li, "2024-06-05", reopen("person:sun"))).toMatchObject({ code: "NOT_A_REPORTER" });
    expect(closed().tries(people.li, "2024-06-05", reopen("person:lou", ""))).toMatchObject({ code: "TEXT_REQUIRED", path: "words" });
    expect(resolved().tries(people.li, "2024-06-05", reopen())).toBeNull();
  });
});

describe("withdraw", () => {
  const withdraw = (respondent = "person:lou", receiptsExist = false) => (c: Case, f: Facts) => decideWithdraw(c, { respondent, receiptsExist }, f);
  const accepted = (more = {}) => acceptedCase("2024-06-03 10:00", people.zhou, more);
  const now = "2024-06-03 11:00";
  it("the reporter takes it back, as long as nobody depends on it", () => {
    expect(accepted().does(people.li, now, withdraw()).case).toMatchObject({ status: "WITHDRAWN", due: null, segments: [{ endedBy: "END" }] });
    expect(accepted().tries(people.li, now, withdraw("person:sun"))).toMatchObject({ code: "NOT_A_REPORTER" });
    expect(accepted().tries(people.li, now, withdraw("person:lou", true))).toMatchObject({ code: "WITHDRAW_PAID" });
    expect(accepted({ severity: "SAFETY" }).tries(people.li, now, withdraw())).toMatchObject({ code: "WITHDRAW_SAFETY" });
    const two = accepted().takes(people.li, now, [{ type: "ABSORBED", at: when(now), payload: { from: "x", reporters: [{ opinionId: "o", personId: "sun", fromCaseId: "x" }] } }]);
    expect(two.tries(people.li, now, withdraw())).toMatchObject({ code: "WITHDRAW_SUPPORTED" });
    const adopted = { ...accepted({ severity: "LOW" }).case, level: "COMMUNITY" as const };
    expect(decideAdopt(adopted, { projectId: "p", dueOn: null }, factsAt(people.chen, now))).toHaveLength(1);
    expect(decideWithdraw({ ...adopted, projectId: "p" }, { respondent: "person:lou", receiptsExist: false }, factsAt(people.li, now))).toMatchObject({ code: "WITHDRAW_ADOPTED" });
  });
});

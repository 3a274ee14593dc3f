import { namesIn, type CaseEventPayloads, type CaseEventType } from "@bandeng/domain";
import { describe, expect, test } from "vitest";
import { linkedCases, sentenceOf } from "./event-sentence.ts";

const place = { compoundId: null, buildingId: null, unitId: null };
const reporter = { opinionId: "o1", personId: "r1", fromCaseId: "c1" };
const moment = "2024-04-30T10:00:00.000Z";
const ask = { kind: "HOLD", askedBy: "he", askedAs: "GRID_MEMBER", at: moment, reason: "WORDS", holdReason: "WAIT_FUNDS", until: "2024-05-10", days: null } as const;

/** One payload of each type: a new type of the domain does not compile here until it has one. */
const samples: { [T in CaseEventType]: CaseEventPayloads[T] } = {
  COLLECTED: { no: "n", title: "WORDS", kind: "DISPUTE", category: null, place, gridCode: "g", severity: "NORMAL", tags: [], reporters: [reporter], recordedBy: "he", firstContactDueAt: moment, onSiteDueAt: null, linkedFrom: null },
  ACCEPTED: { kind: "DIFFICULTY", category: "assets.sewer", severity: "NORMAL", level: "BUILDING", parties: [], leadId: "he", days: 3 },
  ANSWERED: { answer: "WORDS" },
  ASSIGNED: { personId: "he", as: "ASSIST", reason: "WORDS" },
  ORDER_RETURNED: { leadId: "he", reason: "WORDS" },
  CONTACTED: { kind: "VISIT" },
  AMENDED: { before: { title: "A", severity: "NORMAL" }, after: { title: "B", severity: "SAFETY" }, raisedTo: "COMMUNITY", days: 10 },
  DECLINED: { reason: "IN_COURT", goTo: "WORDS" },
  APPEALED: { respondent: "person:r1" },
  MERGED: { into: "c2" },
  ABSORBED: { from: "c1", reporters: [reporter] },
  SUPPORTED: { reporter },
  UNMERGED: { from: "c2" },
  SEPARATED: { into: "c3", opinionIds: ["o1"] },
  DELIBERATED: { where: "WORDS" },
  STARTED: { measure: "WORDS", planOn: "2024-05-10" },
  ASKED: { ask },
  ASK_REFUSED: { kind: "HOLD", reason: "WORDS" },
  HELD: { reason: "WAIT_FUNDS", until: "2024-05-10", askedBy: "he" },
  HOLD_PROLONGED: { reason: "WAIT_FUNDS", until: "2024-05-10", askedBy: "he" },
  EXTENDED: { days: 2, askedBy: "he" },
  RESUMED: { cause: "LAPSE" },
  RESOLVED: { result: "WORDS", outcome: "REACHED" },
  CALLED_BACK: { respondent: "person:r1", reached: true, resolved: true, satisfaction: "SATISFIED" },
  CLOSED: { answered: 2, unanswered: 1 },
  REOPENED: { cause: "DISSATISFIED", respondent: "opinion:o9", days: 3 },
  WITHDRAWN: { respondent: "person:r1" },
  ESCALATED: { from: "BUILDING", to: "COMPOUND", cause: "DUE", reason: "", days: 5 },
  SENT_DOWN: { from: "COMPOUND", to: "BUILDING", reason: "WORDS", days: 3 },
  REFERRED_UP: { from: "COMMUNITY", to: "STREET", tried: "WORDS", days: 10 },
  WHISTLE_BLOWN: { whistle: { id: "w1", departmentId: "d1", ask: "WORDS", blownBy: "he", blownAt: moment, replyDueAt: moment, onSiteDueAt: moment, reportedAt: null, result: null, releasedAt: null } },
  DEPARTMENT_REPORTED: { whistleId: "w1", result: "WORDS" },
  WHISTLE_RELEASED: { whistleId: "w1" },
  SUPERVISED: { replyDueOn: "2024-05-10" },
  EXPERT_CALLED: { callId: "k1", skills: ["LAW"], candidates: ["he"], replyDueAt: moment },
  EXPERT_ANSWERED: { callId: "k1", personId: "he", accepted: false, nextReplyDueAt: moment },
  CALL_PASSED: { callId: "k1", personId: "he", nextReplyDueAt: null },
  FACT_ASKED: { factId: "f1" },
  FACT_ANSWERED: { factId: "f1", attachmentId: "a1" },
  FACT_WITHDRAWN: { factId: "f1" },
  MEDIATION_OPENED: { mediationId: "m" },
  HELPER_JOINED: { personId: "he", as: "EXPERT" },
  HELPER_LEFT: { personId: "he", as: "MEDIATOR" },
  ADOPTED: { projectId: "p", dueOn: "2024-05-10" },
  PROJECT_DUE_SET: { projectId: "p", dueOn: null },
  PROJECT_LEFT: { projectId: "p", cause: "ABANDONED", days: 10 },
  DEADLINE_MOVED: { year: 2024, fromVersion: 1, toVersion: 2, notBefore: null, notBeforeSince: null },
  GRID_CHANGED: { from: "G1", to: "G2" },
  CORRECTED: { corrects: 7, reason: "WORDS" },
};
const types = Object.keys(samples) as CaseEventType[];
const known = new Map([["he", "HE"], ["person:r1", "WU"], ["d1", "DEPT"], ["w1", "DEPT"]]);
const chinese = /[\u4e00-\u9fff]/;

test("the samples are the whole union", () => {
  expect(types.toSorted()).toEqual(Object.keys(namesIn("zh").event).toSorted());
});

describe.each(types)("%s", (type) => {
  const event = { type, payload: JSON.stringify(samples[type]) };
  test.each(["zh", "en"] as const)("has a human sentence in %s", (language) => {
    const told = sentenceOf(event, language, known);
    expect(told.length).toBeGreaterThan(3);
    // No identifier, no hole, no raw date.
    expect(told).not.toMatch(/undefined|null|NaN|\[object|[A-Z]{2,}_[A-Z]|\d{4}-\d\d-\d\d/);
    expect(chinese.test(told)).toBe(language === "zh");
    if (event.payload.includes("WORDS")) expect(told).toContain("WORDS");
  });
});

test("people, departments and anonymous reporters are named; whoever is unknown is so in words", () => {
  const say = (type: CaseEventType, payload: object, language: "zh" | "en" = "zh") => sentenceOf({ type, payload: JSON.stringify(payload) }, language, known);
  expect(say("ASSIGNED", samples.ASSIGNED)).toBe("派发给HE，协办：WORDS");
  expect(say("CALLED_BACK", samples.CALLED_BACK)).toBe("回访WU：已解决，满意");
  expect(say("CALLED_BACK", { ...samples.CALLED_BACK, self: true })).toBe("WU自己评价：已解决，满意");
  expect(say("CALLED_BACK", { ...samples.CALLED_BACK, reached: false, resolved: null, satisfaction: null })).toBe("回访WU，没有联系上");
  expect(say("REOPENED", samples.REOPENED)).toBe("因匿名反映人不满意，重新办理，限 3 个工作日");
  expect(say("WHISTLE_BLOWN", samples.WHISTLE_BLOWN, "en")).toBe("blew the whistle for DEPT: WORDS");
  expect(say("ASSIGNED", { personId: "x", as: "LEAD", reason: "" })).toBe("派发给一位同事，主办");
  expect(say("ESCALATED", samples.ESCALATED)).toBe("到期自动上报：楼栋 → 小区，限 5 个工作日");
});

test("what a newer server tells is told by its name, never with an error", () => {
  expect(sentenceOf({ type: "SOMETHING_NEW", payload: "{}" }, "zh", known)).toBe("SOMETHING_NEW");
  expect(sentenceOf({ type: "ASKED", payload: "{}" }, "zh", known)).toBe("申请");
});

test("a case that came from or went into another links to it", () => {
  const links = types.flatMap((type) => linkedCases({ type, payload: JSON.stringify(samples[type]) }).map((id) => `${type} ${id}`));
  expect(links).toEqual(["MERGED c2", "ABSORBED c1", "UNMERGED c2", "SEPARATED c3"]);
});

import { describe, expect, it } from "vitest";
import { decideAnswerCall, decideCallExpert, decideReleaseExpert, type AnswerCallInput, type CallExpertInput, type Candidate } from "./call-expert.ts";
import { nextSystemMoment } from "./catch-up.ts";
import { decideContact } from "./contact.ts";
import { decideAnswerFact, decideAskFact, decideWithdrawFact } from "./fact.ts";
import { openFacts } from "./expert-call.ts";
import { decideResolve } from "./resolve.ts";
import { decideStart } from "./start.ts";
import { visibility } from "./visibility.ts";
import { whyNot } from "./why-not.ts";
import { acceptedCase, type CaseStory } from "../testing/case-story.ts";
import { factsAt, when } from "../testing/clock.ts";
import * as people from "../testing/people.ts";

const expertOf = (id: string) => people.viewer(id, people.right("EXPERT", people.district));
const [lawyer, engineer, doctor] = ["lawyer", "engineer", "doctor"].map(expertOf) as [ReturnType<typeof expertOf>, ReturnType<typeof expertOf>, ReturnType<typeof expertOf>];
const dispute = (): CaseStory => acceptedCase("2024-06-03 10:00", people.li, { kind: "DISPUTE", category: "disputes.leak" }, { parties: ["zhao", "sun"] });
const can = (...ids: string[]): Candidate[] => ids.map((personId) => ({ personId, standing: "CALLABLE" }));
type Decide = Parameters<CaseStory["does"]>[2];
const call = (more: Partial<CallExpertInput> = {}): Decide => (c, facts) => decideCallExpert(c, { callId: "k1", skills: ["MEDIATION", "LAW"], ask: "请来看看责任怎么分", candidates: can("lawyer", "engineer"), ...more }, facts);
const answer = (accepted: boolean, more: Partial<AnswerCallInput> = {}): Decide => (c, facts) => decideAnswerCall(c, { callId: "k1", accepted, standing: "CALLABLE", ...more }, facts);
const called = () => dispute().does(people.li, "2024-06-06 11:00", call());

describe("随时调用: a call", () => {
  it("asks the first, who has one working day: Friday 18:00", () => {
    const story = called();
    expect(story.history.at(-1)).toMatchObject({ type: "EXPERT_CALLED", payload: { callId: "k1", skills: ["LAW", "MEDIATION"], candidates: ["lawyer", "engineer"], replyDueAt: when("2024-06-07 18:00") } });
    expect(story.history.at(-1)).not.toHaveProperty("due");
    expect(story.case).toMatchObject({ calledIds: ["lawyer"], helperIds: [], status: "ACCEPTED", calls: [{ id: "k1", calledBy: "li", asked: [{ personId: "lawyer", answer: null }], endedAt: null }] });
    expect(JSON.stringify([story.case, story.history])).not.toContain("责任怎么分");
  });
  it.each([
    ["no skill", { skills: [] }, "SKILLS_REQUIRED"],
    ["no words", { ask: " " }, "TEXT_REQUIRED"],
    ["nobody", { candidates: [] }, "CANDIDATES_NUMBER"],
    ["eleven", { candidates: can(..."abcdefghijk") }, "CANDIDATES_NUMBER"],
    ["one twice", { candidates: can("lawyer", "lawyer") }, "ID_TWICE"],
    ["one who is tied to a party", { candidates: [{ personId: "a", standing: "CONFLICT" }] }, "EXPERT_CONFLICT"],
    ["one who confirmed 400 days ago", { candidates: [...can("lawyer"), { personId: "b", standing: "CONFIRM_FIRST" }] }, "EXPERT_UNCONFIRMED"],
    ["one who is away", { candidates: [{ personId: "b", standing: "UNAVAILABLE" }] }, "EXPERT_UNAVAILABLE"],
    ["one the pool does not have", { candidates: [{ personId: "b", standing: null }] }, "UNKNOWN_EXPERT"],
  ] as const)("to %s is refused", (_what, more, code) => {
    expect(dispute().tries(people.li, "2024-06-06 11:00", call(more))?.code).toBe(code);
  });
  it("says nothing about the tie: neither whose it is nor what", () => {
    expect(dispute().tries(people.li, "2024-06-06 11:00", call({ candidates: [{ personId: "a", standing: "CONFLICT" }] }))?.data).toEqual({});
  });
  it("is not made twice to the same person", () => {
    const story = called();
    expect(story.tries(people.li, "2024-06-06 12:00", call({ callId: "k2", candidates: can("engineer") }))?.code).toBe("CALLED_ALREADY");
    story.does(lawyer, "2024-06-06 13:00", answer(true));
    expect(story.tries(people.li, "2024-06-06 14:00", call({ callId: "k2", candidates: can("lawyer") }))?.code).toBe("CALLED_ALREADY");
    expect(story.tries(people.li, "2024-06-06 14:00", call({ callId: "k2", candidates: can("engineer") }))).toBeNull();
  });
  it("counts from when it went out, not from what the caller's clock says", () => {
    const story = dispute().does(people.li, "2024-06-06 11:00", call(), "2024-06-04 09:00");
    expect(story.history.at(-1)).toMatchObject({ at: when("2024-06-06 11:00"), payload: { replyDueAt: when("2024-06-07 18:00") } });
  });
});

describe("who is asked", () => {
  it("C38: sees nothing of the case and may answer, and nothing else", () => {
    const { case: c } = called();
    expect(visibility(lawyer, c)).toBe("NONE");
    expect(whyNot("answerCall", c, lawyer)).toBeNull();
    for (const action of ["contact", "callExpert", "releaseExpert", "answerFact", "start"] as const) expect(whyNot(action, c, lawyer)?.code, action).toBe("NOT_FOUND");
    expect(whyNot("answerCall", c, engineer)?.code).toBe("NOT_FOUND");
  });
  it("accepts, sees this one case whole and may talk to people; the rest is not his", () => {
    const story = called().does(lawyer, "2024-06-06 14:00", answer(true));
    expect(story.types.slice(-2)).toEqual(["EXPERT_ANSWERED", "HELPER_JOINED"]);
    expect(story.case).toMatchObject({ helperIds: ["lawyer"], calledIds: [], calls: [{ outcome: "ACCEPTED", endedAt: when("2024-06-06 14:00") }] });
    expect(visibility(lawyer, story.case)).toBe("WHOLE");
    expect(story.tries(lawyer, "2024-06-06 15:00", (c, facts) => decideContact(c, { kind: "FACE", words: "看过现场" }, facts))).toBeNull();
    for (const action of ["callExpert", "answerCall", "releaseExpert", "askFact", "answerFact", "withdrawFact", "withdraw", "start", "correct"] as const) {
      expect(whyNot(action, story.case, lawyer)?.code, action).toBe("FORBIDDEN_ROLE");
    }
    expect(visibility(lawyer, dispute().case)).toBe("NONE");
  });
  it("has to stay out when a tie came to light after the call", () => {
    const story = called();
    expect(story.tries(lawyer, "2024-06-06 14:00", answer(true, { standing: "CONFLICT" }))?.code).toBe("EXPERT_CONFLICT");
    expect(story.tries(lawyer, "2024-06-06 14:00", answer(true, { standing: null }))?.code).toBe("UNKNOWN_EXPERT");
    expect(story.case.helperIds).toEqual([]);
    expect(story.tries(lawyer, "2024-06-06 14:00", answer(false, { standing: "CONFLICT" }))).toBeNull();
  });
  it("declines, and the next one is asked at once, with a day of his own", () => {
    const story = called().does(lawyer, "2024-06-07 10:00", answer(false));
    // Monday 2024-06-10 is a holiday.
    expect(story.case).toMatchObject({ calledIds: ["engineer"], calls: [{ asked: [{ answer: "DECLINED" }, { personId: "engineer", askedAt: when("2024-06-07 10:00"), replyDueAt: when("2024-06-11 18:00") }] }] });
    expect(visibility(lawyer, story.case)).toBe("NONE");
    story.does(engineer, "2024-06-07 11:00", answer(false));
    expect(story.case).toMatchObject({ calledIds: [], calls: [{ outcome: "NOBODY_LEFT" }] });
    expect(story.tries(engineer, "2024-06-07 12:00", answer(true))?.code).toBe("NOT_FOUND");
    expect(story.tries(people.li, "2024-06-07 12:00", answer(true))?.code).toBe("CALL_ENDED");
  });
  it("is answered for by whoever called, and by nobody else who is asked", () => {
    const story = called().does(people.chen, "2024-06-06 12:00", call({ callId: "k2", candidates: can("doctor") }));
    expect(story.tries(doctor, "2024-06-06 13:00", answer(true))?.code).toBe("NOT_YOUR_CALL");
    expect(story.tries(people.member003, "2024-06-06 13:00", answer(true))?.code).toBe("CONFIDENTIAL");
    expect(story.tries(people.zhou, "2024-06-06 13:00", answer(true), "2024-06-06 10:00")?.code).toBe("EARLIER_THAN_LAST_MOVE");
    expect(story.tries(people.zhou, "2024-06-06 13:00", answer(true))).toBeNull();
    expect(story.case.helperIds).toEqual(["lawyer"]);
  });
});

describe("when nobody answers", () => {
  it("18:00 of the day: it goes to the next at that moment, whenever the job runs, and ends with the last", () => {
    const story = called();
    expect(nextSystemMoment(story.case, factsAt(people.li, "2024-06-06 12:00"))).toBe(when("2024-06-06 18:00"));
    story.wait("2024-06-07 17:59");
    expect(story.case.calledIds).toEqual(["lawyer"]);
    story.wait("2024-06-20 09:00");
    const passed = story.history.filter((e) => e.type === "CALL_PASSED");
    expect(passed.map((e) => [e.at, e.actorId, e.payload])).toEqual([
      [when("2024-06-07 18:00"), null, { callId: "k1", personId: "lawyer", nextReplyDueAt: when("2024-06-11 18:00") }],
      [when("2024-06-11 18:00"), null, { callId: "k1", personId: "engineer", nextReplyDueAt: null }],
    ]);
    expect(story.case.calls).toMatchObject([{ outcome: "NOBODY_LEFT", endedAt: when("2024-06-11 18:00") }]);
    // The rung went on in between, in its own time: due on the 6th, and again on the 14th.
    expect(story.types.slice(-4)).toEqual(["ESCALATED", "CALL_PASSED", "CALL_PASSED", "ESCALATED"]);
  });
  it("too late is too late: the next one has it", () => {
    const story = called();
    expect(story.tries(lawyer, "2024-06-07 18:00", answer(true))?.code).toBe("NOT_FOUND");
    expect(story.tries(engineer, "2024-06-07 18:01", answer(true))).toBeNull();
  });
  it("ends with the case", () => {
    const story = called();
    story.does(people.li, "2024-06-06 12:00", (c, facts) => decideStart(c, { measure: "看", planOn: null }, facts));
    story.does(people.li, "2024-06-06 13:00", (c, facts) => decideResolve(c, { result: "好了", cost: null, mediation: "REACHED" }, facts));
    expect(story.case).toMatchObject({ calledIds: [], calls: [{ outcome: "CASE_ENDED" }] });
    expect(nextSystemMoment(story.case, factsAt(people.li, "2024-06-06 14:00"))).toBeNull();
  });
});

describe("an expert who came", () => {
  it("is let go, and the case is not his business any more", () => {
    const story = called().does(lawyer, "2024-06-06 14:00", answer(true));
    const release = (personId: string): Decide => (c, facts) => decideReleaseExpert(c, { personId }, facts);
    expect(story.tries(people.li, "2024-06-07 09:00", release("engineer"))?.code).toBe("NOT_A_HELPER");
    expect(story.tries(people.li, "2024-06-07 09:00", release("lawyer"))).toBeNull();
    expect(story.case.helperIds).toEqual([]);
    expect(visibility(lawyer, story.case)).toBe("NONE");
    expect(story.tries(people.li, "2024-06-07 10:00", release("lawyer"))?.code).toBe("NOT_A_HELPER");
  });
});

describe("待核实事项: a question of fact", () => {
  const ask: Decide = (c, facts) => decideAskFact(c, { factId: "f1", question: "出户窨井在哪里?" }, facts);
  const reply = (more: Partial<Parameters<typeof decideAnswerFact>[1]> = {}): Decide => (c, facts) =>
    decideAnswerFact(c, { factId: "f1", answer: "在2号店露台下面", evidence: "", attachmentId: "photo", ...more }, facts);
  it("is open until it is answered with evidence; its words stay out of the log", () => {
    const story = dispute().does(people.li, "2024-06-04 09:00", ask);
    expect(openFacts(story.case).map(({ id }) => id)).toEqual(["f1"]);
    expect(story.tries(people.li, "2024-06-05 09:00", reply({ attachmentId: null }))?.code).toBe("EVIDENCE_REQUIRED");
    expect(story.tries(people.li, "2024-06-05 09:00", reply({ answer: " " }))?.code).toBe("TEXT_REQUIRED");
    expect(story.tries(people.li, "2024-06-05 09:00", reply(), "2024-06-03 12:00")?.code).toBe("EARLIER_THAN_LAST_MOVE");
    story.does(people.li, "2024-06-05 09:00", reply());
    expect(story.case.facts).toEqual([{ id: "f1", askedBy: "li", askedAt: when("2024-06-04 09:00"), answeredBy: "li", answeredAt: when("2024-06-05 09:00"), attachmentId: "photo", withdrawnAt: null }]);
    expect(openFacts(story.case)).toEqual([]);
    expect(JSON.stringify([story.case, story.history])).not.toMatch(/窨井|露台/);
    expect(story.tries(people.li, "2024-06-05 10:00", reply())?.code).toBe("FACT_NOT_OPEN");
  });
  it("words are evidence too", () => {
    const story = dispute().does(people.li, "2024-06-04 09:00", ask);
    expect(story.tries(people.li, "2024-06-05 09:00", reply({ attachmentId: null, evidence: "现场量过" }))).toBeNull();
  });
  it("is withdrawn when it has become idle, once", () => {
    const story = dispute().does(people.li, "2024-06-04 09:00", ask);
    const withdraw: Decide = (c, facts) => decideWithdrawFact(c, { factId: "f1" }, facts);
    expect(story.tries(people.li, "2024-06-05 09:00", withdraw)).toBeNull();
    expect(openFacts(story.case)).toEqual([]);
    expect(story.tries(people.li, "2024-06-05 09:00", withdraw)?.code).toBe("FACT_NOT_OPEN");
  });
});

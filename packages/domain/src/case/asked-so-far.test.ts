import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askedSoFar } from "./asked-so-far.ts";
import { decideCallBack, effectOfAnswer, unanswered, type AnswerEffect } from "./call-back.ts";
import { isComplaint, respondentsOf, satisfactions, type Case, type Respondent, type Satisfaction } from "./case.ts";
import { decideClose } from "./close.ts";
import { decideContact } from "./contact.ts";
import { recorded, type Facts } from "./record.ts";
import { decideResolve, type ResolveInput } from "./resolve.ts";
import { decideStart } from "./start.ts";
import { acceptedCase, type CaseStory } from "../testing/case-story.ts";
import { factsAt, when } from "../testing/clock.ts";
import * as people from "../testing/people.ts";
import { isRefusal } from "../refusal.ts";

const call = (respondent: string, satisfaction: Satisfaction | null) => (c: Case, f: Facts) =>
  decideCallBack(c, { respondent, reached: satisfaction !== null, resolved: satisfaction && satisfaction !== "DISSATISFIED", satisfaction, words: "说了" }, f);
const resolve = (more: Partial<ResolveInput> = {}) => (c: Case, f: Facts) => decideResolve(c, { result: "修好了", cost: null, mediation: null, ...more }, f);
const tell = (opinionId: string | null = null) => (c: Case, f: Facts) => decideContact(c, { kind: "RESULT_TOLD", words: "张贴", opinionId }, f);

/** Resolved on Monday 2024-06-03 by who led it; others joined with their opinions `o0`, `o1`, … */
function resolved(more: readonly (string | null)[] = [], first: string | null = "lou", payers: readonly string[] = []): CaseStory {
  const story = acceptedCase("2024-06-03 10:00", people.member003, { reporterId: first, opinionId: "first" });
  const reporters = more.map((personId, i) => ({ opinionId: `o${i}`, personId, fromCaseId: "x" }));
  if (more.length > 0) story.takes(people.li, "2024-06-03 10:00", [{ type: "ABSORBED", at: when("2024-06-03 10:00"), payload: { from: "x", reporters } }]);
  return story.does(people.member003, "2024-06-03 11:00", (c, f) => decideStart(c, { measure: "施工", planOn: null }, f)).does(people.member003, "2024-06-03 11:00", resolve({ cost: { balanceFen: 0n, payers } }));
}
const respondent = (c: Case, key: string) => respondentsOf(c).find((r) => r.key === key) as Respondent;
const asked = (story: CaseStory, now: string, key = "person:lou") => askedSoFar(story.case, respondent(story.case, key), factsAt(people.zhou, now));

describe("asked so far", () => {
  it("names the next day on which an attempt counts: today, unless there was one or nobody works", () => {
    const story = resolved();
    expect(asked(story, "2024-06-04")).toMatchObject({ attempts: [], days: [], enough: false, nextOn: "2024-06-04", anonymous: false });
    story.does(people.zhou, "2024-06-04 09:00", call("person:lou", null)).does(people.zhou, "2024-06-04 16:00", call("person:lou", null));
    expect(asked(story, "2024-06-04 17:00")).toMatchObject({ days: ["2024-06-04"], nextOn: "2024-06-05" });
    // 端午: Monday 10 June 2024 is a holiday.
    story.does(people.zhou, "2024-06-07", call("person:lou", null)).does(people.zhou, "2024-06-08", call("person:lou", null));
    expect(asked(story, "2024-06-08")).toMatchObject({ days: ["2024-06-04", "2024-06-07"], nextOn: "2024-06-11" });
    expect(asked(story, "2024-06-08").attempts).toHaveLength(4);
    story.does(people.zhou, "2024-06-11", call("person:lou", null));
    expect(asked(story, "2024-06-11")).toMatchObject({ days: ["2024-06-04", "2024-06-07", "2024-06-11"], enough: true, nextOn: null });
  });

  it("S2.9: attempts on 05-22, 05-23 and 05-24 let the clerk close without two of fourteen", () => {
    const story = resolved(["sun"]);
    story.does(people.zhou, "2024-06-04", call("person:sun", "SATISFIED"));
    for (const day of ["2024-06-04", "2024-06-05"]) story.does(people.zhou, day, call("person:lou", null));
    expect(story.tries(people.zhou, "2024-06-05 17:00", decideClose)).toMatchObject({ code: "RESPONDENTS_NOT_ASKED", data: { missing: 1 } });
    story.does(people.zhou, "2024-06-06", call("person:lou", null));
    // Who led it closes nothing, whatever was tried.
    expect(story.tries(people.member003, "2024-06-06", decideClose)).toMatchObject({ code: "WAS_LEAD" });
    story.does(people.zhou, "2024-06-06", decideClose);
    expect(story.history.at(-1)).toMatchObject({ type: "CLOSED", actorId: "zhou", payload: { answered: 1, unanswered: 1 } });
  });

  it("an anonymous reporter has a notice of his own and three working days; another reporter's is none for him", () => {
    const story = resolved([null]);
    story.does(people.zhou, "2024-06-04", call("person:lou", "SATISFIED")).does(people.li, "2024-06-04", tell("first"));
    expect(asked(story, "2024-06-20", "opinion:o0")).toMatchObject({ anonymous: true, noticeAt: null, enough: false, nextOn: null });
    expect(story.tries(people.zhou, "2024-06-20", decideClose)).toMatchObject({ code: "RESPONDENTS_NOT_ASKED" });
    story.does(people.li, "2024-06-20", tell("o0"));
    expect(asked(story, "2024-06-21", "opinion:o0")).toMatchObject({ noticeAt: when("2024-06-20"), enough: false, nextOn: "2024-06-25" });
    expect(story.tries(people.zhou, "2024-06-24", decideClose)).toMatchObject({ code: "RESPONDENTS_NOT_ASKED" });
    expect(story.tries(people.zhou, "2024-06-25", decideClose)).toBeNull();
  });

  it("an attempt before there was a result is none", () => {
    expect(resolved().tries(people.zhou, "2024-06-04", call("person:lou", null), "2024-06-03 10:30")).toMatchObject({ code: "EARLIER_THAN_LAST_MOVE", path: "at" });
    expect(resolved().tries(people.zhou, "2024-06-04", call("person:lou", null), "2024-06-03 11:00")).toBeNull();
  });
});

describe("what an answer brings about", () => {
  const effect = (c: Case, key: string, satisfaction: Satisfaction, who = people.zhou) => effectOfAnswer(c, respondent(c, key), satisfaction, who);
  it("by who is asked, who is left and how often it was reopened", () => {
    const story = resolved(["sun"], "lou", ["301"]);
    const rows: [string, AnswerEffect, AnswerEffect, AnswerEffect][] = [["person:lou", "WAITS", "WAITS", "REOPENS"], ["household:301", "WAITS", "WAITS", "NOTED"]];
    for (const [key, ...expected] of rows) expect(satisfactions.map((s) => effect(story.case, key, s))).toEqual(expected);
    story.does(people.zhou, "2024-06-04", call("person:sun", "BASIC")).does(people.zhou, "2024-06-04", call("person:lou", "BASIC"));
    expect(satisfactions.map((s) => effect(story.case, "household:301", s))).toEqual(["CLOSES", "CLOSES", "CLOSES"]);
    const again = resolved().does(people.zhou, "2024-06-04", call("person:lou", "DISSATISFIED")).does(people.member003, "2024-06-04", resolve());
    expect(satisfactions.map((s) => effect(again.case, "person:lou", s))).toEqual(["CLOSES", "CLOSES", "REOPENS_UP"]);
  });

  it("whatever was answered before, what is foretold is what happens", () => {
    const keys = ["person:lou", "person:sun", "opinion:o1", "household:301"] as const;
    const answers = fc.array(fc.record({ key: fc.constantFrom(...keys), satisfaction: fc.constantFrom(...satisfactions), bySlip: fc.boolean(), printedByLead: fc.boolean() }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(answers, (list) => {
        const story = resolved(["sun", null], "lou", ["301"]);
        for (const { key, satisfaction, bySlip, printedByLead } of list) {
          if (story.case.status !== "RESOLVED") story.does(people.member003, "2024-06-04", resolve({ cost: { balanceFen: 0n, payers: ["301"] } }));
          if (!unanswered(story.case).some((r) => r.key === key)) continue;
          const slip = { caseId: story.case.id, respondent: key, recordedBy: printedByLead ? "member003" : "zhang" };
          const who = bySlip ? { personId: "x", assignments: [], slip } : people.zhou;
          const before = story.case;
          const foretold = effect(before, key, satisfaction, who);
          const facts = factsAt(who, "2024-06-04");
          const result = recorded(before, call(key, satisfaction)(before, facts), facts);
          if (isRefusal(result)) throw new Error(result.code);
          const { status, level, reopenCount } = result.case;
          const last = result.case.callbacks.at(-1);
          const reopened = reopenCount > before.reopenCount && (level === before.level ? "REOPENS" : "REOPENS_UP");
          const waiting = unanswered(result.case).length === 0 ? "CLERK_CLOSES" : last && isComplaint(last) ? "NOTED" : "WAITS";
          const happened = status === "CLOSED" ? "CLOSES" : reopened || waiting;
          expect(happened).toBe(foretold);
          if (status === "CLOSED") return;
          story.does(who, "2024-06-04", call(key, satisfaction));
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("by slip", () => {
  const slip = (story: CaseStory, key: string, recordedBy = "zhang") => ({ ...people.slipOf(story.case.id, key), slip: { caseId: story.case.id, respondent: key, recordedBy } });
  it("the respondent's own word: by nobody's account, and never a missed attempt", () => {
    const story = resolved(["sun"]);
    expect(story.tries(slip(story, "person:lou"), "2024-06-04", call("person:lou", null))).toMatchObject({ code: "CALLBACK_INCOMPLETE" });
    story.does(slip(story, "person:lou"), "2024-06-04", call("person:lou", "SATISFIED"));
    expect(story.history.at(-1)).toMatchObject({ type: "CALLED_BACK", actorId: null, payload: { respondent: "person:lou", self: true } });
    expect(story.case.callbacks).toMatchObject([{ by: "SELF", satisfaction: "SATISFIED" }]);
    expect(story.tries(slip(story, "person:lou"), "2024-06-04", call("person:lou", "DISSATISFIED"))).toMatchObject({ code: "ALREADY_ANSWERED" });
  });
  it("C30: a lead does not answer for himself, though he reported it", () => {
    const story = resolved([], "member003");
    const own = { ...slip(story, "person:member003"), personId: "member003" };
    expect(story.tries(own, "2024-06-04", call("person:member003", "SATISFIED"))).toMatchObject({ code: "WAS_LEAD" });
  });
  it("C30: where the slip was written out by who has led it the answer does not close the case: a clerk does", () => {
    const story = resolved();
    story.does(slip(story, "person:lou", "member003"), "2024-06-04", call("person:lou", "SATISFIED"));
    expect([story.case.status, unanswered(story.case)]).toEqual(["RESOLVED", []]);
    expect(story.tries(people.member003, "2024-06-04", decideClose)).toMatchObject({ code: "WAS_LEAD" });
    expect(story.does(people.zhou, "2024-06-04", decideClose).case.status).toBe("CLOSED");
    const other = resolved();
    expect(other.does(slip(other, "person:lou", "zhang"), "2024-06-04", call("person:lou", "SATISFIED")).case.status).toBe("CLOSED");
  });
});

describe("a household that shared the costs and was not content", () => {
  const about = (householdId: string) => (c: Case, f: Facts) => decideContact(c, { kind: "VISIT", words: "上门解释了", householdId }, f);
  const open = (story: CaseStory) => story.case.callbacks.filter(isComplaint).map((b) => b.respondent);
  it("waits until somebody notes what was done about it, also after the case has closed", () => {
    const story = resolved([], "lou", ["301", "302"]);
    story.does(people.zhou, "2024-06-04", call("household:301", "DISSATISFIED")).does(people.zhou, "2024-06-04", call("person:lou", "BASIC")).does(people.zhou, "2024-06-04", call("household:302", "DISSATISFIED"));
    expect([story.case.status, open(story)]).toEqual(["CLOSED", ["household:301", "household:302"]]);
    expect(story.tries(people.zhou, "2024-06-05", (c, f) => decideContact(c, { kind: "NOTE", words: "记一笔" }, f))).toMatchObject({ code: "WRONG_STATUS" });
    expect(story.tries(people.member005, "2024-06-05", about("301"))).toMatchObject({ code: "NOT_FOUND" });
    story.does(people.zhou, "2024-06-05", about("301"));
    expect(open(story)).toEqual(["household:302"]);
    expect(story.case).toMatchObject({ status: "CLOSED", callbacks: [{ notedAt: when("2024-06-05") }, {}, {}] });
    // Noted once, a closed case is closed.
    expect(story.tries(people.zhou, "2024-06-06", about("301"))).toMatchObject({ code: "WRONG_STATUS" });
  });
  it("nobody who paid nothing", () => {
    expect(resolved([], "lou", ["301"]).tries(people.zhou, "2024-06-04", about("999"))).toMatchObject({ code: "NOT_A_RESPONDENT", path: "householdId" });
  });
});

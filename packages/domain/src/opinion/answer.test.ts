import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerDueAt, answerOf } from "./answer.ts";
import { decideAnswer } from "../case/answer.ts";
import { decideAppeal } from "../case/appeal.ts";
import { decideCallBack } from "../case/call-back.ts";
import { decideContact } from "../case/contact.ts";
import { decideDecline } from "../case/decline.ts";
import { decideMerge } from "../case/merge.ts";
import { decideResolve } from "../case/resolve.ts";
import { decideSupport } from "../case/support.ts";
import { decideWithdraw } from "../case/withdraw.ts";
import { isRefusal } from "../refusal.ts";
import { acceptedCase, collectedCase, type CaseStory } from "../testing/case-story.ts";
import { calendar, rules, when } from "../testing/clock.ts";
import * as people from "../testing/people.ts";
import { live } from "../testing/random-history.ts";
import { cast, verbNames } from "../testing/random-verbs.ts";

/** Each opinion's answer, in order: `WAITING`, `OWED`, or when it was answered. */
const answers = (story: CaseStory): string[] =>
  story.case.reporters.map(({ opinionId }) => {
    const { state, answeredAt } = answerOf(story.case, opinionId) ?? { state: "NONE", answeredAt: null };
    return answeredAt === null ? state : new Date(Date.parse(answeredAt) + 8 * 3_600_000).toISOString().slice(5, 16).replace("T", " ");
  });
const tells = (story: CaseStory, now: string, opinionId?: string, kind: "RESULT_TOLD" | "PHONE" = "RESULT_TOLD") =>
  story.does(people.zhou, now, (c, f) => decideContact(c, { kind, words: "告诉了结果", opinionId: opinionId ?? null }, f));
const adds = (story: CaseStory, now: string, reporterId: string | null, opinionId = `more-${story.case.version}`) =>
  story.does(people.zhou, now, (c, f) => decideSupport(c, { opinionId, text: "我家也是", channel: "PHONE", voicedAt: when(now), reporterId }, f));
const calls = (story: CaseStory, now: string, respondent: string, reached = true, satisfaction: "SATISFIED" | "DISSATISFIED" = "SATISFIED") =>
  story.does(people.zhou, now, (c, f) =>
    decideCallBack(c, { respondent, reached, resolved: reached ? satisfaction === "SATISFIED" : null, satisfaction: reached ? satisfaction : null, words: "还是不行" }, f));
/** Lou, then Sun, then somebody anonymous, of one matter that was answered on 5 March at noon. */
function resolved(): CaseStory {
  const story = acceptedCase("2024-03-04 10:00", people.member003, { kind: "OPINION", category: "assets.drying", reporterId: "lou", opinionId: "o-lou" });
  adds(adds(story, "2024-03-04 10:05", "sun", "o-sun"), "2024-03-04 10:06", null, "o-anon");
  return story.does(people.member003, "2024-03-05 12:00", (c, f) => decideAnswer(c, { answer: "下月安装晾衣架" }, f));
}

describe("every opinion gets an answer", () => {
  it("waits while there is nothing to tell, and a result told before there was one is none", () => {
    const story = acceptedCase("2024-03-04 10:00", people.member003, { reporterId: "lou" });
    expect(answers(story)).toEqual(["WAITING"]);
    expect(answers(tells(story, "2024-03-04 11:00"))).toEqual(["WAITING"]);
    const later = resolved();
    const before = (c: CaseStory["case"], f: Parameters<typeof decideContact>[2]) => decideContact(c, { kind: "RESULT_TOLD", words: "先说了", opinionId: null }, f);
    expect(answers(later.does(people.zhou, "2024-03-05 13:00", before, "2024-03-05 11:00"))).toEqual(["OWED", "OWED", "OWED"]);
    expect(answerDueAt(story.case, { calendar, rules })).toBeNull();
  });

  it("is owed by the result, and by the answer that was written, within one working day", () => {
    const story = resolved();
    expect(answers(story)).toEqual(["OWED", "OWED", "OWED"]);
    expect(answerDueAt(story.case, { calendar, rules })).toBe(when("2024-03-06 18:00"));
  });

  it("is given to each of them by himself: told one is told one", () => {
    const story = resolved();
    expect(answers(tells(story, "2024-03-05 13:00", "o-sun"))).toEqual(["OWED", "03-05 13:00", "OWED"]);
    expect(answers(tells(story, "2024-03-05 14:00", "o-lou", "PHONE"))).toEqual(["OWED", "03-05 13:00", "OWED"]);
    expect(answers(calls(story, "2024-03-05 15:00", "person:lou"))).toEqual(["03-05 15:00", "03-05 13:00", "OWED"]);
    expect(answers(calls(story, "2024-03-05 16:00", "opinion:o-anon", false))).toEqual(["03-05 15:00", "03-05 13:00", "OWED"]);
  });

  it("is given to all where nobody is named, once, and not again", () => {
    const story = tells(resolved(), "2024-03-05 13:00", "o-sun");
    expect(answers(tells(story, "2024-03-06 09:00"))).toEqual(["03-06 09:00", "03-05 13:00", "03-06 09:00"]);
    expect(answers(tells(story, "2024-03-06 10:00", "o-lou"))).toEqual(["03-06 09:00", "03-05 13:00", "03-06 09:00"]);
  });

  it("is one answer for a person who spoke twice", () => {
    const story = adds(resolved(), "2024-03-05 12:30", "lou", "o-lou-2");
    expect(answers(story)).toEqual(["OWED", "OWED", "OWED", "OWED"]);
    expect(answers(tells(story, "2024-03-05 13:00", "o-lou-2"))).toEqual(["03-05 13:00", "OWED", "OWED", "03-05 13:00"]);
  });

  it("names a reporter of this case or nobody", () => {
    expect(resolved().tries(people.zhou, "2024-03-05 13:00", (c, f) => decideContact(c, { kind: "RESULT_TOLD", words: "说了", opinionId: "o-else" }, f))).toMatchObject({ code: "NOT_A_REPORTER", path: "opinionId" });
  });

  it("is there when the case is closed, which takes an answer, three attempts or the notice", () => {
    const story = resolved();
    for (const key of ["person:lou", "person:sun"]) calls(story, "2024-03-05 15:00", key);
    expect(answers(calls(story, "2024-03-05 16:00", "opinion:o-anon"))).toEqual(["03-05 15:00", "03-05 15:00", "03-05 16:00"]);
    expect(story.case.status).toBe("CLOSED");
  });

  it("is owed anew when the case was reopened and resolved again", () => {
    const story = tells(resolved(), "2024-03-05 13:00");
    expect(answers(calls(story, "2024-03-05 15:00", "person:lou", true, "DISSATISFIED"))).toEqual(["WAITING", "WAITING", "WAITING"]);
    expect(story.case.status).toBe("IN_PROGRESS");
    story.does(people.member003, "2024-03-06 12:00", (c, f) => decideResolve(c, { result: "装好了", cost: null, mediation: null }, f));
    expect(answers(story)).toEqual(["OWED", "OWED", "OWED"]);
    expect(answers(tells(story, "2024-03-06 13:00", "o-sun"))).toEqual(["OWED", "03-06 13:00", "OWED"]);
  });

  it("is the reason where the matter is not taken up, told", () => {
    const story = collectedCase("2024-03-04 10:00", { reporterId: "lou" }).does(people.li, "2024-03-04 11:00", (c, f) => decideDecline(c, { reason: "NOT_COMMUNITY_MATTER", goTo: "区城管局" }, f));
    expect([answers(story), answerDueAt(story.case, { calendar, rules })]).toEqual([["OWED"], when("2024-03-05 18:00")]);
    expect(answers(tells(story, "2024-03-04 12:00"))).toEqual(["03-04 12:00"]);
    story.does(people.zhou, "2024-03-05 09:00", (c, f) => decideAppeal(c, { respondent: "person:lou", words: "不服" }, f));
    expect(answers(story)).toEqual(["WAITING"]);
    story.does(people.chen, "2024-03-05 10:00", (c, f) => decideDecline(c, { reason: "NOT_COMMUNITY_MATTER", goTo: "区城管局" }, f));
    expect(answers(story)).toEqual(["OWED"]);
  });

  it("is with him who took it back", () => {
    const story = collectedCase("2024-03-04 10:00", { reporterId: "lou" }).does(people.zhou, "2024-03-04 11:00", (c, f) => decideWithdraw(c, { respondent: "person:lou", receiptsExist: false }, f));
    expect(answers(story)).toEqual(["03-04 11:00"]);
  });

  it("follows the case it was merged into", () => {
    const [target, source] = [acceptedCase("2024-03-04 10:00", people.member003, { kind: "OPINION", category: "assets.drying", opinionId: "o-lou" }), collectedCase("2024-03-04 10:00", { kind: "OPINION", category: "assets.drying", reporterId: "sun", opinionId: "o-sun" })];
    const pair = decideMerge(source.case, target.case, { viewer: people.li, at: when("2024-03-04 11:00"), now: when("2024-03-04 11:00"), calendar, rules });
    if (isRefusal(pair)) throw new Error(pair.code);
    target.takes(people.li, "2024-03-04 11:00", pair.target);
    target.does(people.member003, "2024-03-05 12:00", (c, f) => decideAnswer(c, { answer: "下月安装" }, f));
    expect(answers(tells(target, "2024-03-05 13:00", "o-sun"))).toEqual(["OWED", "03-05 13:00"]);
  });

  it("is not of a case that does not carry it", () => {
    expect(answerOf(resolved().case, "o-else")).toBeNull();
  });
});

describe("whatever happens to a case", () => {
  const wishes = fc.record({
    verb: fc.constantFrom(...verbNames), who: fc.nat(cast.length * 3), able: fc.constant(true), minutes: fc.nat(4000), minutesAgo: fc.constant(0),
    n: fc.nat(1000), m: fc.nat(1000), text: fc.constant("有话"), flag: fc.boolean(),
  });
  it("each of its opinions has one state, answered exactly when there is a moment, which is not before there was something to tell", () => {
    const seen = new Set<string>();
    const wanted = ["COLLECTED WAITING", "RESOLVED OWED", "RESOLVED ANSWERED", "CLOSED ANSWERED"];
    // Now and then chance leaves one of them out of so many histories.
    for (let round = 0; round < 6 && (round === 0 || !wanted.every((one) => seen.has(one))); round++) {
      fc.assert(
        fc.property(fc.array(wishes, { minLength: 20, maxLength: 60, size: "max" }), (list) => {
          for (const c of live(list).lives.flatMap(({ after }) => [...after.values()])) {
            for (const { opinionId } of c.reporters) {
              const { state, answeredAt } = answerOf(c, opinionId) ?? { state: "NONE", answeredAt: null };
              seen.add(`${c.status} ${state}`);
              expect(state === "ANSWERED").toBe(answeredAt !== null);
              if (c.status === "CLOSED" || c.status === "WITHDRAWN") expect(state).toBe("ANSWERED");
              if (c.status === "RESOLVED" && answeredAt !== null) expect(answeredAt >= (c.resolvedAt ?? "")).toBe(true);
              if (!["RESOLVED", "CLOSED", "DECLINED", "WITHDRAWN"].includes(c.status)) expect(state).toBe("WAITING");
            }
          }
        }),
        { numRuns: 120 },
      );
    }
    // Not for want of cases.
    expect([...seen]).toEqual(expect.arrayContaining(wanted));
  });
});

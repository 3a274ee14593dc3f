import { expect, it } from "vitest";
import { slipActs, whyNotBySlip } from "./slip-acts.ts";
import { decideAppeal } from "../case/appeal.ts";
import { decideCallBack } from "../case/call-back.ts";
import { decideDecline } from "../case/decline.ts";
import { decideResolve } from "../case/resolve.ts";
import { decideStart } from "../case/start.ts";
import { acceptedCase, collectedCase, type CaseStory } from "../testing/case-story.ts";
import { factsAt } from "../testing/clock.ts";
import * as people from "../testing/people.ts";

const bySlip = (story: CaseStory) => people.slipOf(story.case.id, "person:lou");
/** What Lou's slip is good for at a moment; of the rest, why not. */
const good = (story: CaseStory, now: string, receiptsExist = false) => slipActs.map((act) => whyNotBySlip(act, story.case, receiptsExist, factsAt(bySlip(story), now))?.code ?? act);

it("from the first word to thirty days after the end, each act where the table gives it to the reporter", () => {
  const story = acceptedCase("2024-06-03 10:00", people.member003);
  expect(good(story, "2024-06-03 11:00")).toEqual(["WRONG_STATUS", "WRONG_STATUS", "WRONG_STATUS", "withdraw"]);
  expect(good(story, "2024-06-03 11:00", true)[3]).toBe("WITHDRAW_PAID");
  story.does(people.member003, "2024-06-03 11:00", (c, f) => decideStart(c, { measure: "施工", planOn: null }, f)).does(people.member003, "2024-06-03 12:00", (c, f) => decideResolve(c, { result: "修好了", cost: null, mediation: null }, f));
  expect(good(story, "2024-06-04")).toEqual(["rate", "reopen", "WRONG_STATUS", "WRONG_STATUS"]);
  story.does(bySlip(story), "2024-06-04", (c, f) => decideCallBack(c, { respondent: "person:lou", reached: true, resolved: true, satisfaction: "BASIC", words: "" }, f));
  expect(good(story, "2024-07-04 18:00")).toEqual(["WRONG_STATUS", "reopen", "WRONG_STATUS", "WRONG_STATUS"]);
  expect(good(story, "2024-07-04 18:01")).toEqual(["WRONG_STATUS", "REOPEN_TOO_LATE", "WRONG_STATUS", "WRONG_STATUS"]);
});

it("an appeal once", () => {
  const story = collectedCase("2024-06-03 10:00").does(people.zhou, "2024-06-03 11:00", (c, f) => decideDecline(c, { reason: "IN_COURT", goTo: "法院" }, f));
  expect(good(story, "2024-06-04")).toEqual(["WRONG_STATUS", "WRONG_STATUS", "appeal", "WRONG_STATUS"]);
  story.does(bySlip(story), "2024-06-04", (c, f) => decideAppeal(c, { respondent: "person:lou", words: "还要办" }, f));
  story.does(people.chen, "2024-06-05", (c, f) => decideDecline(c, { reason: "IN_COURT", goTo: "法院" }, f));
  expect(good(story, "2024-06-05")[2]).toBe("APPEAL_ONCE");
});

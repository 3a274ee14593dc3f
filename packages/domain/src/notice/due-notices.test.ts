import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dueHorizon, dueNotices, dueStage, overdueSince } from "./due-notices.ts";
import { instantOf, localDateOf } from "../deadline/moment.ts";
import { decideApprove, decideHold } from "../case/ask.ts";
import { decideContact } from "../case/contact.ts";
import { decideResolve } from "../case/resolve.ts";
import { decideStart } from "../case/start.ts";
import { acceptedCase, collectedCase, type CaseStory } from "../testing/case-story.ts";
import { when } from "../testing/clock.ts";
import * as people from "../testing/people.ts";

const told = ({ case: c }: CaseStory, now: string): string[] =>
  dueNotices(c, when(now)).map(({ kind, to, except }) => `${kind} ${"personId" in to ? to.personId : to.roles.join(" ")}${except === undefined ? "" : ` without ${except.join(" ")}`}`);

const accepted = () => acceptedCase("2024-06-03 10:00", people.member003);
const working = () => accepted().does(people.member003, "2024-06-03 10:05", (c, f) => decideStart(c, { measure: "疏通", planOn: null }, f));

describe("what is due", () => {
  it("is told the day before, on the day, and when it is over: 2024-06-06 18:00", () => {
    const story = accepted();
    expect(story.due).toBe("LEVEL 2024-06-06 18:00");
    expect(told(story, "2024-06-04 23:59")).toEqual([]);
    expect(told(story, "2024-06-05 00:00")).toEqual(["DUE_SOON member003"]);
    expect(told(story, "2024-06-06 00:00")).toEqual(["DUE_TODAY member003"]);
    expect(told(story, "2024-06-06 17:59")).toEqual(["DUE_TODAY member003"]);
    expect(told(story, "2024-06-06 18:00")).toEqual(["OVERDUE member003"]);
    expect(told(story, "2024-06-20 17:59")).toEqual(["OVERDUE member003"]);
    expect(told(story, "2024-06-20 18:00"), "old news").toEqual([]);
  });

  it("has one key for each due moment, whenever it is asked", () => {
    const story = accepted();
    const keys = ["2024-06-06 00:00", "2024-06-06 09:00"].map((now) => dueNotices(story.case, when(now))[0]?.key);
    expect(keys).toEqual([keys[0], `DUE_TODAY:${story.case.id}:LEVEL:2024-06-06T10:00:00.000Z`].toReversed());
  });

  it("first contact: those of the grid, on the day and over; of a place that is unknown the clerk", () => {
    const story = collectedCase("2024-06-03 10:00");
    expect(story.due).toBe("FIRST_CONTACT 2024-06-04 18:00");
    expect(told(story, "2024-06-03 12:00")).toEqual([]);
    expect(told(story, "2024-06-04 09:00")).toEqual(["DUE_TODAY GRID_MEMBER GRID_HEAD"]);
    expect(told(story, "2024-06-04 18:00")).toEqual(["OVERDUE GRID_MEMBER GRID_HEAD"]);
    const nowhere = collectedCase("2024-06-03 10:00", { gridCode: `${people.community}000`, place: { compoundId: null, buildingId: null, unitId: null } });
    expect(told(nowhere, "2024-06-04 18:00")).toEqual(["OVERDUE CLERK"]);
    story.does(people.li, "2024-06-04 09:00", (c, f) => decideContact(c, { kind: "PHONE", words: "问过" }, f));
    expect(told(story, "2024-06-04 18:00"), "it was made").toEqual([]);
  });

  it("a danger: DANGER has told of it, so only that nobody came", () => {
    const story = collectedCase("2024-06-03 10:00", { severity: "SAFETY" });
    expect(story.due).toBe("ON_SITE 2024-06-03 12:00");
    expect(told(story, "2024-06-03 11:00")).toEqual([]);
    expect(dueNotices(story.case, when("2024-06-03 12:00"))).toMatchObject([{ kind: "OVERDUE", urgent: true }]);
  });

  it("nothing while it is on hold", () => {
    const story = working()
      .does(people.member003, "2024-06-03 11:00", (c, f) => decideHold(c, { holdReason: "WAIT_FUNDS", until: "2024-06-10", reason: "等资金" }, f))
      .does(people.li, "2024-06-03 12:00", (c, f) => decideApprove(c, f));
    const due = story.case.due?.at ?? "";
    expect(dueNotices(story.case, due)).toEqual([]);
  });

  it("the call-back: the clerks, but whoever led it", () => {
    const story = working().does(people.member003, "2024-06-03 15:00", (c, f) => decideResolve(c, { result: "好了", cost: null, mediation: null }, f));
    expect(story.due).toBe("CALL_BACK 2024-06-06 18:00");
    expect(told(story, "2024-06-06 09:00")).toEqual(["DUE_TODAY CLERK without member003"]);
  });

  it("nothing without a due moment", () => {
    const { case: c } = accepted();
    expect(dueNotices({ ...c, due: null }, when("2024-06-06"))).toEqual([]);
    expect(dueNotices({ ...c, due: { kind: "MILESTONES", at: null, expected: false, provisional: false, calendar: "" } }, when("2024-06-06"))).toEqual([]);
  });
});

it("stages lie between what is long over and the end of tomorrow, and follow each other", () => {
  const order = [null, "DUE_SOON", "DUE_TODAY", "OVERDUE", null];
  fc.assert(fc.property(fc.integer({ min: 0, max: 60 * 24 * 400 }), fc.integer({ min: 0, max: 60 * 24 * 20 }), fc.integer({ min: 0, max: 60 * 24 * 20 }), (minute, one, other) => {
    const due = instantOf(Date.parse("2024-01-01T00:00:00Z") + minute * 60_000);
    const at = (minutes: number) => instantOf(Date.parse(due) + (minutes - 60 * 24 * 3) * 60_000);
    const [early, late] = [at(Math.min(one, other)), at(Math.max(one, other))];
    const rank = (now: string) => (now > due && dueStage(due, now) === null ? 4 : order.indexOf(dueStage(due, now)));
    expect(rank(early)).toBeLessThanOrEqual(rank(late));
    for (const now of [early, late]) expect(dueStage(due, now) !== null).toBe(due < dueHorizon(now) && localDateOf(due) >= localDateOf(overdueSince(now)) && due > overdueSince(now));
  }));
});

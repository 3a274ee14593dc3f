import { describe, expect, it } from "vitest";
import { askDeciders, decideApprove, decideExtend, decideHold, decideTurnDown } from "./ask.ts";
import { decideAdopt } from "./adopt.ts";
import { decideContact } from "./contact.ts";
import { decideEscalate } from "./escalate.ts";
import { decideResume } from "./resume.ts";
import { decideStart } from "./start.ts";
import type { Case, PendingAsk } from "./case.ts";
import type { Facts } from "./record.ts";
import { oneRoleUp } from "../people/owners.ts";
import { acceptedCase } from "../testing/case-story.ts";
import { when } from "../testing/clock.ts";
import * as people from "../testing/people.ts";
import type { Viewer } from "../people/roles.ts";

const hold = (until: string, reason = "等资金到位") => (c: Case, f: Facts) => decideHold(c, { holdReason: "WAIT_FUNDS", until, reason }, f);
const extend = (days: number) => (c: Case, f: Facts) => decideExtend(c, { days, reason: "再要几天" }, f);
const start = (c: Case, f: Facts) => decideStart(c, { measure: "施工", planOn: null }, f);

/** In progress at BUILDING since Monday 2024-06-03, due on 06-06. */
const working = (lead: Viewer = people.member003) => acceptedCase("2024-06-03 10:00", lead).does(lead, "2024-06-03 10:00", start);

describe("a hold", () => {
  it("is asked by the lead, approved one role up, and begins with the approval", () => {
    const story = working().does(people.member003, "2024-06-04", hold("2024-06-12"));
    expect(story.case).toMatchObject({ status: "IN_PROGRESS", pendingAsk: { kind: "HOLD", askedBy: "member003", askedAs: "GRID_MEMBER", until: "2024-06-12" } });
    expect(askDeciders(story.case.pendingAsk as PendingAsk)).toEqual(["GRID_HEAD", "SECRETARY", "DEPUTY"]);
    expect(story.tries(people.zhou, "2024-06-05 09:00", decideApprove)).toMatchObject({ code: "FORBIDDEN_ROLE" });
    expect(story.tries(people.other003, "2024-06-05 09:00", decideApprove)).toMatchObject({ code: "FORBIDDEN_ROLE" });
    story.does(people.li, "2024-06-05 09:00", decideApprove);
    expect(story.case).toMatchObject({ status: "ON_HOLD", heldFrom: "IN_PROGRESS", pendingAsk: null, holds: [{ from: when("2024-06-05 09:00"), endedAt: null }] });
    // Working days in (06-05, 06-12]: 6, 7, 11, 12; Monday the 10th is a holiday.
    expect(story.due).toBe("LEVEL 2024-06-13 18:00");
    expect(story.case.due?.expected).toBe(true);
  });
  it("is never approved by the asker, whatever else he is", () => {
    const both = people.viewer("both", people.right("GRID_MEMBER", people.grid003), people.right("SECRETARY", people.community));
    const story = working(both).does(both, "2024-06-04", hold("2024-06-12"));
    // He asks as the highest he is, so the street decides.
    expect(story.case.pendingAsk?.askedAs).toBe("SECRETARY");
    expect(story.tries(both, "2024-06-04", decideApprove)).toMatchObject({ code: "OWN_ASK" });
    expect(story.tries(people.deputy, "2024-06-04", decideApprove)).toMatchObject({ code: "FORBIDDEN_ROLE" });
    expect(story.tries(people.streetOfficer, "2024-06-04", decideApprove)).toBeNull();
  });
  it("resumes to where it came from, and keeps the working days it really waited", () => {
    const story = working().does(people.member003, "2024-06-04", hold("2024-06-28")).does(people.li, "2024-06-04", decideApprove);
    story.does(people.member003, "2024-06-07 09:00", decideResume);
    expect(story.case).toMatchObject({ status: "IN_PROGRESS", heldFrom: null });
    // Waited 06-05, 06-06 and 06-07: three working days after the 6th are 06-07, 06-11 and 06-12.
    expect(story.due).toBe("LEVEL 2024-06-12 18:00");
    expect(story.case.due?.expected).toBe(false);
  });
  it("lapses by itself at 18:00 of its expected end, unless it was prolonged before", () => {
    const lapsed = working().does(people.member003, "2024-06-04", hold("2024-06-07")).does(people.li, "2024-06-04", decideApprove).wait("2024-06-08");
    expect(lapsed.history.at(-1)).toMatchObject({ type: "RESUMED", at: when("2024-06-07 18:00"), actorId: null, payload: { cause: "LAPSE" } });
    const prolonged = working().does(people.member003, "2024-06-04", hold("2024-06-07")).does(people.li, "2024-06-04", decideApprove);
    expect(prolonged.tries(people.member003, "2024-06-05", hold("2024-06-07"))).toMatchObject({ code: "HOLD_END_PAST" });
    prolonged.does(people.member003, "2024-06-05", hold("2024-06-14")).does(people.li, "2024-06-06", decideApprove).wait("2024-06-08");
    expect(prolonged.case).toMatchObject({ status: "ON_HOLD", heldFrom: "IN_PROGRESS", holds: [{ until: "2024-06-14", endedAt: null }] });
    expect(prolonged.history.at(-1)?.type).toBe("HOLD_PROLONGED");
  });
  it("of more than 30 working days in all needs the secretary or her deputy", () => {
    // Working days in (06-04, 07-17]: 30; one more with 07-18.
    const just = working().does(people.member003, "2024-06-04", hold("2024-07-17"));
    expect(just.tries(people.li, "2024-06-04", decideApprove)).toBeNull();
    const more = working().does(people.member003, "2024-06-04", hold("2024-07-18"));
    expect(more.tries(people.li, "2024-06-04", decideApprove)).toMatchObject({ code: "HOLD_NEEDS_SECRETARY", data: { days: 31, limit: 30 } });
    expect(more.tries(people.deputy, "2024-06-04", decideApprove)).toBeNull();
    // A prolonged hold counts once, and as a whole.
    just.does(people.member003, "2024-06-05", hold("2024-07-18"));
    expect(just.tries(people.li, "2024-06-05", decideApprove)).toMatchObject({ code: "HOLD_NEEDS_SECRETARY", data: { days: 31 } });
  });
  it("cannot heal a deadline already missed", () => {
    const story = working(people.zhou).does(people.zhou, "2024-06-03 11:00", (c, f) => decideEscalate(c, { reason: "x" }, f)).does(people.zhou, "2024-06-03 11:00", (c, f) => decideEscalate(c, { reason: "x" }, f));
    expect(story.due).toBe("LEVEL 2024-06-18 18:00");
    story.does(people.zhou, "2024-06-19", hold("2024-06-28")).does(people.chen, "2024-06-19", decideApprove);
    expect(story.due).toBe("LEVEL 2024-06-18 18:00");
  });
  it("carries its rest into the next level", () => {
    const story = working().does(people.member003, "2024-06-04", hold("2024-06-14")).does(people.li, "2024-06-04", decideApprove);
    story.does(people.li, "2024-06-07", (c, f) => decideEscalate(c, { reason: "楼里办不了" }, f));
    expect(story.case).toMatchObject({ status: "ON_HOLD", level: "COMPOUND" });
    // Five days from 06-07 are 06-17; of the hold (06-07, 06-14] remain 11, 12, 13, 14: 06-21.
    expect(story.due).toBe("LEVEL 2024-06-21 18:00");
  });
  it("refuses a day that is past or none, empty words, and a second ask", () => {
    expect(working().tries(people.member003, "2024-06-04", hold("2024-06-04"))).toMatchObject({ code: "HOLD_END_PAST", path: "until" });
    expect(working().tries(people.member003, "2024-06-04", hold("2024-02-30"))).toMatchObject({ code: "DATE_INVALID", path: "until" });
    expect(working().tries(people.member003, "2024-06-04", hold("2024-06-28", " "))).toMatchObject({ code: "TEXT_REQUIRED" });
    expect(working().does(people.member003, "2024-06-04", hold("2024-06-28")).tries(people.member003, "2024-06-04", extend(1))).toMatchObject({ code: "ASK_PENDING" });
    const late = working(people.zhou).does(people.zhou, "2024-06-04", hold("2024-06-05"));
    expect(late.tries(people.chen, "2024-06-05", decideApprove)).toMatchObject({ code: "HOLD_END_PAST" });
  });
  it("resumed after 18:00 of its last day goes up as it resumes, not before", () => {
    // On hold from the morning of the due day; the lapse at 18:00 is anticipated at 19:00 of a later day.
    const story = working().does(people.member003, "2024-06-06 09:00", hold("2024-06-28")).does(people.li, "2024-06-06 09:00", decideApprove);
    story.does(people.member003, "2024-06-11 19:00", decideResume);
    expect(story.due).toBe("LEVEL 2024-06-11 18:00");
    story.wait("2024-06-11 19:01");
    expect(story.history.at(-1)).toMatchObject({ type: "ESCALATED", at: when("2024-06-11 19:00") });
  });
});

describe("turning down", () => {
  it("changes nothing else, and says why", () => {
    const story = working().does(people.member003, "2024-06-04", hold("2024-06-28"));
    expect(story.tries(people.li, "2024-06-04", (c, f) => decideTurnDown(c, { reason: "" }, f))).toMatchObject({ code: "TEXT_REQUIRED", path: "reason" });
    story.does(people.li, "2024-06-04", (c, f) => decideTurnDown(c, { reason: "先找物业" }, f));
    expect(story.case).toMatchObject({ status: "IN_PROGRESS", pendingAsk: null });
    expect(story.tries(people.li, "2024-06-04", decideApprove)).toMatchObject({ code: "NOTHING_ASKED" });
  });
});

describe("an extension", () => {
  it("adds working days, once a segment", () => {
    const story = working().does(people.member003, "2024-06-04", extend(3)).does(people.li, "2024-06-05", decideApprove);
    expect(story.case.segments).toMatchObject([{ days: 6, extendedBy: 3 }]);
    expect(story.due).toBe("LEVEL 2024-06-12 18:00");
    expect(story.tries(people.member003, "2024-06-06", extend(1))).toMatchObject({ code: "EXTEND_ONCE" });
    // The next level is a new segment.
    story.wait("2024-06-13");
    expect(story.tries(people.member003, "2024-06-13", extend(1))).toBeNull();
  });
  it("of at most the level's own days", () => {
    for (const days of [0, -1, 4, 1.5, Number.NaN]) expect(working().tries(people.member003, "2024-06-04", extend(days))).toMatchObject({ code: "EXTEND_TOO_LONG", data: { limit: 3 } });
  });
  it("before it is due, when asked and when approved", () => {
    const community = () => working(people.zhou).does(people.zhou, "2024-06-03 11:00", (c, f) => decideEscalate(c, { reason: "x" }, f)).does(people.zhou, "2024-06-03 11:00", (c, f) => decideEscalate(c, { reason: "x" }, f));
    expect(community().tries(people.zhou, "2024-06-18 18:00", extend(5))).toMatchObject({ code: "EXTEND_TOO_LATE" });
    const asked = community().does(people.zhou, "2024-06-18 17:59", extend(5));
    expect(asked.tries(people.chen, "2024-06-18 18:00", decideApprove)).toMatchObject({ code: "EXTEND_TOO_LATE" });
  });
  it("goes with its segment; a hold that was asked for stays to be decided", () => {
    expect(working().does(people.member003, "2024-06-04", extend(3)).wait("2024-06-07").case).toMatchObject({ level: "COMPOUND", pendingAsk: null });
    expect(working().does(people.member003, "2024-06-04", hold("2024-06-28")).wait("2024-06-07").case).toMatchObject({ level: "COMPOUND", pendingAsk: { kind: "HOLD" } });
  });
  it("is not for an adopted case, which goes by its milestones", () => {
    const story = acceptedCase("2024-06-03 10:00", people.zhou, { severity: "SAFETY" }).does(people.chen, "2024-06-03 11:00", (c, f) => decideAdopt(c, { projectId: "p", dueOn: "2024-09-30" }, f));
    expect(story.tries(people.zhou, "2024-06-04", extend(1))).toMatchObject({ code: "BY_MILESTONES" });
    story.does(people.zhou, "2024-06-04", start).does(people.zhou, "2024-06-04", hold("2024-06-07")).does(people.chen, "2024-06-04", decideApprove);
    expect(story.due).toBe("MILESTONES 2024-09-30 18:00");
    expect(story.wait("2024-06-11").case.status).toBe("IN_PROGRESS");
  });
});

it("one role up, for every asker", () => {
  expect(oneRoleUp("BUILDING_HEAD")).toEqual(["GRID_HEAD", "SECRETARY", "DEPUTY"]);
  for (const role of ["GRID_HEAD", "CLERK", "MEDIATOR", "LIAISON", "PROXY", "EXPERT"] as const) expect(oneRoleUp(role)).toEqual(["SECRETARY", "DEPUTY"]);
  for (const role of ["SECRETARY", "DEPUTY"] as const) expect(oneRoleUp(role)).toEqual(["STREET_OFFICER"]);
  for (const role of ["STREET_OFFICER", "DISTRICT_OFFICER"] as const) expect(oneRoleUp(role)).toEqual(["DISTRICT_OFFICER"]);
});

it("an event whose client clock runs ahead is set to the server's time and marked", () => {
  const story = working().does(people.li, "2024-06-04 10:00", (c, f) => decideContact(c, { kind: "NOTE", words: "x" }, f), "2024-06-04 10:05");
  expect(story.history.at(-1)).toMatchObject({ at: when("2024-06-04 10:00"), recordedAt: when("2024-06-04 10:00"), ahead: true });
  story.does(people.li, "2024-06-04 10:00", (c, f) => decideContact(c, { kind: "NOTE", words: "x" }, f));
  expect(story.history.at(-1)).not.toHaveProperty("ahead");
});

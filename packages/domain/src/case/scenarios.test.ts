import { describe, expect, it } from "vitest";
import { decideAccept } from "./accept.ts";
import { decideAdopt } from "./adopt.ts";
import { decideApprove, decideHold } from "./ask.ts";
import { decideCallBack } from "./call-back.ts";
import { decideClose } from "./close.ts";
import { decideDeliberate } from "./deliberate.ts";
import { decideEscalate } from "./escalate.ts";
import { decideMerge, type PairDecision } from "./merge.ts";
import { decideRepublish } from "./republish-deadline.ts";
import { decideResolve } from "./resolve.ts";
import { decideReport, decideWhistle } from "./whistle.ts";
import { boardColumn } from "./board.ts";
import type { Case } from "./case.ts";
import { record, recorded, type Facts } from "./record.ts";
import { withYear, type Calendar } from "../deadline/calendar.ts";
import { shippedCalendarYears } from "../deadline/shipped-calendars.ts";
import { isRefusal } from "../refusal.ts";
import { acceptInput, acceptedCase, collectedCase, type CaseStory } from "../testing/case-story.ts";
import { calendar, factsAt, when } from "../testing/clock.ts";
import * as people from "../testing/people.ts";

// The dates below were worked out by hand from the published calendar of 2024, not by this program.

describe("曹家巷小区晾晒: drying racks", () => {
  const place = { compoundId: "曹家巷小区", buildingId: null, unitId: null };
  const opinion = (reporterId: string, who = people.zhang) =>
    collectedCase("2024-03-04 09:00", { kind: "OPINION", category: "assets.drying", title: "晾晒", place, severity: "HIGH", tags: ["WORRYING", "LONGED_FOR"], reporterId }, who);
  const merge = (source: CaseStory, target: CaseStory, who: typeof people.li) => decideMerge(source.case, target.case, factsAt(who, "2024-03-04 15:00"));

  it("seven opinions become one case, which goes up to the community and is adopted", () => {
    const [first, ...others] = ["a", "b", "c", "d", "e", "f", "g"].map((reporter) => opinion(reporter)) as [CaseStory, ...CaseStory[]];
    first.does(people.member003, "2024-03-04 14:00", (c, f) => decideAccept(c, acceptInput({ kind: "OPINION", category: "assets.drying", severity: "HIGH" }), f));
    expect(merge(others[0] as CaseStory, first, people.member003)).toMatchObject({ code: "FORBIDDEN_ROLE" });
    for (const other of others) {
      const { source, target } = merge(other, first, people.li) as PairDecision;
      other.takes(people.li, "2024-03-04 15:00", source);
      first.takes(people.li, "2024-03-04 15:00", target);
    }
    expect(first.case.supporters).toBe(7);
    expect(first.due).toBe("LEVEL 2024-03-07 18:00");

    first.does(people.li, "2024-03-06 19:00", (c, f) => decideDeliberate(c, { where: "3号楼前" }, f));
    first.does(people.member003, "2024-03-06 20:00", (c, f) => decideEscalate(c, { reason: "要在小区里选址" }, f));
    first.does(people.li, "2024-03-11 10:00", (c, f) => decideEscalate(c, { reason: "要用公共用地" }, f));
    expect(first.case).toMatchObject({ level: "COMMUNITY", maxLevel: "COMMUNITY", status: "DELIBERATING" });
    expect(first.types.filter((type) => type === "ESCALATED")).toHaveLength(2);

    const adopt = (c: Case, f: Facts) => decideAdopt(c, { projectId: "2024-02", dueOn: "2024-05-20" }, f);
    expect(first.tries(people.member003, "2024-03-15 10:00", adopt)).toMatchObject({ code: "FORBIDDEN_ROLE" });
    first.does(people.chen, "2024-03-15 10:00", adopt);
    expect(first.due).toBe("MILESTONES 2024-05-20 18:00");
    expect(boardColumn(first.case, when("2024-03-16"))).toBe("COMMUNITY");
  });
});

describe("锡麟街25号3单元下水道: the sewer", () => {
  const accepted = () => acceptedCase("2024-04-26 20:40", people.member003);

  it("is due on Tuesday 04-30, because Sunday 04-28 is worked, and goes up by itself", () => {
    const story = accepted();
    expect(story.due).toBe("LEVEL 2024-04-30 18:00");
    story.wait("2024-05-01 09:00");
    expect(story.history.at(-1)).toMatchObject({ type: "ESCALATED", at: when("2024-04-30 18:00"), payload: { to: "COMPOUND", cause: "DUE" } });
    expect(story.due).toBe("LEVEL 2024-05-10 18:00");
  });
  it("waits for the funds nine working days: due 05-22", () => {
    const story = accepted().does(people.li, "2024-05-08 19:00", (c, f) => decideDeliberate(c, { where: "3单元门口" }, f));
    story.does(people.member003, "2024-05-08 20:00", (c, f) => decideHold(c, { holdReason: "WAIT_FUNDS", until: "2024-05-20", reason: "收齐分摊" }, f));
    story.does(people.chen, "2024-05-08 20:30", decideApprove);
    expect(story.case.status).toBe("ON_HOLD");
    expect(story.due).toBe("LEVEL 2024-05-22 18:00");
    story.wait("2024-05-20 18:00");
    expect(story.case).toMatchObject({ status: "DELIBERATING" });
    expect(story.due).toBe("LEVEL 2024-05-22 18:00");
  });
  it("is resolved in time and closed after three attempts with those who were not reached", () => {
    const story = accepted().wait("2024-05-01");
    const neighbours = Array.from({ length: 13 }, (_, i) => ({ opinionId: `o${i}`, personId: `p${i}`, fromCaseId: "x" }));
    story.takes(people.li, "2024-05-08 18:00", [{ type: "ABSORBED", at: when("2024-05-08 18:00"), payload: { from: "x", reporters: neighbours } }]);
    story.does(people.li, "2024-05-08 19:00", (c, f) => decideDeliberate(c, { where: "3单元门口" }, f));
    story.does(people.member003, "2024-05-08 20:00", (c, f) => decideHold(c, { holdReason: "WAIT_FUNDS", until: "2024-05-20", reason: "收齐分摊" }, f)).does(people.chen, "2024-05-08 20:30", decideApprove);
    const resolve = (balanceFen: bigint) => (c: Case, f: Facts) => decideResolve(c, { result: "疏通换管", cost: { balanceFen, payers: [] }, mediation: null }, f);
    expect(story.tries(people.member003, "2024-05-21 10:00", resolve(20_000n))).toMatchObject({ code: "COST_NOT_BALANCED" });
    story.does(people.member003, "2024-05-21 10:00", resolve(0n));
    expect(story.due).toBe("CALL_BACK 2024-05-24 18:00");
    const call = (person: string, reached: boolean) => (c: Case, f: Facts) => decideCallBack(c, { respondent: `person:${person}`, reached, resolved: reached || null, satisfaction: reached ? "SATISFIED" : null, words: "" }, f);
    for (let i = 0; i < 12; i += 1) story.does(people.zhou, "2024-05-22", call(`p${i}`, true));
    for (const day of ["2024-05-22", "2024-05-23", "2024-05-24"]) for (const person of ["lou", "p12"]) story.does(people.zhou, day, call(person, false));
    story.does(people.zhou, "2024-05-24 17:00", decideClose);
    expect(story.case).toMatchObject({ status: "CLOSED", maxLevel: "COMPOUND" });
    expect(story.history.at(-1)?.payload).toEqual({ answered: 12, unanswered: 2 });
    expect(story.case.segments.map((s) => s.endedBy)).toEqual(["DUE", "RESOLVED"]);
  });
});

describe("电动车飞线充电: charging wires", () => {
  const accepted = () => acceptedCase("2024-09-27 10:00", people.zhou, { severity: "SAFETY", category: "events.charging" });

  it("is at COMMUNITY at once, due ten working days after Friday 09-27: 10-16", () => {
    expect(accepted().case).toMatchObject({ level: "COMMUNITY", maxLevel: "COMMUNITY", onSiteDueAt: when("2024-09-27 12:00") });
    expect(accepted().due).toBe("LEVEL 2024-10-16 18:00");
  });
  it("the secretary whistles two departments: answers due 09-29, on site 10-08", () => {
    const blow = (departmentId: string) => (c: Case, f: Facts) => decideWhistle(c, { whistleId: departmentId, departmentId, ask: "飞线充电" }, f);
    const story = accepted();
    expect(story.tries(people.li, "2024-09-27 11:00", blow("消防"))).toMatchObject({ code: "FORBIDDEN_ROLE" });
    story.does(people.chen, "2024-09-27 11:00", blow("消防")).does(people.chen, "2024-09-27 11:00", blow("住建"));
    expect(story.case.whistles.map((w) => [w.replyDueAt, w.onSiteDueAt])).toEqual(Array(2).fill([when("2024-09-29 18:00"), when("2024-10-08 18:00")]));
    story.does(people.fire, "2024-09-29 10:00", (c, f) => decideReport(c, { whistleId: "消防", result: "已查封" }, f));
    expect(story.case.whistles.map((w) => w.reportedAt)).toEqual([when("2024-09-29 10:00"), null]);
  });

  /** On hold for the department from 10-10 to 10-16, or not. */
  const held = () =>
    accepted()
      .does(people.zhou, "2024-09-27 11:00", (c, f) => decideDeliberate(c, { where: "车棚" }, f))
      .does(people.zhou, "2024-10-10 09:00", (c, f) => decideHold(c, { holdReason: "WAIT_DEPARTMENT", until: "2024-10-16", reason: "等住建" }, f))
      .does(people.chen, "2024-10-10 10:00", decideApprove);
  it("waits five working days: due 10-23, and nothing goes up when it resumes", () => {
    const story = held();
    expect(story.due).toBe("LEVEL 2024-10-23 18:00");
    expect(story.wait("2024-10-17").case).toMatchObject({ status: "DELIBERATING", level: "COMMUNITY" });
    expect(story.due).toBe("LEVEL 2024-10-23 18:00");
  });

  const corrected: Calendar = withYear(calendar, {
    ...(shippedCalendarYears[0] as (typeof shippedCalendarYears)[number]), version: 2, source: "更正", workDays: ["2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14", "2024-09-29"],
  });
  const publish = (c: Case, now: string) => {
    const facts = { ...factsAt(people.admin, now), calendar: corrected };
    return recorded(c, decideRepublish(c, { year: 2024, fromVersion: 1, toVersion: 2 }, facts), facts);
  };
  it("a corrected calendar that frees Saturday 10-12 moves the sister case to 10-17, this one not at all", () => {
    const sister = publish(accepted().wait("2024-10-11").case, "2024-10-11 10:00");
    expect(sister).toMatchObject({ case: { due: { at: when("2024-10-17 18:00"), calendar: "2024.2" } }, events: [{ type: "DEADLINE_MOVED", payload: { fromVersion: 1, toVersion: 2 } }] });
    expect(publish(held().case, "2024-10-11 10:00")).toMatchObject({ case: { due: { at: when("2024-10-23 18:00") } }, events: [] });
    const closed = { ...accepted().case, status: "CLOSED" as const, due: null };
    expect(publish(closed, "2024-10-11 10:00")).toMatchObject({ events: [] });
    const wrongWay = decideRepublish(accepted().case, { year: 2024, fromVersion: 2, toVersion: 2 }, factsAt(people.admin, "2024-10-11"));
    expect(wrongWay).toMatchObject({ code: "NOTHING_TO_AMEND" });
  });
  it("what the publication left where it was, no later event moves", () => {
    // Due 10-16 by the old calendar. Published on 10-15: a calendar that works on 10-05 would count to 10-15, which is
    // before the floor (10-16), so the deadline stays; a note on 10-16 must not bring it forward to the day before.
    const earlier: Calendar = withYear(calendar, { ...(shippedCalendarYears[0] as (typeof shippedCalendarYears)[number]), version: 2, workDays: [...(shippedCalendarYears[0]?.workDays ?? []), "2024-10-05"] });
    const c = accepted().case;
    const facts = { ...factsAt(people.zhou, "2024-10-15 19:00"), calendar: earlier };
    expect(decideRepublish(c, { year: 2024, fromVersion: 1, toVersion: 2 }, facts)).toEqual([]);
    const noted = record(c, c.id, [{ type: "CONTACTED", at: facts.at, payload: { kind: "NOTE" } }], facts);
    expect(noted.case.due).toEqual(c.due);
    expect(noted.events[0]).not.toHaveProperty("due");
  });
  it("a case that is not accepted yet has no running segment to move", () => {
    const waiting = collectedCase("2024-09-27 10:00").case;
    expect(publish(waiting, "2024-10-11")).toMatchObject({ events: [] });
    expect(isRefusal(publish(waiting, "2024-10-11"))).toBe(false);
  });
});

describe("a leak between floors", () => {
  it("both ask for mediation: straight to COMMUNITY on 06-06, due 06-21 over the holiday of 06-10", () => {
    const story = acceptedCase("2024-06-03 10:00", people.li, { kind: "DISPUTE", category: "disputes.leak", reporterId: "sun" }, { parties: ["sun", "zhao"] });
    expect(story.due).toBe("LEVEL 2024-06-06 18:00");
    story.does(people.li, "2024-06-06 10:00", (c, f) => decideEscalate(c, { reason: "双方申请调解", partiesAskForMediation: true }, f));
    expect(story.due).toBe("LEVEL 2024-06-21 18:00");
    expect(story.tries(people.member005, "2024-06-06 11:00", (c, f) => decideEscalate(c, { reason: "x" }, f))).toMatchObject({ code: "NOT_FOUND" });
    story.does(people.li, "2024-06-07 10:00", (c, f) => decideDeliberate(c, { where: "调解室" }, f));
    story.does(people.li, "2024-06-12 09:00", (c, f) => decideHold(c, { holdReason: "WAIT_PARTY", until: "2024-07-03", reason: "履行协议" }, f)).does(people.chen, "2024-06-12 10:00", decideApprove);
    expect(story.due).toBe("LEVEL 2024-07-12 18:00");
  });
});

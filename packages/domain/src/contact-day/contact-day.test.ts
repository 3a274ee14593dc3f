import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contactDayActionNames, type ContactDayAction } from "./contact-day-actions.ts";
import { contactDayStates, type ContactDay } from "./contact-day.ts";
import { contactDates, type ContactRule } from "./contact-rule.ts";
import { coverageOf, daysSinceHeld, type CompoundContact } from "./coverage.ts";
import { decideCancelContactDay, decideChangeDuty, decideHoldContactDay } from "./keep-contact-day.ts";
import { decidePlanContactDays, type PlanContactDaysInput, type PlannedAlready } from "./plan-contact-days.ts";
import { foldContactDay, recordContactDay, type ContactDayDecision } from "./record-contact-day.ts";
import { whyNotContactDay } from "./why-not-contact-day.ts";
import { isWorkingDay } from "../deadline/calendar.ts";
import { plusNaturalDays } from "../deadline/moment.ts";
import { weekdayOf } from "../point/opening-hours.ts";
import { isRefusal } from "../refusal.ts";
import { calendar, factsAt } from "../testing/clock.ts";
import * as people from "../testing/people.ts";

const dates = (rule: ContactRule, from: string, until: string) => contactDates(rule, from, until, calendar).map(({ date, movedFrom }) => (movedFrom === null ? date : `${movedFrom}→${date}`));

describe("the days of a rule", () => {
  it("ONCE is the day that was named, also a Sunday", () => {
    expect(dates({ kind: "ONCE" }, "2024-03-10", "2024-03-10")).toEqual(["2024-03-10"]);
  });
  it("WEEKLY: every Monday; on a holiday the next working day", () => {
    expect(dates({ kind: "WEEKLY", weekday: 1, everyWeeks: 1 }, "2024-03-02", "2024-03-25")).toEqual(["2024-03-04", "2024-03-11", "2024-03-18", "2024-03-25"]);
    // 清明 Thursday 04-04 to Saturday 04-06; Sunday the 7th is worked.
    expect(dates({ kind: "WEEKLY", weekday: 4, everyWeeks: 1 }, "2024-03-28", "2024-04-11")).toEqual(["2024-03-28", "2024-04-04→2024-04-07", "2024-04-11"]);
    expect(dates({ kind: "WEEKLY", weekday: 1, everyWeeks: 2 }, "2024-03-04", "2024-04-01")).toEqual(["2024-03-04", "2024-03-18", "2024-04-01"]);
  });
  it("two Wednesdays of one holiday become one day", () => {
    // 国庆 and 中秋 2025: 10-01 to 10-08.
    expect(dates({ kind: "WEEKLY", weekday: 3, everyWeeks: 1 }, "2025-10-01", "2025-10-08")).toEqual(["2025-10-01→2025-10-09"]);
  });
  it("MONTHLY_WEEKDAY: the second Tuesday, the last Friday", () => {
    expect(dates({ kind: "MONTHLY_WEEKDAY", nth: 2, weekday: 2 }, "2024-03-01", "2024-05-31")).toEqual(["2024-03-12", "2024-04-09", "2024-05-14"]);
    expect(dates({ kind: "MONTHLY_WEEKDAY", nth: 5, weekday: 5 }, "2024-03-01", "2024-04-30")).toEqual(["2024-03-29", "2024-04-26"]);
  });
  it("MONTHLY_DAY: the 31st of a shorter month is its last day", () => {
    expect(dates({ kind: "MONTHLY_DAY", day: 31 }, "2024-01-01", "2024-04-30")).toEqual(["2024-01-31", "2024-02-29", "2024-03-31→2024-04-01", "2024-04-30"]);
  });
  it("a year that is not published counts Monday to Friday and says so", () => {
    expect(contactDates({ kind: "MONTHLY_DAY", day: 1 }, "2030-10-01", "2030-10-01", calendar)).toEqual([{ date: "2030-10-01", movedFrom: null, provisional: true }]);
  });

  const rules = fc.oneof(
    fc.record({ kind: fc.constant("WEEKLY" as const), weekday: fc.integer({ min: 1, max: 7 }), everyWeeks: fc.integer({ min: 1, max: 2 }) }),
    fc.record({ kind: fc.constant("MONTHLY_WEEKDAY" as const), nth: fc.integer({ min: 1, max: 5 }), weekday: fc.integer({ min: 1, max: 7 }) }),
    fc.record({ kind: fc.constant("MONTHLY_DAY" as const), day: fc.integer({ min: 1, max: 31 }) }),
  );
  const span = fc.tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 200 })).map(([start, length]) => {
    const from = plusNaturalDays("2024-01-01", start);
    return [from, plusNaturalDays(from, length)] as const;
  });

  it("are working days, in order, each once, and named within the plan", () => {
    fc.assert(
      fc.property(rules, span, (rule, [from, until]) => {
        const found = contactDates(rule, from, until, calendar);
        const days = found.map(({ date }) => date);
        expect(days).toEqual([...new Set(days)].toSorted());
        for (const { date, movedFrom } of found) {
          expect(isWorkingDay(calendar, date)).toBe(true);
          const asked = movedFrom ?? date;
          expect(from <= asked && asked <= until).toBe(true);
          if (movedFrom !== null) expect(isWorkingDay(calendar, movedFrom)).toBe(false);
          if (rule.kind !== "MONTHLY_DAY") expect(weekdayOf(asked)).toBe(rule.weekday);
        }
      }),
    );
  });

  it("of two plans, one behind the other, are those of one plan over both", () => {
    fc.assert(
      fc.property(rules.filter((rule) => rule.kind !== "WEEKLY" || rule.everyWeeks === 1), span, fc.integer({ min: 0, max: 200 }), (rule, [from, until], cut) => {
        const middle = plusNaturalDays(from, cut);
        if (middle >= until) return;
        const days = (a: string, b: string) => contactDates(rule, a, b, calendar).map(({ date }) => date);
        expect([...new Set([...days(from, middle), ...days(plusNaturalDays(middle, 1), until)])]).toEqual(days(from, until));
      }),
    );
  });
});

const place = { words: "3号楼前", compoundId: "caojiaxiang", buildingId: null };
const plan: PlanContactDaysInput = {
  areaCode: people.grid003, rule: { kind: "WEEKLY", weekday: 1, everyWeeks: 1 }, from: "2024-03-01", until: "2024-03-31", startsAt: "09:00", endsAt: "11:00", place, dutyOfficerId: "member003",
};
const decidePlan = (more: Partial<PlanContactDaysInput> = {}, existing: readonly PlannedAlready[] = [], viewer = people.li) => decidePlanContactDays(existing, { ...plan, ...more }, factsAt(viewer, "2024-02-28"));
const planned = (decision: ReturnType<typeof decidePlan>): readonly PlannedAlready[] => {
  if (isRefusal(decision)) throw new Error(decision.code);
  return decision.flatMap(({ type, payload }) => (type === "CONTACT_DAY_PLANNED" ? [payload] : []));
};
const codeOf = (decision: ReturnType<typeof decidePlan> | ContactDayDecision): string | null => (isRefusal(decision) ? decision.code : null);

describe("planning", () => {
  it("gives one planned day for each date, and none that is there already, be it cancelled", () => {
    const days = planned(decidePlan());
    expect(days.map(({ date }) => date)).toEqual(["2024-03-04", "2024-03-11", "2024-03-18", "2024-03-25"]);
    expect(codeOf(decidePlan({}, days))).toBe("PLANNED_ALREADY");
    expect(planned(decidePlan({ until: "2024-04-08" }, days)).map(({ date }) => date)).toEqual(["2024-04-01", "2024-04-08"]);
    expect(planned(decidePlan({ place: { ...place, words: "店门口" } }, days))).toHaveLength(4);
  });

  it.each<[string, Partial<PlanContactDaysInput>, string]>([
    ["a rule without a weekday", { rule: { kind: "WEEKLY", weekday: 0, everyWeeks: 1 } }, "RULE_INVALID"],
    ["every third week", { rule: { kind: "WEEKLY", weekday: 1, everyWeeks: 3 } }, "RULE_INVALID"],
    ["a sixth Monday", { rule: { kind: "MONTHLY_WEEKDAY", nth: 6, weekday: 1 } }, "RULE_INVALID"],
    ["the 32nd", { rule: { kind: "MONTHLY_DAY", day: 32 } }, "RULE_INVALID"],
    ["a day that does not exist", { from: "2024-02-30" }, "DATE_INVALID"],
    ["a day nobody lives to see", { until: "9999-12-31" }, "DATE_INVALID"],
    ["an end before the beginning", { until: "2024-02-29" }, "PERIOD_REVERSED"],
    ["two years at once", { until: "2026-03-01" }, "PLAN_TOO_LONG"],
    ["a week without the day", { rule: { kind: "MONTHLY_DAY", day: 20 }, until: "2024-03-08" }, "PLAN_EMPTY"],
    ["an end before it starts", { endsAt: "09:00" }, "HOURS_INVALID"],
    ["no place", { place: { ...place, words: " " } }, "TEXT_REQUIRED"],
    ["a street", { areaCode: people.street }, "POINT_AREA_WRONG"],
  ])("refuses %s", (_what, more, code) => {
    expect(codeOf(decidePlan(more, [], people.chen))).toBe(code);
  });

  it("is for whoever keeps the points of the area", () => {
    for (const viewer of [people.li, people.zhou, people.chen, people.deputy]) expect(codeOf(decidePlan({}, [], viewer))).toBeNull();
    for (const viewer of [people.wang, people.member003, people.streetOfficer]) expect(codeOf(decidePlan({}, [], viewer))).toBe("FORBIDDEN_RIGHT");
  });
});

const day: ContactDay = {
  id: "day-1", version: 1, areaCode: people.grid003, date: "2024-03-04", movedFrom: null, from: "09:00", to: "11:00", place, dutyOfficerId: "member003", reached: null, state: "PLANNED", heldAt: null,
};
const hold = (more: object = {}, viewer = people.member003, on: ContactDay = day, now = "2024-03-04 11:00") => decideHoldContactDay(on, { reached: 23, notes: "", ...more }, factsAt(viewer, now));

describe("a contact day", () => {
  /** Action × state × who, by hand: k keeps points there, d is on duty. */
  const expected: Record<ContactDayAction, Record<ContactDay["state"], string>> = {
    record: { PLANNED: "kd", HELD: "kd", CANCELLED: "" },
    changeDuty: { PLANNED: "k", HELD: "", CANCELLED: "" },
    cancel: { PLANNED: "k", HELD: "", CANCELLED: "" },
  };
  it.each(contactDayActionNames.flatMap((action) => contactDayStates.map((state) => [action, state] as const)))("%s while %s, as the table says", (action, state) => {
    const may = (viewer: typeof people.li) => whyNotContactDay(action, { ...day, state }, viewer)?.code ?? "yes";
    const no = expected[action][state] === "" ? "CONTACT_DAY_WRONG_STATE" : "FORBIDDEN_RIGHT";
    expect(may(people.li)).toBe(expected[action][state].includes("k") ? "yes" : no);
    expect(may(people.member003)).toBe(expected[action][state].includes("d") ? "yes" : no);
    expect(may(people.other003)).toBe(no);
    expect(may(people.viewer("stranger", people.right("CLERK", "340802001008")))).toBe("NOT_FOUND");
  });

  it("is recorded with how many were reached, again to put it right, and its notes stay apart", () => {
    const first = hold({ notes: " 晾衣的多 " });
    expect(first).toMatchObject({ type: "CONTACT_DAY_HELD", payload: { reached: 23 }, words: "晾衣的多" });
    if (isRefusal(first)) throw new Error(first.code);
    const facts = factsAt(people.member003, "2024-03-04 11:00");
    const held = recordContactDay(day, day.id, first, facts);
    expect(held.day).toMatchObject({ state: "HELD", reached: 23, version: 2 });
    const again = hold({ reached: 32 }, people.member003, held.day);
    expect(again).not.toHaveProperty("words");
    if (isRefusal(again)) throw new Error(again.code);
    expect(recordContactDay(held.day, day.id, again, facts).day).toMatchObject({ state: "HELD", reached: 32, version: 3 });
  });

  it("is not recorded before its day, nor with a number that is none", () => {
    expect(codeOf(hold({}, people.member003, day, "2024-03-03 23:59"))).toBe("CONTACT_DAY_TO_COME");
    expect(codeOf(hold({}, people.member003, day, "2024-03-04 00:00"))).toBeNull();
    for (const reached of [-1, 1.5, 10_000, Number.NaN]) expect(codeOf(hold({ reached }))).toBe("QUANTITY_INVALID");
    expect(codeOf(hold({ notes: "长".repeat(2001) }))).toBe("TEXT_TOO_LONG");
  });

  it("passes to somebody else, is cancelled with a reason, and is what its history says", () => {
    const facts = factsAt(people.li, "2024-03-01");
    expect(codeOf(decideChangeDuty(day, { dutyOfficerId: "member003" }, facts))).toBe("NOTHING_TO_AMEND");
    expect(codeOf(decideCancelContactDay(day, { reason: "" }, facts))).toBe("TEXT_REQUIRED");
    const bodies = [decidePlan({ until: "2024-03-04" }), decideChangeDuty(day, { dutyOfficerId: "other003" }, facts), decideCancelContactDay(day, { reason: "暴雨" }, facts)].flat();
    const events = bodies.flatMap((body, i) => {
      if (isRefusal(body)) throw new Error(body.code);
      return recordContactDay(i === 0 ? null : { ...day, version: i }, day.id, body, facts).events;
    });
    expect(foldContactDay(events)).toMatchObject({ state: "CANCELLED", dutyOfficerId: "other003", date: "2024-03-04", version: 3 });
  });
});

describe("coverage", () => {
  const compound = (more: Partial<CompoundContact>): CompoundContact => ({ compoundId: "c", lastHeldOn: null, heldInPeriod: false, hasPoint: false, ...more });
  it("counts compounds with a contact day or an open point in the period; of none it is 0 of 0", () => {
    expect(coverageOf([compound({}), compound({ heldInPeriod: true }), compound({ hasPoint: true }), compound({ heldInPeriod: true, hasPoint: true })])).toEqual({ num: 3, den: 4 });
    expect(coverageOf([])).toEqual({ num: 0, den: 0 });
    expect(coverageOf([compound({ lastHeldOn: "2023-01-01" })])).toEqual({ num: 0, den: 1 });
  });
  it("tells for how many days nobody came", () => {
    expect(daysSinceHeld(compound({ lastHeldOn: "2024-03-04" }), "2024-04-03")).toBe(30);
    expect(daysSinceHeld(compound({}), "2024-04-03")).toBeNull();
  });
});

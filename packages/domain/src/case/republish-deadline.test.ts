import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Case } from "./case.ts";
import type { CaseEvent } from "./case-events.ts";
import { catchUp } from "./catch-up.ts";
import { fold } from "./evolve.ts";
import { record, type Facts } from "./record.ts";
import { isStillProvisional, nextRepublication } from "./republish-deadline.ts";
import { withYear, type Calendar } from "../deadline/calendar.ts";
import type { CalendarYear } from "../deadline/calendar-year.ts";
import { dateOfDayNumber, dayNumberOf, isWeekend, plusMilliseconds, type Instant } from "../deadline/moment.ts";
import { decidePublishCalendar } from "../deadline/publish-calendar.ts";
import { shippedCalendarYears } from "../deadline/shipped-calendars.ts";
import { isRefusal } from "../refusal.ts";
import { acceptedCase } from "../testing/case-story.ts";
import { calendar, factsAt, when } from "../testing/clock.ts";
import { admin, chen, member003, zhou } from "../testing/people.ts";

const shipped = shippedCalendarYears[0] as CalendarYear;

/** The calendar with a version of 2024 that took effect at a moment. */
function published(at: Instant, change: Partial<Pick<CalendarYear, "daysOff" | "workDays">>, version = 2, before: Calendar = calendar): Calendar {
  return withYear(before, { ...shipped, ...change, version, source: "更正", publishedAt: at });
}

const without = (...days: string[]) => ({ workDays: shipped.workDays.filter((day) => !days.includes(day)) });
const seen = ({ events }: { readonly events: readonly CaseEvent[] }) => events.map((e) => `${e.type} ${e.at.slice(5, 16)}`);
const at = (now: string, newer: Calendar): Facts => ({ ...factsAt(zhou, now), calendar: newer });

describe("a calendar was published while a deadline ran", () => {
  // Accepted on Friday 09-27 at COMMUNITY: ten working days are 10-16 by the shipped calendar, 10-17 without Saturday 10-12.
  const community = () => acceptedCase("2024-09-27 10:00", zhou, { severity: "SAFETY" }).case;
  const free = published(when("2024-10-11 09:00"), without("2024-10-12"));

  it("moves it at the moment of publication, whenever somebody comes to it, and once", () => {
    const c = community();
    for (const now of ["2024-10-11 09:00", "2024-10-14 12:00", "2024-11-20 12:00"]) {
      const done = catchUp(c, at(now, free));
      expect(seen(done)).toEqual(["DEADLINE_MOVED 10-11T01:00"]);
      expect(done.events[0]).toMatchObject({ payload: { year: 2024, fromVersion: 1, toVersion: 2 }, actorId: null });
      expect(done.case.due).toMatchObject({ at: when("2024-10-17 18:00"), calendar: "2024.2" });
      expect(catchUp(done.case, at("2024-11-20 12:00", free)).events).toEqual([]);
    }
  });

  it("leaves alone what it was there with from the beginning, and what nobody has promised a moment", () => {
    const { publishedAt: _, ...silent } = free.years.get(2024) as CalendarYear;
    expect(nextRepublication(community(), at("2024-10-14 12:00", withYear(calendar, silent)))).toBeNull();
    expect(nextRepublication({ ...community(), due: null }, at("2024-10-14 12:00", free))).toBeNull();
  });

  it("moves it before the rung is climbed: who would have gone up on the old day does not", () => {
    const c = acceptedCase("2024-10-09 10:00", member003).case;
    expect(c.due?.at).toBe(when("2024-10-12 18:00"));
    const later = published(when("2024-10-12 09:00"), without("2024-10-12"));
    expect(seen(catchUp(c, at("2024-10-14 18:00", later)))).toEqual(["DEADLINE_MOVED 10-12T01:00", "ESCALATED 10-14T10:00"]);
    expect(seen(catchUp(c, at("2024-10-13 12:00", later)))).toEqual(["DEADLINE_MOVED 10-12T01:00"]);
  });

  it("moves nothing that had gone up before it: the rung first, then the new one by the new calendar", () => {
    const c = acceptedCase("2024-10-09 10:00", member003).case;
    const late = published(when("2024-10-12 18:30"), without("2024-10-12"));
    const done = catchUp(c, at("2024-10-15 12:00", late));
    expect(seen(done)).toEqual(["ESCALATED 10-12T10:00"]);
    expect(done.case.due?.calendar).toBe("2024.2");
  });

  it("goes from the version the deadline was counted with to the one in force, whatever lay between", () => {
    const third = published(when("2024-10-11 12:00"), without("2024-10-12"), 3, published(when("2024-10-11 09:00"), { daysOff: [...shipped.daysOff, "2024-10-15"] }));
    expect(catchUp(community(), at("2024-10-11 13:00", third)).events[0]).toMatchObject({ payload: { fromVersion: 1, toVersion: 3 }, at: when("2024-10-11 12:00") });
  });

  it("keeps its floor, which is that of the publication and not of whoever comes later", () => {
    // Working on 10-05 and 10-06 would count to 10-14; published on the 14th, the deadline comes no nearer than the 15th.
    const nearer = published(when("2024-10-14 09:00"), { workDays: [...shipped.workDays, "2024-10-05", "2024-10-06"] });
    for (const now of ["2024-10-14 09:01", "2024-10-15 12:00"]) expect(catchUp(community(), at(now, nearer)).case.due?.at).toBe(when("2024-10-15 18:00"));
  });

  it("an order of acts does not matter: gone through at once or met by the next verb, the case is the same", () => {
    const day = (n: number) => dateOfDayNumber(dayNumberOf("2024-09-27") + n);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 8 }), fc.integer({ min: 0, max: 40 * 24 }), fc.boolean(), (start, changed, hours, low) => {
        const c = acceptedCase(`${day(start)} 10:00`, low ? member003 : zhou, low ? {} : { severity: "SAFETY" }).case;
        const moment = plusMilliseconds(when(`${day(start)} 10:00`), (hours + 1) * 3_600_000);
        const flip = (list: readonly string[], weekend: boolean) => {
          const days = changed.map(day).filter((one) => isWeekend(dayNumberOf(one)) === weekend);
          return [...list.filter((one) => !days.includes(one)), ...days.filter((one) => !list.includes(one))].toSorted();
        };
        const newer = published(moment, { daysOff: flip(shipped.daysOff, false), workDays: flip(shipped.workDays, true) });
        const facts = (ms: number): Facts => ({ ...factsAt(zhou, "2024-10-01"), now: plusMilliseconds(moment, ms), at: plusMilliseconds(moment, ms), calendar: newer });
        // What was up to the publication stands in the log by the calendar of then.
        const before = catchUp(c, { ...facts(0), calendar }).case;
        const end = 60 * 24 * 3_600_000;
        const straight = catchUp(before, facts(end)).case;
        const gone = catchUp(before, facts(0));
        expect(gone.events.filter((e) => e.type === "DEADLINE_MOVED").length).toBeLessThanOrEqual(1);
        const noted: Case = record(gone.case, c.id, [{ type: "CONTACTED", at: facts(1000).at, payload: { kind: "NOTE" } }], facts(1000)).case;
        const stepwise = catchUp(noted, facts(end)).case;
        expect([stepwise.due?.at, stepwise.level, stepwise.segments]).toEqual([straight.due?.at, straight.level, straight.segments]);
      }),
    );
  });

  it("folds to the same case", () => {
    const story = acceptedCase("2024-09-27 10:00", zhou, { severity: "SAFETY" });
    const done = catchUp(story.case, at("2024-10-14 12:00", free));
    expect(fold([...story.history, ...done.events])).toEqual(done.case);
  });
});

describe("a deadline through a year without a calendar", () => {
  const december = { ...acceptedCase("2026-12-28 10:00", zhou, { severity: "SAFETY" }).case };
  it("is uncertain until the year is published, and then no more, moved or not", () => {
    expect(december.due).toMatchObject({ provisional: true, calendar: "2026.1,2027.0" });
    expect(isStillProvisional(december.due!, calendar)).toBe(true);
    const year: CalendarYear = { year: 2027, version: 1, source: "国办", publishedOn: "2026-11-20", daysOff: [], workDays: [], publishedAt: when("2026-12-29 09:00") };
    expect(isStillProvisional(december.due!, withYear(calendar, year))).toBe(false);
    expect(catchUp(december, { ...factsAt(zhou, "2026-12-30"), calendar: withYear(calendar, year) }).events).toEqual([]);
    const newYear = withYear(calendar, { ...year, daysOff: ["2027-01-01"] });
    expect(catchUp(december, { ...factsAt(zhou, "2026-12-30"), calendar: newYear })).toMatchObject({
      events: [{ payload: { year: 2027, fromVersion: 0, toVersion: 1 } }], case: { due: { provisional: false, calendar: "2026.1,2027.1" } },
    });
  });
});

describe("publishing", () => {
  const input = { year: 2024, source: "更正", publishedOn: "2024-10-11", daysOff: shipped.daysOff, workDays: without("2024-10-12").workDays };
  const facts = factsAt(admin, "2024-10-11 09:00");
  const codeOf = (more: Partial<typeof input>, current: CalendarYear | null = shipped, who = facts) => {
    const decided = decidePublishCalendar(current, { ...input, ...more }, who);
    return isRefusal(decided) ? decided.code : decided.payload.version;
  };

  it("makes the next version, of a year without one the first", () => {
    expect([codeOf({}), codeOf({}, null), codeOf({}, { ...shipped, version: 7 })]).toEqual([2, 1, 8]);
    expect(decidePublishCalendar(shipped, { ...input, daysOff: input.daysOff.toReversed(), source: " 更正 " }, facts)).toMatchObject({ payload: { daysOff: shipped.daysOff, source: "更正", fromVersion: 1 } });
  });

  it.each([
    ["nobody but who may", {}, "FORBIDDEN_RIGHT", factsAt(chen, "2024-10-11 09:00")],
    ["no source", { source: " " }, "CALENDAR_WRONG"],
    ["a long source", { source: "长".repeat(201) }, "TEXT_TOO_LONG"],
    ["a day of another year", { daysOff: ["2025-01-01"] }, "CALENDAR_WRONG"],
    ["a day off on a Sunday", { daysOff: ["2024-10-13"] }, "CALENDAR_WRONG"],
    ["a day worked on a Monday", { workDays: ["2024-10-14"] }, "CALENDAR_WRONG"],
    ["no year", { year: 0 }, "CALENDAR_WRONG"],
    ["a document of tomorrow", { publishedOn: "2024-10-12" }, "CALENDAR_NOT_YET"],
    ["the days there are", { workDays: shipped.workDays.toReversed() }, "CALENDAR_SAME"],
  ] as const)("wants: %s", (_, more, code, who = facts) => expect(codeOf(more as Partial<typeof input>, shipped, who)).toBe(code));

  it("names everything that is wrong at once", () => {
    expect(decidePublishCalendar(shipped, { ...input, source: "", daysOff: ["2024-10-13", "2024-10-13"] }, facts)).toMatchObject({ data: { problems: ["SOURCE_MISSING", "DATE_TWICE", "DAY_OFF_ON_WEEKEND"] } });
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Calendar, calendarOf, withYear } from "./calendar.ts";
import { type CalendarYear } from "./calendar-year.ts";
import { segmentDue } from "./clock.ts";
import { due } from "./due.ts";
import { closingMoment, dateOfDayNumber, dayNumberOf, instantOf, isWeekend, plusMilliseconds } from "./moment.ts";
import { duePublished, type RunningSegment } from "./republish.ts";
import { shippedCalendarYears } from "./shipped-calendars.ts";

const calendar = calendarOf(shippedCalendarYears);
const shipped2024 = shippedCalendarYears[0] as CalendarYear;
const at = (date: string, hour = 12) => plusMilliseconds(closingMoment(date), (hour - 18) * 3_600_000);

function corrected(change: { off?: string[]; work?: string[]; unwork?: string[]; unoff?: string[] }): Calendar {
  const { off = [], work = [], unwork = [], unoff = [] } = change;
  return withYear(calendar, {
    ...shipped2024,
    version: 2,
    daysOff: [...shipped2024.daysOff.filter((date) => !unoff.includes(date)), ...off],
    workDays: [...shipped2024.workDays.filter((date) => !unwork.includes(date)), ...work],
  });
}

describe("a make-up Saturday in October becomes free", () => {
  const free = corrected({ unwork: ["2024-10-12"] });
  const publishedAt = at("2024-10-11", 9);
  const sister: RunningSegment = { startedAt: at("2024-09-27"), days: 10, holds: [], dueAt: closingMoment("2024-10-16") };

  it("moves a case that is not on hold", () => {
    expect(duePublished(sister, free, publishedAt)).toEqual({
      at: closingMoment("2024-10-17"),
      provisional: false,
      expected: false,
      pausedDays: 0,
      notBefore: null,
      notBeforeSince: null,
    });
  });

  it("recounts a hold: base a day later, pause a day shorter, the deadline stays", () => {
    const hold = { from: at("2024-10-10"), until: "2024-10-16", endedAt: null, reason: "WAIT_DEPARTMENT" };
    const paused = { ...sister, holds: [hold], dueAt: closingMoment("2024-10-23") };
    expect(segmentDue(paused, [hold], calendar).pausedDays).toBe(5);
    expect(segmentDue(paused, [hold], free)).toMatchObject({ at: closingMoment("2024-10-23"), pausedDays: 4 });
    expect(duePublished(paused, free, publishedAt)).toBeNull();
  });

  it("does not touch what ended before that day", () => {
    expect(duePublished({ startedAt: at("2024-09-27"), days: 1, holds: [], dueAt: closingMoment("2024-09-29") }, free, publishedAt)).toBeNull();
  });
});

describe("the floor", () => {
  // 2024-06-08, a Saturday before the Dragon Boat Monday, becomes a working day: deadlines come nearer.
  const nearer = corrected({ work: ["2024-06-08"] });
  const segment: RunningSegment = { startedAt: at("2024-06-05"), days: 3, holds: [], dueAt: closingMoment("2024-06-11") };

  it("does not bind when the new moment is far enough", () => {
    expect(duePublished(segment, nearer, at("2024-06-06"))?.at).toBe(closingMoment("2024-06-08"));
    expect(duePublished(segment, nearer, at("2024-06-07", 23))).toMatchObject({ at: closingMoment("2024-06-08"), notBefore: null });
  });

  it("leaves the whole next working day where the new moment would be nearer or past", () => {
    const long = { ...segment, days: 4, dueAt: closingMoment("2024-06-12") }; // counted anew: 06-11
    const publishedAt = at("2024-06-11", 9);
    expect(duePublished(long, nearer, publishedAt)).toBeNull(); // the floor is 06-12, as promised before
    const longer = { ...segment, holds: [{ from: at("2024-06-06"), until: "2024-06-11", reason: "WAIT_PARTY" }], dueAt: closingMoment("2024-06-13") };
    const undone = corrected({ off: ["2024-06-07"] }); // the hold shrinks with the base growing: same moment
    expect(duePublished(longer, undone, publishedAt)).toBeNull();
    const far = { ...segment, days: 6, dueAt: closingMoment("2024-06-14") };
    expect(duePublished(far, corrected({ unoff: ["2024-06-10"], work: ["2024-06-08", "2024-06-09"] }), at("2024-06-11", 9))).toEqual({
      at: closingMoment("2024-06-12"),
      provisional: false,
      expected: false,
      pausedDays: 0,
      notBefore: closingMoment("2024-06-12"),
      notBeforeSince: at("2024-06-11", 9),
    });
  });

  it("grants no time: due today stays due today", () => {
    expect(duePublished(segment, nearer, at("2024-06-11", 9))).toBeNull();
  });

  it("heals nothing: missed by both calendars stays missed", () => {
    const farther = corrected({ off: ["2024-06-07"] }); // counted anew: 06-12
    expect(duePublished(segment, farther, at("2024-06-20"))).toBeNull();
    expect(duePublished(segment, farther, at("2024-06-11", 9))?.at).toBe(closingMoment("2024-06-12"));
  });

  it("is remembered: folding the segment again gives the same moment, the next publication too", () => {
    const far = { ...segment, days: 6, dueAt: closingMoment("2024-06-14") };
    const worked = corrected({ unoff: ["2024-06-10"], work: ["2024-06-08", "2024-06-09"] });
    const moved = duePublished(far, worked, at("2024-06-11", 9));
    const kept = { ...far, dueAt: moved?.at ?? "", notBefore: moved?.notBefore ?? null, notBeforeSince: moved?.notBeforeSince ?? null };
    expect(segmentDue(kept, [], worked).at).toBe(moved?.at);
    expect(duePublished(kept, worked, at("2024-06-11", 10))).toBeNull();
    // Back to the shipped days: the floor no longer binds, but stays with the segment.
    expect(duePublished(kept, calendar, at("2024-06-11", 11))).toMatchObject({ at: closingMoment("2024-06-14"), notBefore: kept.notBefore });
  });
});

describe("properties", () => {
  const days2024 = fc.uniqueArray(fc.integer({ min: dayNumberOf("2024-01-01"), max: dayNumberOf("2024-12-31") }), { maxLength: 40 });
  const calendars = days2024.map((days) =>
    withYear(calendar, {
      ...shipped2024,
      version: 2,
      daysOff: days.filter((day) => !isWeekend(day)).map(dateOfDayNumber),
      workDays: days.filter(isWeekend).map(dateOfDayNumber),
    }),
  );
  const cases = fc.record({
    startedAt: fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2024, 10, 1) }).map(instantOf),
    days: fc.integer({ min: 1, max: 15 }),
    publishedAfterHours: fc.integer({ min: 0, max: 800 }),
  });

  it("a move never ends before the floor, and never changes a moment to itself", () => {
    fc.assert(
      fc.property(cases, calendars, ({ startedAt, days, publishedAfterHours }, published) => {
        const segment = { startedAt, days, holds: [], dueAt: due(startedAt, days, calendar).at };
        const publishedAt = plusMilliseconds(startedAt, publishedAfterHours * 3_600_000);
        const moved = duePublished(segment, published, publishedAt);
        if (moved === null) return;
        expect(moved.at).not.toBe(segment.dueAt);
        expect(moved.at >= due(publishedAt, 1, published).at).toBe(true);
        // Once more changes nothing.
        expect(duePublished({ ...segment, ...moved, dueAt: moved.at }, published, publishedAt)).toBeNull();
      }),
    );
  });

  it("the same calendar moves nothing, whenever it is published", () => {
    fc.assert(
      fc.property(cases, ({ startedAt, days, publishedAfterHours }) => {
        const segment = { startedAt, days, holds: [], dueAt: due(startedAt, days, calendar).at };
        expect(duePublished(segment, calendar, plusMilliseconds(startedAt, publishedAfterHours * 3_600_000))).toBeNull();
      }),
    );
  });
});

import chineseDays from "chinese-days";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  calendarOf,
  calendarVersions,
  isPublished,
  isPublishedThrough,
  isWorkingDay,
  nthWorkingDayAfter,
  withYear,
  workingDaysIn,
} from "./calendar.ts";
import { type CalendarYear, calendarYearProblems } from "./calendar-year.ts";
import { dateOfDayNumber, dayNumberOf } from "./moment.ts";
import { shippedCalendarYears } from "./shipped-calendars.ts";

const calendar = calendarOf(shippedCalendarYears);
const dates = fc
  .integer({ min: dayNumberOf("2024-01-01"), max: dayNumberOf("2027-06-30") })
  .map(dateOfDayNumber);

const year2024: CalendarYear = {
  year: 2024,
  version: 1,
  source: "test",
  publishedOn: "2023-10-25",
  daysOff: ["2024-01-01"],
  workDays: ["2024-02-04"],
};

describe("the shipped calendars", () => {
  it("agree with chinese-days on all 1,096 days", () => {
    let days = 0;
    const different: string[] = [];
    for (let day = dayNumberOf("2024-01-01"); day <= dayNumberOf("2026-12-31"); day += 1) {
      const date = dateOfDayNumber(day);
      days += 1;
      if (isWorkingDay(calendar, date) !== chineseDays.isWorkday(date)) different.push(date);
    }
    expect(days).toBe(1096);
    expect(different).toEqual([]);
  });

  it("have the working days of each year that the notices make", () => {
    expect(workingDaysIn(calendar, "2023-12-31", "2024-12-31")).toBe(251);
    expect(workingDaysIn(calendar, "2024-12-31", "2025-12-31")).toBe(248);
    expect(workingDaysIn(calendar, "2025-12-31", "2026-12-31")).toBe(248);
  });

  it("are all well-formed first versions from a notice of the year before", () => {
    for (const year of shippedCalendarYears) {
      expect(calendarYearProblems(year)).toEqual([]);
      expect(year.version).toBe(1);
      expect(year.publishedOn.slice(0, 4)).toBe(String(year.year - 1));
      expect(year.source).toContain(`国办发明电〔${year.year - 1}〕`);
    }
  });
});

describe("a calendar", () => {
  it("answers Monday to Friday for a year it does not have, and says so", () => {
    expect(isPublished(calendar, "2026-12-31")).toBe(true);
    expect(isPublished(calendar, "2027-01-01")).toBe(false);
    expect(isWorkingDay(calendar, "2027-01-01")).toBe(true);
    expect(isWorkingDay(calendar, "2027-01-02")).toBe(false);
    expect(nthWorkingDayAfter(calendar, "2026-12-30", 1)).toEqual({ date: "2026-12-31", provisional: false });
    expect(nthWorkingDayAfter(calendar, "2026-12-31", 1)).toEqual({ date: "2027-01-01", provisional: true });
    expect(nthWorkingDayAfter(calendarOf([]), "2024-04-26", 3)).toEqual({ date: "2024-05-01", provisional: true });
  });

  it("is provisional for a gap on the way, not only at the end", () => {
    const gap = calendarOf(shippedCalendarYears.filter(({ year }) => year !== 2025));
    expect(nthWorkingDayAfter(gap, "2024-12-31", 265)).toMatchObject({ provisional: true });
    expect(isPublishedThrough(gap, "2024-12-01", "2026-02-01")).toBe(false);
    expect(isPublishedThrough(gap, "2025-12-31", "2026-02-01")).toBe(true);
    expect(isPublishedThrough(gap, "2025-06-01", "2025-06-01")).toBe(true);
  });

  it("counts after, up to and with", () => {
    expect(workingDaysIn(calendar, "2024-05-08", "2024-05-20")).toBe(9);
    expect(workingDaysIn(calendar, "2024-06-12", "2024-07-03")).toBe(15);
    expect(workingDaysIn(calendar, "2024-10-10", "2024-10-16")).toBe(5);
    expect(workingDaysIn(calendar, "2024-10-16", "2024-10-16")).toBe(0);
    expect(workingDaysIn(calendar, "2024-10-16", "2024-10-10")).toBe(0);
  });

  it("finds the n-th working day that its count agrees with", () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 60 }), (date, n) => {
        const reached = nthWorkingDayAfter(calendar, date, n).date;
        expect(isWorkingDay(calendar, reached)).toBe(true);
        expect(workingDaysIn(calendar, date, reached)).toBe(n);
      }),
    );
  });

  it("adds up", () => {
    fc.assert(
      fc.property(dates, dates, dates, (a, b, c) => {
        const [first, second, third] = [a, b, c].sort() as [string, string, string];
        expect(workingDaysIn(calendar, first, second) + workingDaysIn(calendar, second, third)).toBe(
          workingDaysIn(calendar, first, third),
        );
      }),
    );
  });

  it("refuses what is no number of working days", () => {
    for (const n of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => nthWorkingDayAfter(calendar, "2024-01-01", n)).toThrow(RangeError);
    }
    expect(() => nthWorkingDayAfter(calendar, "9999-12-30", 5)).toThrow(RangeError);
  });

  it("names the versions it counts with", () => {
    expect(calendarVersions(calendar, "2024-04-26", "2024-04-30")).toBe("2024.1");
    expect(calendarVersions(calendar, "2026-12-30", "2027-01-05")).toBe("2026.1,2027.0");
    expect(() => calendarVersions(calendar, "2026", "2027-01-05")).toThrow(RangeError);
  });

  it("is fast enough for thousands of cases", () => {
    const before = Date.now();
    for (let i = 0; i < 10_000; i += 1) nthWorkingDayAfter(calendar, "2024-09-27", 15);
    expect(Date.now() - before).toBeLessThan(1000);
  });
});

describe("publishing a year", () => {
  it("replaces the year and leaves the old calendar as it was", () => {
    const shipped = shippedCalendarYears[0] as CalendarYear;
    const corrected = withYear(calendar, {
      ...shipped,
      version: 2,
      workDays: shipped.workDays.filter((date) => date !== "2024-10-12"),
    });
    expect(isWorkingDay(corrected, "2024-10-12")).toBe(false);
    expect(isWorkingDay(calendar, "2024-10-12")).toBe(true);
    expect(isWorkingDay(corrected, "2025-01-26")).toBe(true);
    expect(calendarVersions(corrected, "2024-01-01", "2025-01-01")).toBe("2024.2,2025.1");
  });

  it("adds a year that was missing", () => {
    const next = withYear(calendar, { ...year2024, year: 2027, daysOff: ["2027-01-01"], workDays: [] });
    expect(nthWorkingDayAfter(next, "2026-12-31", 1)).toEqual({ date: "2027-01-04", provisional: false });
  });

  it("refuses a version that is not newer, and a year given twice", () => {
    expect(() => withYear(calendar, year2024)).toThrow(/not newer/);
    expect(() => calendarOf([year2024, { ...year2024, version: 2 }])).toThrow(RangeError);
  });

  it.each<[string, Partial<CalendarYear>]>([
    ["YEAR_NOT_A_YEAR", { year: 2024.5, daysOff: [], workDays: [] }],
    ["VERSION_NOT_POSITIVE", { version: 0 }],
    ["SOURCE_MISSING", { source: " " }],
    ["PUBLISHED_ON_NOT_A_DATE", { publishedOn: "2023-10" }],
    ["DATE_MALFORMED", { daysOff: ["2024-02-30"] }],
    ["DATE_OF_OTHER_YEAR", { daysOff: ["2025-01-01"] }],
    ["DATE_TWICE", { daysOff: ["2024-01-01", "2024-01-01"] }],
    ["DAY_OFF_ON_WEEKEND", { daysOff: ["2024-02-10"] }],
    ["WORK_DAY_ON_WEEKDAY", { workDays: ["2024-02-05"] }],
  ])("refuses %s", (problem, change) => {
    const malformed = { ...year2024, ...change };
    expect(calendarYearProblems(malformed)).toEqual([problem]);
    expect(() => calendarOf([malformed])).toThrow(RangeError);
    expect(() => withYear(calendar, { ...malformed, version: change.version ?? 9 })).toThrow(RangeError);
  });
});

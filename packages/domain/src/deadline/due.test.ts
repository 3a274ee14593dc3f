import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarOf, isWorkingDay } from "./calendar.ts";
import { confirmBy, due, naturalDue, safetyDue } from "./due.ts";
import { closingMoment, dateOfDayNumber, dayNumberOf, instantOf, localDateOf, plusNaturalDays } from "./moment.ts";
import { shippedCalendarYears } from "./shipped-calendars.ts";

const calendar = calendarOf(shippedCalendarYears);
const noon = (date: string) => `${date}T04:00:00.000Z`;
const moments = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2026, 10, 1) }).map(instantOf);

describe("due", () => {
  it.each([
    ["2024-04-26", 3, "2024-04-30", "Sunday 28th works"],
    ["2024-04-30", 5, "2024-05-10", "Labour Day"],
    ["2024-09-13", 3, "2024-09-19", "Saturday 14th works"],
    ["2025-01-24", 3, "2025-02-05", "Spring Festival, Sunday 26th works"],
    ["2026-09-24", 5, "2026-10-09", "Mid-autumn and National Day"],
    ["2024-03-04", 3, "2024-03-07", "the racks, accepted"],
    ["2024-03-18", 5, "2024-03-25", "the racks, publicity"],
    ["2024-06-03", 3, "2024-06-06", "the leak, accepted"],
    ["2024-06-06", 10, "2024-06-21", "the leak at the community, Dragon Boat Monday"],
    ["2024-09-27", 10, "2024-10-16", "the charging, accepted"],
    ["2024-09-27", 1, "2024-09-29", "the whistle answered, Sunday works"],
    ["2024-09-27", 3, "2024-10-08", "the whistle on site"],
    ["2024-05-21", 3, "2024-05-24", "the call-back"],
  ])("%s + %i working days = %s (%s)", (start, days, date) => {
    expect(due(noon(start), days, calendar)).toEqual({ at: closingMoment(date), date, provisional: false });
  });

  it("does not count the day of the start, whatever the hour", () => {
    const early = "2024-04-25T16:00:00.000Z"; // 00:00 on the 26th
    const late = "2024-04-26T15:59:59.999Z"; // 23:59:59.999 on the 26th
    expect(due(early, 3, calendar)).toEqual(due(late, 3, calendar));
    expect(due("2024-04-27T15:59:59.999Z", 3, calendar).date).toBe("2024-04-30");
    expect(due("2024-04-27T16:00:00.000Z", 3, calendar).date).toBe("2024-05-06");
  });

  it("ends at 18:00 of a working day after the start, later for more days", () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 30 }), (start, days) => {
        const { at, date } = due(start, days, calendar);
        expect(at).toBe(closingMoment(date));
        expect(isWorkingDay(calendar, date)).toBe(true);
        expect(date > localDateOf(start)).toBe(true);
        expect(due(start, days + 1, calendar).at > at).toBe(true);
      }),
    );
  });

  it("is provisional over a year that is not published", () => {
    expect(due(noon("2026-12-31"), 3, calendar)).toMatchObject({ at: closingMoment("2027-01-05"), provisional: true });
  });
});

describe("natural periods", () => {
  it("end on their last day when people work on it", () => {
    expect(naturalDue("2024-06-11", { months: 1 }, calendar)).toMatchObject({ date: "2024-07-11", provisional: false });
    // Sunday 2024-04-28 works.
    expect(naturalDue("2024-03-29", { days: 30 }, calendar).date).toBe("2024-04-28");
  });

  it("move from a weekend or a holiday to the next working day", () => {
    expect(naturalDue("2024-06-06", { months: 1 }, calendar).date).toBe("2024-07-08");
    expect(naturalDue("2024-09-01", { days: 30 }, calendar).date).toBe("2024-10-08");
    expect(naturalDue("2025-01-01", { days: 30 }, calendar).date).toBe("2025-02-05");
  });

  it("are provisional only by their end", () => {
    expect(naturalDue("2026-12-20", { months: 1 }, calendar).provisional).toBe(true);
    const only2026 = calendarOf(shippedCalendarYears.filter(({ year }) => year === 2026));
    expect(naturalDue("2025-12-20", { months: 1 }, only2026).provisional).toBe(false);
  });

  it("are integers from 1", () => {
    for (const length of [0, -1, 0.5]) {
      expect(() => naturalDue("2024-01-01", { days: length }, calendar)).toThrow(RangeError);
      expect(() => naturalDue("2024-01-01", { months: length }, calendar)).toThrow(RangeError);
    }
  });
});

describe("judicial confirmation", () => {
  it("is 30 natural days, never moved", () => {
    expect(confirmBy("2024-06-12")).toBe("2024-07-12");
    expect(confirmBy("2024-09-01")).toBe("2024-10-01");
  });

  it("is never later than the same period by the Civil Code", () => {
    fc.assert(
      fc.property(fc.integer({ min: dayNumberOf("2024-01-01"), max: dayNumberOf("2026-11-01") }).map(dateOfDayNumber), (date) => {
        expect(confirmBy(date)).toBe(plusNaturalDays(date, 30));
        expect(confirmBy(date) <= naturalDue(date, { days: 30 }, calendar).date).toBe(true);
      }),
    );
  });
});

describe("safety", () => {
  it("counts hours through nights and holidays", () => {
    expect(safetyDue("2024-10-01T15:30:00.000Z", 2)).toBe("2024-10-01T17:30:00.000Z");
    expect(() => safetyDue("2024-10-01T15:30:00.000Z", 0)).toThrow(RangeError);
  });
});

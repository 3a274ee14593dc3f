import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  closingMoment,
  dateOfDayNumber,
  dayNumberOf,
  epochMillisecondsOf,
  instantOf,
  isInstant,
  isLocalDate,
  isWeekend,
  laterOf,
  localDateOf,
  plusMilliseconds,
  plusMonths,
  plusNaturalDays,
} from "./moment.ts";

const dayNumbers = fc.integer({ min: dayNumberOf("1992-01-01"), max: dayNumberOf("2100-12-31") });

describe("text of moments and dates", () => {
  it("is checked for form and existence", () => {
    expect(isInstant("2024-04-30T10:00:00.000Z")).toBe(true);
    for (const text of ["2024-04-30T10:00:00Z", "2024-04-30", "2024-04-30T10:00:00.000+08:00", "2024-02-30T00:00:00.000Z", "2024-04-30T24:00:00.000Z", "2024-04-30T23:60:00.000Z", ""]) {
      expect(isInstant(text), text).toBe(false);
    }
    expect(isLocalDate("2024-02-29")).toBe(true);
    for (const text of ["2023-02-29", "2024-13-01", "2024-1-1", "20240101", "2024-01-01T00:00:00.000Z", ""]) {
      expect(isLocalDate(text), text).toBe(false);
    }
  });

  it("knows the length of every month", () => {
    for (const [year, days] of [[2023, 365], [2024, 366], [2000, 366], [2100, 365]] as const) {
      let existing = 0;
      for (let month = 0; month <= 13; month += 1) {
        for (let day = 0; day <= 32; day += 1) {
          const text = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
          if (!isLocalDate(text)) continue;
          existing += 1;
          expect(dateOfDayNumber(dayNumberOf(text))).toBe(text);
        }
      }
      expect(existing).toBe(days);
    }
  });

  it("throws RangeError on anything else", () => {
    expect(() => dayNumberOf("2023-02-29")).toThrow(RangeError);
    expect(() => epochMillisecondsOf("yesterday")).toThrow(RangeError);
    expect(() => instantOf(Number.NaN)).toThrow(RangeError);
    expect(() => instantOf(253_402_300_800_000)).toThrow(RangeError);
    expect(() => closingMoment("2024-02-30")).toThrow(RangeError);
    expect(() => dateOfDayNumber(0.5)).toThrow(RangeError);
    expect(() => plusMonths("2024-01-01", 0.5)).toThrow(RangeError);
    expect(() => plusMonths("9999-12-01", 1)).toThrow(RangeError);
  });

  it("goes both ways", () => {
    fc.assert(fc.property(dayNumbers, (day) => void expect(dayNumberOf(dateOfDayNumber(day))).toBe(day)));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (ms) => void expect(epochMillisecondsOf(instantOf(ms))).toBe(ms)),
    );
  });

  it("sorts as time does", () => {
    expect(laterOf("2024-04-30T10:00:00.000Z", "2024-04-30T09:59:59.999Z")).toBe("2024-04-30T10:00:00.000Z");
    expect(laterOf("2024-04-30T09:59:59.999Z", "2024-04-30T10:00:00.000Z")).toBe("2024-04-30T10:00:00.000Z");
  });
});

describe("the wall clock of Asia/Shanghai", () => {
  it("turns the day at 16:00 UTC", () => {
    expect(localDateOf("2024-04-26T15:59:59.999Z")).toBe("2024-04-26");
    expect(localDateOf("2024-04-26T16:00:00.000Z")).toBe("2024-04-27");
    expect(localDateOf("2023-12-31T16:00:00.000Z")).toBe("2024-01-01");
  });

  it("closes at 18:00, on the same date", () => {
    expect(closingMoment("2024-04-30")).toBe("2024-04-30T10:00:00.000Z");
    fc.assert(fc.property(dayNumbers, (day) => void expect(localDateOf(closingMoment(dateOfDayNumber(day)))).toBe(dateOfDayNumber(day))));
  });
});

describe("adding", () => {
  it("adds natural days", () => {
    expect(plusNaturalDays("2024-06-12", 30)).toBe("2024-07-12");
    expect(plusNaturalDays("2024-03-01", -1)).toBe("2024-02-29");
  });

  it("adds months to the corresponding day, or the last one of a shorter month", () => {
    expect(plusMonths("2024-06-06", 1)).toBe("2024-07-06");
    expect(plusMonths("2024-01-31", 1)).toBe("2024-02-29");
    expect(plusMonths("2025-01-31", 1)).toBe("2025-02-28");
    expect(plusMonths("2024-12-15", 1)).toBe("2025-01-15");
    expect(plusMonths("2024-11-30", 14)).toBe("2026-01-30");
    expect(plusMonths("2024-01-15", -1)).toBe("2023-12-15");
  });

  it("adds milliseconds", () => {
    expect(plusMilliseconds("2024-12-31T23:59:59.999Z", 1)).toBe("2025-01-01T00:00:00.000Z");
  });

  it("knows the weekend, before 1970 too", () => {
    expect(isWeekend(dayNumberOf("2024-04-28"))).toBe(true);
    expect(isWeekend(dayNumberOf("2024-04-27"))).toBe(true);
    expect(isWeekend(dayNumberOf("2024-04-29"))).toBe(false);
    expect(isWeekend(dayNumberOf("1969-12-27"))).toBe(true);
    expect(isWeekend(dayNumberOf("1969-12-29"))).toBe(false);
  });
});

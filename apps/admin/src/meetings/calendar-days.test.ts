import { describe, expect, test } from "vitest";
import { dayBegins, mondayOf, momentOf, monthsOn, wallClock, weekOf, weeksOf } from "./calendar-days.ts";

describe("the calendar of meetings", () => {
  test("has weeks from Monday to Sunday, over the ends of months and years", () => {
    expect(mondayOf("2026-11-23")).toBe("2026-11-23");
    expect(mondayOf("2026-11-29")).toBe("2026-11-23");
    expect(weekOf("2027-01-01")).toEqual(["2026-12-28", "2026-12-29", "2026-12-30", "2026-12-31", "2027-01-01", "2027-01-02", "2027-01-03"]);
  });

  test("shows a month in whole weeks: four, five or six of them", () => {
    expect(weeksOf("2027-02-14").map(([monday]) => monday)).toEqual(["2027-02-01", "2027-02-08", "2027-02-15", "2027-02-22"]);
    expect(weeksOf("2026-11-23")).toHaveLength(6);
    expect(weeksOf("2026-11-23").flat().filter((day) => day.startsWith("2026-11"))).toHaveLength(30);
  });

  test("goes from month to month without skipping a short one", () => {
    expect(monthsOn("2026-01-31", 1)).toBe("2026-02-28");
    expect(monthsOn("2024-03-31", -1)).toBe("2024-02-29");
    expect(monthsOn("2026-12-15", 1)).toBe("2027-01-15");
  });

  test("tells time by the clock of Shanghai, wherever the reader is", () => {
    expect(dayBegins("2026-11-23")).toBe("2026-11-22T16:00:00.000Z");
    expect(wallClock("2026-11-22T16:30:00.000Z")).toEqual(["2026-11-23", "00:30"]);
    expect(momentOf("2026-11-23", "18:30")).toBe("2026-11-23T10:30:00.000Z");
    expect(momentOf("2026-11-23", "24:00")).toBeNull();
    expect(momentOf(null, "18:30")).toBeNull();
  });
});

import { expect, it } from "vitest";
import { lastMonthEnd, periodAround, periodsOf, wholeStep } from "./whole-period.ts";

it("knows the month, quarter and year around a day", () => {
  expect(periodAround("2024-02-29", "MONTH")).toEqual({ from: "2024-02-01", to: "2024-02-29" });
  expect(periodAround("2024-05-10", "QUARTER")).toEqual({ from: "2024-04-01", to: "2024-06-30" });
  expect(periodAround("2024-12-31", "YEAR")).toEqual({ from: "2024-01-01", to: "2024-12-31" });
});

it("cuts a period into steps that leave nothing out and count nothing twice", () => {
  expect(periodsOf({ from: "2024-01-15", to: "2024-03-02" }, "MONTH")).toEqual([{ from: "2024-01-15", to: "2024-01-31" }, { from: "2024-02-01", to: "2024-02-29" }, { from: "2024-03-01", to: "2024-03-02" }]);
  expect(periodsOf({ from: "2023-12-31", to: "2024-01-01" }, "YEAR")).toEqual([{ from: "2023-12-31", to: "2023-12-31" }, { from: "2024-01-01", to: "2024-01-01" }]);
});

it("says which periods are whole", () => {
  expect(wholeStep({ from: "2024-02-01", to: "2024-02-29" })).toBe("MONTH");
  expect(wholeStep({ from: "2024-04-01", to: "2024-06-30" })).toBe("QUARTER");
  expect(wholeStep({ from: "2024-01-01", to: "2024-12-31" })).toBe("YEAR");
  expect(wholeStep({ from: "2024-01-01", to: "2024-02-29" })).toBeNull();
  expect(wholeStep({ from: "2024-02-01", to: "2024-02-28" })).toBeNull();
});

it("knows the last month that has ended", () => {
  expect(lastMonthEnd("2024-03-31")).toBe("2024-03-31");
  expect(lastMonthEnd("2024-03-30")).toBe("2024-02-29");
  expect(lastMonthEnd("2024-01-01")).toBe("2023-12-31");
});

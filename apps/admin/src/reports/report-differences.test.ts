import { describe, expect, test } from "vitest";
import { reportDifferences } from "./report-differences.ts";

const count = (num: number) => ({ num, den: null, value: num });
const report = (closed: number, more: object = {}) => JSON.stringify({ area: "340802001007", known: "2024-08-31", indicators: { CLOSED: count(closed) }, byKind: [{ key: "DIFFICULTY", CLOSED: count(closed) }], ...more });

describe("two reports", () => {
  test("are equal when they tell the same, whatever day they were made as of", () => {
    expect(reportDifferences(report(12), report(12, { known: "2026-01-01" }))).toEqual([]);
  });

  test("differ in each figure that differs, named by its place; rows by their keys and not by their order", () => {
    expect(reportDifferences(report(12), report(11))).toEqual([
      { path: ["indicators", "CLOSED"], one: count(12), other: count(11) },
      { path: ["byKind", "DIFFICULTY", "CLOSED"], one: count(12), other: count(11) },
    ]);
    const more = { byKind: [{ key: "DISPUTE", CLOSED: count(3) }, { key: "DIFFICULTY", CLOSED: count(12) }] };
    expect(reportDifferences(report(12), report(12, more))).toEqual([{ path: ["byKind", "DISPUTE", "CLOSED"], one: undefined, other: count(3) }]);
  });
});

import { describe, expect, test } from "vitest";
import { fenOf, yuanOf } from "./fen.ts";

describe("yuan as typed", () => {
  test.each([
    ["18500", 1_850_000],
    ["18,500.00", 1_850_000],
    ["¥1234.5", 123_450],
    ["１２３４．５０元", 123_450],
    ["0.1", 10],
    ["1.15", 115],
    ["9999999999999.99", 999_999_999_999_999],
    ["-14.58", -1458],
    ["-0", 0],
  ])("%s is %i fen", (typed, fen) => expect(fenOf(typed)).toBe(fen));

  test.each(["", "一百", "1.234", "1.2.3", "1e3", "--1", "12345678901234", "Infinity", "."])("%s is no amount", (typed) => expect(fenOf(typed)).toBeNull());

  test("comes back as it can be typed on, to the fen", () => {
    for (const fen of [0, 1, 99, 100, 115, 123_400, 123_450, 80_125, -1458, 999_999_999_999_999]) expect(fenOf(yuanOf(fen))).toBe(fen);
    expect([yuanOf(123_400), yuanOf(123_450), yuanOf(-5)]).toEqual(["1234", "1234.50", "-0.05"]);
  });
});

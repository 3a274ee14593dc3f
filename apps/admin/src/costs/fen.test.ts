import { describe, expect, test } from "vitest";
import { capitalsOf } from "./capitals.ts";
import { fenOf, yuanOf } from "./fen.ts";

describe("yuan as they are typed", () => {
  test.each([
    ["524.78", 52_478],
    ["524.7", 52_470],
    ["524.", 52_400],
    ["524", 52_400],
    ["1,200", 120_000],
    ["12,345,678.90", 1_234_567_890],
    ["０３３０．２３", 33_023],
    ["１，２００。５", 120_050],
    [" ¥ 9 600.00 元", 960_000],
    ["￥0.01", 1],
    // Floating point makes 113999 of it.
    ["1139.99", 113_999],
    ["4.35", 435],
    ["99999999999.99", 9_999_999_999_999],
  ])("%s is %i fen", (typed, fen) => {
    expect(fenOf(typed)).toBe(fen);
  });

  test.each([
    ["", "EMPTY"],
    ["  元", "EMPTY"],
    ["1.234", "TOO_FINE"],
    ["0.000", "TOO_FINE"],
    ["1,23", "NOT_MONEY"],
    ["12,00,0", "NOT_MONEY"],
    [".5", "NOT_MONEY"],
    ["-3", "NOT_MONEY"],
    ["+3", "NOT_MONEY"],
    ["1e3", "NOT_MONEY"],
    ["0x10", "NOT_MONEY"],
    ["1.2.3", "NOT_MONEY"],
    ["五百", "NOT_MONEY"],
    ["0", "ZERO"],
    ["0.00", "ZERO"],
    ["100000000000", "TOO_LARGE"],
  ])("%s is refused: %s", (typed, problem) => {
    expect(fenOf(typed)).toBe(problem);
  });

  test("an amount stands in a field as it would be typed, and comes back the same", () => {
    expect([52_478, 52_470, 5, 120_000, 0, -1458].map(yuanOf)).toEqual(["524.78", "524.70", "0.05", "1200.00", "0.00", "-14.58"]);
    for (let fen = 1; fen < 1_000_000; fen += 997) expect(fenOf(yuanOf(fen))).toBe(fen);
  });
});

test.each([
  [52_478, "伍佰贰拾肆元柒角捌分"],
  [720_000, "柒仟贰佰元整"],
  [33_023, "叁佰叁拾元贰角叁分"],
  [33_003, "叁佰叁拾元零叁分"],
  [1029, "壹拾元贰角玖分"],
  [50, "伍角整"],
  [3, "叁分"],
  [100_000_00, "壹拾万元整"],
  [100_500_00, "壹拾万零伍佰元整"],
  [1_050_00, "壹仟零伍拾元整"],
  [1_005_00, "壹仟零伍元整"],
  [100_000_005_00, "壹亿零伍元整"],
  [0, "零元整"],
])("%i fen are written %s", (fen, said) => {
  expect(capitalsOf(fen)).toBe(said);
});

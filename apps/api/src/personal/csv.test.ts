import { expect, it } from "vitest";
import { csvText } from "./csv.ts";

const before = ["", " ", "\t", "\r", "\n", "\u3000", "\u200B", "\uFEFF", '"', "“", "'"];
const signs = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "|", "%"];

it("C15: every cell that could be a formula is text, whatever stands before its sign", () => {
  for (const form of before.flatMap((one) => signs.map((sign) => `${one}${sign}SUM(1)`))) {
    const cell = csvText([[form]]).slice(1, -2);
    expect(cell.replace(/^"/, ""), JSON.stringify(form)).toMatch(/^'/);
  }
});

it("leaves ordinary words and numbers as they are, and quotes what would make another cell", () => {
  expect(csvText([["三楼的接头滴了", "13800138000", -3, null, 'a "b", c', "d\ne"]])).toBe('\uFEFF三楼的接头滴了,13800138000,-3,,"a ""b"", c","d\ne"\r\n');
});

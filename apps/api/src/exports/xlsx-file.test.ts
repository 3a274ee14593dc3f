import { unzipSync } from "fflate";
import readSheet from "read-excel-file/node";
import { expect, test } from "vitest";
import type { CellKind } from "./list-export.ts";
import { serialDate, serialMoment, shanghaiWallClock, yuan } from "./table.ts";
import { xlsxFile } from "./xlsx-file.ts";

const before = ["", " ", "\t", "\n", "\u3000", "\u200B", "\uFEFF", '"'];
const signs = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "|", "%"];
const forms = [...before.flatMap((one) => signs.map((sign) => `${one}${sign}SUM(A1:A9)`)), "=cmd|' /C calc'!A0", '=HYPERLINK("http://example.invalid","点我")', "<f>1+1</f>", "</t></is><f>1+1</f>", "_x003D_1+1"];

async function written(kinds: readonly CellKind[], rows: readonly (readonly (string | number | null)[])[]): Promise<Buffer> {
  const pages = (async function* () {
    yield rows;
  })();
  const pieces: Uint8Array[] = [];
  for await (const piece of xlsxFile({ kinds, head: kinds.map((kind) => kind), pages }, "清单")) pieces.push(piece);
  return Buffer.concat(pieces);
}
const read = async (bytes: Buffer) => ((await readSheet(bytes, { trim: false })) as unknown as { data: unknown[][] }[])[0]?.data.slice(1);

test("C15: more than 60 ways to begin a formula are texts in a sheet, and no formula is written", async () => {
  expect(forms.length).toBeGreaterThan(60);
  const bytes = await written(["TEXT", "TEXT"], forms.map((form) => ["一", form]));
  const sheet = Buffer.from(unzipSync(bytes)["xl/worksheets/sheet1.xml"] ?? []).toString();
  expect(sheet).not.toMatch(/<f[ >]/);
  expect(sheet.match(/ s="5"/g)).toHaveLength(forms.length - 3);
  const rows = await read(bytes);
  expect(rows?.map((row) => row[1])).toEqual(forms);
});

test("numbers, moments, dates and money are numbers, and what XML cannot hold is a mark", async () => {
  const bytes = await written(["NUMBER", "MOMENT", "DATE", "FEN", "TEXT"], [[3, "2024-02-29T16:30:00.000Z", "2024-02-29", 1234, "a\u0001b & <c>"], [null, null, null, 5, null]]);
  expect(await read(bytes)).toEqual([[3, new Date("2024-03-01T00:30:00Z"), new Date("2024-02-29T00:00:00Z"), 12.34, "a\uFFFDb & <c>"], [null, null, null, 0.05, null]]);
});

test("moments stand on the wall clock of Shanghai, money in yuan without a rounding", () => {
  expect(shanghaiWallClock("2024-12-31T16:00:00.000Z")).toBe("2025-01-01 00:00");
  expect(serialDate("1900-03-01")).toBe(61);
  expect(serialMoment("1900-02-28T16:00:00.000Z")).toBe(61);
  expect([0, 1, 99, 100, 101, 123_456_789].map(yuan)).toEqual([0, 0.01, 0.99, 1, 1.01, 1_234_567.89]);
});

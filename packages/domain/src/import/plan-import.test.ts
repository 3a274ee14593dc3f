import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { plainCell, readAreaCm2, readFloor, readHouseholdKind, readRoom, readUnit, readYesNo, type Read } from "./cells.ts";
import { importFields, importKinds, proposedColumns, type ImportKind } from "./import-fields.ts";
import { importFieldName, importSentence } from "./import-phrases.ts";
import type { ImportPlan, PlacesThere } from "./import-plan.ts";
import { planImport } from "./plan-import.ts";

const got = (read: Read<unknown>): unknown => ("value" in read ? read.value : read.problem);

describe("cells", () => {
  test.each([
    ["58.40", 584_000], ["58.4", 584_000], ["58", 580_000], ["0.0001", 1], ["1,058.4", 10_584_000], ["58.4㎡", 584_000], ["58.4 m²", 584_000], ["５８．４", 584_000], ["58.4平方米", 584_000],
    ["0", "NOT_AN_AREA"], ["0.00", "NOT_AN_AREA"], ["-3", "NOT_AN_AREA"], ["58.40001", "NOT_AN_AREA"], ["58,4", 5_840_000], ["5e3", "NOT_AN_AREA"], ["约58", "NOT_AN_AREA"], ["58.", "NOT_AN_AREA"],
  ])("an area %s is %s", (text, expected) => expect(got(readAreaCm2(plainCell(text)))).toBe(expected));

  test.each([["3", 3], ["3层", 3], ["B1", -1], ["地下2层", -2], ["-1", -1], ["0", "NOT_A_FLOOR"], ["一", "NOT_A_FLOOR"], ["300", "OUT_OF_RANGE"]])("a floor %s is %s", (text, expected) => expect(got(readFloor(text))).toBe(expected));
  test.each([["3", 3], ["3单元", 3], ["第三单元", 3], ["十", 10], ["0", "OUT_OF_RANGE"], ["甲", "NOT_A_UNIT"], ["1.5", "NOT_A_UNIT"]])("a unit %s is %s", (text, expected) => expect(got(readUnit(text))).toBe(expected));
  test.each([["302室", "302"], ["302", "302"], ["商铺2", "商铺2"], ["室", "MISSING"], ["x".repeat(21), "TOO_LONG"]])("a door %s is %s", (text, expected) => expect(got(readRoom(text))).toBe(expected));
  test.each([["是", true], ["无", false], ["YES", true], ["0", false], ["也许", "NOT_YES_NO"]])("%s is %s", (text, expected) => expect(got(readYesNo(text))).toBe(expected));
  test.each([["住宅", "HOME"], ["Shop", "SHOP"], ["门面", "SHOP"], ["仓库", "NOT_A_KIND"]])("%s is %s", (text, expected) => expect(got(readHouseholdKind(text))).toBe(expected));

  it("reads every area to the square centimetre", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9_999_999_999 }), (cm2) => {
      const digits = String(cm2).padStart(5, "0");
      expect(got(readAreaCm2(`${digits.slice(0, -4)}.${digits.slice(-4)}`))).toBe(cm2);
    }));
  });
});

const there: PlacesThere = {
  grids: [{ code: "340802001007003", name: "曹家巷网格" }, { code: "340802001007005", name: "锡麟街网格" }],
  compounds: [{ id: "c1", name: "曹家巷小区", grid: "340802001007003", values: { isOld: true, hasProperty: false } }],
  buildings: [{ id: "b1", address: "锡麟街25号", grid: "340802001007005", compoundId: null, floors: 6, units: [1, 2] }],
  households: [{ id: "h1", buildingId: "b1", unit: 1, room: "302", values: { floor: 3, kind: "HOME", areaCm2: 584_000 } }],
};
const heads = (kind: ImportKind): string[] => importFields[kind].map(({ zh }) => zh);
const plan = (kind: ImportKind, rows: readonly (readonly string[])[]): ImportPlan => planImport(kind, rows, proposedColumns(kind, heads(kind)), there);
const problems = (kind: ImportKind, rows: readonly (readonly string[])[]): string[] => plan(kind, rows).problems.map(({ row, field, code }) => `${row} ${field} ${code}`);

describe("heads", () => {
  it("are found in Chinese and English, whatever their order and case", () => {
    for (const kind of importKinds) {
      const expected = Object.fromEntries(importFields[kind].map(({ id }, i) => [id, i]));
      expect(proposedColumns(kind, heads(kind))).toEqual(expected);
      expect(proposedColumns(kind, importFields[kind].map(({ en }) => ` ${en.toUpperCase()} *`))).toEqual(expected);
    }
    expect(proposedColumns("HOUSEHOLDS", ["备注", "面积", "房号", "地址"])).toEqual({ areaCm2: 1, room: 2, address: 3 });
  });

  it("that a kind needs are asked for before any row is looked at", () => {
    expect(planImport("BUILDINGS", [["x"]], { address: 0 }, there).problems).toEqual([{ row: 1, field: "grid", code: "COLUMN_MISSING" }, { row: 1, field: "floors", code: "COLUMN_MISSING" }]);
  });
});

describe("rows", () => {
  it("are new, changed or unchanged", () => {
    const { created, changed, unchanged } = plan("HOUSEHOLDS", [["锡麟街25号", "1", "3", "302", "58.40", "住宅"], ["锡麟街25号", "1", "3", "303", "", ""], ["锡麟街25号", "3", "1", "商铺1", "20", "商铺"], ["锡麟街25号", "1单元", "3层", "302室", "", ""]].slice(0, 3));
    expect([created.length, changed.length, unchanged]).toEqual([2, 0, 1]);
    expect(created.map(({ values, newUnits, buildingId }) => [values["kind"], newUnits, buildingId])).toEqual([["HOME", [], "b1"], ["SHOP", [3], "b1"]]);
    expect(plan("HOUSEHOLDS", [["锡麟街25号", "1", "3", "302", "60", ""]]).changed).toMatchObject([{ id: "h1", values: { areaCm2: 600_000, kind: "HOME", floor: 3 } }]);
    expect(plan("BUILDINGS", [["锡麟街25号", "005", "", "6", "3"], ["锡麟街27号", "锡麟街网格", "曹家巷小区", "6", "2"]])).toMatchObject({ changed: [{ id: "b1", newUnits: [3] }], created: [{ compoundId: "c1", newUnits: [1, 2] }] });
    expect(plan("COMPOUNDS", [["曹家巷小区", "340802001007003", "", "", "", "", ""], ["新村", "003", "1985", "是", "", "", "安居物业"]])).toMatchObject({ unchanged: 1, created: [{ values: { buildYear: 1985, isOld: true, hasProperty: true } }] });
  });

  it("an empty cell leaves what is there, an empty row is no row", () => {
    expect(plan("HOUSEHOLDS", [["", " ", "", "", "", ""], ["锡麟街25号", "1", "3", "302", "", ""]])).toMatchObject({ rows: 1, unchanged: 1, problems: [], changed: [] });
  });

  it("each bad one is told with its line, its field and why", () => {
    expect(problems("HOUSEHOLDS", [["锡麟街99号", "1", "3", "302", "", ""], ["锡麟街25号", "x", "0", "", "-1", "仓库"], ["锡麟街25号", "1", "9", "901", "", ""]])).toEqual([
      "2 address UNKNOWN_BUILDING", "3 unit NOT_A_UNIT", "3 floor NOT_A_FLOOR", "3 room MISSING", "3 areaCm2 NOT_AN_AREA", "3 kind NOT_A_KIND", "4 floor OUT_OF_RANGE",
    ]);
    expect(problems("BUILDINGS", [["锡麟街25号", "003", "", "6", ""], ["新楼", "009", "", "6", ""], ["新楼", "003", "没有的小区", "6", ""]])).toEqual(["2 grid OTHER_GRID", "3 grid UNKNOWN_GRID", "4 compound UNKNOWN_COMPOUND"]);
    expect(problems("COMPOUNDS", [["新村", "003", "85", "", "", "否", "安居物业"], ["新村", "003", "", "", "", "否", "安居物业"]])).toEqual(["2 buildYear OUT_OF_RANGE", "3 propertyCompany COMPANY_WITHOUT_PROPERTY"]);
  });

  it("of people are found by name and door, and a phone is read as its digits", () => {
    const people = { ...there, people: [{ id: "p1", name: "楼海珍", householdId: "h1", values: { phone: "13800138000" } }] };
    const of = (rows: readonly (readonly string[])[]) => planImport("PEOPLE", rows, proposedColumns("PEOPLE", heads("PEOPLE")), people);
    expect(of([["楼海珍", "138 0013 8000", "锡麟街25号", "1", "302室"], ["楼海珍", "", "锡麟街25号", "1", "302"]]).problems).toEqual([{ row: 3, field: "name", code: "TWICE", other: 2 }]);
    expect(of([["楼海珍", "+86 138-0013-8000", "锡麟街25号", "1", "302室"]])).toMatchObject({ unchanged: 1, created: [], changed: [] });
    expect(of([["楼海珍", "", "锡麟街25号", "1", "302"]])).toMatchObject({ unchanged: 1 });
    expect(of([["楼 海珍", "0556-5123456", "锡麟街25号", "1", "302"]]).changed).toMatchObject([{ id: "p1", householdId: "h1", values: { phone: "05565123456", name: "楼海珍" } }]);
    expect(of([["欧阳锋", "", "锡麟街25号", "1单元", "302"]]).created).toMatchObject([{ id: null, householdId: "h1", values: { name: "欧阳锋" } }]);
    const bad = of([["楼某", "", "锡麟街25号", "1", "302"], ["13800138000", "", "锡麟街25号", "1", "302"], ["武强", "110", "锡麟街25号", "1", "302"], ["武强", "", "锡麟街25号", "9", "302"], ["武强", "", "没有的街", "1", "302"]]).problems;
    expect(bad.map(({ row, field, code }) => `${row} ${field} ${code}`)).toEqual(["2 name NOT_A_NAME", "3 name NOT_A_NAME", "4 phone NOT_A_PHONE", "5 room UNKNOWN_DOOR", "6 address UNKNOWN_BUILDING"]);
  });

  it("that say the same twice are bad, and name the first", () => {
    const { problems: twice } = plan("BUILDINGS", [["新楼", "003", "", "6", ""], ["新楼 ", "003", "", "7", ""]]);
    expect(twice).toEqual([{ row: 3, field: "address", code: "TWICE", other: 2 }]);
    expect(importSentence("BUILDINGS", twice[0] as (typeof twice)[number], "zh")).toBe("与第 2 行重复");
  });

  it("every problem has a sentence in both languages that names the field", () => {
    for (const language of ["zh", "en"] as const) expect(importSentence("HOUSEHOLDS", { row: 2, field: "areaCm2", code: "NOT_AN_AREA" }, language)).toContain(importFieldName("HOUSEHOLDS", "areaCm2", language));
  });
});

it("the same table a second time changes nothing, whatever it holds", () => {
  const cell = fc.constantFrom("", "1", "2", "3", "302", "303", "58.4", "住宅", "商铺", "x");
  const row = fc.tuple(fc.constant("锡麟街25号"), fc.constantFrom("", "1", "2"), fc.constantFrom("1", "3", "6"), fc.constantFrom("101", "302", "303", "601"), cell, fc.constantFrom("", "住宅", "商铺"));
  fc.assert(fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
    const first = plan("HOUSEHOLDS", rows);
    if (first.problems.length > 0) return;
    const stored = new Map(there.households.map((one) => [one.id, one]));
    for (const { id, row: line, values } of [...first.created, ...first.changed]) {
      stored.set(id ?? `new ${line}`, { id: id ?? `new ${line}`, buildingId: "b1", unit: values["unit"] === undefined ? null : Number(values["unit"]), room: String(values["room"]), values });
    }
    const again = planImport("HOUSEHOLDS", rows, proposedColumns("HOUSEHOLDS", heads("HOUSEHOLDS")), { ...there, households: [...stored.values()] });
    expect([again.created, again.changed, again.problems, again.unchanged]).toEqual([[], [], [], first.rows]);
  }));
});

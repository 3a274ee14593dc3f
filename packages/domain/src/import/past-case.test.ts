import { expect, it } from "vitest";
import { importFields, proposedColumns } from "./import-fields.ts";
import { recordPastCase } from "./past-case.ts";
import { planImport } from "./plan-import.ts";
import { categories } from "../case/categories.ts";
import { fold } from "../case/evolve.ts";
import { measuresOf } from "../indicator/measure.ts";
import { calendarOf } from "../deadline/calendar.ts";
import { shippedCalendarYears } from "../deadline/shipped-calendars.ts";
import { defaultDeadlineRules } from "../deadline/rules.ts";

const grid = "340802001007003";
const there = {
  grids: [{ code: grid, name: "曹家巷网格" }], compounds: [], households: [], buildings: [{ id: "b1", address: "锡麟街25号", grid, compoundId: null, floors: 6, units: [1] }],
  past: { today: "2024-03-01", categories, pastNumbers: ["2023-001"] },
};
const good = ["2023-017", "楼道灯坏了", "难题", "楼道照明", "003", "锡麟街25号", "2023/5/4", "2023年5月5日", "2023-05-10", "换了灯泡"];
const plan = (...rows: string[][]) => planImport("CASES", rows, proposedColumns("CASES", importFields.CASES.map(({ zh }) => zh)), there);
const but = (at: number, text: string) => good.with(at, text);

it("a past case is planned with its place, its category and its days; a number that is known changes nothing", () => {
  expect(plan(good, but(0, "2023-001"))).toMatchObject({
    unchanged: 1, problems: [],
    created: [{ grid, buildingId: "b1", values: { number: "2023-017", category: "assets.lighting", kind: "DIFFICULTY", collectedOn: "2023-05-04", acceptedOn: "2023-05-05", closedOn: "2023-05-10" } }],
  });
});

it("disputes, days in the wrong order, days to come and what is not known are told", () => {
  const rows = [but(2, "纠纷"), but(2, "别的"), but(3, "没有的"), but(3, "噪声扰民"), but(5, "没有的街"), but(4, "009"), but(6, "2023-02-30"), but(7, "2023-05-03"), but(8, "2023-05-04"), but(8, "2024-03-02"), but(9, ""), but(1, "长".repeat(81))];
  expect(plan(...rows.map((row, i) => row.with(0, `n${i}`))).problems.map(({ row, field, code }) => `${row} ${field} ${code}`)).toEqual([
    "2 kind IS_DISPUTE", "3 kind NOT_A_CASE_KIND", "4 category UNKNOWN_CATEGORY", "5 category UNKNOWN_CATEGORY", "6 address UNKNOWN_BUILDING", "7 grid UNKNOWN_GRID", "8 collectedOn NOT_A_DAY",
    "9 acceptedOn WRONG_ORDER", "10 closedOn WRONG_ORDER", "11 closedOn NOT_OVER", "12 result MISSING", "13 title TOO_LONG",
  ]);
});

it("its events fold to a closed case with these days, recorded now, with nobody to ask, nothing due and nothing to count", () => {
  const [row] = plan(good).created;
  const now = "2024-03-01T01:00:00.000Z";
  const facts = { viewer: { personId: "zhou", assignments: [] }, now, at: now, calendar: calendarOf(shippedCalendarYears), rules: defaultDeadlineRules };
  const { case: c, events } = recordPastCase({ caseId: "c1", no: "340802001007-2023-0001", place: { compoundId: null, buildingId: "b1", unitId: null }, gridCode: grid, values: row!.values }, facts);
  expect(c).toMatchObject({ status: "CLOSED", collectedAt: "2023-05-04T10:00:00.000Z", acceptedAt: "2023-05-05T10:00:00.000Z", resolvedAt: "2023-05-10T10:00:00.000Z", closedAt: "2023-05-10T10:00:00.000Z", due: null, reporters: [], supporters: 0 });
  expect(events.map(({ type, recordedAt }) => `${type} ${recordedAt}`)).toEqual(["COLLECTED", "ACCEPTED", "RESOLVED", "CLOSED"].map((type) => `${type} ${now}`));
  expect(fold(events)).toEqual(c);
  expect(measuresOf(events)).toEqual([]);
});

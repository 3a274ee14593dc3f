import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldPoint } from "./evolve-point.ts";
import { decideAmendPoint, decideClosePoint, decideReopenPoint } from "./keep-point.ts";
import { hoursProblem, isOpenAt, weekdayOf, type OpeningSpan } from "./opening-hours.ts";
import { decideOpenPoint, type OpenPointInput } from "./open-point.ts";
import { codeAlphabet, idleDays, isDeadPoint, isPointCode, pointCodeOf, typedPointCode, type CollectionPoint, type PointDescription } from "./point.ts";
import type { PointEvent } from "./point-events.ts";
import { recordPoint, type PointDecision } from "./record-point.ts";
import { seesPointsOf } from "./sees-point.ts";
import { plusNaturalDays } from "../deadline/moment.ts";
import { isRefusal } from "../refusal.ts";
import { factsAt, when } from "../testing/clock.ts";
import * as people from "../testing/people.ts";

const workdays: OpeningSpan = { days: [1, 2, 3, 4, 5], from: "08:00", to: "18:00" };
const described: PointDescription = {
  name: "百货商店门口", kind: "SHOP_DOOR", place: { words: "锡麟街百货商店门口右侧", compoundId: null, buildingId: null }, keeperId: "member003",
  office: "天后宫社区居委会", officePhone: "0556-5500000", hours: [workdays], hoursWords: "随店营业",
};
const input: OpenPointInput = { ...described, areaCode: people.grid003, code: "7KQ2MX" };
const code = (decision: PointDecision): string | null => (isRefusal(decision) ? decision.code : null);
const open = (more: Partial<OpenPointInput> = {}, viewer = people.li) => decideOpenPoint({ ...input, ...more }, factsAt(viewer, "2024-03-01 09:00"));

function stored(decision: PointDecision, before: CollectionPoint | null = null, now = "2024-03-01 09:00"): { point: CollectionPoint; events: readonly PointEvent[] } {
  if (isRefusal(decision)) throw new Error(decision.code);
  return recordPoint(before, "point-1", decision, factsAt(people.li, now));
}

describe("a collection point", () => {
  it("is opened, amended, closed and opened again, and is what its history says", () => {
    const opened = stored(open());
    expect(opened.point).toMatchObject({ id: "point-1", version: 1, code: "7KQ2MX", name: "百货商店门口", activeFrom: "2024-03-01", closedOn: null });
    const amended = stored(decideAmendPoint(opened.point, { ...described, name: " 百货商店北门 " }, factsAt(people.li, "2024-03-05")), opened.point, "2024-03-05");
    expect(amended.point).toMatchObject({ version: 2, name: "百货商店北门", code: "7KQ2MX", areaCode: people.grid003 });
    const closed = stored(decideClosePoint(amended.point, { reason: "商店搬迁" }, factsAt(people.zhou, "2024-04-01")), amended.point, "2024-04-01");
    expect(closed.point).toMatchObject({ version: 3, closedOn: "2024-04-01" });
    const again = stored(decideReopenPoint(closed.point, factsAt(people.chen, "2024-05-06")), closed.point, "2024-05-06");
    expect(again.point).toMatchObject({ version: 4, closedOn: null, activeFrom: "2024-05-06" });
    expect(foldPoint([opened, amended, closed, again].flatMap(({ events }) => events))).toEqual(again.point);
  });

  it("is kept by whoever holds KEEP_POINTS in its area; who sees nothing of the community finds nothing", () => {
    const { point } = stored(open());
    const verbs = [
      (viewer: typeof people.li) => open({}, viewer),
      (viewer: typeof people.li) => decideAmendPoint(point, described, factsAt(viewer, "2024-03-05")),
      (viewer: typeof people.li) => decideClosePoint(point, { reason: "x" }, factsAt(viewer, "2024-03-05")),
    ];
    for (const verb of verbs) {
      for (const viewer of [people.li, people.zhou, people.chen, people.deputy]) expect(code(verb(viewer)), viewer.personId).toBeNull();
      for (const viewer of [people.wang, people.member003, people.streetOfficer, people.mediator]) expect(code(verb(viewer)), viewer.personId).toBe("FORBIDDEN_RIGHT");
    }
    const stranger = people.viewer("stranger", people.right("CLERK", "340802001008"));
    expect(seesPointsOf(people.grid003, stranger)).toBe(false);
    expect(code(decideClosePoint(point, { reason: "x" }, factsAt(stranger, "2024-03-05")))).toBe("NOT_FOUND");
    for (const viewer of [people.member005, people.streetOfficer, people.districtOfficer]) expect(seesPointsOf(people.grid003, viewer), viewer.personId).toBe(true);
  });

  it("is refused what stands in the way of its state, and a day before it", () => {
    const { point } = stored(open());
    const closed = { ...point, closedOn: "2024-04-01" };
    expect(code(decideReopenPoint(point, factsAt(people.li, "2024-04-02")))).toBe("POINT_IS_OPEN");
    expect(code(decideAmendPoint(closed, described, factsAt(people.li, "2024-04-02")))).toBe("POINT_IS_CLOSED");
    expect(code(decideClosePoint(closed, { reason: "x" }, factsAt(people.li, "2024-04-02")))).toBe("POINT_IS_CLOSED");
    expect(code(decideClosePoint(point, { reason: "x" }, factsAt(people.li, "2024-04-02", "2024-02-01")))).toBe("PERIOD_REVERSED");
    expect(code(decideReopenPoint(closed, factsAt(people.li, "2024-04-02", "2024-03-20")))).toBe("PERIOD_REVERSED");
    expect(code(decideClosePoint(point, { reason: " " }, factsAt(people.li, "2024-04-02")))).toBe("TEXT_REQUIRED");
  });

  it.each([
    ["an area that is no grid or community", { areaCode: people.street }, "POINT_AREA_WRONG"],
    ["a grid that is not determined", { areaCode: `${people.community}000` }, "POINT_AREA_WRONG"],
    ["no area at all", { areaCode: "天后宫" }, "POINT_AREA_WRONG"],
    ["no name", { name: " " }, "TEXT_REQUIRED"],
    ["a name that fits on no poster", { name: "店".repeat(41) }, "TEXT_TOO_LONG"],
    ["no place", { place: { words: "", compoundId: null, buildingId: null } }, "TEXT_REQUIRED"],
    ["no office", { office: "" }, "TEXT_REQUIRED"],
    ["a mobile number", { officePhone: "13855601234" }, "NOT_AN_OFFICE_PHONE"],
    ["a telephone that is none", { officePhone: "打电话给老张" }, "NOT_AN_OFFICE_PHONE"],
    ["no hours in any way", { hours: [], hoursWords: "" }, "TEXT_REQUIRED"],
    ["hours that end before they begin", { hours: [{ days: [1], from: "18:00", to: "08:00" }] }, "HOURS_INVALID"],
    ["hours of no day", { hours: [{ days: [], from: "08:00", to: "18:00" }] }, "HOURS_INVALID"],
    ["hours of an eighth day", { hours: [{ days: [8], from: "08:00", to: "18:00" }] }, "HOURS_INVALID"],
    ["a time that does not exist", { hours: [{ days: [1], from: "08:00", to: "24:00" }] }, "HOURS_INVALID"],
    ["hours that overlap", { hours: [workdays, { days: [5, 6], from: "17:00", to: "19:00" }] }, "HOURS_OVERLAP"],
  ] as const)("is not opened with %s", (_what, more, refusal) => {
    expect(code(open(more as Partial<OpenPointInput>, people.chen))).toBe(refusal);
  });

  it.each(["12345", "0556-5500000", "05565500000", "010-12345678-12", "400-800-1234", "5500000"])("takes %s as the telephone of an office", (officePhone) => {
    expect(code(open({ officePhone }))).toBeNull();
  });
});

describe("hours", () => {
  it("weekdays are counted from Monday", () => {
    expect(["2024-03-04", "2024-03-10", "1970-01-01", "1969-12-31"].map(weekdayOf)).toEqual([1, 7, 4, 3]);
  });

  it("are open from their first minute to before their last, on their days, on the wall in Anqing", () => {
    const at = (text: string) => isOpenAt([workdays, { days: [6], from: "00:00", to: "09:30" }], when(text));
    expect([at("2024-03-04 08:00"), at("2024-03-04 17:59"), at("2024-03-09 00:00")]).toEqual([true, true, true]);
    expect([at("2024-03-04 07:59"), at("2024-03-04 18:00"), at("2024-03-09 09:30"), at("2024-03-10 10:00")]).toEqual([false, false, false, false]);
  });

  it("of a week of any two halves of days are fine, and none at all are too", () => {
    const minutes = fc.integer({ min: 0, max: 1439 }).map((m) => `${String(Math.floor(m / 60)).padStart(2, "0")}:${String(m % 60).padStart(2, "0")}`);
    fc.assert(
      fc.property(fc.uniqueArray(minutes, { minLength: 4, maxLength: 4 }), fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), (times, days) => {
        const [a, b, c, d] = times.toSorted() as [string, string, string, string];
        expect(hoursProblem([{ days, from: a, to: b }, { days, from: c, to: d }])).toBeNull();
        expect(hoursProblem([{ days, from: a, to: c }, { days, from: b, to: d }])).toMatchObject({ code: "HOURS_OVERLAP" });
      }),
      { numRuns: 60 },
    );
    expect(hoursProblem([])).toBeNull();
  });
});

describe("a dead point", () => {
  const life = (lastOpinionOn: string | null, more = {}) => ({ activeFrom: "2024-01-01", closedOn: null, lastOpinionOn, ...more });

  it("is open and has had no opinion for 30 natural days", () => {
    expect(isDeadPoint(life("2024-03-01"), "2024-03-30")).toBe(false);
    expect(isDeadPoint(life("2024-03-01"), "2024-03-31")).toBe(true);
    expect(isDeadPoint(life("2024-03-01"), "2024-03-08", 7)).toBe(true);
  });

  it("is not dead before it could be: a new point, and one opened again, has its 30 days", () => {
    expect(isDeadPoint(life(null, { activeFrom: "2024-03-01" }), "2024-03-30")).toBe(false);
    expect(isDeadPoint(life(null, { activeFrom: "2024-03-01" }), "2024-03-31")).toBe(true);
    expect(isDeadPoint(life("2023-05-01", { activeFrom: "2024-03-01" }), "2024-03-30")).toBe(false);
  });

  it("is never a closed one", () => {
    expect(isDeadPoint(life(null, { closedOn: "2024-02-01" }), "2024-12-31")).toBe(false);
  });

  it("an opinion today makes any open point live, and idle days never go down while nothing comes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 400 }), (offset, wait) => {
        const today = plusNaturalDays("2024-01-01", offset);
        expect(isDeadPoint(life(today), today)).toBe(false);
        expect(idleDays(life(today), plusNaturalDays(today, wait))).toBe(wait);
        expect(isDeadPoint(life(today), plusNaturalDays(today, wait))).toBe(wait >= 30);
      }),
    );
  });
});

describe("the code of a point", () => {
  it("is made of six bytes, of characters that nobody mistakes, and is taken in small letters too", () => {
    expect(new Set(codeAlphabet).size).toBe(32);
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 6, maxLength: 8 }), (bytes) => {
        const made = pointCodeOf(bytes);
        expect(isPointCode(made)).toBe(true);
        expect(typedPointCode(` ${made.slice(0, 3).toLowerCase()}-${made.slice(3)} `)).toBe(made);
      }),
    );
    expect(() => pointCodeOf(new Uint8Array(5))).toThrow(RangeError);
    for (const wrong of ["7KQ2M", "7KQ2MXX", "7KQ2M0", "7KQ2MI", "7kq2mx", ""]) expect(isPointCode(wrong), wrong).toBe(false);
    expect(() => open({ code: "abc" })).toThrow(TypeError);
  });
});

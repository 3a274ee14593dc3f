import { describe, expect, it, test } from "vitest";
import { affectedHouseholds, affectedOf, stackPosition, type ConcernedHousehold, type ConcernedInput } from "./affected.ts";
import { homes } from "../testing/bench-story.ts";

const shop = (id: string, unitId: string | null): ConcernedHousehold => ({ id, kind: "SHOP", buildingId: "building-3", unitId, floor: 1, room: id, areaCm2: null, compoundId: "compound-1" });
const next: ConcernedHousehold = { ...(homes[0] as ConcernedHousehold), id: "next-101", unitId: "unit-2" };
const far: ConcernedHousehold = { ...(homes[0] as ConcernedHousehold), id: "far-101", buildingId: "building-4", unitId: "unit-9" };
const place = { compoundId: "compound-1", buildingId: "building-3", unitId: "unit-1" };
const all = [...homes, shop("商铺1", "unit-1"), shop("商铺2", null), next, far];

function listed(more: Partial<ConcernedInput>): readonly string[] | null {
  const list = affectedHouseholds({ scope: "UNIT", rule: "WIDEST_AGREEMENT", place, households: all, reporters: ["302"], named: [], ...more });
  return list && list.map((a) => a.householdId);
}

describe("whom a matter concerns", () => {
  it("a unit: its homes, and the shops that open into it", () => {
    expect(listed({})).toEqual([...homes.map((h) => h.id), "商铺1"]);
    expect(listed({ place: { ...place, unitId: null } })).toBeNull();
  });
  it("a building: all its doors", () => {
    expect(listed({ scope: "BUILDING" })).toEqual([...homes.map((h) => h.id), "商铺1", "商铺2", "next-101"]);
  });
  it("a stack: the homes above and below the reporter's, with the unit's shops; or of whom the convener names", () => {
    expect(listed({ scope: "STACK" })).toEqual(["102", "202", "302", "402", "502", "602", "商铺1"]);
    expect(listed({ scope: "STACK", reporters: [], named: [{ householdId: "501", direct: true }] })).toEqual(["101", "201", "301", "401", "501", "601", "商铺1"]);
    expect(listed({ scope: "STACK", reporters: ["301", "202"] })).toHaveLength(13);
    expect(listed({ scope: "STACK", reporters: [] })).toBeNull();
  });
  it("a compound: the reporters and whom the convener adds; by the Civil Code all its owners", () => {
    expect(listed({ scope: "COMPOUND", named: [{ householdId: "far-101", direct: false }] })).toEqual(["302", "far-101"]);
    expect(listed({ scope: "COMPOUND", rule: "CIVIL_CODE_278_HALF" })).toEqual(all.map((h) => h.id));
    expect(listed({ scope: "COMMUNITY", reporters: [] })).toEqual([]);
  });
  it("each household once; named directly, it is concerned directly", () => {
    const list = affectedHouseholds({ scope: "COMPOUND", rule: "MAJORITY", place, households: all, reporters: ["302"], named: [{ householdId: "302", direct: false }, { householdId: "101", direct: false }] });
    expect(list).toEqual([
      { householdId: "302", areaCm2: 584_000, direct: true, origin: "REPORTER" },
      { householdId: "101", areaCm2: 584_000, direct: false, origin: "CONVENER" },
    ]);
  });
  it("in a compound whoever comes joins the list; a list by doors is complete", () => {
    const seats = [{ householdId: "101" }, { householdId: "302" }, { householdId: null }, { householdId: "101" }];
    const listedAlready = [{ householdId: "302", areaCm2: null, direct: true, origin: "REPORTER" as const }];
    expect(affectedOf({ scope: "COMPOUND", rule: "MAJORITY", affected: listedAlready }, seats).map((a) => [a.householdId, a.origin, a.direct])).toEqual([["302", "REPORTER", true], ["101", "PRESENT", false]]);
    expect(affectedOf({ scope: "UNIT", rule: "MAJORITY", affected: listedAlready }, seats)).toHaveLength(1);
  });
});

test.each<[number, string, string | null]>([
  [3, "302", "02"], [12, "1203", "03"], [3, "3-2", "2"], [1, "101", "01"], [1, " 101 ", "01"], [3, "402", null], [1, "商铺2", null], [1, "1", null], [-1, "-101", "01"], [2, "2楼东", null],
])("on floor %i the room %s stands at %s", (floor, room, position) => {
  expect(stackPosition({ floor, room })).toBe(position);
});

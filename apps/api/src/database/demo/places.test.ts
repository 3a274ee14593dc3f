import {
  areaProblems,
  buildingProblems,
  compoundProblems,
  covers,
  gridProblems,
  householdProblems,
  unitProblems,
  type Area,
  type Community,
  type Grid,
} from "@bandeng/domain";
import { expect, it } from "vitest";
import { demoCommunity, sewerUnit } from "./place-plan.ts";
import { demoPlaces, type DemoArea } from "./places.ts";

const places = demoPlaces();
const own = places.buildings.filter((b) => covers(demoCommunity, b.grid));
const areaOf = (a: DemoArea): Area => ({ id: a.code, code: a.code, kind: a.kind as Area["kind"], name: a.name, alias: a.alias, source: a.source, asOf: a.asOf });
const gridOf = (a: DemoArea): Grid => ({ id: a.code, code: a.code, name: a.name, kind: a.gridKind ?? "BASIC", communityId: a.parent ?? "", headId: null });
const grids = new Map(places.areas.filter((a) => a.kind === "GRID").map((a) => [a.code, gridOf(a)]));

it("has the numbers of the published account: 9 grids, 50 residential buildings, 1,762 households", () => {
  expect([...grids.keys()].filter((code) => covers(demoCommunity, code)).at(-1)).toBe("340802001007009");
  expect([...grids.keys()].filter((code) => covers(demoCommunity, code))).toHaveLength(9);
  expect(own).toHaveLength(50);
  expect(own.flatMap((b) => b.households).filter((h) => h.kind === "HOME")).toHaveLength(1762);
});

it("has every community of the district under the name people use, and the listed name as an alias", () => {
  const communities = places.areas.filter((a) => a.kind === "COMMUNITY");
  expect(communities).toHaveLength(50);
  expect(communities.find((a) => a.code === demoCommunity)).toMatchObject({ name: "天后宫社区", alias: ["天后宫居委会"] });
});

it("breaks no rule of the places", () => {
  const byCode = new Map(places.areas.map((a) => [a.code, a]));
  for (const area of places.areas.filter((a) => a.kind !== "GRID" && a.kind !== "CITY")) {
    const parent = area.parent === null ? undefined : byCode.get(area.parent);
    expect(areaProblems(areaOf(area), parent && parent.kind !== "CITY" ? areaOf(parent) : null)).toEqual([]);
  }
  for (const grid of grids.values()) {
    expect(gridProblems(grid, areaOf(byCode.get(grid.communityId) as DemoArea) as Community)).toEqual([]);
  }
  const compounds = places.compounds.map((c) => ({
    ...c, communityId: c.community, mainGridId: c.mainGrid, pinyinInitials: c.initials, hasProperty: c.propertyCompany !== null,
  }));
  for (const compound of compounds) expect(compoundProblems(compound, grids.get(compound.mainGrid) as Grid)).toEqual([]);
  for (const b of places.buildings) {
    const building = { id: b.id, address: b.address, compoundId: b.compoundId, gridId: b.grid };
    const units = b.units.map((u) => ({ id: u.id, buildingId: b.id, number: u.no }));
    expect(buildingProblems(building, [grids.get(b.grid) as Grid], compounds.find((c) => c.id === b.compoundId) ?? null)).toEqual([]);
    expect(unitProblems(building, units)).toEqual([]);
    for (const h of b.households) {
      expect(householdProblems({ ...h, buildingId: b.id }, building, units.find((u) => u.id === h.unitId) ?? null)).toEqual([]);
    }
  }
});

it("has the sewer's unit to the square centimetre: 801.25 m² in 12 homes and 2 shops", () => {
  const house = own.find((b) => b.address === sewerUnit.address);
  const unit = house?.units.find((u) => u.no === sewerUnit.unit);
  const homes = house?.households.filter((h) => h.unitId === unit?.id) ?? [];
  expect(homes.map((h) => h.room)).toEqual(["101", "102", "201", "202", "301", "302", "401", "402", "501", "502", "601", "602", "商铺1", "商铺2"]);
  expect(homes.reduce((sum, h) => sum + h.areaCm2, 0)).toBe(8_012_500);
});

it("is the same on every run, with ids of its own for everything", () => {
  expect(demoPlaces()).toEqual(places);
  const ids = [...places.compounds.map((c) => c.id), ...places.buildings.flatMap((b) => [b.id, ...b.units.map((u) => u.id), ...b.households.map((h) => h.id)])];
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true);
});

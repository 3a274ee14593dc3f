import { describe, expect, it } from "vitest";
import { areaProblems, type Community, type District, type Street } from "./area.ts";
import { type Building, buildingProblems, type Unit, unitProblems } from "./building.ts";
import { type Compound, compoundProblems } from "./compound.ts";
import { type Grid, gridProblems } from "./grid.ts";
import { type Household, householdProblems, withoutArea } from "./household.ts";

const source = "统计用区划代码2023年版";
const district: District = { kind: "DISTRICT", id: "d", code: "340802", name: "迎江区", alias: [], source, asOf: "2023-06-30" };
const street: Street = { kind: "STREET", id: "s", code: "340802001", name: "宜城路街道", alias: [], source, asOf: "2023-06-30" };
const community: Community = {
  kind: "COMMUNITY",
  id: "c",
  code: "340802001007",
  name: "天后宫社区",
  alias: ["天后宫居委会"],
  source,
  asOf: "2023-06-30",
};
const grid: Grid = { id: "g3", code: "340802001007003", name: "第三网格", kind: "BASIC", communityId: "c", headId: null };
const mall: Grid = { ...grid, id: "g9", code: "340802001007009", name: "百货商店", kind: "DEDICATED" };
const compound: Compound = {
  id: "cjx",
  name: "曹家巷小区",
  pinyin: "caojiaxiangxiaoqu",
  pinyinInitials: "cjxxq",
  communityId: "c",
  mainGridId: "g3",
  buildYear: 1985,
  isOld: true,
  renovationBatch: "2024年第一批",
  hasProperty: false,
  propertyCompany: null,
};
const building: Building = { id: "b25", address: "锡麟街25号", compoundId: null, gridId: "g3" };
const unit: Unit = { id: "u3", buildingId: "b25", number: 3 };
const household: Household = { id: "h302", kind: "HOME", buildingId: "b25", unitId: "u3", floor: 3, room: "302", areaCm2: 584_000 };

describe("areas", () => {
  it("are well in their parents", () => {
    expect(areaProblems(district, null)).toEqual([]);
    expect(areaProblems(street, district)).toEqual([]);
    expect(areaProblems(community, street)).toEqual([]);
  });

  it.each<[string, Partial<Community>]>([
    ["CODE_OF_OTHER_KIND", { code: "340802001" }],
    ["NAME_MISSING", { name: " " }],
    ["ALIAS_BLANK", { alias: ["天后宫居委会", ""] }],
    ["SOURCE_MISSING", { source: "" }],
    ["AS_OF_NOT_A_DATE", { asOf: "2023" }],
    ["OUTSIDE_PARENT", { code: "340802002007" }],
  ])("have the problem %s", (problem, change) => {
    expect(areaProblems({ ...community, ...change }, street)).toEqual([problem]);
  });

  it("name a malformed code and a parent of the wrong kind", () => {
    expect(areaProblems({ ...community, code: "" }, null)).toEqual(["CODE_MALFORMED"]);
    expect(areaProblems({ ...community, code: "" }, street)).toEqual(["CODE_MALFORMED", "OUTSIDE_PARENT"]);
    expect(areaProblems(community, district)).toEqual(["PARENT_OF_OTHER_KIND"]);
    expect(areaProblems(district, district)).toEqual(["PARENT_OF_OTHER_KIND"]);
  });
});

describe("grids", () => {
  it("belong to one community", () => {
    expect(gridProblems(grid, community)).toEqual([]);
    expect(gridProblems({ ...grid, code: "340802001008003" }, community)).toEqual(["OUTSIDE_COMMUNITY"]);
    expect(gridProblems({ ...grid, communityId: "other" }, community)).toEqual(["OTHER_COMMUNITY"]);
  });

  it("have 15 digits that do not end in 000, and a name", () => {
    expect(gridProblems({ ...grid, code: "34080200100700" }, community)).toEqual(["CODE_MALFORMED"]);
    expect(gridProblems({ ...grid, code: "340802001007" }, community)).toEqual(["CODE_OF_OTHER_KIND"]);
    expect(gridProblems({ ...grid, code: "340802001007000" }, community)).toEqual(["CODE_UNDETERMINED"]);
    expect(gridProblems({ ...grid, name: "" }, community)).toEqual(["NAME_MISSING"]);
  });
});

describe("compounds", () => {
  it.each<[string[], Partial<Compound>]>([
    [[], {}],
    [[], { buildYear: null, hasProperty: true, propertyCompany: "某物业" }],
    [["NAME_MISSING"], { name: "" }],
    [["PINYIN_MALFORMED"], { pinyin: "Cáo jiā xiàng" }],
    [["PINYIN_INITIALS_MALFORMED"], { pinyinInitials: "" }],
    [["OTHER_MAIN_GRID"], { mainGridId: "g4" }],
    [["MAIN_GRID_OF_OTHER_COMMUNITY"], { communityId: "other" }],
    [["BUILD_YEAR_NOT_A_YEAR"], { buildYear: 85 }],
    [["PROPERTY_COMPANY_WITHOUT_PROPERTY"], { propertyCompany: "某物业" }],
  ])("%j", (problems, change) => {
    expect(compoundProblems({ ...compound, ...change }, grid)).toEqual(problems);
  });
});

describe("buildings", () => {
  it("stand in exactly one basic grid, dedicated ones besides", () => {
    expect(buildingProblems(building, [grid], null)).toEqual([]);
    expect(buildingProblems(building, [mall, grid], null)).toEqual([]);
    expect(buildingProblems(building, [], null)).toEqual(["NO_BASIC_GRID"]);
    expect(buildingProblems({ ...building, gridId: "g9" }, [mall], null)).toEqual(["NO_BASIC_GRID"]);
    expect(buildingProblems(building, [grid, { ...grid, id: "g4" }], null)).toEqual(["SEVERAL_BASIC_GRIDS"]);
    expect(buildingProblems({ ...building, gridId: "g9" }, [mall, grid], null)).toEqual(["OTHER_BASIC_GRID"]);
  });

  it("stand in the community of their compound", () => {
    const inCompound = { ...building, compoundId: "cjx" };
    expect(buildingProblems(inCompound, [grid], compound)).toEqual([]);
    expect(buildingProblems(inCompound, [grid], null)).toEqual(["OTHER_COMPOUND"]);
    expect(buildingProblems(building, [grid], compound)).toEqual(["OTHER_COMPOUND"]);
    expect(buildingProblems(inCompound, [grid], { ...compound, communityId: "other" })).toEqual(["GRID_OF_OTHER_COMMUNITY"]);
    expect(buildingProblems({ ...building, address: " " }, [grid], null)).toEqual(["ADDRESS_MISSING"]);
  });

  it("number their units from 1, each once", () => {
    expect(unitProblems(building, [unit, { ...unit, id: "u1", number: 1 }])).toEqual([]);
    expect(unitProblems(building, [unit, { ...unit, id: "u1" }])).toEqual(["UNIT_NUMBER_TWICE"]);
    expect(unitProblems(building, [{ ...unit, number: 0 }])).toEqual(["UNIT_NUMBER_NOT_POSITIVE"]);
    expect(unitProblems(building, [{ ...unit, buildingId: "b26" }])).toEqual(["UNIT_OF_OTHER_BUILDING"]);
  });
});

describe("households", () => {
  it.each<[string[], Partial<Household>]>([
    [[], {}],
    [[], { areaCm2: null }],
    [["OTHER_BUILDING"], { buildingId: "b26" }],
    [["OTHER_UNIT"], { unitId: null }],
    [["FLOOR_NOT_A_FLOOR"], { floor: 0 }],
    [["ROOM_MISSING"], { room: "" }],
    [["AREA_NOT_POSITIVE"], { areaCm2: 0 }],
    [["AREA_NOT_POSITIVE"], { areaCm2: 58.4 }],
  ])("%j", (problems, change) => {
    expect(householdProblems({ ...household, ...change }, building, unit)).toEqual(problems);
  });

  it("may be shops without a unit, but not in a unit of another building", () => {
    const shop: Household = { ...household, id: "s2", kind: "SHOP", unitId: null, floor: 1, room: "商铺2" };
    expect(householdProblems(shop, building, null)).toEqual([]);
    expect(householdProblems(household, building, { ...unit, buildingId: "b26" })).toEqual(["UNIT_OF_OTHER_BUILDING"]);
  });

  it("need an area above 0 before costs are shared by it", () => {
    const unknown = { ...household, areaCm2: null };
    const none = { ...household, areaCm2: 0 };
    expect(withoutArea([household, unknown, none])).toEqual([unknown, none]);
    expect(withoutArea([household])).toEqual([]);
  });
});

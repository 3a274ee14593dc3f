import { type AreaCode, type GridKind, type HouseholdKind, type Instant, type LocalDate } from "@bandeng/domain";
import anqing from "./anqing.json" with { type: "json" };
import {
  compoundPlan,
  demoCommunity,
  gridPlan,
  housesPlan,
  neighbourCommunity,
  neighbourCompoundPlan,
  neighbourGridPlan,
  neighbourHousesPlan,
  sewerUnit,
  type CompoundPlan,
  type GridPlan,
  type HousesPlan,
} from "./place-plan.ts";
import { diceFor, idMaker, type Dice, type IdMaker } from "./seed.ts";
import { typed } from "../../places/pinyin.ts";

/** The day the list of codes describes. */
const listedOn: LocalDate = "2023-06-30";
/** From when the demo's own places exist. */
const founded: Instant = "2023-01-01T00:00:00.000Z";
const foundedOn: LocalDate = "2023-01-01";
const invented = "虚构，仅供演示 (invented for the demo)";
const district = "340802";

export interface DemoArea {
  readonly code: AreaCode;
  readonly kind: "CITY" | "DISTRICT" | "STREET" | "COMMUNITY" | "GRID";
  readonly parent: AreaCode | null;
  readonly name: string;
  readonly alias: readonly string[];
  readonly gridKind: GridKind | null;
  readonly source: string;
  readonly asOf: LocalDate;
}

export interface DemoCompound extends Omit<CompoundPlan, "mainGrid"> {
  readonly id: string;
  readonly community: AreaCode;
  readonly mainGrid: AreaCode;
  readonly pinyin: string;
  readonly initials: string;
}

export interface DemoUnit {
  readonly id: string;
  readonly no: number;
}

export interface DemoHousehold {
  readonly id: string;
  readonly unitId: string | null;
  readonly floor: number;
  readonly room: string;
  readonly areaCm2: number;
  readonly kind: HouseholdKind;
}

export interface DemoBuilding {
  readonly id: string;
  readonly compoundId: string | null;
  readonly grid: AreaCode;
  readonly address: string;
  readonly floors: number;
  readonly units: readonly DemoUnit[];
  readonly households: readonly DemoHousehold[];
}

export interface DemoPlaces {
  readonly areas: readonly DemoArea[];
  readonly compounds: readonly DemoCompound[];
  readonly buildings: readonly DemoBuilding[];
}

/** What people call it: the list has 居委会 and 村委会, the bodies; people say 社区 and 村, the places. */
function communityName(listed: string): string {
  return listed.replace(/村委会$/, "村").replace(/居委会$/, "社区");
}

function listedAreas(): DemoArea[] {
  const listed = { gridKind: null, source: anqing.source, asOf: listedOn };
  const pairs = (list: readonly (readonly string[])[], within: string): [string, string][] =>
    list.filter(([code]) => code?.startsWith(within)).map(([code, name]) => [code ?? "", name ?? ""]);
  const { city } = anqing;
  return [
    { ...listed, code: city.code, kind: "CITY", parent: null, name: city.name, alias: [] },
    ...pairs(anqing.districts, city.code).map(([code, name]): DemoArea => ({ ...listed, code, kind: "DISTRICT", parent: city.code, name, alias: [] })),
    ...pairs(anqing.streets, district).map(([code, name]): DemoArea => ({ ...listed, code, kind: "STREET", parent: district, name, alias: [] })),
    ...pairs(anqing.communities, district).map(([code, name]): DemoArea => {
      const called = communityName(name);
      return { ...listed, code, kind: "COMMUNITY", parent: code.slice(0, 9), name: called, alias: called === name ? [] : [name] };
    }),
  ];
}

/** The places of the demo: the real areas of 迎江区 and an invented community life inside two of them. Pure. */
export function demoPlaces(): DemoPlaces {
  const newId = idMaker("places");
  const dice = diceFor("areas of homes");
  const own = settle(demoCommunity, gridPlan, compoundPlan, housesPlan, newId, dice);
  const other = settle(neighbourCommunity, neighbourGridPlan, neighbourCompoundPlan, neighbourHousesPlan, newId, dice);
  return {
    areas: [...listedAreas(), ...own.areas, ...other.areas],
    compounds: [...own.compounds, ...other.compounds],
    buildings: [...own.buildings, ...other.buildings],
  };
}

function settle(community: AreaCode, grids: readonly GridPlan[], compounds: readonly CompoundPlan[], houses: readonly HousesPlan[], newId: IdMaker, dice: Dice): DemoPlaces {
  const areas = grids.map(({ no, name }): DemoArea => ({
    code: community + no, kind: "GRID", parent: community, name, alias: [], gridKind: "BASIC", source: invented, asOf: foundedOn,
  }));
  const made = compounds.map((plan): DemoCompound => ({ ...plan, ...typed(plan.name), id: newId(founded), community, mainGrid: community + plan.mainGrid }));
  const buildings = houses.flatMap((plan) =>
    plan.houses.map((house) => {
      const compoundId = plan.compound === null ? null : (made.find((c) => c.name === plan.compound)?.id ?? null);
      return build({ address: (plan.compound ?? "") + house, compoundId, grid: community + plan.grid }, plan, newId, dice);
    }),
  );
  return { areas, compounds: made, buildings };
}

function build(where: Pick<DemoBuilding, "address" | "compoundId" | "grid">, plan: HousesPlan, newId: IdMaker, dice: Dice): DemoBuilding {
  const id = newId(founded);
  const units = Array.from({ length: plan.units }, (_, i) => ({ id: newId(founded), no: i + 1 }));
  // Homes above one another are alike: the house has one small and one large type, in steps of 0.05 m².
  const types = [500_000 + dice.between(0, 300) * 500, 640_000 + dice.between(0, 360) * 500];
  const households: DemoHousehold[] = [];
  for (const unit of units) {
    const special = where.address === sewerUnit.address && unit.no === sewerUnit.unit ? sewerUnit : null;
    for (let floor = 1; floor <= plan.floors; floor += 1) {
      for (const [side, areaCm2] of (special?.areasCm2 ?? types).entries()) {
        households.push({ id: newId(founded), unitId: unit.id, floor, room: `${floor}0${side + 1}`, areaCm2, kind: "HOME" });
      }
    }
    // These two stand on the unit's pipe, so they belong to it; other shops open to the street only.
    for (const [i, areaCm2] of (special?.shopsCm2 ?? []).entries()) {
      households.push({ id: newId(founded), unitId: unit.id, floor: 1, room: `商铺${i + 1}`, areaCm2, kind: "SHOP" });
    }
  }
  for (let shop = 1; shop <= (plan.shops ?? 0); shop += 1) {
    households.push({ id: newId(founded), unitId: null, floor: 1, room: `商铺${shop}`, areaCm2: 180_000 + dice.between(0, 700) * 500, kind: "SHOP" });
  }
  return { ...where, id, floors: plan.floors, units, households };
}

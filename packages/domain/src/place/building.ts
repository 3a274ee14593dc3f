import { type Compound } from "./compound.ts";
import { type Grid } from "./grid.ts";

/** 楼栋: a building by its address, in exactly one basic grid. */
export interface Building {
  readonly id: string;
  /** The address as people say it, such as 锡麟街25号; not a point on a map. */
  readonly address: string;
  /** Null for a building that belongs to no compound. */
  readonly compoundId: string | null;
  /** Its basic grid; cases of the building belong to that grid. */
  readonly gridId: string;
}

/** 单元: the homes around one stairwell. */
export interface Unit {
  readonly id: string;
  readonly buildingId: string;
  /** From 1, such as 3 for 3单元. */
  readonly number: number;
}

/** What can be wrong with a building. */
export type BuildingProblem =
  | "ADDRESS_MISSING"
  | "NO_BASIC_GRID"
  | "SEVERAL_BASIC_GRIDS"
  | "OTHER_BASIC_GRID"
  | "OTHER_COMPOUND"
  | "GRID_OF_OTHER_COMMUNITY";

/** What can be wrong with the units of a building. */
export type UnitProblem = "UNIT_OF_OTHER_BUILDING" | "UNIT_NUMBER_NOT_POSITIVE" | "UNIT_NUMBER_TWICE";

/**
 * What is wrong with a building; empty when nothing is.
 * @param grids every grid that claims it: one basic one, and maybe dedicated ones.
 * @param compound the compound it names, or null.
 */
export function buildingProblems(
  building: Building,
  grids: readonly Pick<Grid, "id" | "kind" | "communityId">[],
  compound: Pick<Compound, "id" | "communityId"> | null,
): BuildingProblem[] {
  const problems: BuildingProblem[] = [];
  if (building.address.trim() === "") problems.push("ADDRESS_MISSING");
  const basic = grids.filter((grid) => grid.kind === "BASIC");
  if (basic.length === 0) problems.push("NO_BASIC_GRID");
  if (basic.length > 1) problems.push("SEVERAL_BASIC_GRIDS");
  if (basic.length > 0 && basic.every((grid) => grid.id !== building.gridId)) problems.push("OTHER_BASIC_GRID");
  if (building.compoundId !== (compound?.id ?? null)) problems.push("OTHER_COMPOUND");
  // A compound spans grids, but not communities.
  if (compound !== null && basic.some((grid) => grid.communityId !== compound.communityId)) problems.push("GRID_OF_OTHER_COMMUNITY");
  return problems;
}

/** What is wrong with all units of a building, each problem once; empty when nothing is. */
export function unitProblems(building: Pick<Building, "id">, units: readonly Unit[]): UnitProblem[] {
  const problems: UnitProblem[] = [];
  if (units.some((unit) => unit.buildingId !== building.id)) problems.push("UNIT_OF_OTHER_BUILDING");
  if (units.some((unit) => !Number.isInteger(unit.number) || unit.number < 1)) problems.push("UNIT_NUMBER_NOT_POSITIVE");
  if (new Set(units.map((unit) => unit.number)).size < units.length) problems.push("UNIT_NUMBER_TWICE");
  return problems;
}

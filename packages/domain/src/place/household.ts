import { type Building, type Unit } from "./building.ts";

/** A shop is a household, too: it shares the costs of its building and is asked about them. */
export const householdKinds = ["HOME", "SHOP"] as const;

/** One of {@link householdKinds}. */
export type HouseholdKind = (typeof householdKinds)[number];

/** 户: a home or a shop. One household has one vote. */
export interface Household {
  readonly id: string;
  readonly kind: HouseholdKind;
  readonly buildingId: string;
  /** Null where the door opens to the street and not to a stairwell, as with most shops and with bungalows. */
  readonly unitId: string | null;
  /** 1 is the ground floor, below ground is negative. */
  readonly floor: number;
  /** What is on the door: 302, or 商铺2. */
  readonly room: string;
  /** Exclusive floor area in cm² (58.40 m² = 584,000), an integer so that shares are exact; null until it is known. */
  readonly areaCm2: number | null;
}

/** What can be wrong with a household. */
export type HouseholdProblem =
  | "OTHER_BUILDING"
  | "OTHER_UNIT"
  | "UNIT_OF_OTHER_BUILDING"
  | "FLOOR_NOT_A_FLOOR"
  | "ROOM_MISSING"
  | "AREA_NOT_POSITIVE";

/** What is wrong with a household of this building and unit (null for one without); empty when nothing is. */
export function householdProblems(
  household: Household,
  building: Pick<Building, "id">,
  unit: Pick<Unit, "id" | "buildingId"> | null,
): HouseholdProblem[] {
  const problems: HouseholdProblem[] = [];
  if (household.buildingId !== building.id) problems.push("OTHER_BUILDING");
  if (household.unitId !== (unit?.id ?? null)) problems.push("OTHER_UNIT");
  if (unit !== null && unit.buildingId !== building.id) problems.push("UNIT_OF_OTHER_BUILDING");
  // Houses have no floor 0 in China: the ground floor is the first.
  if (!Number.isInteger(household.floor) || household.floor === 0) problems.push("FLOOR_NOT_A_FLOOR");
  if (household.room.trim() === "") problems.push("ROOM_MISSING");
  if (household.areaCm2 !== null && !isArea(household.areaCm2)) problems.push("AREA_NOT_POSITIVE");
  return problems;
}

/**
 * The households that stand in the way of sharing costs by exclusive floor area, the rule where nothing else is agreed
 * (Civil Code, art. 283): those whose area is not known or not above 0. Empty when the costs can be shared.
 */
export function withoutArea<H extends Pick<Household, "areaCm2">>(households: readonly H[]): H[] {
  return households.filter((household) => household.areaCm2 === null || !isArea(household.areaCm2));
}

function isArea(areaCm2: number): boolean {
  return Number.isSafeInteger(areaCm2) && areaCm2 > 0;
}

import { type Building, type Unit } from "./building.ts";
import { type Household, type HouseholdKind } from "./household.ts";

/** What the order of households looks at. */
export interface HouseholdPosition {
  readonly id: string;
  readonly kind: HouseholdKind;
  /** The address of the building. */
  readonly building: string;
  /** The number of the unit; null stands before unit 1. */
  readonly unit: number | null;
  readonly floor: number;
  readonly room: string;
}

/** Where a household stands in the order; `unit` is null for one that belongs to no stairwell. */
export function positionOf(
  household: Pick<Household, "id" | "kind" | "floor" | "room">,
  building: Pick<Building, "address">,
  unit: Pick<Unit, "number"> | null,
): HouseholdPosition {
  const { id, kind, floor, room } = household;
  return { id, kind, floor, room, building: building.address, unit: unit?.number ?? null };
}

/**
 * The household order: building, unit, floor, room, and after all homes the shops, in the same order among themselves.
 * It decides to whom the last fen goes when shares tie, and it is the way from door to door. A total order, the same on
 * every machine: digits count as numbers (25号 before 100号, 302 before 1002), other characters by code unit, not by
 * language; the id decides between households that look the same.
 * @returns below 0 when `a` comes first, above 0 when `b` does, 0 only for the same household.
 */
export function compareHouseholds(a: HouseholdPosition, b: HouseholdPosition): number {
  return (
    Number(a.kind === "SHOP") - Number(b.kind === "SHOP") ||
    compareNaturally(a.building, b.building) ||
    (a.unit ?? 0) - (b.unit ?? 0) ||
    a.floor - b.floor ||
    compareNaturally(a.room, b.room) ||
    compareText(a.id, b.id)
  );
}

const RUNS = /\d+|\D+/g;

function compareNaturally(a: string, b: string): number {
  const runsOfA = a.match(RUNS) ?? [];
  const runsOfB = b.match(RUNS) ?? [];
  for (const [index, runOfA] of runsOfA.entries()) {
    const runOfB = runsOfB[index];
    if (runOfB === undefined) return 1;
    const order = compareRuns(runOfA, runOfB);
    if (order !== 0) return order;
  }
  // Equal as numbers, different as text: 02 and 2.
  return runsOfA.length - runsOfB.length || compareText(a, b);
}

function compareRuns(a: string, b: string): number {
  const bothNumbers = isDigit(a) && isDigit(b);
  return bothNumbers ? Number(a) - Number(b) : compareText(a, b);
}

function isDigit(run: string): boolean {
  const first = run.charCodeAt(0);
  return first >= 48 && first <= 57;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

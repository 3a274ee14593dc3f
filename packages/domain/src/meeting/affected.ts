import type { AffectedHousehold, AffectedScope, AgendaItem } from "./agenda-item.ts";
import { householdsPresent, type Attendance } from "./meeting.ts";
import { isCivilCode278, type ConsensusRule } from "./consensus.ts";
import type { CasePlace } from "../case/case.ts";
import type { Household } from "../place/household.ts";

/** A household as far as the list of those concerned looks at it. */
export type ConcernedHousehold = Pick<Household, "id" | "kind" | "buildingId" | "unitId" | "floor" | "room" | "areaCm2"> & { readonly compoundId: string | null };

/**
 * The position of a home on its floor, from the number on the door: what follows the floor, so 302, 402 and 1202 are all
 * `02`. Homes with the same position stand above each other. Null where the number does not begin with the floor, as with
 * most shops and with bungalows.
 */
export function stackPosition({ floor, room }: Pick<Household, "floor" | "room">): string | null {
  const rest = room.trim().startsWith(String(floor)) ? room.trim().slice(String(floor).length).replace(/^\D+/, "") : "";
  return /^\d+$/.test(rest) ? rest : null;
}

/**
 * Whether the list of those concerned can be computed and is then complete: what is decided for a unit, a stack or a
 * building, and by the Civil Code, art. 278 for all owners of a compound too.
 */
export function isComputed(scope: AffectedScope, rule: ConsensusRule): boolean {
  return scope === "UNIT" || scope === "STACK" || scope === "BUILDING" || (scope === "COMPOUND" && isCivilCode278(rule));
}

/** What the list is made from. */
export interface ConcernedInput {
  readonly scope: AffectedScope;
  readonly rule: ConsensusRule;
  readonly place: CasePlace;
  /** Households of the place: at least those of its unit, building or compound. */
  readonly households: readonly ConcernedHousehold[];
  /** Households of the reporters and of the parties of a dispute. */
  readonly reporters: readonly string[];
  /** Households the convener names. */
  readonly named: readonly { readonly householdId: string; readonly direct: boolean }[];
}

/** Homes above and below the reporters', the parties' and those that were named, with the unit's shops: which shop lies under the stack its number does not tell. */
function stackOf({ place, households, reporters, named }: ConcernedInput): readonly ConcernedHousehold[] {
  const inUnit = households.filter((h) => h.unitId !== null && h.unitId === place.unitId);
  const from = new Set([...reporters, ...named.map((n) => n.householdId)]);
  const positions = new Set(inUnit.filter((h) => from.has(h.id)).flatMap((h) => stackPosition(h) ?? []));
  if (positions.size === 0) return [];
  return inUnit.filter((h) => h.kind === "SHOP" || positions.has(stackPosition(h) ?? ""));
}

function computed(input: ConcernedInput): readonly ConcernedHousehold[] {
  const { scope, rule, place, households } = input;
  if (!isComputed(scope, rule)) return [];
  if (scope === "STACK") return stackOf(input);
  if (scope === "UNIT") return households.filter((h) => h.unitId !== null && h.unitId === place.unitId);
  if (scope === "BUILDING") return households.filter((h) => h.buildingId === place.buildingId);
  return households.filter((h) => h.compoundId !== null && h.compoundId === place.compoundId);
}

/**
 * Whom a case concerns. Of a unit, stack or building all its households and shops, by their doors; of a wider scope the
 * reporters and whom the convener adds (those who come join with `affectedOf`). Each household once, in the order given;
 * null when the place does not have what the scope asks for: no unit, no building, or nobody to tell the stack from.
 */
export function affectedHouseholds(input: ConcernedInput): readonly AffectedHousehold[] | null {
  const doors = computed(input);
  if (isComputed(input.scope, input.rule) && doors.length === 0) return null;
  const areaOf = new Map(input.households.map((h) => [h.id, h.areaCm2]));
  const all = new Map<string, AffectedHousehold>();
  const put = (householdId: string, direct: boolean, origin: AffectedHousehold["origin"]): void => {
    const known = all.get(householdId);
    all.set(householdId, known ? { ...known, direct: known.direct || direct } : { householdId, areaCm2: areaOf.get(householdId) ?? null, direct, origin });
  };
  for (const { id } of doors) put(id, true, "COMPUTED");
  // A list by doors is complete: a reporter from elsewhere is no owner there, and comes to it only by name.
  if (!isComputed(input.scope, input.rule)) for (const id of input.reporters) put(id, true, "REPORTER");
  for (const { householdId, direct } of input.named) put(householdId, direct, "CONVENER");
  return [...all.values()];
}

/** Everybody the item concerns as of now: its list, and in a compound or wider whoever came. */
export function affectedOf(item: Pick<AgendaItem, "scope" | "rule" | "affected">, attendance: readonly Pick<Attendance, "householdId">[]): readonly AffectedHousehold[] {
  if (isComputed(item.scope, item.rule)) return item.affected;
  const listed = new Set(item.affected.map((a) => a.householdId));
  const came = householdsPresent(attendance).filter((id) => !listed.has(id));
  return [...item.affected, ...came.map((householdId): AffectedHousehold => ({ householdId, areaCm2: null, direct: false, origin: "PRESENT" }))];
}

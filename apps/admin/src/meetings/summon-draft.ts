import { localDateOf, plusNaturalDays, type AffectedScope, type ConsensusRule } from "@bandeng/domain";
import type { AgendaCaseFragment } from "../graphql/graphql.ts";
import { wallClock } from "./calendar-days.ts";

export type AgendaCase = AgendaCaseFragment;

/** A case that is going onto the agenda. */
export interface Entry {
  readonly case: AgendaCase;
  readonly scope: AffectedScope;
  readonly rule: ConsensusRule;
}

/** The scopes the place of a case can have, the nearest first. Which homes stand above each other the reporters tell. */
export function scopesOf({ place }: Pick<AgendaCase, "place">): readonly AffectedScope[] {
  return [...(place.unitId ? (["UNIT", "STACK"] as const) : []), ...(place.buildingId ? (["BUILDING"] as const) : []), "COMPOUND", "COMMUNITY"];
}

/** A case as it first comes onto the agenda: whom it concerns is told by its place. */
export function entryOf(c: AgendaCase): Entry {
  return { case: c, scope: scopesOf(c)[0] ?? "COMMUNITY", rule: "WIDEST_AGREEMENT" };
}

/** The smallest area that has all cases and in which one may convene; the first such area without cases. */
export function areaFor(entries: readonly Entry[], convenable: readonly string[]): string {
  const grids = [...new Set(entries.map((entry) => entry.case.gridCode))];
  const [only] = grids;
  if (grids.length === 1 && only !== undefined && convenable.some((area) => only.startsWith(area)) && !only.endsWith("000")) return only;
  return convenable.find((area) => grids.every((grid) => grid.startsWith(area))) ?? convenable[0] ?? "";
}

/** In front of where the matter is; "" when that is not known. */
export function siteWords({ place }: Pick<AgendaCase, "place">, unitNo: (no: number) => string, inFront: (where: string) => string): string {
  const where = place.buildingAddress ? `${place.buildingAddress}${place.unitNo == null ? "" : unitNo(place.unitNo)}` : (place.compoundName ?? "");
  return where === "" ? "" : inFront(where);
}

/** This evening when there is an hour left to it, else tomorrow's; of a meeting that was held: now. */
export function firstMoment(now: number, mode: "summon" | "record"): readonly [day: string, time: string] {
  const at = new Date(now).toISOString();
  const [today, time] = wallClock(at);
  if (mode === "record") return [today, time];
  return [time < "17:30" ? today : plusNaturalDays(localDateOf(at), 1), "18:30"];
}

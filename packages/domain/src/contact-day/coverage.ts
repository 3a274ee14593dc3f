import { dayNumberOf, type LocalDate } from "../deadline/moment.ts";

/** What is known of a compound: the last contact day held in it, and whether residents find an open collection point there. */
export interface CompoundContact {
  readonly compoundId: string;
  /** The last day on which a contact day was held in it, however long ago; null when never. */
  readonly lastHeldOn: LocalDate | null;
  /** Whether a contact day was held in it in the period. */
  readonly heldInPeriod: boolean;
  /** Whether a collection point in it was open on any day of the period. */
  readonly hasPoint: boolean;
}

/** A share as two counts, as every rate here is given: nothing is rounded, and a share of nothing is no share. */
export interface Coverage {
  /** Compounds that were reached. */
  readonly num: number;
  /** Compounds in all. */
  readonly den: number;
}

/** Whether a compound was reached in the period: a contact day was held in it, or a collection point was open there. */
export function isCovered({ heldInPeriod, hasPoint }: Pick<CompoundContact, "heldInPeriod" | "hasPoint">): boolean {
  return heldInPeriod || hasPoint;
}

/** 覆盖率: how many of the compounds were reached in the period. */
export function coverageOf(compounds: readonly CompoundContact[]): Coverage {
  return { num: compounds.filter(isCovered).length, den: compounds.length };
}

/** Natural days since the last contact day in a compound; null when there never was one. Never below 0. */
export function daysSinceHeld({ lastHeldOn }: Pick<CompoundContact, "lastHeldOn">, today: LocalDate): number | null {
  return lastHeldOn === null ? null : Math.max(0, dayNumberOf(today) - dayNumberOf(lastHeldOn));
}

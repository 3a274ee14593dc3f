import { isConfirmed, type Expert } from "./expert.ts";
import type { LocalDate } from "../deadline/moment.ts";

/**
 * Whether an expert can be called to a case. CONFLICT is never offered, and nobody is told to whom he is tied;
 * CONFIRM_FIRST and UNAVAILABLE are shown and cannot be called.
 */
export const callStandings = ["CALLABLE", "CONFIRM_FIRST", "UNAVAILABLE", "CONFLICT"] as const;
export type CallStanding = (typeof callStandings)[number];

/** Somebody as far as a conflict of interest looks: who, and in which household. */
export interface PersonAtHome {
  readonly personId: string;
  readonly householdId: string | null;
}

/** An expert as far as a conflict of interest looks: himself, and whom he is tied to by kinship or interest. */
export interface TiedExpert extends PersonAtHome {
  readonly ties: readonly string[];
}

/** Whether an expert may not look at a matter of these people (its reporters and parties): one of them himself, of one household, or tied to one. */
export function hasConflict(expert: TiedExpert, people: readonly PersonAtHome[]): boolean {
  return people.some(
    ({ personId, householdId }) =>
      personId === expert.personId || expert.ties.includes(personId) || (householdId !== null && householdId === expert.householdId),
  );
}

/** How an expert stands to a case, the gravest reason first. */
export function callStanding(expert: Pick<Expert, "confirmedAt" | "available">, conflict: boolean, today: LocalDate): CallStanding {
  if (conflict) return "CONFLICT";
  if (!expert.available) return "UNAVAILABLE";
  return isConfirmed(expert, today) ? "CALLABLE" : "CONFIRM_FIRST";
}

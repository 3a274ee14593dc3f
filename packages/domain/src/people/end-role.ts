import type { EndedRole, PeopleDecision } from "./people-events.ts";
import { rightProblem, type PeopleFacts } from "./people-facts.ts";
import { inForce, type HeldAssignment } from "./roles.ts";
import { isLocalDate, plusNaturalDays, type LocalDate } from "../deadline/moment.ts";
import { refuse, type Refusal } from "../refusal.ts";

/** How an assignment ends with a last day. One whose first day is later was never in force. */
export function endOn(assignment: HeldAssignment, lastDay: LocalDate): EndedRole {
  return { assignmentId: assignment.id, lastDay: lastDay < assignment.from ? null : lastDay };
}

/** Whether a last day cuts an assignment short. */
export function endsLater(assignment: HeldAssignment, lastDay: LocalDate): boolean {
  return assignment.to === null || assignment.to > lastDay;
}

/**
 * Refuses a last day that does not exist or lies in the past. Yesterday is the earliest: from now on. What somebody did in
 * a role while it was held stays rightly done.
 */
export function lastDayProblem(lastDay: LocalDate, today: LocalDate): Refusal | null {
  if (!isLocalDate(lastDay)) return refuse("DATE_INVALID", {}, "lastDay");
  return lastDay < plusNaturalDays(today, -1) ? refuse("END_IN_PAST", {}, "lastDay") : null;
}

/** Whether somebody else keeps the accounts of the area from the next day on, and for at least as long as the one who goes. */
function isSucceeded(admin: HeldAssignment, others: readonly HeldAssignment[], lastDay: LocalDate): boolean {
  const next = plusNaturalDays(lastDay, 1);
  return others.some((a) => {
    if (a.role !== "SYSTEM_ADMIN" || a.area !== admin.area || a.personId === admin.personId || !inForce(a, next)) return false;
    return a.to === null || (admin.to !== null && a.to >= admin.to);
  });
}

/**
 * Ends a role with a last day, today at the earliest, or yesterday: from now on. Nobody ends his own SYSTEM_ADMIN, and a
 * district is never left without one. Whatever stands in for the role ends with it.
 *
 * @param others every other assignment of its area, and those that stand in for it
 */
export function decideEndRole(assignment: HeldAssignment, others: readonly HeldAssignment[], input: { readonly lastDay: LocalDate }, facts: PeopleFacts): PeopleDecision<"ROLE_ENDED"> {
  const { lastDay } = input;
  const forbidden = rightProblem("GRANT_ROLES", assignment.area, facts) ?? lastDayProblem(lastDay, facts.today);
  if (forbidden) return forbidden;
  if (!endsLater(assignment, lastDay)) return refuse("ENDED_ALREADY", {}, "lastDay");
  if (assignment.role === "SYSTEM_ADMIN") {
    if (assignment.personId === facts.viewer.personId) return refuse("OWN_ADMIN_ROLE", {});
    if (!isSucceeded(assignment, others, lastDay)) return refuse("LAST_ADMIN", {});
  }
  const standIns = others.filter((a) => a.standsInFor === assignment.id && endsLater(a, lastDay)).map((a) => endOn(a, lastDay));
  return { type: "ROLE_ENDED", payload: { ...endOn(assignment, lastDay), personId: assignment.personId, standIns } };
}

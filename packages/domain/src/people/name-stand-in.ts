import { endOn, endsLater, lastDayProblem } from "./end-role.ts";
import type { GivenRole, PeopleDecision } from "./people-events.ts";
import { rightProblem, termProblem, type PeopleFacts } from "./people-facts.ts";
import { areasWith, mayIn } from "./rights.ts";
import { overlaps, type HeldAssignment, type Role } from "./roles.ts";
import { dayNumberOf, type LocalDate } from "../deadline/moment.ts";
import { refuse } from "../refusal.ts";

/** Longest leave, in days, first and last included. Whoever is away longer is replaced, not stood in for. */
export const longestLeave = 365;

export interface NameStandInInput {
  readonly absentId: string;
  readonly standInId: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Makes the id of each new assignment. */
  readonly newId: () => string;
}

/** Roles nobody stands in for: another administrator is granted, and the others are not held by workers. */
const personal: readonly Role[] = ["SYSTEM_ADMIN", "RESIDENT", "KEY"];

/** The role a stand-in holds: a secretary's is a deputy for those days, so that adopting and owning projects wait for her. */
export function standInRole(role: Role): Role {
  return role === "SECRETARY" ? "DEPUTY" : role;
}

const later = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);

/** The days both of the leave and of the assignment. */
function clipped(a: HeldAssignment, input: NameStandInInput): Pick<GivenRole, "from" | "to"> {
  return { from: later(a.from, input.from), to: a.to !== null && a.to < input.to ? a.to : input.to };
}

/**
 * Names who stands in during somebody's leave: the stand-in gets each role that the absent person holds in those days, as
 * long as it lasts. Skipped, and named so in the event: SYSTEM_ADMIN (another one is granted), a role that is itself held
 * for somebody on leave, and roles outside the namer's area; a secretary names within her own community only. Neither the
 * absent person nor the stand-in does the naming.
 *
 * @param existing all assignments of the absent person, and those that stand in for them already
 */
export function decideNameStandIn(existing: readonly HeldAssignment[], input: NameStandInInput, facts: PeopleFacts): PeopleDecision<"STAND_IN_NAMED"> {
  const { absentId, standInId, from, to, newId } = input;
  const { viewer, today } = facts;
  const held = existing.filter((a) => a.personId === absentId);
  const reach = held.filter((a) => mayIn(viewer, "NAME_STAND_IN", a.area));
  const nowhere = areasWith(viewer, "NAME_STAND_IN").length === 0;
  if (nowhere || (held.length > 0 && reach.length === 0)) return refuse("FORBIDDEN_RIGHT", { right: "NAME_STAND_IN" });
  if (absentId === viewer.personId) return refuse("OWN_LEAVE", {}, "absentId");
  if (standInId === viewer.personId) return refuse("GRANT_TO_SELF", {}, "standInId");
  if (absentId === standInId) return refuse("STAND_IN_SAME_PERSON", {}, "standInId");
  const term = termProblem(from, to);
  if (term) return term;
  if (from < today) return refuse("LEAVE_IN_PAST", {}, "from");
  if (dayNumberOf(to) - dayNumberOf(from) + 1 > longestLeave) return refuse("LEAVE_TOO_LONG", { limit: longestLeave }, "to");
  const meanwhile = held.filter((a) => overlaps(a, { from, to }));
  const passedOn = meanwhile.filter((a) => reach.includes(a) && !personal.includes(a.role) && !a.standsInFor);
  if (passedOn.length === 0) return refuse("NOTHING_TO_STAND_IN", {});
  if (existing.some((s) => passedOn.some((a) => s.standsInFor === a.id && overlaps(s, clipped(a, input))))) return refuse("STOOD_IN_ALREADY", {}, "from");
  const roles = passedOn.map((a) => ({
    assignmentId: newId(), standsInFor: a.id, role: standInRole(a.role), area: a.area, buildingId: a.buildingId, departmentId: a.departmentId, ...clipped(a, input),
  }));
  const skipped = meanwhile.filter((a) => !passedOn.includes(a)).map((a) => a.id);
  return { type: "STAND_IN_NAMED", payload: { absentId, standInId, from, to, roles, skipped } };
}

/**
 * Cuts a leave short: what stands in for the absent person ends with a last day, today at the earliest, or yesterday: from
 * now on. Whoever comes back early may do this himself where he holds the right: it only takes rights away.
 *
 * @param standIns the assignments that stand in for the absent person, of this leave
 */
export function decideEndLeave(standIns: readonly HeldAssignment[], input: { readonly absentId: string; readonly lastDay: LocalDate }, facts: PeopleFacts): PeopleDecision<"LEAVE_ENDED"> {
  const { absentId, lastDay } = input;
  const reach = standIns.filter((a) => rightProblem("NAME_STAND_IN", a.area, facts) === null);
  if (reach.length === 0) return refuse("FORBIDDEN_RIGHT", { right: "NAME_STAND_IN" });
  const problem = lastDayProblem(lastDay, facts.today);
  if (problem) return problem;
  const ended = reach.filter((a) => a.standsInFor && endsLater(a, lastDay)).map((a) => endOn(a, lastDay));
  return ended.length === 0 ? refuse("ENDED_ALREADY", {}, "lastDay") : { type: "LEAVE_ENDED", payload: { absentId, ended } };
}

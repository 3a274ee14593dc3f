import type { PeopleDecision } from "./people-events.ts";
import { rightProblem, termProblem, type PeopleFacts } from "./people-facts.ts";
import { overlaps, type Role, type RoleAssignment } from "./roles.ts";
import type { LocalDate } from "../deadline/moment.ts";
import { areaKind, isAreaCode, isUndeterminedGrid, type AreaKind } from "../place/area-code.ts";
import { refuse, type Refusal } from "../refusal.ts";

/**
 * The kinds of area a role is held in; a role with none cannot be granted. A grid member may serve a whole community, a
 * council sits for a grid or a community, an expert is on call for a community, a street or a district.
 */
export const roleAreas: Readonly<Record<Role, readonly AreaKind[]>> = {
  RESIDENT: [],
  PROXY: ["COMMUNITY"],
  BUILDING_HEAD: ["GRID"],
  GRID_MEMBER: ["GRID", "COMMUNITY"],
  GRID_HEAD: ["GRID"],
  COUNCIL_MEMBER: ["GRID", "COMMUNITY"],
  MEDIATOR: ["COMMUNITY"],
  EXPERT: ["COMMUNITY", "STREET", "DISTRICT"],
  CLERK: ["COMMUNITY"],
  SECRETARY: ["COMMUNITY"],
  DEPUTY: ["COMMUNITY"],
  LIAISON: ["DISTRICT"],
  STREET_OFFICER: ["STREET"],
  DISTRICT_OFFICER: ["DISTRICT"],
  SYSTEM_ADMIN: ["DISTRICT"],
  KEY: [],
};

export interface GrantRoleInput {
  /** Id of the new assignment. */
  readonly assignmentId: string;
  readonly personId: string;
  readonly role: Role;
  readonly area: string;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  /** A building head's building; of every other role it is left out. That it stands in the grid is the caller's to see. */
  readonly buildingId?: string | null;
  /** A liaison's department; of every other role it is left out. */
  readonly departmentId?: string | null;
}

/** Whether a role can be held in this area: of the right kind, and a real grid. */
function fits(role: Role, area: string): boolean {
  return isAreaCode(area) && roleAreas[role].includes(areaKind(area)) && !isUndeterminedGrid(area);
}

/** Refuses a second time of the same, and a second secretary. */
function clash(existing: readonly RoleAssignment[], given: Omit<RoleAssignment, "id" | "standsInFor">): Refusal | null {
  const meanwhile = existing.filter((a) => a.role === given.role && a.area === given.area && overlaps(a, given));
  if (given.role === "SECRETARY" && meanwhile.some((a) => a.personId !== given.personId)) return refuse("TWO_SECRETARIES", {}, "from");
  const same = meanwhile.some((a) => a.personId === given.personId && a.buildingId === given.buildingId && a.departmentId === given.departmentId && !a.standsInFor);
  return same ? refuse("ROLE_OVERLAPS", { role: given.role }, "from") : null;
}

/**
 * Gives somebody else a role: in an area of the right kind, from a day on, until a day or further notice. Nobody grants
 * himself anything (separation of duty), a community has one secretary on any day, and nobody holds the same role in the
 * same place twice at once; a role held for somebody on leave does not stand in the way of an own one.
 *
 * @param existing all assignments of that person, and of that area
 */
export function decideGrantRole(existing: readonly RoleAssignment[], input: GrantRoleInput, facts: PeopleFacts): PeopleDecision<"ROLE_GRANTED"> {
  const { assignmentId, personId, role, area, from, to } = input;
  const forbidden = rightProblem("GRANT_ROLES", area, facts);
  if (forbidden) return forbidden;
  if (personId === facts.viewer.personId) return refuse("GRANT_TO_SELF", {}, "personId");
  if (roleAreas[role].length === 0) return refuse("ROLE_NOT_GRANTABLE", { role }, "role");
  if (!fits(role, area)) return refuse("ROLE_AREA_WRONG", { role }, "area");
  const buildingId = role === "BUILDING_HEAD" ? (input.buildingId ?? null) : null;
  if (role === "BUILDING_HEAD" && buildingId === null) return refuse("BUILDING_REQUIRED", {}, "buildingId");
  const departmentId = role === "LIAISON" ? (input.departmentId ?? null) : null;
  if (role === "LIAISON" && departmentId === null) return refuse("DEPARTMENT_REQUIRED", {}, "departmentId");
  const term = termProblem(from, to);
  if (term) return term;
  const given = { personId, role, area, buildingId, departmentId, from, to };
  return clash(existing, given) ?? { type: "ROLE_GRANTED", payload: { assignmentId, ...given } };
}

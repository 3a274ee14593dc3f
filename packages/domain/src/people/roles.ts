import type { LocalDate } from "../deadline/moment.ts";

/** Everybody who can do something: a closed list. KEY is an integration, SYSTEM the program itself. */
export const roles = [
  "RESIDENT",
  "PROXY",
  "BUILDING_HEAD",
  "GRID_MEMBER",
  "GRID_HEAD",
  "COUNCIL_MEMBER",
  "MEDIATOR",
  "EXPERT",
  "CLERK",
  "SECRETARY",
  "DEPUTY",
  "LIAISON",
  "STREET_OFFICER",
  "DISTRICT_OFFICER",
  "SYSTEM_ADMIN",
  "KEY",
] as const;
export type Role = (typeof roles)[number];

/** A right: this role, in this area, on these days (both included; `to` null = until further notice). */
export interface RoleAssignment {
  readonly personId: string;
  readonly role: Role;
  /** Area code the role is held in: 6, 9, 12 or 15 digits. */
  readonly area: string;
  /** A building head's building, else null. */
  readonly buildingId: string | null;
  /** A liaison's department, else null. */
  readonly departmentId: string | null;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/** Whoever acts: a person with the assignments in force today. */
export interface Viewer {
  readonly personId: string;
  readonly assignments: readonly RoleAssignment[];
  /** Somebody without a role who shows the slip code of an opinion: this respondent of this case, and nothing else. */
  readonly slip?: { readonly caseId: string; readonly respondent: string };
}

/** Whether an assignment is in force on a day. */
export function inForce(assignment: Pick<RoleAssignment, "from" | "to">, on: LocalDate): boolean {
  return assignment.from <= on && (assignment.to === null || on <= assignment.to);
}

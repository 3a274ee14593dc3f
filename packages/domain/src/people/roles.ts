import type { KeyGrant } from "./key-rights.ts";
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
  /** Its row's id; absent where nobody asks for it. */
  readonly id?: string;
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
  /** The assignment it stands in for during a leave; null or absent for a role of one's own. */
  readonly standsInFor?: string | null;
}

/** Whoever acts: a person with the assignments in force today. */
export interface Viewer {
  readonly personId: string;
  readonly assignments: readonly RoleAssignment[];
  /** Grids and communities whose bench council (小板凳议事团) this person convenes today; absent where nobody asked. */
  readonly convenes?: readonly string[];
  /** Somebody without a role who shows the slip code of an opinion: this respondent of this case, and nothing else. */
  readonly slip?: SlipInHand;
  /** A key of another system, in place of a person; without it a role KEY holds nothing. */
  readonly key?: KeyGrant;
}

/** What a slip code stands for: one respondent of one case. */
export interface SlipInHand {
  readonly caseId: string;
  /** The reporter's key: `person:<id>` or `opinion:<id>`. */
  readonly respondent: string;
  /** Who wrote the opinion down and so has had the code in hand; absent where nobody knows any more. */
  readonly recordedBy?: string;
}

/** An assignment that is stored: it has an id to name it by. */
export type HeldAssignment = RoleAssignment & { readonly id: string };

/** Whether an assignment is in force on a day. */
export function inForce(assignment: Pick<RoleAssignment, "from" | "to">, on: LocalDate): boolean {
  return assignment.from <= on && (assignment.to === null || on <= assignment.to);
}

/** Whether two terms share a day. */
export function overlaps(one: Pick<RoleAssignment, "from" | "to">, other: Pick<RoleAssignment, "from" | "to">): boolean {
  return (other.to === null || one.from <= other.to) && (one.to === null || other.from <= one.to);
}

import { levelRank, type CaseCard } from "./case.ts";
import { covers } from "../place/area-code.ts";
import type { Role, RoleAssignment, Viewer } from "../people/roles.ts";

/** WHOLE: everything. MASKED: number, 邻里纠纷, grid, level, status and deadline. NONE: it does not exist. */
export type Visibility = "WHOLE" | "MASKED" | "NONE";

type Seen = Pick<CaseCard, "kind" | "gridCode" | "place" | "leadId" | "recordedBy" | "level">;

/** Roles that read every case of their area, as far as it is not confidential. */
export const readingRoles = [
  "GRID_MEMBER",
  "GRID_HEAD",
  "COUNCIL_MEMBER",
  "MEDIATOR",
  "CLERK",
  "SECRETARY",
  "DEPUTY",
  "STREET_OFFICER",
  "DISTRICT_OFFICER",
] as const satisfies readonly Role[];

/** Roles that read a dispute of their area whole. Source: People's Mediation Law, Art. 15. */
export const disputeRoles = ["GRID_HEAD", "MEDIATOR", "CLERK", "SECRETARY", "DEPUTY"] as const satisfies readonly Role[];

/** Whether an assignment reaches a case: its area covers the grid, a building head's building is the case's. */
export function reaches(assignment: RoleAssignment, c: Pick<CaseCard, "gridCode" | "place">): boolean {
  if (!covers(assignment.area, c.gridCode)) return false;
  return assignment.role !== "BUILDING_HEAD" || (assignment.buildingId !== null && assignment.buildingId === c.place.buildingId);
}

/** Whether a person holds one of these roles where the case is. */
export function holdsRole(viewer: Viewer, wanted: readonly Role[], c: Pick<CaseCard, "gridCode" | "place">): boolean {
  return viewer.assignments.some((a) => wanted.includes(a.role) && reaches(a, c));
}

/**
 * How much of a case somebody sees. A dispute is confidential from its collection on: whole to its lead, its recorder,
 * mediators, grid head, clerk, secretary and deputy, and once referred up to the officer who owns the level; other
 * readers of its grid get a masked card; for everybody else it does not exist.
 */
export function visibility(viewer: Viewer, c: Seen): Visibility {
  if (c.leadId === viewer.personId || c.recordedBy === viewer.personId) return "WHOLE";
  if (c.kind !== "DISPUTE") return holdsRole(viewer, [...readingRoles, "BUILDING_HEAD"], c) ? "WHOLE" : "NONE";
  if (holdsRole(viewer, disputeRoles, c)) return "WHOLE";
  if (levelRank(c.level) >= 4 && holdsRole(viewer, ["STREET_OFFICER"], c)) return "WHOLE";
  if (c.level === "DISTRICT" && holdsRole(viewer, ["DISTRICT_OFFICER"], c)) return "WHOLE";
  return holdsRole(viewer, readingRoles, c) ? "MASKED" : "NONE";
}

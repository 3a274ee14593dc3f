import { levelRank, type CaseCard } from "./case.ts";
import { covers } from "../place/area-code.ts";
import { holdsRight, rights } from "../people/rights.ts";
import type { Role, RoleAssignment, Viewer } from "../people/roles.ts";

/** WHOLE: everything. MASKED: number, 邻里纠纷, grid, level, status and deadline. NONE: it does not exist. */
export type Visibility = "WHOLE" | "MASKED" | "NONE";

type Seen = Pick<CaseCard, "kind" | "gridCode" | "place" | "leadId" | "recordedBy" | "level" | "whistleDepartments" | "helperIds">;

/** Roles that read every case of their area, as far as it is not confidential. */
export const readingRoles = rights.READ_CASES;

/** Roles that read a dispute of their area whole. Source: People's Mediation Law, Art. 15. */
export const disputeRoles = rights.READ_DISPUTES;

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
 * Whether somebody is liaison of a department that a whistle called to the case. Once called, always: a release ends the
 * department's duty, and it may have to answer for what it did. Of cases it was never called to a liaison sees nothing.
 */
export function wasCalled(viewer: Viewer, c: Pick<CaseCard, "gridCode" | "place" | "whistleDepartments">): boolean {
  return viewer.assignments.some((a) => holdsRight(a.role, "READ_CALLED_CASES") && a.departmentId !== null && c.whistleDepartments.includes(a.departmentId) && reaches(a, c));
}

/**
 * How much of a case somebody sees; by which role is the policy's to say (`rights`). A dispute is confidential from its
 * collection on: whole to its lead, its recorder, mediators, grid head, clerk, secretary and deputy, to the experts who came
 * when they were called, and once referred up to the officer who owns the level; other readers of its grid, and the liaison of a department that was called to it, get a
 * masked card; for everybody else it does not exist.
 */
export function visibility(viewer: Viewer, c: Seen): Visibility {
  if (c.leadId === viewer.personId || c.recordedBy === viewer.personId || c.helperIds.includes(viewer.personId)) return "WHOLE";
  const called = wasCalled(viewer, c);
  if (c.kind !== "DISPUTE") return called || holdsRole(viewer, [...rights.READ_CASES, ...rights.READ_BUILDING_CASES], c) ? "WHOLE" : "NONE";
  if (holdsRole(viewer, rights.READ_DISPUTES, c)) return "WHOLE";
  if (levelRank(c.level) >= levelRank("STREET") && holdsRole(viewer, rights.READ_STREET_DISPUTES, c)) return "WHOLE";
  if (c.level === "DISTRICT" && holdsRole(viewer, rights.READ_DISTRICT_DISPUTES, c)) return "WHOLE";
  return called || holdsRole(viewer, rights.READ_CASES, c) ? "MASKED" : "NONE";
}

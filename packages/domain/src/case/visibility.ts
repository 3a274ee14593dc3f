import { levelRank, type CaseCard } from "./case.ts";
import { covers } from "../place/area-code.ts";
import { seesNoDispute } from "../people/key-rights.ts";
import { assignmentHolds, holdsRight, type Right } from "../people/rights.ts";
import type { Role, RoleAssignment, Viewer } from "../people/roles.ts";

/** WHOLE: everything. MASKED: number, 邻里纠纷, grid, level, status and deadline. NONE: it does not exist. */
export type Visibility = "WHOLE" | "MASKED" | "NONE";

type Seen = Pick<CaseCard, "kind" | "gridCode" | "place" | "leadId" | "recordedBy" | "level" | "whistleDepartments" | "helperIds">;

/** Whether an assignment reaches a case: its area covers the grid, a building head's building is the case's. */
export function reaches(assignment: RoleAssignment, c: Pick<CaseCard, "gridCode" | "place">): boolean {
  if (!covers(assignment.area, c.gridCode)) return false;
  return assignment.role !== "BUILDING_HEAD" || (assignment.buildingId !== null && assignment.buildingId === c.place.buildingId);
}

/** Whether a person holds one of these roles where the case is. */
export function holdsRole(viewer: Viewer, wanted: readonly Role[], c: Pick<CaseCard, "gridCode" | "place">): boolean {
  return viewer.assignments.some((a) => wanted.includes(a.role) && reaches(a, c));
}

/** Whether a person holds one of these rights where the case is. */
function holdsHere(viewer: Viewer, wanted: readonly Right[], c: Pick<CaseCard, "gridCode" | "place">): boolean {
  return viewer.assignments.some((a) => wanted.some((right) => assignmentHolds(viewer, a, right)) && reaches(a, c));
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
 * masked card; for everybody else it does not exist, nor for a key without personal data, whoever recorded it.
 */
export function visibility(viewer: Viewer, c: Seen): Visibility {
  if (c.kind === "DISPUTE" && seesNoDispute(viewer)) return "NONE";
  if (c.leadId === viewer.personId || c.recordedBy === viewer.personId || c.helperIds.includes(viewer.personId)) return "WHOLE";
  const called = wasCalled(viewer, c);
  if (c.kind !== "DISPUTE") return called || holdsHere(viewer, ["READ_CASES", "READ_OPEN_CASES", "READ_BUILDING_CASES"], c) ? "WHOLE" : "NONE";
  if (holdsHere(viewer, ["READ_DISPUTES"], c)) return "WHOLE";
  if (levelRank(c.level) >= levelRank("STREET") && holdsHere(viewer, ["READ_STREET_DISPUTES"], c)) return "WHOLE";
  if (c.level === "DISTRICT" && holdsHere(viewer, ["READ_DISTRICT_DISPUTES"], c)) return "WHOLE";
  return called || holdsHere(viewer, ["READ_CASES"], c) ? "MASKED" : "NONE";
}

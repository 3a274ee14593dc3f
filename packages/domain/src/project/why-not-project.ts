import { projectActions, type ProjectAction, type ProjectActionRow, type ProjectStanding } from "./project-actions.ts";
import type { SecretaryProject } from "./project.ts";
import { assignmentHolds } from "../people/rights.ts";
import type { Role, Viewer } from "../people/roles.ts";
import { areaKind, communityOf, covers, type AreaCode } from "../place/area-code.ts";
import { refuse, type Refusal } from "../refusal.ts";

/** What a list, a page's buttons and the projects' table need of a project. */
export type ProjectCard = Pick<SecretaryProject, "communityCode" | "secretaryId" | "secretaryIds" | "state" | "inspectorId">;

/** Whether a person holds a role for the whole community, or for an area around it. */
function holds(viewer: Viewer, role: Role, communityCode: string): boolean {
  return viewer.assignments.some((a) => a.role === role && covers(a.area, communityCode));
}

/**
 * The areas whose projects somebody reads: of a role in a grid the whole community's. A project is read in an area that
 * covers its community; besides, its inspector reads it.
 */
export function projectAreas(viewer: Viewer): readonly AreaCode[] {
  const held = viewer.assignments.filter((a) => assignmentHolds(viewer, a, "READ_PROJECTS"));
  return [...new Set(held.map(({ area }) => (areaKind(area) === "GRID" ? communityOf(area) : area)))];
}

/** Whether somebody reads a project: whoever works in its community or above it, and its inspector. */
export function seesProject(project: Pick<ProjectCard, "communityCode" | "inspectorId">, viewer: Viewer): boolean {
  return project.inspectorId === viewer.personId || projectAreas(viewer).some((area) => covers(area, project.communityCode));
}

function stands(standing: ProjectStanding, project: ProjectCard, viewer: Viewer): boolean {
  switch (standing) {
    case "OWNER":
      // Whoever has left the office owns nothing any more, even before the project was handed over.
      return project.secretaryId === viewer.personId && holds(viewer, "SECRETARY", project.communityCode);
    case "INSPECTOR":
      return project.inspectorId === viewer.personId;
    case "ANY_IN_SCOPE":
      return true;
    default:
      return holds(viewer, standing, project.communityCode);
  }
}

/**
 * Why somebody may not do something to a project, or null when the table allows it. What is out of scope is NOT_FOUND,
 * and then: state, ownership, right. Guards that need more (dates, weights, objections) are asked by the verb itself.
 */
export function whyNotProject(action: ProjectAction, project: ProjectCard, viewer: Viewer): Refusal | null {
  const row: ProjectActionRow = projectActions[action];
  if (!seesProject(project, viewer)) return refuse("NOT_FOUND", {});
  if (!row.from.includes(project.state)) return refuse("PROJECT_WRONG_STATE", { action, state: project.state });
  if (row.neverOwner && project.secretaryIds.includes(viewer.personId)) return refuse("OWN_PROJECT", {});
  return row.by.some((standing) => stands(standing, project, viewer)) ? null : refuse("FORBIDDEN_ROLE", { action });
}

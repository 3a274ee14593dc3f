import { projectActions, type ProjectAction, type ProjectActionRow, type ProjectStanding } from "./project-actions.ts";
import type { SecretaryProject } from "./project.ts";
import type { Role, Viewer } from "../people/roles.ts";
import { covers } from "../place/area-code.ts";
import { refuse, type Refusal } from "../refusal.ts";

/** What a list, a page's buttons and the projects' table need of a project. */
export type ProjectCard = Pick<SecretaryProject, "communityCode" | "secretaryId" | "secretaryIds" | "state" | "inspectorId">;

/** Roles that have no part in the community's matters. */
const outside: readonly Role[] = ["RESIDENT", "SYSTEM_ADMIN", "KEY"];

/** Whether a person holds a role for the whole community, or for an area around it. */
function holds(viewer: Viewer, role: Role, communityCode: string): boolean {
  return viewer.assignments.some((a) => a.role === role && covers(a.area, communityCode));
}

/** Whether somebody reads a project: everybody with a role in its community or above it, and its inspector. */
export function seesProject(project: Pick<ProjectCard, "communityCode" | "inspectorId">, viewer: Viewer): boolean {
  const { communityCode, inspectorId } = project;
  if (inspectorId === viewer.personId) return true;
  return viewer.assignments.some((a) => !outside.includes(a.role) && (covers(a.area, communityCode) || covers(communityCode, a.area)));
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

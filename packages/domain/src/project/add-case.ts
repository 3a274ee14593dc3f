import { lastDueOn, type SecretaryProject } from "./project.ts";
import type { ProjectEventBody } from "./project-events.ts";
import { whyNotProject } from "./why-not-project.ts";
import { decideAdopt } from "../case/adopt.ts";
import type { CaseEventBody } from "../case/case-events.ts";
import type { Case } from "../case/case.ts";
import type { Facts } from "../case/record.ts";
import { covers } from "../place/area-code.ts";
import { isRefusal, refuse, type Refusal } from "../refusal.ts";

/** What adding a case does to the project and to the case: recorded together or not at all. */
export interface CaseAddedDecision {
  readonly project: readonly ProjectEventBody[];
  readonly case: readonly CaseEventBody[];
}

/** A further case of the community joins a project before its strike-off is asked for; it passes the guards of *adopt* and takes the project's last day. */
export function decideAddCase(project: SecretaryProject, c: Case, facts: Facts): CaseAddedDecision | Refusal {
  const no = whyNotProject("addCase", project, facts.viewer);
  if (no) return no;
  const bodies = decideAdopt(c, { projectId: project.id, dueOn: lastDueOn(project.milestones) }, facts);
  if (isRefusal(bodies)) return bodies;
  if (!covers(project.communityCode, c.gridCode)) return refuse("OTHER_COMMUNITY", {}, "caseId");
  return { project: [{ type: "PROJECT_CASE_ADDED", at: facts.at, payload: { caseId: c.id } }], case: bodies };
}

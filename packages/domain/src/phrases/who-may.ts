import { caseActions, type ActionRow, type CaseAction, type Standing } from "../case/case-actions.ts";
import type { CostActionRow } from "../cost/cost-actions.ts";
import type { MediationActionRow } from "../mediation/mediation-actions.ts";
import type { MeetingActionRow } from "../meeting/meeting-actions.ts";
import type { ProjectActionRow } from "../project/project-actions.ts";
import type { Names } from "./names.ts";

/** Tells an action on a case from one on a project. */
export function isCaseAction(action: string): action is CaseAction {
  return Object.hasOwn(caseActions, action);
}

/** Who may do what a row of the table of cases says, by name, each once: the sentences say it as the table does. */
export function whoMay(row: ActionRow, names: Names): readonly string[] {
  const all: readonly Standing[] = [...row.by, ...Object.values(row.byAt).flat()];
  return [...new Set(all.map((standing) => ({ ...names.role, ...names.standing })[standing]))];
}

/** Who may do what a row of the table of projects says, by name. */
export function whoMayProject(row: ProjectActionRow, names: Names): readonly string[] {
  return row.by.map((standing) => ({ ...names.role, ...names.projectStanding })[standing]);
}

/** Who may do what a row of the table of mediations says, by name. */
export function whoMayMediation(row: MediationActionRow, names: Names): readonly string[] {
  return row.by.map((standing) => ({ ...names.role, ...names.mediationStanding })[standing]);
}

/** Who may do what a row of the table of cost plans says, by name. */
export function whoMayCost(row: CostActionRow, names: Names): readonly string[] {
  return row.by.map((standing) => ({ ...names.role, ...names.costStanding })[standing]);
}

/** Who may do what a row of the table of meetings says, by name. */
export function whoMayAtMeeting(row: MeetingActionRow, names: Names): readonly string[] {
  return row.by.map((standing) => ({ ...names.role, ...names.meetingStanding })[standing]);
}

import { rightNames, rights, type Right } from "./rights.ts";
import { roles, type Role } from "./roles.ts";
import { caseActionNames, caseActions, type ActionRow, type CaseAction, type Standing } from "../case/case-actions.ts";
import { actionsOfRole } from "../case/role-actions.ts";
import { costActionNames, costActions, type CostAction, type CostActionRow, type CostActorStanding } from "../cost/cost-actions.ts";
import { mediationActionNames, mediationActions, type MediationAction, type MediationActionRow, type MediationStanding } from "../mediation/mediation-actions.ts";
import { projectActionNames, projectActions, type ProjectAction, type ProjectActionRow, type ProjectStanding } from "../project/project-actions.ts";

/** What somebody has to be to a case besides, or instead of, holding a role. */
export type CaseRelation = Exclude<Standing, Role>;
/** What somebody has to be to a project. */
export type ProjectRelation = Exclude<ProjectStanding, Role>;
/** What somebody has to be to a mediation. */
export type MediationRelation = Exclude<MediationStanding, Role>;
/** What somebody has to be to a cost plan. */
export type CostRelation = Exclude<CostActorStanding, Role>;

/**
 * One line of the whole policy. `roles` hold the right somewhere in their area; of a case action they include those who own
 * one of its levels (`actionsOfRole`). `relations` give it to whoever stands so to the case or project.
 */
export type PolicyRow =
  | { readonly group: "CASE"; readonly action: CaseAction; readonly roles: readonly Role[]; readonly relations: readonly CaseRelation[] }
  | { readonly group: "PROJECT"; readonly action: ProjectAction; readonly roles: readonly Role[]; readonly relations: readonly ProjectRelation[] }
  | { readonly group: "MEDIATION"; readonly action: MediationAction; readonly roles: readonly Role[]; readonly relations: readonly MediationRelation[] }
  | { readonly group: "COST"; readonly action: CostAction; readonly roles: readonly Role[]; readonly relations: readonly CostRelation[] }
  | { readonly group: "HOUSE"; readonly action: Right; readonly roles: readonly Role[]; readonly relations: readonly [] };

/** Rights that are acts on one case or project: the tables of those have their rows. What only a key holds is in `keyRights`. */
const elsewhere: readonly Right[] = ["SUPERVISE", "REVIEW_PROJECTS", "READ_OPEN_CASES"];

type AnyStanding = Standing | ProjectStanding | MediationStanding | CostActorStanding;
const isRole = (standing: AnyStanding): standing is Extract<AnyStanding, Role> => (roles as readonly string[]).includes(standing);

function caseRow(action: CaseAction): PolicyRow {
  const row: ActionRow = caseActions[action];
  const standings = new Set([...row.by, ...Object.values(row.byAt).flat()]);
  return {
    group: "CASE",
    action,
    roles: roles.filter((role) => actionsOfRole(role).includes(action)),
    relations: [...standings].filter((standing): standing is CaseRelation => !isRole(standing)),
  };
}

function projectRow(action: ProjectAction): PolicyRow {
  const { by }: ProjectActionRow = projectActions[action];
  return {
    group: "PROJECT",
    action,
    roles: roles.filter((role) => (by as readonly string[]).includes(role)),
    relations: by.filter((standing): standing is ProjectRelation => !isRole(standing)),
  };
}

function mediationRow(action: MediationAction): PolicyRow {
  const { by }: MediationActionRow = mediationActions[action];
  return {
    group: "MEDIATION",
    action,
    roles: roles.filter((role) => (by as readonly string[]).includes(role)),
    relations: by.filter((standing): standing is MediationRelation => !isRole(standing)),
  };
}

function costRow(action: CostAction): PolicyRow {
  const { by }: CostActionRow = costActions[action];
  return {
    group: "COST",
    action,
    roles: roles.filter((role) => (by as readonly string[]).includes(role)),
    relations: by.filter((standing): standing is CostRelation => !isRole(standing)),
  };
}

/** The whole policy, joined from its five tables: who may do what. Each action stands in it once. */
export function policyRows(): readonly PolicyRow[] {
  return [
    ...rightNames.filter((right) => !elsewhere.includes(right)).map((action): PolicyRow => ({ group: "HOUSE", action, roles: rights[action], relations: [] })),
    ...caseActionNames.map(caseRow),
    ...projectActionNames.map(projectRow),
    ...mediationActionNames.map(mediationRow),
    ...costActionNames.map(costRow),
  ];
}

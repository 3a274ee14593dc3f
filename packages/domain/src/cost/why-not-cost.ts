import { costActions, type CostAction, type CostActionRow, type CostActorStanding } from "./cost-actions.ts";
import type { CostPlan } from "./cost-plan.ts";
import type { CaseCard } from "../case/case.ts";
import { holdsRole, visibility } from "../case/visibility.ts";
import type { Viewer } from "../people/roles.ts";
import { refuse, type Refusal } from "../refusal.ts";

/** What the table of cost plans asks of a plan. */
export type CostCard = Pick<CostPlan, "state" | "collectorIds" | "approverIds">;

function stands(standing: CostActorStanding, c: CaseCard, viewer: Viewer): boolean {
  if (standing === "ANY_IN_SCOPE") return true;
  return standing === "LEAD" ? c.leadId === viewer.personId : holdsRole(viewer, [standing], c);
}

/** Why somebody who sees the case may not do this, by the rights of the row alone. */
export function costRightProblem(action: CostAction, c: CaseCard, viewer: Viewer): Refusal | null {
  const row: CostActionRow = costActions[action];
  return row.by.some((standing) => stands(standing, c, viewer)) ? null : refuse("FORBIDDEN_COST", { action });
}

/**
 * Why somebody may not do something to a cost plan, or null when the table allows it. It exists for whoever sees its case
 * whole and for nobody else; then: state, right, separation of duty. Guards that need more (sums, dates, documents) are asked
 * by the verb itself.
 */
export function whyNotCost(action: CostAction, plan: CostCard, c: CaseCard, viewer: Viewer): Refusal | null {
  const row: CostActionRow = costActions[action];
  if (visibility(viewer, c) !== "WHOLE") return refuse("NOT_FOUND", {});
  if (!row.from.includes(plan.state)) return refuse("COST_WRONG_STATE", { action, state: plan.state });
  const no = costRightProblem(action, c, viewer);
  if (no) return no;
  if (row.duty === "APPROVES" && plan.collectorIds.includes(viewer.personId)) return refuse("COST_COLLECTED_BY_YOU", {});
  return row.duty === "COLLECTS" && plan.approverIds.includes(viewer.personId) ? refuse("COST_APPROVED_BY_YOU", {}) : null;
}

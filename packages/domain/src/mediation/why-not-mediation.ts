import { mediationActions, type MediationAction, type MediationActionRow, type MediationStanding } from "./mediation-actions.ts";
import type { Mediation } from "./mediation.ts";
import type { CaseCard } from "../case/case.ts";
import { holdsRole, visibility } from "../case/visibility.ts";
import type { Viewer } from "../people/roles.ts";
import { refuse, type Refusal } from "../refusal.ts";

/** What the mediations' table asks of a mediation. */
export type MediationCard = Pick<Mediation, "state" | "mediatorIds">;

function stands(standing: MediationStanding, m: MediationCard, c: CaseCard, viewer: Viewer): boolean {
  switch (standing) {
    case "NAMED":
      return m.mediatorIds.includes(viewer.personId);
    case "LEAD":
      return c.leadId === viewer.personId;
    case "ANY_IN_SCOPE":
      return true;
    default:
      return holdsRole(viewer, [standing], c);
  }
}

/**
 * Why somebody may not do something to a mediation, or null when the table allows it. It exists for whoever sees its case
 * whole and for nobody else; then: state, right. Guards that need more (who was heard, dates, signatures) are asked by the
 * verb itself.
 */
export function whyNotMediation(action: MediationAction, m: MediationCard, c: CaseCard, viewer: Viewer): Refusal | null {
  const row: MediationActionRow = mediationActions[action];
  if (visibility(viewer, c) !== "WHOLE") return refuse("NOT_FOUND", {});
  if (!row.from.includes(m.state)) return refuse("MEDIATION_WRONG_STATE", { action, state: m.state });
  return row.by.some((standing) => stands(standing, m, c, viewer)) ? null : refuse("FORBIDDEN_MEDIATION", { action });
}

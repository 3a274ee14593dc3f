import { caseActions, type ActionRow, type CaseAction, type Standing } from "./case-actions.ts";
import { holdsRole, reaches, visibility, wasCalled } from "./visibility.ts";
import { refuse, type Refusal } from "../refusal.ts";
import type { CaseCard } from "./case.ts";
import { oneRoleUp, ownsLevel } from "../people/owners.ts";
import type { Viewer } from "../people/roles.ts";
import { covers } from "../place/area-code.ts";

/** Whether somebody stands in a relation to a case (see `Standing`). */
function stands(standing: Standing, c: CaseCard, viewer: Viewer): boolean {
  switch (standing) {
    case "LEAD":
      return c.leadId === viewer.personId;
    case "OWNER":
      return viewer.assignments.some((a) => ownsLevel(a.role, c.level) && reaches(a, c));
    case "BUILDING_OWNER":
      return stands("OWNER", c, viewer) || (c.level === "BUILDING" && holdsRole(viewer, ["BUILDING_HEAD"], c));
    case "ONE_ROLE_UP":
      return c.pendingAsk !== null && holdsRole(viewer, oneRoleUp(c.pendingAsk.askedAs), c);
    case "LIAISON":
      return wasCalled(viewer, c);
    case "CONVENER":
      return viewer.convenes?.some((area) => covers(area, c.gridCode)) === true;
    case "HELPER":
      return c.helperIds.includes(viewer.personId);
    case "CALLED":
      return c.calledIds.includes(viewer.personId);
    case "REPORTER":
      return viewer.slip?.caseId === c.id;
    case "ANY_IN_SCOPE":
      // Whoever was called to help talks to people; the rest is for those whose work it is.
      return visibility(viewer, { ...c, helperIds: [] }) === "WHOLE";
    default:
      return holdsRole(viewer, [standing], c);
  }
}

/**
 * Why somebody may not do something to a case, or null when the table allows it. The same function disables a button
 * with its reason, dims a column of the board and refuses a mutation. Guards that need more than the card (dates,
 * balances, other cases) are asked by the verb itself.
 *
 * What is out of scope is NOT_FOUND, a masked dispute is CONFIDENTIAL, and then: status, level, right.
 */
export function whyNot(action: CaseAction, c: CaseCard, viewer: Viewer): Refusal | null {
  const row: ActionRow = caseActions[action];
  // A liaison sees what his department was called for, a respondent what his slip is for, an expert what he is asked for;
  // the verb itself checks more.
  const invited = (["LIAISON", "REPORTER", "CALLED"] as const).some((standing) => row.by.includes(standing) && stands(standing, c, viewer));
  const seen = visibility(viewer, c);
  if (seen === "NONE" && !invited) return refuse("NOT_FOUND", {});
  if (seen === "MASKED" && !invited) return refuse("CONFIDENTIAL", {});
  if (!row.from.includes(c.status)) return refuse("WRONG_STATUS", { action, status: c.status });
  if (!row.levels.includes(c.level)) return refuse("WRONG_LEVEL", { action, level: c.level });
  if (row.neverLead && c.leadIds.includes(viewer.personId)) return refuse("WAS_LEAD", {});
  if (row.by.includes("ONE_ROLE_UP")) {
    if (c.pendingAsk === null) return refuse("NOTHING_ASKED", {});
    if (c.pendingAsk.askedBy === viewer.personId) return refuse("OWN_ASK", {});
  }
  if (action === "adopt" && c.projectId !== null) return refuse("ALREADY_ADOPTED", {});
  const by = row.byAt[c.level] ?? row.by;
  if (!by.some((standing) => stands(standing, c, viewer))) return refuse("FORBIDDEN_ROLE", { action });
  if (c.appealed && c.status === "COLLECTED" && (action === "accept" || action === "decline") && !holdsRole(viewer, ["SECRETARY", "DEPUTY"], c)) {
    return refuse("APPEAL_DECIDED_HIGHER", {});
  }
  return null;
}

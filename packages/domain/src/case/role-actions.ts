import { caseActionNames, caseActions, type ActionRow, type CaseAction } from "./case-actions.ts";
import { caseLevels } from "./case.ts";
import { ownsLevel } from "../people/owners.ts";
import type { Role } from "../people/roles.ts";

/**
 * The actions a role gives a right to somewhere: because the table names it, or because it owns a level at which the
 * action is the owner's. What being lead, reporter or one role above an asker gives is not among them: that belongs to
 * a case, not to a role.
 */
export function actionsOfRole(role: Role): readonly CaseAction[] {
  return caseActionNames.filter((action) => {
    const row: ActionRow = caseActions[action];
    return caseLevels.some((level) => {
      if (!row.levels.includes(level)) return false;
      const by = row.byAt[level] ?? row.by;
      const owner = by.includes("OWNER") || by.includes("BUILDING_OWNER");
      const building = role === "BUILDING_HEAD" && level === "BUILDING" && by.includes("BUILDING_OWNER");
      return (by as readonly string[]).includes(role) || (owner && ownsLevel(role, level)) || building;
    });
  });
}

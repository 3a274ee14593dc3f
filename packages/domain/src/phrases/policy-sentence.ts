import type { PhraseLanguage } from "./names.ts";
import { namesIn } from "./phrase-of.ts";
import { whoMay, whoMayCost, whoMayMediation, whoMayProject } from "./who-may.ts";
import { caseActions } from "../case/case-actions.ts";
import { costActions } from "../cost/cost-actions.ts";
import type { PolicyRow } from "../people/policy.ts";
import { mediationActions } from "../mediation/mediation-actions.ts";
import { projectActions } from "../project/project-actions.ts";

const lower = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1);

function listed(words: readonly string[], comma: string, and: string): string {
  return words.length < 2 ? words.join("") : words.slice(0, -1).join(comma) + and + words.at(-1);
}

/** Who may do what, as one sentence. The area of the role is always meant: no role gives anything outside it. */
export function policySentence(row: PolicyRow, language: PhraseLanguage): string {
  const names = namesIn(language);
  // A table's own words: owning a level is one relation, not the seven roles that own one somewhere.
  const [what, who] =
    row.group === "CASE"
      ? [names.action[row.action], whoMay(caseActions[row.action], names)]
      : row.group === "PROJECT"
        ? [names.projectAction[row.action], whoMayProject(projectActions[row.action], names)]
        : row.group === "MEDIATION"
          ? [names.mediationAction[row.action], whoMayMediation(mediationActions[row.action], names)]
          : row.group === "COST"
            ? [names.costAction[row.action], whoMayCost(costActions[row.action], names)]
            : [names.right[row.action], row.roles.map((role) => names.role[role])];
  return language === "zh" ? `${listed(who, "、", "和")}可以${what}。` : `${what}: ${listed(who.map(lower), ", ", " and ")}.`;
}

import { audit as en } from "../words/en/audit.ts";
import { auditActions as enActions } from "../words/en/audit-actions.ts";
import { wordPair } from "../words/language.ts";
import { audit as zh } from "../words/zh/audit.ts";
import { auditActions as zhActions } from "../words/zh/audit-actions.ts";

export const auditWords = wordPair(zh, en);
export const auditActionWords = wordPair(zhActions, enActions);

/** Names of all actions, in the order they are chosen from. */
export const auditActionNames = Object.keys(zhActions) as (keyof typeof zhActions)[];

/** What an action is called; one that is new here goes by its own name. */
export function actionName(action: string, names: Readonly<Record<string, string>>): string {
  return names[action] ?? action;
}

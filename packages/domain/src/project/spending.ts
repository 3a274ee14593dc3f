import { spentOf, type SecretaryProject } from "./project.ts";
import type { ProjectDecision } from "./record-project.ts";
import { whyNotProject } from "./why-not-project.ts";
import { textProblem } from "../case/guards.ts";
import type { Facts } from "../case/record.ts";
import { refuse } from "../refusal.ts";

export interface SpendInput {
  /** Given by whoever stores it. */
  readonly spendingId: string;
  /** One of the project's funds, by name. */
  readonly fund: string;
  readonly what: string;
  /** Integer fen; negative to correct an earlier entry. What is spent of a fund stays between 0 and the fund. */
  readonly fen: number;
}

/** Money is spent out of one of the funds, or an entry is corrected. */
export function decideSpend(project: SecretaryProject, input: SpendInput, facts: Facts): ProjectDecision {
  const no = whyNotProject("spend", project, facts.viewer) ?? textProblem("what", input.what, 200);
  if (no) return no;
  const { spendingId, fund: name, what, fen } = input;
  const [own] = project.funds.filter((f) => f.name === name);
  if (!own) return refuse("FUND_UNKNOWN", {}, "fund");
  if (!Number.isSafeInteger(fen) || fen === 0) return refuse("QUANTITY_INVALID", {}, "fen");
  // Two lines of one name are one fund.
  const whole = project.funds.reduce((sum, f) => sum + (f.name === name ? f.fen : 0), 0);
  const spent = spentOf(project, name);
  if (spent + fen > whole) return refuse("FUND_EXCEEDED", { fen: whole - spent }, "fen");
  if (spent + fen < 0) return refuse("QUANTITY_INVALID", {}, "fen");
  return [{ type: "MONEY_SPENT", at: facts.at, payload: { spendingId, fund: name, what: what.trim(), fen } }];
}

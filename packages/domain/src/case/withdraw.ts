import { isReporter, speaksFor } from "./reporter.ts";
import type { Case } from "./case.ts";
import type { Decision, Facts } from "./record.ts";
import { whyNot } from "./why-not.ts";
import { refuse } from "../refusal.ts";

export interface WithdrawInput {
  readonly respondent: string;
  /** Whether residents have already paid towards it. */
  readonly receiptsExist: boolean;
}

/** 撤回: the reporter takes it back before it is resolved, as long as nobody else depends on it. */
export function decideWithdraw(c: Case, input: WithdrawInput, facts: Facts): Decision {
  const no = whyNot("withdraw", c, facts.viewer);
  if (no) return no;
  if (!isReporter(c, input.respondent) || !speaksFor(facts.viewer, input.respondent)) return refuse("NOT_A_REPORTER", {}, "respondent");
  if (c.supporters > 1) return refuse("WITHDRAW_SUPPORTED", {});
  if (c.severity === "SAFETY") return refuse("WITHDRAW_SAFETY", {});
  if (c.projectId !== null) return refuse("WITHDRAW_ADOPTED", {});
  if (input.receiptsExist) return refuse("WITHDRAW_PAID", {});
  return [{ type: "WITHDRAWN", at: facts.at, payload: { respondent: input.respondent } }];
}

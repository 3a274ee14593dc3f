import { textProblem } from "./guards.ts";
import type { Case, DeclineReason } from "./case.ts";
import type { Decision, Facts } from "./record.ts";
import { whyNot } from "./why-not.ts";

export interface DeclineInput {
  readonly reason: DeclineReason;
  /** Where the resident can turn instead; never empty. */
  readonly goTo: string;
}

/** 不予受理: with a reason and a place to go instead. The reporter may appeal once within 30 days. */
export function decideDecline(c: Case, input: DeclineInput, facts: Facts): Decision {
  const no = whyNot("decline", c, facts.viewer) ?? textProblem("goTo", input.goTo);
  return no ?? [{ type: "DECLINED", at: facts.at, payload: { reason: input.reason, goTo: input.goTo } }];
}

import type { Case } from "./case.ts";
import type { Decision, Facts } from "./record.ts";
import { whyNot } from "./why-not.ts";
import { opinionProblem, type VoicedOpinion } from "../opinion/opinion.ts";
import { holdsAnywhere } from "../people/rights.ts";
import { refuse } from "../refusal.ts";

/** A further opinion on a matter that is a case already. */
export interface SupportInput extends VoicedOpinion {
  readonly opinionId: string;
}

/**
 * 附议: somebody else speaks of a matter that is a case already. The opinion joins it instead of becoming a case: one
 * supporter more (none more when the same person speaks again; an anonymous one counts one), and one more who is answered
 * and called back. Status, level, severity and deadlines stay.
 */
export function decideSupport(c: Case, input: SupportInput, facts: Facts): Decision {
  const no = whyNot("support", c, facts.viewer);
  if (no) return no;
  if (!holdsAnywhere(facts.viewer, "COLLECT")) return refuse("FORBIDDEN_RIGHT", { right: "COLLECT" });
  const { opinionId, reporterId } = input;
  // As with a new case, what counts is when it was written down.
  return opinionProblem(input, facts) ?? [{ type: "SUPPORTED", at: facts.now, payload: { reporter: { opinionId, personId: reporterId, fromCaseId: c.id } } }];
}

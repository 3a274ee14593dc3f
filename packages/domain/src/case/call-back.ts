import { textProblem } from "./guards.ts";
import { isCourtNext, respondentsOf, type Callback, type Case, type Respondent, type Satisfaction } from "./case.ts";
import type { CaseEventBody } from "./case-events.ts";
import type { Decision, Facts } from "./record.ts";
import { reopening } from "./reopen.ts";
import { speaksFor } from "./reporter.ts";
import { whyNot } from "./why-not.ts";
import { refuse } from "../refusal.ts";

export interface CallBackInput {
  /** Key of the respondent: `person:<id>`, `opinion:<id>` or `household:<id>`. */
  readonly respondent: string;
  readonly reached: boolean;
  /** The reporter's own word on whether it is solved; set when reached. */
  readonly resolved: boolean | null;
  readonly satisfaction: Satisfaction | null;
  /** What the respondent said; needed with DISSATISFIED. */
  readonly words: string;
}

/** The call-backs of the present resolution: earlier rounds, before a reopening, do not count any more. */
export function callbacksOfRound(c: Pick<Case, "callbacks" | "reopenCount">): readonly Callback[] {
  return c.callbacks.filter((b) => b.round === c.reopenCount + 1);
}

/** Who has not answered yet in this round. */
export function unanswered(c: Case): readonly Respondent[] {
  const answered = new Set(callbacksOfRound(c).filter((b) => b.satisfaction !== null).map((b) => b.respondent));
  return respondentsOf(c).filter((r) => !answered.has(r.key));
}

/**
 * 回访: one record for one respondent and attempt, by somebody who never led the case. DISSATISFIED of a reporter or party reopens
 * the case by itself (of a mere payer it counts, and is the clerk's to see to); when the last respondent has answered it closes by itself. After mediation ended twice without an agreement
 * the next step is the court, and the answers stay as they are for the clerk to close.
 */
export function decideCallBack(c: Case, input: CallBackInput, facts: Facts): Decision {
  const no = whyNot("callBack", c, facts.viewer);
  if (no) return no;
  const { respondent, reached, resolved, satisfaction, words } = input;
  const asked = respondentsOf(c).find((r) => r.key === respondent);
  if (!asked || !speaksFor(facts.viewer, respondent)) return refuse("NOT_A_RESPONDENT", {}, "respondent");
  if (!unanswered(c).some((r) => r.key === respondent)) return refuse("ALREADY_ANSWERED", {}, "respondent");
  if (reached !== (resolved !== null && satisfaction !== null)) return refuse("CALLBACK_INCOMPLETE", {}, "satisfaction");
  if (satisfaction === "DISSATISFIED") {
    const problem = textProblem("words", words);
    if (problem) return problem;
  }
  const call: CaseEventBody = { type: "CALLED_BACK", at: facts.at, payload: { respondent, reached, resolved, satisfaction }, ...(words.trim() ? { words } : {}) };
  if (!reached) return [call];
  const court = isCourtNext(c);
  if (satisfaction === "DISSATISFIED" && asked.as !== "PAYER" && !court) return [call, ...reopening(c, "DISSATISFIED", respondent, facts)];
  // Whoever has just answered is still in the list: the case is the one before this call.
  const left = unanswered(c).filter((r) => r.key !== respondent).length;
  if (left > 0 || court) return [call];
  return [call, { type: "CLOSED", at: facts.at, bySystem: true, payload: { answered: respondentsOf(c).length, unanswered: 0 } }];
}

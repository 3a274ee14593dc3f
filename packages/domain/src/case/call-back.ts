import { optionalTextProblem, textProblem } from "./guards.ts";
import { isCourtNext, respondentsOf, type Callback, type Case, type Respondent, type Satisfaction } from "./case.ts";
import type { CaseEventBody } from "./case-events.ts";
import type { Decision, Facts } from "./record.ts";
import { goesUpOnReopening, reopening } from "./reopen.ts";
import { speaksFor } from "./reporter.ts";
import { whyNot } from "./why-not.ts";
import type { Viewer } from "../people/roles.ts";
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
export function unanswered(c: Pick<Case, "callbacks" | "reopenCount" | "reporters" | "parties" | "payers">): readonly Respondent[] {
  const answered = new Set(callbacksOfRound(c).filter((b) => b.satisfaction !== null).map((b) => b.respondent));
  return respondentsOf(c).filter((r) => !answered.has(r.key));
}

/**
 * What an answer brings about. WAITS: others have not answered yet. CLOSES: it was the last. CLERK_CLOSES: it was the last, and a
 * clerk closes, for the next step is the court, or the slip was printed by somebody who led the case. REOPENS: at the same level.
 * REOPENS_UP: one level up. NOTED: it counts, and what is done about it is the clerk's to see to.
 */
export type AnswerEffect = "WAITS" | "CLOSES" | "CLERK_CLOSES" | "REOPENS" | "REOPENS_UP" | "NOTED";

/**
 * What happens when a respondent who has not answered gives this answer.
 *
 * @param viewer whoever records it; by a slip code, the respondent himself
 */
export function effectOfAnswer(c: Case, asked: Respondent, satisfaction: Satisfaction, viewer: Viewer): AnswerEffect {
  const court = isCourtNext(c);
  if (satisfaction === "DISSATISFIED" && asked.as !== "PAYER" && !court) return goesUpOnReopening(c) ? "REOPENS_UP" : "REOPENS";
  // Whoever is just answering is still in the list: the case is the one before this call.
  const isLast = unanswered(c).every((r) => r.key === asked.key);
  if (isLast) return court || isPrintedByLead(c, viewer) ? "CLERK_CLOSES" : "CLOSES";
  return satisfaction === "DISSATISFIED" && asked.as === "PAYER" ? "NOTED" : "WAITS";
}

/**
 * Whether the slip was written out by somebody who has led the case: he has had the code in hand, so that the answer alone,
 * which might be his own, does not close it. A clerk who never led it does.
 */
function isPrintedByLead(c: Case, { slip }: Viewer): boolean {
  return slip?.recordedBy !== undefined && c.leadIds.includes(slip.recordedBy);
}

/**
 * 回访: one record for one respondent and attempt, by somebody who never led the case, or by himself with his slip code.
 * DISSATISFIED of a reporter or party reopens the case by itself (of a mere payer it counts, and is the clerk's to see to);
 * when the last respondent has answered it closes by itself. After mediation ended twice without an agreement the next step
 * is the court, and the answers stay as they are for the clerk to close.
 */
export function decideCallBack(c: Case, input: CallBackInput, facts: Facts): Decision {
  const no = whyNot("callBack", c, facts.viewer);
  if (no) return no;
  const { respondent, reached, resolved, satisfaction, words } = input;
  const asked = respondentsOf(c).find((r) => r.key === respondent);
  if (!asked || !speaksFor(facts.viewer, respondent)) return refuse("NOT_A_RESPONDENT", {}, "respondent");
  if (!unanswered(c).some((r) => r.key === respondent)) return refuse("ALREADY_ANSWERED", {}, "respondent");
  // Nobody was asked about a result before there was one; nobody misses himself.
  if (c.resolvedAt !== null && facts.at < c.resolvedAt) return refuse("EARLIER_THAN_LAST_MOVE", { at: c.resolvedAt }, "at");
  const self = facts.viewer.slip !== undefined;
  if (reached !== (resolved !== null && satisfaction !== null) || (self && !reached)) return refuse("CALLBACK_INCOMPLETE", {}, "satisfaction");
  const problem = satisfaction === "DISSATISFIED" ? textProblem("words", words) : optionalTextProblem("words", words);
  if (problem) return problem;
  const payload = { respondent, reached, resolved, satisfaction, ...(self ? { self } : {}) } as const;
  const call: CaseEventBody = { type: "CALLED_BACK", at: facts.at, payload, ...(words.trim() ? { words } : {}) };
  if (satisfaction === null) return [call];
  switch (effectOfAnswer(c, asked, satisfaction, facts.viewer)) {
    case "REOPENS":
    case "REOPENS_UP":
      return [call, ...reopening(c, "DISSATISFIED", respondent, facts)];
    case "CLOSES":
      return [call, { type: "CLOSED", at: facts.at, bySystem: true, payload: { answered: respondentsOf(c).length, unanswered: 0 } }];
    default:
      return [call];
  }
}

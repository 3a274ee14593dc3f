import { textProblem } from "./guards.ts";
import { isReporter, speaksFor } from "./reporter.ts";
import type { Case } from "./case.ts";
import type { Decision, Facts } from "./record.ts";
import { whyNot } from "./why-not.ts";
import { naturalDue } from "../deadline/due.ts";
import { localDateOf } from "../deadline/moment.ts";
import { refuse } from "../refusal.ts";

export interface AppealInput {
  /** The reporter who appeals: `person:<id>` or `opinion:<id>`. */
  readonly respondent: string;
  readonly words: string;
}

/** The reporter objects to a refusal: once, within 30 natural days. Then only secretary or deputy decides. */
export function decideAppeal(c: Case, input: AppealInput, facts: Facts): Decision {
  const no = whyNot("appeal", c, facts.viewer);
  if (no) return no;
  if (!isReporter(c, input.respondent) || !speaksFor(facts.viewer, input.respondent)) return refuse("NOT_A_REPORTER", {}, "respondent");
  if (c.appealed) return refuse("APPEAL_ONCE", {});
  const until = naturalDue(localDateOf(c.declinedAt ?? c.movedAt), { days: facts.rules.appealNaturalDays }, facts.calendar).at;
  if (facts.at > until) return refuse("APPEAL_TOO_LATE", { until: localDateOf(until) });
  return textProblem("words", input.words) ?? [{ type: "APPEALED", at: facts.at, payload: { respondent: input.respondent }, words: input.words }];
}

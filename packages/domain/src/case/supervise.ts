import { textProblem } from "./guards.ts";
import type { Case } from "./case.ts";
import type { Decision, Facts } from "./record.ts";
import { whyNot } from "./why-not.ts";
import { isLocalDate, localDateOf, type LocalDate } from "../deadline/moment.ts";
import { refuse } from "../refusal.ts";

export interface SuperviseInput {
  readonly words: string;
  /** The day by which the officer wants to hear of it, today at the earliest; null when none is set. */
  readonly replyDueOn?: LocalDate | null;
}

/**
 * 督办: an officer of the street or the district puts his eye on an open case. Status, level, lead and deadline stay: it is a
 * word to those who work on it, not an order past them. The words are kept apart from the log, as a contact's are.
 */
export function decideSupervise(c: Case, input: SuperviseInput, facts: Facts): Decision {
  const no = whyNot("supervise", c, facts.viewer) ?? textProblem("words", input.words);
  if (no) return no;
  const replyDueOn = input.replyDueOn ?? null;
  if (replyDueOn !== null) {
    if (!isLocalDate(replyDueOn)) return refuse("DATE_INVALID", {}, "replyDueOn");
    if (replyDueOn < localDateOf(facts.now)) return refuse("REPLY_DUE_PAST", {}, "replyDueOn");
  }
  return [{ type: "SUPERVISED", at: facts.at, payload: { replyDueOn }, words: input.words }];
}

import { textProblem } from "./guards.ts";
import { isReporter, speaksFor } from "./reporter.ts";
import { caseLevels, isCourtNext, levelRank, type Case } from "./case.ts";
import type { CaseEventBody } from "./case-events.ts";
import type { Decision, Facts } from "./record.ts";
import { whyNot } from "./why-not.ts";
import { naturalDue } from "../deadline/due.ts";
import { localDateOf } from "../deadline/moment.ts";
import { refuse } from "../refusal.ts";

export interface ReopenInput {
  readonly respondent: string;
  readonly words: string;
}

/** Whether the next reopening is the second, which also goes up a level as far as COMMUNITY. */
export function goesUpOnReopening(c: Pick<Case, "reopenCount" | "level">): boolean {
  return c.reopenCount === 1 && levelRank(c.level) < levelRank("COMMUNITY");
}

/**
 * What reopening means: work goes on at the same level with full days; the second reopening also goes up a level, as
 * far as COMMUNITY. Shared by the reporter's wish and by a DISSATISFIED answer.
 */
export function reopening(c: Case, cause: "DISSATISFIED" | "REPORTER", respondent: string, facts: Facts, words?: string): readonly CaseEventBody[] {
  const days = facts.rules.resolveDays[c.level];
  const reopened: CaseEventBody = { type: "REOPENED", at: facts.at, payload: { cause, respondent, days }, ...(words ? { words } : {}) };
  if (!goesUpOnReopening(c)) return [reopened];
  const to = caseLevels[levelRank(c.level)] as (typeof caseLevels)[number];
  return [reopened, { type: "ESCALATED", at: facts.at, bySystem: true, payload: { from: c.level, to, cause: "REOPENED", reason: "", days: facts.rules.resolveDays[to] } }];
}

/** 重新办理: a reporter says it is not solved, while it is in call-back or within 30 natural days of its closing. */
export function decideReopen(c: Case, input: ReopenInput, facts: Facts): Decision {
  const no = whyNot("reopen", c, facts.viewer);
  if (no) return no;
  if (!isReporter(c, input.respondent) || !speaksFor(facts.viewer, input.respondent)) return refuse("NOT_A_REPORTER", {}, "respondent");
  if (isCourtNext(c)) return refuse("COURT_NEXT", {});
  if (c.closedAt !== null) {
    const until = naturalDue(localDateOf(c.closedAt), { days: facts.rules.reopenNaturalDays }, facts.calendar).at;
    if (facts.at > until) return refuse("REOPEN_TOO_LATE", { until: localDateOf(until) });
  }
  return textProblem("words", input.words) ?? reopening(c, "REPORTER", input.respondent, facts, input.words);
}

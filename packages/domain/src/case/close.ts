import { callbacksOfRound, unanswered } from "./call-back.ts";
import { respondentsOf, type Case, type Respondent } from "./case.ts";
import type { Decision, Facts } from "./record.ts";
import { whyNot } from "./why-not.ts";
import { isWorkingDay, workingDaysIn } from "../deadline/calendar.ts";
import { localDateOf } from "../deadline/moment.ts";
import { refuse } from "../refusal.ts";

/** Attempts, on that many different working days, before a respondent may stay unheard. */
export const attemptsNeeded = 3;

/**
 * Whether somebody who has not answered was asked enough: three attempts on three different working days; an anonymous
 * reporter cannot be called, for him a notice (RESULT_TOLD) and three working days are enough.
 */
function askedEnough(c: Case, respondent: Respondent, facts: Facts): boolean {
  if (respondent.opinionId !== null && respondent.personId === null) {
    return c.resultToldAt !== null && workingDaysIn(facts.calendar, localDateOf(c.resultToldAt), localDateOf(facts.at)) >= facts.rules.anonymousNoticeDays;
  }
  const days = callbacksOfRound(c)
    .filter((b) => b.respondent === respondent.key)
    .map((b) => localDateOf(b.at))
    .filter((day) => isWorkingDay(facts.calendar, day));
  return new Set(days).size >= attemptsNeeded;
}

/** 结案: a case closes by itself when all have answered. Without an answer it takes the attempts, and a clerk who never led it. */
export function decideClose(c: Case, facts: Facts): Decision {
  const no = whyNot("close", c, facts.viewer);
  if (no) return no;
  const silent = unanswered(c);
  const missing = silent.filter((r) => !askedEnough(c, r, facts)).length;
  if (missing > 0) return refuse("RESPONDENTS_NOT_ASKED", { missing });
  return [{ type: "CLOSED", at: facts.at, payload: { answered: respondentsOf(c).length - silent.length, unanswered: silent.length } }];
}

import { callbacksOfRound } from "./call-back.ts";
import type { Callback, Case, Respondent } from "./case.ts";
import type { Facts } from "./record.ts";
import { isWorkingDay, nthWorkingDayAfter, workingDaysIn } from "../deadline/calendar.ts";
import { localDateOf, type Instant, type LocalDate } from "../deadline/moment.ts";

/** Attempts, on that many different working days, before a respondent may stay unheard. */
export const attemptsNeeded = 3;

/** How far a respondent who has not answered was asked in this round. */
export interface AskedSoFar {
  /** Every attempt, oldest first. */
  readonly attempts: readonly Callback[];
  /** Working days on which there was one: what counts. */
  readonly days: readonly LocalDate[];
  /** A reporter without a name cannot be called: for him a notice (RESULT_TOLD) and working days stand in the place of attempts. */
  readonly anonymous: boolean;
  /** When the result was made known for the anonymous one; null until then, and for everybody else. */
  readonly noticeAt: Instant | null;
  /** Asked enough: a clerk who never led it may close without the answer. */
  readonly enough: boolean;
  /** For who can be called, the next day on which an attempt counts; for the anonymous, the day from which the notice is enough. Null when enough, or when the notice is missing. */
  readonly nextOn: LocalDate | null;
}

/**
 * Three attempts on three different working days, and the day of the next one; an anonymous reporter gets a notice and three
 * working days. Source: domain.md section 4, *close*.
 */
export function askedSoFar(c: Case, respondent: Respondent, facts: Pick<Facts, "at" | "calendar" | "rules">): AskedSoFar {
  const today = localDateOf(facts.at);
  const { calendar, rules } = facts;
  const attempts = callbacksOfRound(c).filter((b) => b.respondent === respondent.key);
  const days = [...new Set(attempts.map((b) => localDateOf(b.at)).filter((day) => isWorkingDay(calendar, day)))];
  if (respondent.opinionId !== null && respondent.personId === null) {
    const noticeAt = c.reporters.find((r) => r.opinionId === respondent.opinionId)?.toldAt ?? null;
    const enough = noticeAt !== null && workingDaysIn(calendar, localDateOf(noticeAt), today) >= rules.anonymousNoticeDays;
    const nextOn = noticeAt === null || enough ? null : nthWorkingDayAfter(calendar, localDateOf(noticeAt), rules.anonymousNoticeDays).date;
    return { attempts, days, anonymous: true, noticeAt, enough, nextOn };
  }
  const enough = days.length >= attemptsNeeded;
  const free = isWorkingDay(calendar, today) && !days.includes(today);
  const nextOn = enough ? null : free ? today : nthWorkingDayAfter(calendar, today, 1).date;
  return { attempts, days, anonymous: false, noticeAt: null, enough, nextOn };
}

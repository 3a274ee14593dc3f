import { type Calendar, isPublishedThrough, isWorkingDay, nthWorkingDayAfter } from "./calendar.ts";
import { closingMoment, type Instant, type LocalDate, localDateOf, plusMilliseconds, plusMonths, plusNaturalDays } from "./moment.ts";

/** When something is due, and how sure that is. */
export interface DueMoment {
  /** The last moment that is still in time: 18:00 in Asia/Shanghai of the last day. */
  readonly at: Instant;
  /** True when a year on the way is not published: the moment may still move. */
  readonly provisional: boolean;
}

/** A {@link DueMoment} that was counted to a day. */
export interface DueDay extends DueMoment {
  /** The last day that is still in time. */
  readonly date: LocalDate;
}

/** A period in natural days or in months, each an integer ≥ 1. */
export type NaturalPeriod = { readonly days: number } | { readonly months: number };

/**
 * The natural days after an agreement takes effect in which both parties may ask the court to confirm it
 * (People's Mediation Law, art. 33).
 */
export const CONFIRMATION_DAYS = 30;

/**
 * 18:00 in Asia/Shanghai of the n-th working day after the local date of `start`. The day of the start is not
 * counted, whatever the hour (Civil Code, art. 201); working days are those of the State Council's calendar.
 * @throws RangeError when `workingDays` is not an integer ≥ 1 or `start` no instant.
 */
export function due(start: Instant, workingDays: number, calendar: Calendar): DueDay {
  const { date, provisional } = nthWorkingDayAfter(calendar, localDateOf(start), workingDays);
  return { at: closingMoment(date), date, provisional };
}

/**
 * The end of a period of natural days or months: 18:00 of its last day, and where that is a weekend or a day off,
 * of the next working day (Civil Code, art. 201 to 203). The month of a mediation, reopening, appeal.
 * @throws RangeError when the period is not an integer ≥ 1 or the text no date.
 */
export function naturalDue(startDate: LocalDate, period: NaturalPeriod, calendar: Calendar): DueDay {
  const length = "days" in period ? period.days : period.months;
  if (!Number.isInteger(length) || length < 1) throw new RangeError(`not a period: ${length}`);
  const lastDay = "days" in period ? plusNaturalDays(startDate, length) : plusMonths(startDate, length);
  const dayBefore = plusNaturalDays(lastDay, -1);
  const date = isWorkingDay(calendar, lastDay) ? lastDay : nthWorkingDayAfter(calendar, lastDay, 1).date;
  // Only the end of the period depends on working days, not the days on the way.
  return { at: closingMoment(date), date, provisional: !isPublishedThrough(calendar, dayBefore, date) };
}

/**
 * The day by which the parties must have asked the court to confirm their agreement: the 30th natural day after
 * it took effect (People's Mediation Law, art. 33). Never moved, though art. 203 of the Civil Code would allow it
 * on a holiday: who follows a reminder that is early is safe, who follows one that is late may have lost a right.
 * @throws RangeError when the text is no date.
 */
export function confirmBy(effectiveOn: LocalDate): LocalDate {
  return plusNaturalDays(effectiveOn, CONFIRMATION_DAYS);
}

/**
 * When somebody must be on site for a matter of severity SAFETY: hours after it was recorded, day and night,
 * working day or not. Such a moment depends on no calendar.
 * @throws RangeError when `recordedAt` is no instant or `hours` is not above 0.
 */
export function safetyDue(recordedAt: Instant, hours: number): Instant {
  if (!(hours > 0)) throw new RangeError(`not a number of hours: ${hours}`);
  return plusMilliseconds(recordedAt, Math.round(hours * 3_600_000));
}

import { dayNumberOf, localDateOf, type Instant } from "../deadline/moment.ts";
import { refuse, type Refusal } from "../refusal.ts";

/** Monday is 1, Sunday 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The days of the week, Monday first. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];

/** A time of day on the wall in Asia/Shanghai, `08:30`. Text of one width, so that it sorts as it is. */
export type TimeOfDay = string;

/** On these days of the week, from a time until a time of the same day. */
export interface OpeningSpan {
  readonly days: readonly number[];
  readonly from: TimeOfDay;
  readonly to: TimeOfDay;
}

/** Most spans one place has: two on each day of the week. */
export const mostSpans = 14;

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Whether the text is a time of day, `00:00` to `23:59`. */
export function isTimeOfDay(text: string): boolean {
  return TIME.test(text);
}

/**
 * The day of the week of a date, Monday = 1.
 * @throws RangeError when the text is no date
 */
export function weekdayOf(date: string): Weekday {
  // Day 0, 1970-01-01, was a Thursday.
  return ((((dayNumberOf(date) + 3) % 7) + 7) % 7 + 1) as Weekday;
}

function isSpan({ days, from, to }: OpeningSpan): boolean {
  const known = days.length > 0 && days.every((day) => (weekdays as readonly number[]).includes(day)) && new Set(days).size === days.length;
  return known && isTimeOfDay(from) && isTimeOfDay(to) && from < to;
}

function overlap(one: OpeningSpan, other: OpeningSpan): boolean {
  return one.from < other.to && other.from < one.to && one.days.some((day) => other.days.includes(day));
}

/** Refuses hours that do not exist, end before they begin or overlap; null when they are a week. No span at all is one: the words say when. */
export function hoursProblem(hours: readonly OpeningSpan[]): Refusal | null {
  if (hours.length > mostSpans || !hours.every(isSpan)) return refuse("HOURS_INVALID", {}, "hours");
  const twice = hours.some((one, i) => hours.slice(i + 1).some((other) => overlap(one, other)));
  return twice ? refuse("HOURS_OVERLAP", {}, "hours") : null;
}

/** Whether a place is open at a moment by its weekly hours; holidays are not in them. The end of a span is no longer open. */
export function isOpenAt(hours: readonly OpeningSpan[], at: Instant): boolean {
  const today = weekdayOf(localDateOf(at));
  const hour = String((Number(at.slice(11, 13)) + 8) % 24).padStart(2, "0");
  const time = `${hour}:${at.slice(14, 16)}`;
  return hours.some(({ days, from, to }) => days.includes(today) && from <= time && time < to);
}

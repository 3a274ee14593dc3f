import { calendarYearProblems, type CalendarYear } from "./calendar-year.ts";
import { localDateOf, type Instant } from "./moment.ts";
import { textProblem } from "../case/guards.ts";
import type { Facts } from "../case/record.ts";
import { areasWith } from "../people/rights.ts";
import { refuse, type Refusal } from "../refusal.ts";

/** A version of a calendar year as somebody wants to publish it. */
export type PublishCalendarInput = Pick<CalendarYear, "year" | "source" | "publishedOn" | "daysOff" | "workDays">;

/** A new version of a calendar year took effect. The number of the event is the version. */
export interface CalendarPublished {
  readonly type: "CALENDAR_PUBLISHED";
  readonly at: Instant;
  readonly payload: Omit<CalendarYear, "publishedAt"> & { readonly fromVersion: number };
}

/** Longest source, in characters. */
export const calendarSourceLimit = 200;

/** The version a publication would make: days in order, one higher than the present version; the refusal where it is wrong. */
export function calendarYearOf(current: CalendarYear | null, input: PublishCalendarInput, facts: Pick<Facts, "now">): CalendarYear | Refusal {
  const { year, source, publishedOn } = input;
  const long = source.trim() === "" ? null : textProblem("source", source, calendarSourceLimit);
  if (long) return long;
  const next: CalendarYear = {
    year, version: (current?.version ?? 0) + 1, source: source.trim(), publishedOn, daysOff: input.daysOff.toSorted(), workDays: input.workDays.toSorted(), publishedAt: facts.now,
  };
  const problems = calendarYearProblems(next);
  if (problems.length > 0) return refuse("CALENDAR_WRONG", { problems });
  if (publishedOn > localDateOf(facts.now)) return refuse("CALENDAR_NOT_YET", {}, "publishedOn");
  const same = current !== null && JSON.stringify([current.daysOff, current.workDays]) === JSON.stringify([next.daysOff, next.workDays]);
  return same ? refuse("CALENDAR_SAME", { version: current.version }) : next;
}

/** Refuses whoever publishes no calendars; null when he does. */
export function whyNotPublishCalendar({ viewer }: Pick<Facts, "viewer">): Refusal | null {
  return areasWith(viewer, "PUBLISH_CALENDAR").length > 0 ? null : refuse("FORBIDDEN_RIGHT", { right: "PUBLISH_CALENDAR" });
}

/**
 * 发布日历: the working days of a year, for the first time or corrected. It takes effect at once and everywhere: whoever
 * acts from then on counts by it, and running deadlines are counted anew (`nextRepublication`).
 */
export function decidePublishCalendar(current: CalendarYear | null, input: PublishCalendarInput, facts: Pick<Facts, "viewer" | "now">): CalendarPublished | Refusal {
  const no = whyNotPublishCalendar(facts);
  if (no) return no;
  const next = calendarYearOf(current, input, facts);
  if ("refused" in next) return next;
  const { publishedAt: _, ...payload } = next;
  return { type: "CALENDAR_PUBLISHED", at: facts.now, payload: { ...payload, fromVersion: current?.version ?? 0 } };
}

import { calendarOf } from "../deadline/calendar.ts";
import { instantOf, type Instant } from "../deadline/moment.ts";
import { defaultDeadlineRules } from "../deadline/rules.ts";
import { shippedCalendarYears } from "../deadline/shipped-calendars.ts";
import type { Facts } from "../case/record.ts";
import type { Viewer } from "../people/roles.ts";

export const calendar = calendarOf(shippedCalendarYears);
export const rules = defaultDeadlineRules;

/** `2024-03-04 10:00`, or a date alone for noon, on the wall in Shanghai. */
export function when(text: string): Instant {
  const [date, time = "12:00"] = text.split(" ");
  return instantOf(Date.parse(`${date}T${time}:00+08:00`));
}

/** What a decision looks at; `at` is now unless it is said when it took effect. */
export function factsAt(viewer: Viewer, now: string, at = now): Facts {
  return { viewer, at: when(at), now: when(now), calendar, rules };
}

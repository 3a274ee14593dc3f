import { isPublishedThrough, isWorkingDay, nthWorkingDayAfter, type Calendar } from "../deadline/calendar.ts";
import { dateOfDayNumber, dayNumberOf, isLocalDate, plusMonths, plusNaturalDays, yearOf, type LocalDate } from "../deadline/moment.ts";
import { weekdayOf, weekdays } from "../point/opening-hours.ts";
import { refuse, type Refusal } from "../refusal.ts";

/**
 * How contact days come round. ONCE: on the first day of the plan alone. WEEKLY: each week, or each second week, on a day
 * of the week. MONTHLY_WEEKDAY: on the nth such day of each month, 5 meaning the last. MONTHLY_DAY: on that day of each
 * month, the last one in a month that is shorter.
 */
export type ContactRule =
  | { readonly kind: "ONCE" }
  | { readonly kind: "WEEKLY"; readonly weekday: number; readonly everyWeeks: number }
  | { readonly kind: "MONTHLY_WEEKDAY"; readonly nth: number; readonly weekday: number }
  | { readonly kind: "MONTHLY_DAY"; readonly day: number };

/** The kinds of {@link ContactRule}. */
export const contactRuleKinds = ["ONCE", "WEEKLY", "MONTHLY_WEEKDAY", "MONTHLY_DAY"] as const satisfies readonly ContactRule["kind"][];

/** Natural days that one plan reaches at most. */
export const longestPlan = 366;

/** A day that a rule gives. */
export interface PlannedDate {
  readonly date: LocalDate;
  /** The day the rule named, where that was no working day; else null. */
  readonly movedFrom: LocalDate | null;
  /** True when the year is not published, so that it counts Monday to Friday. */
  readonly provisional: boolean;
}

const oneTo = (value: number, most: number): boolean => Number.isInteger(value) && value >= 1 && value <= most;

function isRule(rule: ContactRule): boolean {
  switch (rule.kind) {
    case "ONCE":
      return true;
    case "WEEKLY":
      return oneTo(rule.weekday, weekdays.length) && oneTo(rule.everyWeeks, 2);
    case "MONTHLY_WEEKDAY":
      return oneTo(rule.weekday, weekdays.length) && oneTo(rule.nth, 5);
    case "MONTHLY_DAY":
      return oneTo(rule.day, 31);
  }
}

// Nobody plans for the year 9999, and no day after it could be told.
const isPlannable = (date: LocalDate): boolean => isLocalDate(date) && yearOf(date) >= 2000 && yearOf(date) <= 2200;

/** Refuses a rule that gives no days, and a plan of days that do not exist, are in the wrong order or reach too far; null when it is fine. */
export function contactRuleProblem(rule: ContactRule, from: LocalDate, until: LocalDate): Refusal | null {
  if (!isRule(rule)) return refuse("RULE_INVALID", {}, "rule");
  if (!isPlannable(from)) return refuse("DATE_INVALID", {}, "from");
  if (!isPlannable(until)) return refuse("DATE_INVALID", {}, "until");
  if (until < from) return refuse("PERIOD_REVERSED", {}, "until");
  return until > plusNaturalDays(from, longestPlan) ? refuse("PLAN_TOO_LONG", { limit: longestPlan }, "until") : null;
}

/** The first days of all months that a span touches. */
function monthsOf(from: LocalDate, until: LocalDate): LocalDate[] {
  const first = `${from.slice(0, 8)}01`;
  const months: LocalDate[] = [];
  for (let i = 0; plusMonths(first, i) <= until; i += 1) months.push(plusMonths(first, i));
  return months;
}

const lastOf = (month: LocalDate): LocalDate => plusNaturalDays(plusMonths(month, 1), -1);

function nthWeekday(month: LocalDate, nth: number, weekday: number): LocalDate {
  const first = plusNaturalDays(month, (weekday - weekdayOf(month) + 7) % 7);
  const found = plusNaturalDays(first, (nth - 1) * 7);
  const last = lastOf(month);
  return found <= last ? found : plusNaturalDays(found, -7);
}

/** The days a rule names, whether anybody works on them or not. */
function named(rule: ContactRule, from: LocalDate, until: LocalDate): LocalDate[] {
  switch (rule.kind) {
    case "ONCE":
      return [from];
    case "WEEKLY": {
      const first = dayNumberOf(from) + ((rule.weekday - weekdayOf(from) + 7) % 7);
      const days: LocalDate[] = [];
      for (let day = first; day <= dayNumberOf(until); day += 7 * rule.everyWeeks) days.push(dateOfDayNumber(day));
      return days;
    }
    case "MONTHLY_WEEKDAY":
      return monthsOf(from, until).map((month) => nthWeekday(month, rule.nth, rule.weekday));
    case "MONTHLY_DAY":
      return monthsOf(from, until).map((month) => {
        const last = lastOf(month);
        const asked = plusNaturalDays(month, rule.day - 1);
        return asked <= last ? asked : last;
      });
  }
}

/**
 * The days a rule gives from a day until a day, both included, in order, each once. A day on which nobody works is moved to
 * the next working day (as periods are, Civil Code art. 203), even where that lies after `until`: so plans that follow each
 * other give the same days as one plan over both. ONCE is never moved: whoever names a day means it.
 * @throws RangeError for what {@link contactRuleProblem} refuses
 */
export function contactDates(rule: ContactRule, from: LocalDate, until: LocalDate, calendar: Calendar): readonly PlannedDate[] {
  const problem = contactRuleProblem(rule, from, until);
  if (problem) throw new RangeError(`no plan: ${problem.code}`);
  const seen = new Set<LocalDate>();
  return named(rule, from, until)
    .filter((day) => from <= day && day <= until)
    .map((day) => moved(day, rule, calendar))
    .filter(({ date }) => !seen.has(date) && seen.add(date));
}

function moved(day: LocalDate, rule: ContactRule, calendar: Calendar): PlannedDate {
  const stays = rule.kind === "ONCE" || isWorkingDay(calendar, day);
  const date = stays ? day : nthWorkingDayAfter(calendar, day, 1).date;
  return { date, movedFrom: date === day ? null : day, provisional: !isPublishedThrough(calendar, plusNaturalDays(day, -1), date) };
}

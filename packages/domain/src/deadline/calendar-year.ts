import { dayNumberOf, type Instant, isLocalDate, isWeekend, type LocalDate, yearOf } from "./moment.ts";

/**
 * The working days of one year as published: only where they differ from Monday to Friday.
 *
 * The General Office of the State Council announces them once a year (国务院办公厅关于部分节假日安排的通知),
 * usually in October to December of the year before. A notice may also name days at the end of the year
 * before (as for New Year 2019); those are published as a newer version of that earlier year.
 */
export interface CalendarYear {
  /** The calendar year, such as 2024. */
  readonly year: number;
  /** 1 for the first publication; each correction has a higher one. */
  readonly version: number;
  /** Where the days come from: the document number and what was corrected. */
  readonly source: string;
  /** The date of that document. */
  readonly publishedOn: LocalDate;
  /** Statutory days off and days off in lieu that fall on Monday to Friday. Weekends are not listed. */
  readonly daysOff: readonly LocalDate[];
  /** Saturdays and Sundays on which people work (调休上班). */
  readonly workDays: readonly LocalDate[];
  /** When this version took effect here; absent or null for what was there from the beginning, which moves no deadline. */
  readonly publishedAt?: Instant | null;
}

/** What can be wrong with a calendar year somebody wants to publish. */
export type CalendarYearProblem =
  | "YEAR_NOT_A_YEAR"
  | "VERSION_NOT_POSITIVE"
  | "SOURCE_MISSING"
  | "PUBLISHED_ON_NOT_A_DATE"
  | "DATE_MALFORMED"
  | "DATE_OF_OTHER_YEAR"
  | "DATE_TWICE"
  | "DAY_OFF_ON_WEEKEND"
  | "WORK_DAY_ON_WEEKDAY";

/**
 * What is wrong with a calendar year, each problem once; empty when it can be published.
 * A day that says what the week says anyway is a problem, too: in a list typed by hand it is a wrong date.
 */
export function calendarYearProblems(calendarYear: CalendarYear): CalendarYearProblem[] {
  const problems = new Set<CalendarYearProblem>();
  const { year, version, source, publishedOn, daysOff, workDays } = calendarYear;
  if (!Number.isInteger(year) || year < 1 || year > 9999) problems.add("YEAR_NOT_A_YEAR");
  if (!Number.isInteger(version) || version < 1) problems.add("VERSION_NOT_POSITIVE");
  if (source.trim() === "") problems.add("SOURCE_MISSING");
  if (!isLocalDate(publishedOn)) problems.add("PUBLISHED_ON_NOT_A_DATE");
  const seen = new Set<LocalDate>();
  for (const date of [...daysOff, ...workDays]) {
    if (!isLocalDate(date)) problems.add("DATE_MALFORMED");
    else if (yearOf(date) !== year) problems.add("DATE_OF_OTHER_YEAR");
    if (seen.has(date)) problems.add("DATE_TWICE");
    seen.add(date);
  }
  if (daysOff.some((date) => isLocalDate(date) && isWeekend(dayNumberOf(date)))) problems.add("DAY_OFF_ON_WEEKEND");
  if (workDays.some((date) => isLocalDate(date) && !isWeekend(dayNumberOf(date)))) problems.add("WORK_DAY_ON_WEEKDAY");
  return [...problems];
}

import { type CalendarYear, calendarYearProblems } from "./calendar-year.ts";
import { dateOfDayNumber, dayNumberOf, isLocalDate, isWeekend, type LocalDate, yearOf } from "./moment.ts";

const LAST_DAY_NUMBER = dayNumberOf("9999-12-31");

/**
 * The current version of every published year. Immutable: publishing gives a new calendar.
 * A year that is not in it counts Monday to Friday, and whatever is counted through it is *provisional*.
 */
export interface Calendar {
  /** The published years by their number. */
  readonly years: ReadonlyMap<number, CalendarYear>;
  /** The day numbers of all days off on Monday to Friday; kept so that counting needs no text. */
  readonly daysOff: ReadonlySet<number>;
  /** The day numbers of all Saturdays and Sundays that are worked. */
  readonly workDays: ReadonlySet<number>;
}

/**
 * A calendar of these years, one version of each.
 * @throws RangeError when a year is malformed (see {@link calendarYearProblems}) or given twice.
 */
export function calendarOf(years: readonly CalendarYear[]): Calendar {
  const byYear = new Map<number, CalendarYear>();
  for (const year of years) {
    const problems = calendarYearProblems(year);
    if (problems.length > 0) throw new RangeError(`calendar year ${year.year}: ${problems.join(", ")}`);
    if (byYear.has(year.year)) throw new RangeError(`calendar year ${year.year} is given twice`);
    byYear.set(year.year, year);
  }
  return {
    years: byYear,
    daysOff: new Set(years.flatMap((year) => year.daysOff.map(dayNumberOf))),
    workDays: new Set(years.flatMap((year) => year.workDays.map(dayNumberOf))),
  };
}

/**
 * The calendar after this year was published, for the first time or as a correction.
 * @throws RangeError when the year is malformed, or its version is not newer than the current one.
 */
export function withYear(calendar: Calendar, year: CalendarYear): Calendar {
  const current = calendar.years.get(year.year);
  if (current !== undefined && year.version <= current.version) {
    throw new RangeError(`calendar year ${year.year}: version ${year.version} is not newer than ${current.version}`);
  }
  return calendarOf([...[...calendar.years.values()].filter((other) => other.year !== year.year), year]);
}

/**
 * The versions of the years that a span of dates touches, both ends included, such as `2024.1,2025.2`: what an
 * event names as the calendar it was counted with. A year that is not published has version 0.
 * @throws RangeError when `from` or `to` is no date.
 */
export function calendarVersions(calendar: Calendar, from: LocalDate, to: LocalDate): string {
  const lastYear = checkedYearOf(to);
  const versions: string[] = [];
  for (let year = checkedYearOf(from); year <= lastYear; year += 1) {
    versions.push(`${year}.${calendar.years.get(year)?.version ?? 0}`);
  }
  return versions.join(",");
}

/** Whether the year of the date is published, so that its working days are certain. */
export function isPublished(calendar: Calendar, date: LocalDate): boolean {
  return calendar.years.has(yearOf(date));
}

/**
 * Whether every day after `after`, up to and with `upTo`, lies in a published year (an empty span does).
 * @throws RangeError when a text of a span that is not empty is no date.
 */
export function isPublishedThrough(calendar: Calendar, after: LocalDate, upTo: LocalDate): boolean {
  if (after >= upTo) return true;
  const lastYear = checkedYearOf(upTo);
  const firstYear = checkedYearOf(after) + (after.endsWith("-12-31") ? 1 : 0);
  for (let year = firstYear; year <= lastYear; year += 1) {
    if (!calendar.years.has(year)) return false;
  }
  return true;
}

/**
 * Whether people work on that date: Monday to Friday except days off, and make-up days (调休上班).
 * In a year that is not published, Monday to Friday: ask {@link isPublished}, too.
 * @throws RangeError when the text is no date.
 */
export function isWorkingDay(calendar: Calendar, date: LocalDate): boolean {
  return worksOn(calendar, dayNumberOf(date));
}

/**
 * How many working days lie after `after`, up to and with `upTo`; 0 when `upTo` is not later.
 * The day a period starts on is not counted (Civil Code, art. 201).
 * @throws RangeError when a text is no date.
 */
export function workingDaysIn(calendar: Calendar, after: LocalDate, upTo: LocalDate): number {
  const last = dayNumberOf(upTo);
  let count = 0;
  for (let day = dayNumberOf(after) + 1; day <= last; day += 1) {
    if (worksOn(calendar, day)) count += 1;
  }
  return count;
}

/**
 * The n-th working day after a date, that date itself not counted (Civil Code, art. 201).
 * `provisional` when a day on the way, or the day itself, lies in a year that is not published.
 * @throws RangeError when n is not an integer ≥ 1, the text is no date, or the year 9999 ends before.
 */
export function nthWorkingDayAfter(
  calendar: Calendar,
  date: LocalDate,
  n: number,
): { readonly date: LocalDate; readonly provisional: boolean } {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`not a number of working days: ${n}`);
  let day = dayNumberOf(date);
  for (let left = n; left > 0; ) {
    day += 1;
    if (day > LAST_DAY_NUMBER) throw new RangeError(`no day ${n} working days after ${date}`);
    if (worksOn(calendar, day)) left -= 1;
  }
  const reached = dateOfDayNumber(day);
  return { date: reached, provisional: !isPublishedThrough(calendar, date, reached) };
}

function checkedYearOf(date: LocalDate): number {
  if (!isLocalDate(date)) throw new RangeError(`not a local date: ${date}`);
  return yearOf(date);
}

function worksOn(calendar: Calendar, dayNumber: number): boolean {
  return isWeekend(dayNumber) ? calendar.workDays.has(dayNumber) : !calendar.daysOff.has(dayNumber);
}

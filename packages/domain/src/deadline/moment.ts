/**
 * A moment: ISO 8601 in UTC with milliseconds, such as `2024-04-30T10:00:00.000Z`.
 * Text of one fixed width, so that it sorts, compares and survives JSON as it is.
 */
export type Instant = string;

/** A day on the calendar of Asia/Shanghai: `2024-04-30`. */
export type LocalDate = string;

const MS_PER_DAY = 86_400_000;

// China keeps one time, UTC+8, and has had no summer time since 1991; nothing here is older.
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

// 18:00 in Asia/Shanghai, as the UTC time of the same day.
const CLOSING_TIME_UTC = "T10:00:00.000Z";

const INSTANT_PATTERN = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
const LOCAL_DATE_PATTERN = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** Whether the text is an {@link Instant} that exists (`2024-02-30T00:00:00.000Z` does not). */
export function isInstant(text: string): boolean {
  return INSTANT_PATTERN.test(text) && isLocalDate(text.slice(0, 10));
}

/** Whether the text is a {@link LocalDate} that exists (`2023-02-29` does not). */
export function isLocalDate(text: string): boolean {
  if (!LOCAL_DATE_PATTERN.test(text)) return false;
  const day = Number(text.slice(8, 10));
  // Asked of the month and not of Date.parse: some engines read 30 February as 1 March.
  return day <= 28 || day <= lastDayOf(yearOf(text), Number(text.slice(5, 7)));
}

/**
 * Milliseconds since 1970-01-01T00:00:00Z of a moment.
 * @throws RangeError when the text is no instant.
 */
export function epochMillisecondsOf(instant: Instant): number {
  if (!isInstant(instant)) throw new RangeError(`not an instant: ${instant}`);
  return Date.parse(instant);
}

/**
 * The moment that lies so many milliseconds after 1970-01-01T00:00:00Z.
 * @throws RangeError outside the years 0000 to 9999: such a moment has no text of the fixed width.
 */
export function instantOf(epochMilliseconds: number): Instant {
  const date = new Date(epochMilliseconds);
  const text = Number.isNaN(date.getTime()) ? "" : date.toISOString();
  if (!INSTANT_PATTERN.test(text)) throw new RangeError(`no instant at ${epochMilliseconds} ms`);
  return text;
}

/**
 * Days from 1970-01-01 (day 0, a Thursday) to the date, so that calendars can count with integers.
 * @throws RangeError when the text is no date.
 */
export function dayNumberOf(date: LocalDate): number {
  if (!isLocalDate(date)) throw new RangeError(`not a local date: ${date}`);
  return Date.parse(date) / MS_PER_DAY;
}

/**
 * The date of a day number, see {@link dayNumberOf}.
 * @throws RangeError when the number is no integer or lies outside the years 0000 to 9999.
 */
export function dateOfDayNumber(dayNumber: number): LocalDate {
  if (!Number.isInteger(dayNumber)) throw new RangeError(`not a day number: ${dayNumber}`);
  return instantOf(dayNumber * MS_PER_DAY).slice(0, 10);
}

/** The calendar year of a date, such as 2024. */
export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

/** Saturday or Sunday by the week alone, whatever a calendar makes of the day; takes a day number. */
export function isWeekend(dayNumber: number): boolean {
  // Day 0 is a Thursday, so days 2 and 3 of each week counted from there are Saturday and Sunday.
  const dayOfWeek = ((dayNumber % 7) + 7) % 7;
  return dayOfWeek === 2 || dayOfWeek === 3;
}

/** The last moment of a day in Shanghai. */
export function endOfDay(day: LocalDate): Instant {
  return `${day}T15:59:59.999Z`;
}

/**
 * The date on the wall in Asia/Shanghai at that moment: 16:00 UTC is already the next day there.
 * @throws RangeError when the text is no instant.
 */
export function localDateOf(instant: Instant): LocalDate {
  return dateOfDayNumber(Math.floor((epochMillisecondsOf(instant) + SHANGHAI_OFFSET_MS) / MS_PER_DAY));
}

/**
 * The end of business of a day: 18:00 in Asia/Shanghai, where every deadline of this program ends.
 * Where there are business hours, the last day of a period ends when business stops (Civil Code, art. 203 II).
 * @throws RangeError when the text is no date.
 */
export function closingMoment(date: LocalDate): Instant {
  if (!isLocalDate(date)) throw new RangeError(`not a local date: ${date}`);
  return date + CLOSING_TIME_UTC;
}

/**
 * The date so many natural days later (earlier when `days` is negative).
 * @throws RangeError when the text is no date or `days` no integer.
 */
export function plusNaturalDays(date: LocalDate, days: number): LocalDate {
  return dateOfDayNumber(dayNumberOf(date) + days);
}

/**
 * The corresponding day so many months later; where that month has none, its last day
 * (Civil Code, art. 202): 31 January and one month is 29 February in 2024.
 * @throws RangeError when the text is no date or `months` no integer.
 */
export function plusMonths(date: LocalDate, months: number): LocalDate {
  if (!isLocalDate(date)) throw new RangeError(`not a local date: ${date}`);
  if (!Number.isInteger(months)) throw new RangeError(`not a number of months: ${months}`);
  const monthsFromZero = yearOf(date) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(monthsFromZero / 12);
  const month = monthsFromZero - year * 12 + 1;
  const day = Math.min(Number(date.slice(8, 10)), lastDayOf(year, month));
  const result = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  if (!isLocalDate(result)) throw new RangeError(`no date ${months} months after ${date}`);
  return result;
}

/**
 * The moment so many milliseconds later (earlier when negative).
 * @throws RangeError when the text is no instant or the result has no text of the fixed width.
 */
export function plusMilliseconds(instant: Instant, milliseconds: number): Instant {
  return instantOf(epochMillisecondsOf(instant) + milliseconds);
}

/** The later of two moments. Fixed-width text compares as time does. */
export function laterOf(one: Instant, other: Instant): Instant {
  return one < other ? other : one;
}

function lastDayOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}

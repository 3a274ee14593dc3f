import { isWorkingDay, localDateOf, nthWorkingDayAfter, plusMilliseconds, plusNaturalDays, type Calendar, type Instant, type LocalDate } from "@bandeng/domain";

/** A clock time of a day in Asia/Shanghai: `moment("2024-03-04", "09:30")`. */
export function moment(date: LocalDate, time: string): Instant {
  return new Date(`${date}T${time}:00.000+08:00`).toISOString();
}

/** The n-th working day after a date; for a negative n the n-th before it; 0 is the date itself. */
export function workday(calendar: Calendar, date: LocalDate, n: number): LocalDate {
  if (n === 0) return date;
  if (n > 0) return nthWorkingDayAfter(calendar, date, n).date;
  let day = date;
  for (let left = -n; left > 0; ) {
    day = plusNaturalDays(day, -1);
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return day;
}

/** A time on the n-th working day after (or before) the day of a moment. */
export function onWorkday(calendar: Calendar, from: Instant, n: number, time: string): Instant {
  return moment(workday(calendar, localDateOf(from), n), time);
}

/** Minutes later, or earlier when negative. */
export function minutesAfter(from: Instant, minutes: number): Instant {
  return plusMilliseconds(from, minutes * 60_000);
}

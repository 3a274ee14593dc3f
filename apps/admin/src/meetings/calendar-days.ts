import { plusNaturalDays, type LocalDate } from "@bandeng/domain";

/** 0 for Monday to 6 for Sunday. */
function weekdayOf(day: LocalDate): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** The Monday on or before a day. */
export function mondayOf(day: LocalDate): LocalDate {
  return plusNaturalDays(day, -weekdayOf(day));
}

/** The seven days of the week a day lies in, Monday first. */
export function weekOf(day: LocalDate): LocalDate[] {
  const monday = mondayOf(day);
  return Array.from({ length: 7 }, (_, i) => plusNaturalDays(monday, i));
}

/** The whole weeks that a month touches, Monday first. */
export function weeksOf(day: LocalDate): LocalDate[][] {
  const month = day.slice(0, 7);
  const weeks: LocalDate[][] = [];
  for (let week = weekOf(`${month}-01`); week.some((one) => one.startsWith(month)); week = weekOf(plusNaturalDays(week[6] as LocalDate, 1))) weeks.push(week);
  return weeks;
}

/** The same day of another month, or its last one: 31 January and one month are 28 February. */
export function monthsOn(day: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date, last))).toISOString().slice(0, 10);
}

/** The moment a day begins in Shanghai. */
export function dayBegins(day: LocalDate): string {
  return new Date(`${day}T00:00:00+08:00`).toISOString();
}

/** Day and wall clock of a moment in Shanghai: ["2026-11-23", "18:30"]. */
export function wallClock(moment: string): readonly [day: LocalDate, time: string] {
  const local = new Date(Date.parse(moment) + 8 * 3_600_000).toISOString();
  return [local.slice(0, 10), local.slice(11, 16)];
}

/** The moment of a wall clock in Shanghai; null when the time is none. */
export function momentOf(day: LocalDate | null, time: string): string | null {
  return day !== null && /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? new Date(`${day}T${time}:00+08:00`).toISOString() : null;
}

import { plusMonths, plusNaturalDays, type LocalDate } from "../deadline/moment.ts";
import type { Period } from "./tally.ts";

/** Steps of a series, and the periods that can be told outside a community. */
export const periodSteps = ["MONTH", "QUARTER", "YEAR"] as const;
export type PeriodStep = (typeof periodSteps)[number];

const months: Readonly<Record<PeriodStep, number>> = { MONTH: 1, QUARTER: 3, YEAR: 12 };

/** The step's period that a day lies in, whole. */
export function periodAround(day: LocalDate, step: PeriodStep): Period {
  const month = Number(day.slice(5, 7)) - 1;
  const first = String(month - (month % months[step]) + 1).padStart(2, "0");
  const from = `${day.slice(0, 4)}-${first}-01`;
  return { from, to: plusNaturalDays(plusMonths(from, months[step]), -1) };
}

/** The periods of a step from the one of the first day to the one of the last, each cut to the days asked for. */
export function periodsOf({ from, to }: Period, step: PeriodStep): readonly Period[] {
  const all: Period[] = [];
  for (let day = from; day <= to; ) {
    const whole = periodAround(day, step);
    all.push({ from: day, to: whole.to < to ? whole.to : to });
    day = plusNaturalDays(whole.to, 1);
  }
  return all;
}

/** The step of which a period is exactly one, or null. */
export function wholeStep(period: Period): PeriodStep | null {
  return periodSteps.find((step) => {
    const whole = periodAround(period.from, step);
    return whole.from === period.from && whole.to === period.to;
  }) ?? null;
}

/** The last day of a month that has ended by this day: that day itself when it is one. */
export function lastMonthEnd(day: LocalDate): LocalDate {
  const { to } = periodAround(day, "MONTH");
  return to === day ? day : plusNaturalDays(`${day.slice(0, 8)}01`, -1);
}

import { workingDaysIn, type Calendar } from "../deadline/calendar.ts";
import { localDateOf, type Instant } from "../deadline/moment.ts";

/** A cell of a statistic on disputes below this number is not shown: it could tell of one family. */
export const LEAST_SHOWN = 5;

/** A closed dispute: from acceptance to closing, and whether an expert came. */
export interface ClosedDispute {
  readonly acceptedAt: Instant;
  readonly closedAt: Instant;
  readonly withExpert: boolean;
}

/** How many, and their median in working days (half days where two stand in the middle); both null where fewer than five. */
export interface EffectCell {
  readonly n: number | null;
  readonly medianDays: number | null;
}

/** The middle of a list; of an even number the mean of the two in the middle. Null for an empty one. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

function cell(days: readonly number[]): EffectCell {
  return days.length < LEAST_SHOWN ? { n: null, medianDays: null } : { n: days.length, medianDays: medianOf(days) };
}

/** Expert effect: median working days of closed disputes with and without an expert, n of both. */
export function expertEffect(cases: readonly ClosedDispute[], calendar: Calendar): { readonly withExpert: EffectCell; readonly without: EffectCell } {
  const days = (withExpert: boolean) =>
    cases.filter((c) => c.withExpert === withExpert).map((c) => workingDaysIn(calendar, localDateOf(c.acceptedAt), localDateOf(c.closedAt)));
  return { withExpert: cell(days(true)), without: cell(days(false)) };
}

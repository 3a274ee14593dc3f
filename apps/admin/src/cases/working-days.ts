import { calendarOf, instantOf, localDateOf, shippedCalendarYears, workingDaysIn } from "@bandeng/domain";

/**
 * The State Council's calendar as it ships with the program. Deadlines are the server's own (a community may have a newer
 * version); this only tells how many working days lie in a span.
 */
const calendar = calendarOf(shippedCalendarYears);

interface Span {
  from: string;
  to: string;
}

/** Working days in (from, to], by local dates. */
export function workingDaysOf({ from, to }: Span): number {
  return workingDaysIn(calendar, localDateOf(from), localDateOf(to));
}

export interface RungTime {
  /** Working days the clock ran. */
  used: number;
  /** Working days it stood still. */
  paused: number;
}

/** How long a stretch on a rung took, with its pauses told apart. A running one counts up to now. */
export function rungTime(
  segment: { startedAt: string; endedAt?: string | null | undefined },
  holds: readonly { from: string; endedAt?: string | null | undefined }[],
  now: number,
): RungTime {
  const from = segment.startedAt;
  const to = segment.endedAt ?? instantOf(Math.max(now, Date.parse(from)));
  const paused = holds
    .map((hold) => ({ from: hold.from > from ? hold.from : from, to: hold.endedAt && hold.endedAt < to ? hold.endedAt : to }))
    .filter((span) => span.from < span.to)
    .reduce((sum, span) => sum + workingDaysOf(span), 0);
  return { used: Math.max(0, workingDaysOf({ from, to }) - paused), paused };
}

import { epochMillisecondsOf, instantOf, type Instant } from "../deadline/moment.ts";

/** Hours in which nothing goes outside, in minutes after midnight in Asia/Shanghai; from 21:00 to 8:00 goes over midnight. Both equal: none. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

const DAY_MINUTES = 1440;
const MINUTE_MS = 60_000;
const SHANGHAI_MINUTES = 480;

/** 21:00 to 8:00, unless somebody says otherwise. */
export const defaultQuietHours: QuietHours = { from: 21 * 60, to: 8 * 60 };

/** Whether both are whole minutes of a day. */
export function areQuietHours({ from, to }: QuietHours): boolean {
  return [from, to].every((minute) => Number.isInteger(minute) && minute >= 0 && minute < DAY_MINUTES);
}

/** When quiet hours that run at this moment end; null when none run. */
export function quietUntil(now: Instant, { from, to }: QuietHours): Instant | null {
  const milliseconds = epochMillisecondsOf(now);
  const sinceMidnight = (milliseconds / MINUTE_MS + SHANGHAI_MINUTES) % DAY_MINUTES;
  const since = (sinceMidnight - from + DAY_MINUTES) % DAY_MINUTES;
  const lasts = (to - from + DAY_MINUTES) % DAY_MINUTES;
  return since < lasts ? instantOf(Math.round(milliseconds + (lasts - since) * MINUTE_MS)) : null;
}

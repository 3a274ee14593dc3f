import { plusMilliseconds, type Instant } from "@bandeng/domain";

const [SECOND, MINUTE, HOUR] = [1000, 60_000, 3_600_000];

/** How long after each failed attempt comes the next: ten attempts within 75 hours, as Standard Webhooks proposes. */
const waits = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];

export const mostAttempts = waits.length + 1;

/** When to try again after so many attempts; null: it is given up. */
export function nextAttempt(attempts: number, now: Instant): Instant | null {
  const wait = waits[attempts - 1];
  return wait === undefined ? null : plusMilliseconds(now, wait);
}

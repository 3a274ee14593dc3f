/** What is remembered of the attempts at one account. Moments in milliseconds since 1970, by the database's clock. */
export interface Attempts {
  /** When a password was checked that was not (yet) found right, oldest first; those of the last hour. */
  readonly checks: readonly number[];
  readonly sources: Readonly<Record<string, SourceAttempts>>;
}

export interface SourceAttempts {
  /** Failures in a row, the check under way included. */
  readonly failures: number;
  readonly failedAt: number;
  /** No check from this source before this moment. */
  readonly waitUntil: number;
  /** When the owner last signed in from here; 0 when never. */
  readonly succeededAt: number;
}

export type Decision =
  | { readonly allowed: true; readonly next: Attempts; /** If this check fails, the account is locked for its source. */ readonly locks: boolean }
  | { readonly allowed: false; readonly retryAfterSeconds: number };

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Failures until the lock (ASVS 6.1.1, MLPS 8.1.4.1), its length, and the checks an account gets in an hour (S6). */
export const lockOut = { failures: 5, lockMs: 15 * MINUTE, checksAnHour: 10, checksOfStrangers: 7 } as const;

/** How long after the n-th failure the next check has to wait: nothing for a slip, then more each time. */
const DELAYS = [0, 0, 0, SECOND, 2 * SECOND];
const FORGET_FAILURES = HOUR;
const FORGET_SOURCE = DAY;
const KNOWN_FOR = 90 * DAY;

export const noAttempts: Attempts = { checks: [], sources: {} };
const stranger: SourceAttempts = { failures: 0, failedAt: 0, waitUntil: 0, succeededAt: 0 };

/**
 * Whether a password may be checked now, and what to remember if so. The check counts as failed from the start: what is
 * under way on another instance, or was cut off half-way, is never free. Strangers leave three checks an hour to sources
 * from which the owner has signed in before, so that nobody can lock an owner out of their own place from afar.
 */
export function decideCheck(attempts: Attempts, source: string, now: number): Decision {
  const checks = attempts.checks.filter((at) => at > now - HOUR);
  const known = attempts.sources[source] ?? stranger;
  if (known.waitUntil > now) return wait(known.waitUntil - now);
  const limit = known.succeededAt > now - KNOWN_FOR ? lockOut.checksAnHour : lockOut.checksOfStrangers;
  const blocking = checks[checks.length - limit];
  if (blocking !== undefined) return wait(blocking + HOUR - now);

  const failures = (known.failedAt > now - FORGET_FAILURES ? known.failures : 0) + 1;
  const locks = failures >= lockOut.failures;
  const waitUntil = now + (locks ? lockOut.lockMs : (DELAYS[failures] ?? 0));
  return { allowed: true, locks, next: { checks: [...checks, now], sources: { ...kept(attempts.sources, now), [source]: { ...known, failures, failedAt: now, waitUntil } } } };
}

/** After a check that found the password right: it was not an attempt, and its source is the owner's. */
export function afterSuccess(attempts: Attempts, source: string, checkedAt: number, now: number): Attempts {
  const first = attempts.checks.indexOf(checkedAt);
  return { checks: attempts.checks.filter((_at, index) => index !== first), sources: { ...kept(attempts.sources, now), [source]: { ...stranger, succeededAt: now } } };
}

/** Until when somebody may be refused whatever they type; null when nobody is. */
export function lockedUntil({ checks, sources }: Attempts, now: number): number | null {
  const recent = checks.filter((at) => at > now - HOUR);
  const exhausted = recent[recent.length - lockOut.checksOfStrangers];
  const locks = Object.values(sources).filter(({ failures }) => failures >= lockOut.failures).map(({ waitUntil }) => waitUntil);
  const until = Math.max(0, ...locks, exhausted === undefined ? 0 : exhausted + HOUR);
  return until > now ? until : null;
}

function wait(milliseconds: number): Decision {
  return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil(milliseconds / SECOND)) };
}

function kept(sources: Attempts["sources"], now: number): Record<string, SourceAttempts> {
  return Object.fromEntries(Object.entries(sources).filter(([, { failedAt, succeededAt }]) => failedAt > now - FORGET_SOURCE || succeededAt > now - KNOWN_FOR));
}

import { instantOf, type Instant } from "@bandeng/domain";
import type { Clock } from "../http/clock.ts";

/** A clock that stands until it is set. Only tests and the demo generator import this file. */
export interface SettableClock extends Clock {
  set(now: Instant): void;
}

export function settableClock(start: Instant = instantOf(Date.now())): SettableClock {
  let now = start;
  return {
    now: () => Promise.resolve(now),
    set: (next) => void (now = next),
  };
}

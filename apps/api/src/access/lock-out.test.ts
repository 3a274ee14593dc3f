import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterSuccess, decideCheck, lockedUntil, lockOut, noAttempts, type Attempts } from "./lock-out.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.UTC(2024, 5, 3);

/** Fails as soon as it is allowed to, and returns how long it had to wait before each check. */
function failing(times: number): { waits: number[]; attempts: Attempts; now: number } {
  let [attempts, now] = [noAttempts, START];
  const waits: number[] = [];
  for (let i = 0; i < times; i++) {
    const before = now;
    let decision = decideCheck(attempts, "a", now);
    while (!decision.allowed) {
      now += decision.retryAfterSeconds * 1000;
      decision = decideCheck(attempts, "a", now);
    }
    waits.push(now - before);
    attempts = decision.next;
  }
  return { waits, attempts, now };
}

describe("C21: failures from one source", () => {
  it("wait longer each time, then 15 minutes", () => {
    expect(failing(7).waits).toEqual([0, 0, 0, 1000, 2000, 15 * MINUTE, 15 * MINUTE]);
  });

  it("say when they lock, and until when", () => {
    const { attempts, now } = failing(4);
    const fifth = decideCheck(attempts, "a", now + 2000);
    expect(fifth).toMatchObject({ allowed: true, locks: true });
    if (!fifth.allowed) return;
    expect(lockedUntil(fifth.next, now + 3000)).toBe(now + 2000 + lockOut.lockMs);
    expect(lockedUntil(attempts, now)).toBeNull();
    expect(decideCheck(fifth.next, "b", now + 3000).allowed).toBe(true);
  });

  it("are forgotten with a success, and after an hour", () => {
    const { attempts, now } = failing(4);
    const done = afterSuccess(attempts, "a", now, now);
    expect(done.checks).toHaveLength(3);
    expect(decideCheck(done, "a", now)).toMatchObject({ allowed: true, locks: false, next: { sources: { a: { failures: 1 } } } });
    expect(decideCheck(attempts, "a", now + HOUR)).toMatchObject({ allowed: true, locks: false });
  });
});

it("S6: strangers leave three checks an hour to where the owner has signed in", () => {
  let attempts = afterSuccess(noAttempts, "home", START, START);
  const tryFrom = (source: string, now: number): boolean => {
    const decision = decideCheck(attempts, source, now);
    if (decision.allowed) attempts = decision.next;
    return decision.allowed;
  };
  expect(Array.from({ length: 20 }, (_, i) => tryFrom(`stranger-${i}`, START + i)).filter(Boolean)).toHaveLength(7);
  expect(lockedUntil(attempts, START + 20)).toBe(START + HOUR);
  expect(tryFrom("home", START + 30)).toBe(true);
});

it("S6: whatever the sources and the moments, at most ten checks fail within any hour", () => {
  const tries = fc.array(fc.record({ source: fc.constantFrom("home", "a", "b", "c", "d", "e", "f"), after: fc.integer({ min: 0, max: 20 * MINUTE }) }), { minLength: 30, maxLength: 120 });
  fc.assert(
    fc.property(tries, (list) => {
      let attempts = afterSuccess(noAttempts, "home", START, START);
      let now = START;
      const checked: number[] = [];
      for (const { source, after } of list) {
        now += after;
        const decision = decideCheck(attempts, source, now);
        if (!decision.allowed) continue;
        attempts = decision.next;
        checked.push(now);
      }
      for (const at of checked) expect(checked.filter((other) => other > at - HOUR && other <= at).length).toBeLessThanOrEqual(lockOut.checksAnHour);
    }),
    { numRuns: 300 },
  );
});

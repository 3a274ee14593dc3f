import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areQuietHours, defaultQuietHours, quietUntil } from "./quiet-hours.ts";
import { plusMilliseconds } from "../deadline/moment.ts";
import { when } from "../testing/clock.ts";

const hm = (hours: number, minutes = 0): number => hours * 60 + minutes;

describe("quiet hours", () => {
  it.each([
    ["2024-06-03 20:59", null],
    ["2024-06-03 21:00", "2024-06-04 08:00"],
    ["2024-06-03 23:30", "2024-06-04 08:00"],
    ["2024-06-04 00:00", "2024-06-04 08:00"],
    ["2024-06-04 07:59", "2024-06-04 08:00"],
    ["2024-06-04 08:00", null],
  ])("21:00 to 8:00 on the wall in Shanghai: %s → %s", (now, until) => expect(quietUntil(when(now), defaultQuietHours)).toBe(until === null ? null : when(until)));

  it("within a day, and none when both are equal", () => {
    const nap = { from: hm(12, 30), to: hm(14) };
    expect(quietUntil(when("2024-06-03 13:59"), nap)).toBe(when("2024-06-03 14:00"));
    expect(quietUntil(when("2024-06-03 14:00"), nap)).toBeNull();
    expect(quietUntil(when("2024-06-03 22:00"), nap)).toBeNull();
    for (const time of ["00:00", "12:00", "23:59"]) expect(quietUntil(when(`2024-06-03 ${time}`), { from: hm(12), to: hm(12) })).toBeNull();
  });

  it("end when they end, less than a day later, and are over then", () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(fc.property(minute, minute, fc.integer({ min: 0, max: 3 * 86_400_000 }), (from, to, ms) => {
      const now = plusMilliseconds("2024-02-28T00:00:00.000Z", ms);
      const until = quietUntil(now, { from, to });
      if (until === null) return;
      expect(until > now && until <= plusMilliseconds(now, 86_400_000)).toBe(true);
      expect(quietUntil(until, { from, to })).toBeNull();
      expect(quietUntil(plusMilliseconds(until, -1), { from, to })).toBe(until);
    }));
  });

  it("are whole minutes of a day", () => {
    expect(areQuietHours(defaultQuietHours)).toBe(true);
    for (const wrong of [-1, 1440, 0.5, Number.NaN]) expect(areQuietHours({ from: wrong, to: 0 })).toBe(false);
  });
});

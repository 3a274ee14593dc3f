import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarOf, nthWorkingDayAfter, workingDaysIn } from "./calendar.ts";
import { type ClockSegment, heldDays, type Hold, lapseMoment, pausedDays, segmentDue } from "./clock.ts";
import { due } from "./due.ts";
import { closingMoment, instantOf, localDateOf, plusMilliseconds, plusNaturalDays } from "./moment.ts";
import { shippedCalendarYears } from "./shipped-calendars.ts";

const calendar = calendarOf(shippedCalendarYears);
const at = (date: string, hour = 12) => plusMilliseconds(closingMoment(date), (hour - 18) * 3_600_000);
const held = (from: string, until: string, endedAt: string | null = at(until, 18)): Hold => ({
  from,
  until,
  endedAt,
  reason: "WAIT_FUNDS",
});
const duePlain = (segment: ClockSegment, ...holds: Hold[]) => segmentDue(segment, holds, calendar).at;

describe("the clock of a segment, as it happened", () => {
  const sewer = { startedAt: at("2024-04-30", 18), days: 5 };
  const leak = { startedAt: at("2024-06-06", 10), days: 10 };
  const charging = { startedAt: at("2024-09-27"), days: 10 };

  it("without holds is the plain deadline", () => {
    expect(segmentDue(sewer, [], calendar)).toEqual({ at: closingMoment("2024-05-10"), provisional: false, expected: false, pausedDays: 0 });
  });

  it("the sewer waits nine working days for the money", () => {
    expect(segmentDue(sewer, [held(at("2024-05-08"), "2024-05-20")], calendar)).toEqual({
      at: closingMoment("2024-05-22"),
      provisional: false,
      expected: false,
      pausedDays: 9,
    });
  });

  it("the leak waits fifteen working days for a party", () => {
    const hold = held(at("2024-06-12"), "2024-07-03", null);
    expect(segmentDue(leak, [hold], calendar)).toMatchObject({ at: closingMoment("2024-07-12"), expected: true, pausedDays: 15 });
    expect(pausedDays(leak, [hold], calendar)).toBe(15);
  });

  it("the charging waits five working days for a department", () => {
    expect(duePlain(charging, held(at("2024-10-10"), "2024-10-16"))).toBe(closingMoment("2024-10-23"));
  });
});

describe("holds", () => {
  const segment = { startedAt: at("2024-06-03"), days: 3 }; // due 2024-06-06

  it("cannot heal a deadline already missed", () => {
    expect(duePlain(segment, held(closingMoment("2024-06-06"), "2024-06-14"))).toBe(closingMoment("2024-06-06"));
    expect(duePlain(segment, held(at("2024-06-07", 9), "2024-06-14"))).toBe(closingMoment("2024-06-06"));
    expect(duePlain(segment, held(at("2024-06-06", 17), "2024-06-14"))).toBe(closingMoment("2024-06-14"));
  });

  it("count from the due moment that earlier holds have reached", () => {
    const first = held(at("2024-06-04"), "2024-06-07"); // three days, due 06-12
    const second = held(at("2024-06-11", 9), "2024-06-13"); // two more
    expect(duePlain(segment, second)).toBe(closingMoment("2024-06-06"));
    expect(duePlain(segment, first, second)).toBe(closingMoment("2024-06-14"));
    expect(duePlain(segment, second, first)).toBe(closingMoment("2024-06-14"));
  });

  it("that ended before the segment add nothing, even on the day it began", () => {
    expect(duePlain(segment, held(at("2024-05-20"), "2024-05-31"))).toBe(closingMoment("2024-06-06"));
    expect(duePlain(segment, held(at("2024-05-20"), "2024-06-03", at("2024-06-03", 9)))).toBe(closingMoment("2024-06-06"));
  });

  it("that run when the segment begins carry the rest over", () => {
    const running = held(at("2024-05-20"), "2024-06-05", null);
    expect(segmentDue(segment, [running], calendar)).toMatchObject({ at: closingMoment("2024-06-11"), expected: true, pausedDays: 2 });
  });

  it("that end early give back the rest, and are certain then", () => {
    const ended = held(at("2024-06-04"), "2024-06-20", at("2024-06-05", 9));
    expect(segmentDue(segment, [ended], calendar)).toMatchObject({ at: closingMoment("2024-06-07"), expected: false, pausedDays: 1 });
  });

  it("that touch no working day do not move it, but are expected while they run", () => {
    const weekend = held(at("2024-05-31", 17), "2024-06-02", null);
    expect(segmentDue({ startedAt: at("2024-05-31"), days: 3 }, [weekend], calendar)).toMatchObject({
      at: closingMoment("2024-06-05"),
      expected: true,
      pausedDays: 0,
    });
  });

  it("over a year that is not published make it provisional", () => {
    const late = { startedAt: at("2026-12-21"), days: 3 };
    expect(segmentDue(late, [], calendar).provisional).toBe(false);
    expect(segmentDue(late, [held(at("2026-12-23"), "2027-01-08", null)], calendar).provisional).toBe(true);
    expect(segmentDue(late, [held(at("2026-12-23"), "2026-12-31", null)], calendar).provisional).toBe(true);
  });

  it("that reach into such a year with a weekend only make it provisional: the Sunday may become a working day", () => {
    const only2027 = calendarOf([{ year: 2027, version: 1, source: "test", publishedOn: "2026-11-01", daysOff: [], workDays: [] }]);
    const segment = { startedAt: at("2027-12-29"), days: 1 };
    const hold = held(at("2027-12-30", 9), "2028-01-02");
    expect(segmentDue(segment, [hold], only2027)).toMatchObject({ at: closingMoment("2027-12-31"), provisional: true });
    expect(segmentDue(segment, [{ ...hold, until: "2027-12-31", endedAt: null }], only2027).provisional).toBe(false);
  });

  it("lapse at 18:00 of the expected end", () => {
    expect(lapseMoment({ until: "2024-07-03" })).toBe("2024-07-03T10:00:00.000Z");
  });

  it("are counted together, before and after the deadline", () => {
    expect(heldDays([], calendar)).toBe(0);
    expect(heldDays([held(at("2024-05-08"), "2024-05-20"), held(at("2024-06-12"), "2024-07-03", null)], calendar)).toBe(24);
  });
});

describe("the floor that a publication has set", () => {
  const segment = { startedAt: at("2024-06-03"), days: 3, notBefore: closingMoment("2024-06-12") };

  it("holds when it is the later one", () => {
    expect(duePlain(segment)).toBe(closingMoment("2024-06-12"));
    expect(duePlain({ ...segment, notBefore: closingMoment("2024-06-04") })).toBe(closingMoment("2024-06-06"));
  });

  it("is where a later hold counts from", () => {
    // Begins after the counted moment, but before the floor: the deadline was not missed.
    expect(duePlain(segment, held(at("2024-06-11", 9), "2024-06-13"))).toBe(closingMoment("2024-06-14"));
    const since = { ...segment, notBeforeSince: at("2024-06-05", 8) };
    expect(duePlain(since, held(at("2024-06-05", 9), "2024-06-06"))).toBe(closingMoment("2024-06-13"));
    // Was counted before the publication already.
    expect(duePlain(since, held(at("2024-06-04", 9), "2024-06-05"))).toBe(closingMoment("2024-06-12"));
  });
});

describe("properties", () => {
  const segments = fc.record({
    startedAt: fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2026, 8, 1) }).map(instantOf),
    days: fc.integer({ min: 1, max: 15 }),
  });
  // Gaps and lengths in hours, one after the other: holds of a case do not overlap.
  const spans = fc.array(fc.record({ gap: fc.integer({ min: 1, max: 400 }), length: fc.integer({ min: 0, max: 700 }) }), { maxLength: 5 });
  const hour = 3_600_000;
  const holdsFrom = (start: string, list: readonly { gap: number; length: number }[]): Hold[] => {
    let from = plusMilliseconds(start, -200 * hour);
    return list.map(({ gap, length }) => {
      from = plusMilliseconds(from, gap * hour);
      const endedAt = plusMilliseconds(from, length * hour);
      const hold = { from, until: localDateOf(endedAt), endedAt, reason: "WAIT_PARTY" };
      from = endedAt;
      return hold;
    });
  };

  it("holds never make it earlier, and each moves it by its own working days", () => {
    fc.assert(
      fc.property(segments, spans, (segment, list) => {
        const holds = holdsFrom(segment.startedAt, list);
        const plain = due(segment.startedAt, segment.days, calendar);
        const result = segmentDue(segment, holds, calendar);
        expect(result.at >= plain.at).toBe(true);
        expect(result.pausedDays).toBe(workingDaysIn(calendar, plain.date, localDateOf(result.at)));
        expect(result.pausedDays).toBeLessThanOrEqual(heldDays(holds, calendar));
        for (const [index] of holds.entries()) {
          expect(segmentDue(segment, holds.slice(0, index), calendar).at <= result.at).toBe(true);
        }
      }),
    );
  });

  it("a hold at or after the due moment changes nothing", () => {
    fc.assert(
      fc.property(segments, spans, fc.integer({ min: 0, max: 500 }), (segment, list, hours) => {
        const before = segmentDue(segment, [], calendar);
        const from = plusMilliseconds(before.at, hours * hour);
        const holds = [held(from, plusNaturalDays(localDateOf(from), 20), null), ...holdsFrom(plusMilliseconds(from, 800 * hour), list)];
        expect(segmentDue(segment, holds, calendar)).toEqual(before);
      }),
    );
  });

  it("a hold that ended before the segment changes nothing", () => {
    fc.assert(
      fc.property(segments, fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 }), (segment, gap, length) => {
        const endedAt = plusMilliseconds(segment.startedAt, -gap * hour);
        const hold = { from: plusMilliseconds(endedAt, -length * hour), until: localDateOf(endedAt), endedAt, reason: "WAIT_PARTY" };
        expect(segmentDue(segment, [hold], calendar)).toEqual(segmentDue(segment, [], calendar));
      }),
    );
  });

  it("the order in which holds are given does not matter", () => {
    fc.assert(
      fc.property(segments, spans, (segment, list) => {
        const holds = holdsFrom(segment.startedAt, list);
        expect(segmentDue(segment, holds.toReversed(), calendar)).toEqual(segmentDue(segment, holds, calendar));
      }),
    );
  });

  it("splitting a hold at a resume and a new hold of the same day changes nothing", () => {
    fc.assert(
      fc.property(segments, fc.integer({ min: 1, max: 15 }), fc.integer({ min: 1, max: 15 }), (segment, first, second) => {
        const from = plusMilliseconds(segment.startedAt, 1);
        const middle = nthWorkingDayAfter(calendar, localDateOf(from), first).date;
        const end = nthWorkingDayAfter(calendar, middle, second).date;
        const whole = [held(from, end)];
        const parts = [held(from, middle, at(middle, 9)), held(at(middle, 10), end)];
        expect(segmentDue(segment, parts, calendar)).toEqual(segmentDue(segment, whole, calendar));
      }),
    );
  });
});

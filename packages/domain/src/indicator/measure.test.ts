import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayKnown, measuresOf, measureVersions, touchesMeasure, type CaseMeasure } from "./measure.ts";
import { figureOfMeasures } from "./tally.ts";
import { levelRank } from "../case/case.ts";
import { calendarOf } from "../deadline/calendar.ts";
import { shippedCalendarYears } from "../deadline/shipped-calendars.ts";
import { live } from "../testing/random-history.ts";
import { cast, verbNames, type Wish } from "../testing/random-verbs.ts";

const wish: fc.Arbitrary<Wish> = fc.record({
  verb: fc.constantFrom(...verbNames),
  who: fc.nat(cast.length * 3),
  able: fc.oneof({ arbitrary: fc.constant(true), weight: 3 }, { arbitrary: fc.constant(false), weight: 1 }),
  minutes: fc.oneof(fc.constant(0), fc.nat(600), fc.nat(4000)),
  minutesAgo: fc.oneof({ arbitrary: fc.constant(0), weight: 4 }, { arbitrary: fc.nat(3000), weight: 1 }),
  n: fc.nat(1000),
  m: fc.nat(1000),
  text: fc.constant("有话"),
  flag: fc.boolean(),
});
const wishes = fc.array(wish, { minLength: 20, maxLength: 70, size: "max" });

const calendar = calendarOf(shippedCalendarYears);
const year = { from: "2024-01-01", to: "2026-12-31" };

const measure = (over: Partial<CaseMeasure>): CaseMeasure => ({
  round: 1, gridCode: "340802001007003", kind: "DIFFICULTY", category: "assets.sewer", compoundId: null, buildingId: null, maxLevel: 1, collectedAt: null, acceptedAt: null, contacted: null, levels: null,
  status: null, level: null, dueAt: null, humanAt: null, limitDays: null, resolvedAt: null, toldAt: null, respondents: 0, answered: 0, saidResolved: 0, satisfied: 0, basic: 0, reopened: false,
  closedAt: null, onTime: true, faceToFace: false, withExpert: false, settled: false, ...over,
});
const many = (n: number, over: Partial<CaseMeasure>): CaseMeasure[] => Array.from({ length: n }, () => measure(over));
const shown = (key: Parameters<typeof figureOfMeasures>[0], measures: readonly CaseMeasure[]) => figureOfMeasures(key, measures, { from: "2024-01-01", to: "2024-08-31" }, calendar);

describe("the test vectors", () => {
  const closedAt = "2024-05-10T02:00:00.000Z";
  const closed = [...many(25, { closedAt }), ...many(12, { closedAt, maxLevel: 2 }), ...many(4, { closedAt, maxLevel: 3 }), measure({ closedAt, maxLevel: 4 })];

  it.each([["NEVER_LEFT_BUILDING", 25, "59.5"], ["NEVER_LEFT_COMPOUND", 37, "88.1"], ["NEVER_LEFT_COMMUNITY", 41, "97.6"]] as const)("%s: %i of 42 = %s %%", (key, num, percent) => {
    expect(shown(key, closed)).toMatchObject({ num, den: 42 });
    expect((100 * (shown(key, closed)?.value ?? 0)).toFixed(1)).toBe(percent);
  });

  it("counts a closing by its date in Shanghai, and none of a round that was reopened", () => {
    expect(shown("CLOSED", [measure({ closedAt: "2024-08-31T15:59:59.999Z" }), measure({ closedAt: "2024-08-31T16:00:00.000Z" }), measure({ reopened: true })])).toMatchObject({ num: 1 });
  });

  it("SATISFACTION: 17 of 18, BASIC counted as satisfied, an answer that led to a reopening too", () => {
    const resolvedAt = closedAt;
    const measures = [measure({ resolvedAt, respondents: 9, answered: 9, satisfied: 6, basic: 2, reopened: true }), measure({ round: 2, resolvedAt, respondents: 11, answered: 9, satisfied: 9 })];
    expect(shown("SATISFACTION", measures)).toMatchObject({ num: 17, den: 18 });
    expect(shown("CALLBACK_COVERAGE", measures)).toMatchObject({ num: 18, den: 20 });
    expect(shown("REOPENED", measures)).toMatchObject({ num: 1, den: 1 });
  });

  it("WARMTH_TOLD: within one working day is 18:00 of the next, over make-up days and holidays", () => {
    const told = (resolvedAt: string, toldAt: string | null) => shown("WARMTH_TOLD", [measure({ resolvedAt, toldAt })])?.num;
    // Friday 2024-04-26 evening: Sunday the 28th is worked.
    expect(told("2024-04-26T12:00:00.000Z", "2024-04-28T10:00:00.000Z")).toBe(1);
    expect(told("2024-04-26T12:00:00.000Z", "2024-04-28T10:00:00.001Z")).toBe(0);
    // 30 April: the holidays end on 5 May.
    expect(told("2024-04-30T02:00:00.000Z", "2024-05-06T02:00:00.000Z")).toBe(1);
    expect(told("2024-04-30T02:00:00.000Z", null)).toBe(0);
  });

  it("medians count working days from acceptance to closing, by the highest level", () => {
    const accepted = ["2024-04-26", "2024-04-29", "2024-04-30"].map((day) => measure({ acceptedAt: `${day}T02:00:00.000Z`, closedAt: "2024-05-10T02:00:00.000Z" }));
    expect(shown("MEDIAN_DAYS_BUILDING", accepted)).toEqual({ num: null, den: 3, value: 6 });
    expect(shown("MEDIAN_DAYS_COMPOUND", accepted)).toEqual({ num: null, den: 0, value: null });
  });
});

describe("of random histories", () => {
  it("measures follow from the events, whatever was corrected, merged, moved or reopened", () => {
    fc.assert(fc.property(wishes, (all) => {
      for (const { case: c, history } of live(all).lives) {
        const measures = measuresOf(history);
        expect(measures.length).toBe(c.reopenCount + 1);
        expect(measures.map((m) => m.round)).toEqual(measures.map((_, i) => i + 1));
        const [first, last] = [measures[0], measures.at(-1)];
        expect(first).toMatchObject({ collectedAt: c.collectedAt, acceptedAt: c.acceptedAt, gridCode: c.gridCode, kind: c.kind, category: c.category, maxLevel: levelRank(c.maxLevel) });
        expect(last).toMatchObject({ status: c.status, level: levelRank(c.level), dueAt: c.due?.at ?? null, resolvedAt: c.resolvedAt, closedAt: c.closedAt });
        for (const m of measures) {
          expect(m.answered).toBeLessThanOrEqual(m.respondents);
          expect(m.satisfied + m.basic).toBeLessThanOrEqual(m.answered);
          expect(m.saidResolved).toBeLessThanOrEqual(m.answered);
        }
        // Whatever moved the case up by itself was missed.
        if (c.segments.some((s) => s.endedBy === "DUE")) expect(last?.onTime).toBe(false);
      }
    }), { numRuns: 60 });
  });

  it("what is known as of any day is what folding the events recorded until then gives", () => {
    fc.assert(fc.property(wishes, fc.nat(400), (all, days) => {
      for (const { history } of live(all).lives) {
        const versions = measureVersions(history);
        const day = dayKnown(new Date(Date.parse(history[0]?.recordedAt ?? "") + days * 86_400_000).toISOString());
        const then = history.filter((event) => dayKnown(event.recordedAt) <= day);
        expect(versions.findLast(({ from }) => from <= day)?.measures).toEqual(measuresOf(then));
      }
    }), { numRuns: 40 });
  });

  it("what is said to touch no measure touches none", () => {
    fc.assert(fc.property(wishes, (all) => {
      for (const { history } of live(all).lives) {
        for (const [i, event] of history.entries()) {
          if (i === 0 || touchesMeasure(event.type) || event.due !== undefined) continue;
          expect(measuresOf(history.slice(0, i + 1)), event.type).toEqual(measuresOf(history.slice(0, i)));
        }
      }
    }), { numRuns: 40 });
  });

  it("areas add up: the figure of two cases together is that of their sums, and shares lie between 0 and 1", () => {
    fc.assert(fc.property(wishes, (all) => {
      const [a, b] = live(all).lives.map(({ history }) => measuresOf(history)) as [readonly CaseMeasure[], readonly CaseMeasure[]];
      for (const key of ["CLOSED", "COLLECTED", "SATISFACTION", "RESPONSE", "ON_TIME", "CALLBACK_COVERAGE", "REOPENED", "WARMTH_TOLD"] as const) {
        const [one, other, both] = [a, b, [...a, ...b]].map((of) => figureOfMeasures(key, of, year, calendar));
        expect([key, both?.num, both?.den ?? 0]).toEqual([key, (one?.num ?? 0) + (other?.num ?? 0), (one?.den ?? 0) + (other?.den ?? 0)]);
        if (both?.den != null && both.value !== null) expect(both.value >= 0 && both.value <= 1).toBe(true);
      }
    }), { numRuns: 30 });
  });
});

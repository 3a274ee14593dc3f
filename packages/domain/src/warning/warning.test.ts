import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arePartiesQuiet, heardAt, humanAt, isIdle, lastDayBeyond, quietDays } from "./quiet.ts";
import { repeatsOf, repeatsSince } from "./repeats.ts";
import { riskLevelOf, riskOf, type RiskFacts } from "./risk.ts";
import { riskCodes, riskPoints, warningThresholds } from "./thresholds.ts";
import { missingSince, type WarningReason } from "./warning.ts";
import { caseLevels, caseStatuses, isOpen, severities, urgencyTags, type CaseStatus } from "../case/case.ts";
import { decideContact } from "../case/contact.ts";
import { decideDeliberate } from "../case/deliberate.ts";
import { instantOf, localDateOf } from "../deadline/moment.ts";
import { riskSentence, warningSentence } from "../phrases/warning-sentence.ts";
import { acceptedCase } from "../testing/case-story.ts";
import { calendar, rules, when } from "../testing/clock.ts";
import { li } from "../testing/people.ts";

const days = fc.integer({ min: 0, max: 900 }).map((n) => localDateOf(instantOf(Date.parse("2024-01-02T00:00:00+08:00") + n * 86_400_000)));
const moments = fc.integer({ min: 0, max: 900 * 1440 }).map((minutes) => instantOf(Date.parse("2024-01-02T00:00:00+08:00") + minutes * 60_000));

describe("standing still", () => {
  // The table of domain.md section 7: idle/limit 0/3, 1/5, 2/10, 5/3; only the last is beyond.
  test.each([
    ["BUILDING", "2024-03-08 17:00", "2024-03-08", 0, false],
    ["COMPOUND", "2024-03-07 17:00", "2024-03-08", 1, false],
    ["COMMUNITY", "2024-03-06 09:00", "2024-03-08", 2, false],
    ["BUILDING", "2024-03-05 09:00", "2024-03-08", 3, false],
    ["BUILDING", "2024-03-04 23:59", "2024-03-08", 4, true],
    ["BUILDING", "2024-03-01 09:00", "2024-03-08", 5, true],
    // May Day: 28 April is worked, 1 to 5 May are not, 11 May is.
    ["COMPOUND", "2024-04-30 09:00", "2024-05-10", 5, false],
    ["COMPOUND", "2024-04-30 09:00", "2024-05-11", 6, true],
  ] as const)("%s since %s, on %s: %i working days, a warning: %s", (level, since, today, idle, warned) => {
    expect(quietDays(when(since), today, calendar)).toBe(idle);
    expect(isIdle({ status: "IN_PROGRESS", level }, when(since), today, calendar, rules)).toBe(warned);
  });

  test("only where somebody should be doing something: not on hold, not when it is resolved or over", () => {
    const warned = caseStatuses.filter((status) => isIdle({ status, level: "BUILDING" }, when("2024-01-04"), "2024-03-08", calendar, rules));
    expect(warned).toEqual(["COLLECTED", "ACCEPTED", "DELIBERATING", "IN_PROGRESS"]);
    const quiet = caseStatuses.filter((status) => arePartiesQuiet({ status, kind: "DISPUTE" }, when("2024-01-04"), "2024-03-08", calendar));
    expect(quiet).toEqual(["ACCEPTED", "DELIBERATING", "IN_PROGRESS"]);
    expect(arePartiesQuiet({ status: "ACCEPTED", kind: "DIFFICULTY" }, when("2024-01-04"), "2024-03-08", calendar)).toBe(false);
  });

  test("a day is beyond a limit exactly when more working days than it have passed since", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), days, moments, (limit, today, since) => {
        const last = lastDayBeyond(limit, today, calendar);
        return quietDays(since, today, calendar) > limit === localDateOf(since) <= last;
      }),
    );
  });

  test("what the clock does is no human event; a note is one, and no word with a party", () => {
    const story = acceptedCase("2024-03-04 10:00", li, { kind: "DISPUTE", category: "disputes.noise" }, { parties: ["lou", "zhao"] });
    expect(humanAt(story.case, story.history)).toBe(when("2024-03-04 10:00"));
    story.does(li, "2024-03-05 10:00", (c, facts) => decideContact(c, { kind: "PHONE", words: "打过电话" }, facts));
    story.does(li, "2024-03-06 10:00", (c, facts) => decideContact(c, { kind: "NOTE", words: "没人在家" }, facts));
    expect([humanAt(story.case, story.history), heardAt(story.case, story.history, [])]).toEqual([when("2024-03-06 10:00"), when("2024-03-05 10:00")]);
    // Up by itself at 18:00 on the 7th: nobody did anything.
    story.wait("2024-03-08 09:00");
    expect(story.case.level).toBe("COMPOUND");
    expect(humanAt(story.case, story.history)).toBe(when("2024-03-06 10:00"));
    story.does(li, "2024-03-08 10:00", (c, facts) => decideDeliberate(c, { where: "3号楼下" }, facts));
    expect([humanAt(story.case, story.history), heardAt(story.case, story.history, [])]).toEqual([when("2024-03-08 10:00"), when("2024-03-05 10:00")]);
    expect(heardAt(story.case, story.history, [{ at: when("2024-03-11 10:00") }])).toBe(when("2024-03-11 10:00"));
  });
});

describe("repeats at one building", () => {
  const now = when("2024-06-03 12:00");
  const at = (id: string, day: string, more: { building?: string | null; category?: string | null; status?: CaseStatus } = {}) => ({
    id, status: more.status ?? ("CLOSED" as CaseStatus), category: more.category === undefined ? "assets.sewer" : more.category, collectedAt: when(day),
    place: { compoundId: null, buildingId: more.building === undefined ? "b-25" : more.building, unitId: null },
  });

  test("are three of one category within 90 days, ended ones too; not what was merged, declined or taken back", () => {
    const three = [at("c", "2024-05-20"), at("a", "2024-03-05 12:00"), at("b", "2024-04-01")];
    expect(repeatsOf(three, now)).toEqual([{ buildingId: "b-25", category: "assets.sewer", since: when("2024-03-05 12:00"), caseIds: ["a", "b", "c"] }]);
    expect(repeatsSince(now)).toBe(when("2024-03-05 12:00"));
    expect(repeatsOf([...three.slice(0, 1), at("a", "2024-03-05 11:59"), at("b", "2024-04-01")], now)).toEqual([]);
    for (const other of [at("x", "2024-05-01", { building: "b-26" }), at("x", "2024-05-01", { building: null }), at("x", "2024-05-01", { category: "assets.roof" }), at("x", "2024-05-01", { category: null })]) {
      expect(repeatsOf([...three.slice(0, 2), other], now), JSON.stringify(other)).toEqual([]);
    }
    for (const status of ["MERGED", "DECLINED", "WITHDRAWN"] as const) expect(repeatsOf([...three.slice(0, 2), at("x", "2024-05-01", { status })], now), status).toEqual([]);
  });

  test("do not depend on the order in which cases are looked at, and name each case once at most", () => {
    const some = fc.array(fc.record({ building: fc.constantFrom("b-1", "b-2", null), category: fc.constantFrom("assets.sewer", "assets.roof"), day: fc.integer({ min: 1, max: 28 }), month: fc.constantFrom("02", "04", "05") }), { maxLength: 20 });
    fc.assert(
      fc.property(some, fc.infiniteStream(fc.nat()), (drafts, shuffle) => {
        const cases = drafts.map(({ building, category, day, month }, i) => at(`c-${i}`, `2024-${month}-${String(day).padStart(2, "0")} 10:${String(i).padStart(2, "0")}`, { building, category }));
        const mixed = cases.map((c) => [shuffle.next().value, c] as const).toSorted(([a], [b]) => a - b).map(([, c]) => c);
        const found = repeatsOf(cases, now);
        const named = found.flatMap(({ caseIds }) => caseIds);
        const key = ({ buildingId, category }: { buildingId: string; category: string }) => `${buildingId} ${category}`;
        expect(repeatsOf(mixed, now).toSorted((a, b) => (key(a) < key(b) ? -1 : 1))).toEqual(found.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)));
        expect(new Set(named).size).toBe(named.length);
        expect(found.every(({ caseIds }) => caseIds.length >= warningThresholds.repeats)).toBe(true);
      }),
    );
  });
});

describe("risk", () => {
  const plain = { status: "IN_PROGRESS", severity: "NORMAL", reopenCount: 0, due: null, failedMediations: 0, tags: [], supporters: 1 } as const;
  const quiet: RiskFacts = { now: when("2024-03-08"), repeats: 1, idle: false };
  const overdue = { kind: "LEVEL", at: when("2024-03-07 18:00"), expected: false, provisional: false, calendar: "2024.1" } as const;

  test.each([
    ["nothing", {}, {}, "LOW", []],
    ["two who spoke of it", { supporters: 2 }, { repeats: 2 }, "LOW", []],
    ["three who did", { supporters: 3 }, {}, "LOW", [["MANY_VOICES", 1, 3]]],
    ["a worry that nobody looks after", { tags: ["WORRYING"] }, { idle: true }, "MEDIUM", [["URGENT", 1, null], ["IDLE", 1, null]]],
    ["a wish alone", { tags: ["LONGED_FOR", "DIFFICULT"] }, {}, "LOW", []],
    ["serious", { severity: "HIGH" }, {}, "LOW", [["SERIOUS", 1, null]]],
    ["overdue", { due: overdue }, {}, "MEDIUM", [["OVERDUE", 2, null]]],
    ["safety", { severity: "SAFETY" }, {}, "MEDIUM", [["SAFETY", 3, null]]],
    ["safety that is overdue", { severity: "SAFETY", due: overdue }, {}, "HIGH", [["SAFETY", 3, null], ["OVERDUE", 2, null]]],
    ["the third case at the building, reopened once", { reopenCount: 1 }, { repeats: 3 }, "MEDIUM", [["REOPENED", 2, 1], ["REPEATED", 2, 3]]],
    ["reopened five times", { reopenCount: 5 }, {}, "MEDIUM", [["REOPENED", 4, 5]]],
    ["mediated in vain and overdue", { failedMediations: 1, due: overdue }, {}, "HIGH", [["FAILED_MEDIATION", 3, 1], ["OVERDUE", 2, null]]],
  ] as const)("%s", (_what, c, facts, level, reasons) => {
    const risk = riskOf({ ...plain, ...c }, { ...quiet, ...facts });
    expect(risk?.level).toBe(level);
    expect(risk?.reasons.map(({ code, points, count }) => [code, points, count])).toEqual(reasons);
  });

  const judged = fc.record({
    status: fc.constantFrom(...caseStatuses), severity: fc.constantFrom(...severities), reopenCount: fc.nat(4), due: fc.constantFrom(null, overdue), failedMediations: fc.nat(2),
    tags: fc.subarray([...urgencyTags]), supporters: fc.integer({ min: 1, max: 6 }),
  });
  const around = fc.record({ now: fc.constant(quiet.now), repeats: fc.nat(5), idle: fc.boolean() });

  test("is the sum of its reasons and nothing else, each once; what is over has none", () => {
    fc.assert(
      fc.property(judged, around, (c, facts) => {
        const risk = riskOf(c, facts);
        if (risk === null) return !isOpen(c.status);
        const codes = risk.reasons.map(({ code }) => code);
        const sum = risk.reasons.reduce((total, { points }) => total + points, 0);
        return isOpen(c.status) && risk.points === sum && riskLevelOf(sum) === risk.level && new Set(codes).size === codes.length && risk.reasons.every(({ code, points }) => points % riskPoints[code] === 0 && points > 0);
      }),
    );
  });

  test("never falls when something more speaks for it", () => {
    fc.assert(
      fc.property(judged, around, (c, facts) => {
        const open = { ...c, status: "IN_PROGRESS" as const };
        const points = riskOf(open, facts)?.points ?? 0;
        const worse = [riskOf({ ...open, reopenCount: c.reopenCount + 1 }, facts), riskOf({ ...open, supporters: c.supporters + 1 }, facts), riskOf(open, { ...facts, repeats: facts.repeats + 1 }), riskOf(open, { ...facts, idle: true })];
        return worse.every((risk) => (risk?.points ?? 0) >= points);
      }),
    );
  });
});

describe("in words", () => {
  test("each reason has a sentence in both languages", () => {
    const reasons: WarningReason[] = [
      { kind: "REPEATS", count: 3, category: "assets.sewer", windowDays: 90 },
      ...caseLevels.map((level) => ({ kind: "IDLE", days: 4, limit: rules.resolveDays[level], level }) as const),
      { kind: "PARTIES_QUIET", days: 6, limit: 5 },
      { kind: "UNANSWERED", days: 2 },
      { kind: "UNANSWERED", days: 0 },
      { kind: "WHISTLE_OVERDUE", days: 0, department: "区住建" },
      { kind: "WHISTLE_OVERDUE", days: 1, department: "区住建" },
      { kind: "INSPECTION_MISSING", months: ["2024-03", "2024-04"] },
      ...riskCodes.map((code) => ({ kind: "RISK", reason: { code, points: riskPoints[code], count: 2 } }) as const),
    ];
    expect(reasons.map((reason) => warningSentence(reason, "zh")).slice(0, 2)).toEqual(["90天内“下水管道”3件", "4个工作日无人跟进，楼栋层级限3个"]);
    for (const reason of reasons) {
      expect(warningSentence(reason, "zh"), JSON.stringify(reason)).toMatch(/[一-龥]/);
      // Names of departments are as they are.
      expect(warningSentence(reason, "en").replace("区住建", ""), JSON.stringify(reason)).toMatch(/^[^一-龥]*[A-Za-z]{3}[^一-龥]*$/);
    }
    expect(riskSentence({ code: "REOPENED", points: 2, count: 1 }, "en")).toBe("Reopened once");
  });

  test("an inspection is missing from the first of the next month", () => {
    expect(["2024-01", "2024-12"].map(missingSince)).toEqual(["2024-02-01", "2025-01-01"]);
  });
});

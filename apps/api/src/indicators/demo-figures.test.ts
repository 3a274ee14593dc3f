import { figureOfMeasures, calendarOf, indicatorKeys, measuresOf, shippedCalendarYears, type IndicatorKey } from "@bandeng/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { summedKeys } from "./read-sums.ts";
import { loadDemo } from "../database/demo/load-demo.ts";
import { readBareHistories } from "../cases/read-case.ts";
import { openLog } from "../http/log.ts";
import { startApi, type TestApi } from "../testing/api.ts";
import { testDataKeys } from "../testing/data-keys.ts";
import { settableClock } from "../testing/settable-clock.ts";

const now = "2026-11-23T03:00:00.000Z";
const community = "340802001007";
let api: TestApi;

beforeAll(async () => {
  api = await startApi({ clock: settableClock(now) });
  const createAccount = ({ username, personId }: { readonly username: string; readonly personId: string }) => api.createAccount({ username, personId });
  await loadDemo({ pool: api.pool, createAccount, log: openLog("silent"), dataKeys: testDataKeys, now });
});
afterAll(() => api.stop());

interface Asked {
  readonly areas?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly asOf?: string;
  readonly kind?: string;
  readonly category?: string;
}
const accountDays = { areas: [community], from: "2024-01-01", to: "2024-08-26" };

async function figures(keys: readonly IndicatorKey[], asked: Asked, as = "zhou") {
  const { data, errors } = await api.graphql(
    "query ($filter: IndicatorFilter!, $keys: [IndicatorKey!]!) { indicators(filter: $filter, keys: $keys) { asOf live withoutDisputes indicators { key unit num den value provisional preliminary hidden definition } } }",
    { filter: { ...accountDays, ...asked }, keys },
    { as },
  );
  expect(errors).toEqual([]);
  return data.indicators;
}

async function by(keys: readonly IndicatorKey[], asked: Asked, as = "zhou"): Promise<Record<string, { num: number; den: number; value: number; hidden: boolean; preliminary: boolean }>> {
  return Object.fromEntries((await figures(keys, asked, as)).indicators.map((one: { key: string }) => [one.key, one]));
}

describe("the home screen of the demo", () => {
  it("S4.8: as of 2024-08-26 shows 12 difficulties closed, more than 30 disputes settled, 5 racks accepted", async () => {
    const keys = ["DIFFICULTIES_CLOSED", "DISPUTES_SETTLED", "DELIVERABLES_ACCEPTED"] as const;
    const seen = await by(keys, { asOf: "2024-08-26" });
    expect(seen["DIFFICULTIES_CLOSED"]).toMatchObject({ num: 12, den: null, value: 12 });
    expect(seen["DISPUTES_SETTLED"]?.value).toBeGreaterThan(30);
    expect(seen["DELIVERABLES_ACCEPTED"]).toMatchObject({ value: 5 });
    // What happened since changes nothing of what was known then.
    expect(await figures(keys, { asOf: "2024-08-26" })).toMatchObject({ live: false, asOf: "2024-08-26T15:59:59.999Z" });
    expect((await by(keys, { asOf: "2024-05-01", to: "2024-08-26" }))["DIFFICULTIES_CLOSED"]?.value).toBeLessThan(12);
  });

  it("counts in SQL what the domain counts of each case's events", async () => {
    const ids = (await api.pool.query("select id from cases where community_no = 340802001007000")).rows.map(({ id }) => id as string);
    const histories = await readBareHistories(api.pool as never, ids);
    const measures = [...histories.values()].flatMap((history) => measuresOf(history.filter((event) => event.recordedAt <= "2024-08-26T15:59:59.999Z").length > 0 ? history.filter((event) => event.recordedAt <= "2024-08-26T15:59:59.999Z") : history.slice(0, 1)));
    const period = { from: "2024-01-01", to: "2024-08-26" };
    const seen = await by(indicatorKeys, { asOf: "2024-08-26" });
    let compared = 0;
    for (const key of indicatorKeys) {
      const expected = figureOfMeasures(key, measures, period, calendarOf(shippedCalendarYears));
      if (expected === null) continue;
      compared += 1;
      const { num, den, value } = seen[key] as { num: number; den: number; value: number };
      expect([key, num, den, value === null ? null : value.toFixed(9)]).toEqual([key, expected.num, expected.den, expected.value === null ? null : expected.value.toFixed(9)]);
    }
    expect(compared).toBeGreaterThan(20);
    for (const key of ["NEVER_LEFT_BUILDING", "SATISFACTION", "ON_TIME", "RESPONSE", "WARMTH", "DELIBERATED", "MEETING_DISTANCE", "TIME_TO_CONVENE"] as const) expect([key, seen[key]?.value]).not.toEqual([key, null]);
  });

  it("adds up: the grids are the community, the months the year, the kinds and categories all", async () => {
    const keys = ["COLLECTED", "CLOSED", "SATISFACTION", "OPEN"] as const;
    const whole = await by(keys, {});
    for (const dimension of ["AREA", "GRID", "KIND", "CATEGORY", "LEVEL", "COMPOUND", "BUILDING"]) {
      const { data, errors } = await api.graphql(
        "query ($filter: IndicatorFilter!, $keys: [IndicatorKey!]!, $by: IndicatorDimension!) { indicatorTable(filter: $filter, keys: $keys, by: $by, first: 100) { totalCount nodes { key name indicators { key num den } } } }",
        { filter: accountDays, keys, by: dimension },
        { as: "zhou" },
      );
      expect(errors).toEqual([]);
      for (const [i, key] of keys.entries()) {
        const sum = (part: "num" | "den") => data.indicatorTable.nodes.reduce((total: number, row: { indicators: { num: number; den: number }[] }) => total + (row.indicators[i]?.[part] ?? 0), 0);
        expect([dimension, key, sum("num"), sum("den")]).toEqual([dimension, key, whole[key]?.num, whole[key]?.den ?? 0]);
      }
    }
    const { data } = await api.graphql(
      "query ($filter: IndicatorFilter!) { indicatorSeries(filter: $filter, keys: [COLLECTED, CLOSED], step: MONTH) { from to indicators { num } } }",
      { filter: accountDays },
      { as: "zhou" },
    );
    expect(data.indicatorSeries.map((p: { from: string; to: string }) => [p.from, p.to]).at(-1)).toEqual(["2024-08-01", "2024-08-26"]);
    expect(data.indicatorSeries.reduce((sum: number, p: { indicators: { num: number }[] }) => sum + (p.indicators[1]?.num ?? 0), 0)).toBe(whole["CLOSED"]?.num);
  });

  it("opens each figure as exactly the cases behind it", async () => {
    const seen = await by([...summedKeys], {});
    for (const key of ["CLOSED", "NEVER_LEFT_BUILDING", "ON_TIME", "DISPUTES_SETTLED", "COLLECTED", "RESPONSE", "DELIBERATED", "RECURRENCE", "OPEN", "WARMTH_FACE_TO_FACE", "WARMTH_TOLD"] as const) {
      for (const part of ["NUM", "DEN"] as const) {
        const expected = part === "NUM" || seen[key]?.den === null ? seen[key]?.num : seen[key]?.den;
        let [found, after, rest] = [0, null as string | null, 0];
        do {
          const { data, errors } = await api.graphql(
            "query ($filter: IndicatorFilter!, $key: IndicatorKey!, $part: FigurePart!, $after: String) { indicatorCases(filter: $filter, key: $key, part: $part, first: 100, after: $after) { nodes { id visibility } notShown hidden pageInfo { hasNextPage endCursor } } }",
            { filter: accountDays, key, part, after },
            { as: "zhou" },
          );
          expect(errors).toEqual([]);
          found += data.indicatorCases.nodes.length;
          rest = data.indicatorCases.notShown;
          after = data.indicatorCases.pageInfo.hasNextPage ? data.indicatorCases.pageInfo.endCursor : null;
        } while (after !== null);
        expect([key, part, found, rest]).toEqual([key, part, expected, 0]);
      }
    }
  });

  it("makes the report of a month again as equal JSON", async () => {
    const report = async (as = "zhou", area = community) => {
      const { data, errors } = await api.graphql(
        `query { monthReport(area: "${area}", month: "2024-08", asOf: "2024-09-10") { title json indicators { key value } byArea { key name } byCategory { name } byKind { name } year { key num } } }`,
        {},
        { as },
      );
      expect(errors).toEqual([]);
      return data.monthReport;
    };
    const first = await report();
    expect(first.title).toMatch(/天后宫.*2024年8月月报/);
    expect(JSON.parse(first.json)).toMatchObject({ month: "2024-08", known: "2024-09-10" });
    expect((await report()).json).toBe(first.json);
  });
});


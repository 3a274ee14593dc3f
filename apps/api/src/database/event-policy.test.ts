import type { Pool } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { loadDemo } from "./demo/load-demo.ts";
import { run } from "./statement.ts";
import { transaction } from "./transaction.ts";
import { readingScope, systemScope } from "../access/scope.ts";
import { loadViewers } from "../access/viewer.ts";
import { openLog } from "../http/log.ts";
import { viewerOf, viewers } from "../matrix/people.ts";
import { startWorld, type World } from "../matrix/world.ts";
import { startApi, type TestApi } from "../testing/api.ts";
import { testDataKeys } from "../testing/data-keys.ts";
import { settableClock } from "../testing/settable-clock.ts";

const now = "2026-11-23T03:00:00.000Z";
const clock = settableClock(now);
let world: World;
let demo: TestApi;

beforeAll(async () => {
  world = await startWorld({ withoutRowSecurity: false });
  demo = await startApi({ clock, withoutRowSecurity: false });
  await loadDemo({ pool: demo.pool, createAccount: () => Promise.resolve(), log: openLog("silent"), dataKeys: testDataKeys, now });
});
afterAll(async () => {
  await demo.stop();
  await world.stop();
});

/** Kinds of streams that are seen with a row, and where it is. Events of cases: policy-mutants.test.ts. */
const tables = {
  PROJECT: "secretary_project", MEETING: "bench_meeting", AGENDA_ITEM: "agenda_item", MEDIATION: "mediation", COUNCIL: "council",
  POINT: "collection_point", CONTACT_DAY: "contact_day", EXPERT: "expert", COST_PLAN: "cost_plan", CONTRACTOR: "contractor", PUBLICATION: "publication",
} as const;
/** Kinds that are seen where something may be read, and by what. */
const places = { BUILDING: "places", COMPOUND: "places", SETTING: "places", SIGHT: "reads", PERSON: "admin", COMMITTEE: "admin" } as const;

/** Nobody's area: an event planted there is seen because of its row, or not at all. */
const nowhere = 1;

/** An event of a kind for each row that `from` yields. */
async function plant(pool: Pool, kind: string, stream: string, area: string, from: string): Promise<void> {
  const text = `insert into event (id, stream_kind, stream_id, seq, type, payload, at, recorded_at, area_no) select gen_random_uuid(), '${kind}', ${stream}, 9999, 'PLANTED', '{}', now(), now(), ${area} from ${from}`;
  await transaction(pool, systemScope, (client) => client.query(text));
}

const column = async (pool: Pool, scope: string, text: string, values: readonly unknown[] = []): Promise<string[]> =>
  transaction(pool, scope, async (client) => (await run<{ x: string }>(client, text, values)).map(({ x }) => x));
const plantedOf = (pool: Pool, scope: string, what: "stream_id" | "area_no", kind: string): Promise<string[]> =>
  column(pool, scope, `select ${what}::text as x from event where stream_kind = $1 and type = 'PLANTED' order by 1`, [kind]);

it("S3: an event is seen by whoever sees the row it happened to, whatever kind of stream it is of", async () => {
  const { pool, appPool } = demo;
  for (const [kind, table] of Object.entries(tables)) await plant(pool, kind, "id", String(nowhere), table);
  const holders = await column(pool, systemScope, "select distinct person_id::text as x from role_assignment where role <> 'RESIDENT' order by 1");
  const people = await transaction(pool, systemScope, (client) => loadViewers(client, holders, clock));
  const shown = new Set<string>();
  const hidden = new Set<string>();
  for (const viewer of people) {
    const scope = readingScope(viewer);
    for (const [kind, table] of Object.entries(tables)) {
      // What hangs on a board is seen by everybody who stands before it; what happened to it, by those who work there.
      const only = kind === "PUBLICATION" ? "area_no <@ (current_setting('app.viewer')::jsonb ->> 'places')::int8multirange" : "true";
      const expected = await column(appPool, scope, `select id::text as x from ${table} where ${only} order by 1`);
      const seen = await plantedOf(appPool, scope, "stream_id", kind);
      expect([viewer.assignments, kind, seen]).toEqual([viewer.assignments, kind, expected]);
      (seen.length > 0 ? shown : hidden).add(kind);
    }
  }
  // Or nothing was compared.
  expect([...shown].toSorted()).toEqual(Object.keys(tables).toSorted());
  expect([...hidden].toSorted()).toEqual(Object.keys(tables).toSorted());
});

it("S3: an event of what has no row of its own to ask is seen where such things are read", async () => {
  const { pool, appPool } = world;
  for (const kind of Object.keys(places)) await plant(pool, kind, "gen_random_uuid()", "area_no", "(select distinct area_no from cases) c");
  const shown = new Set<string>();
  for (const who of viewers) {
    const scope = readingScope(viewerOf(who));
    for (const [kind, reach] of Object.entries(places)) {
      const area = String((JSON.parse(scope) as Record<string, unknown>)[reach]);
      const expected = await column(pool, systemScope, "select distinct area_no::text as x from cases where area_no <@ $1::int8multirange order by 1", [area]);
      const seen = await plantedOf(appPool, scope, "area_no", kind);
      expect([who.key, kind, seen]).toEqual([who.key, kind, expected]);
      if (seen.length > 0) shown.add(kind);
    }
  }
  expect([...shown].toSorted()).toEqual(Object.keys(places).toSorted());
});

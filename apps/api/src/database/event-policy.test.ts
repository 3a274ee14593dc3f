import pg from "pg";
import { afterAll, expect, it } from "vitest";
import { APP_ROLE } from "./app-role.ts";
import { urlAs } from "./migrate.ts";
import { transaction } from "./transaction.ts";
import { readingScope, systemScope } from "../access/scope.ts";
import { viewerOf, viewers } from "../matrix/people.ts";
import { startWorld } from "../matrix/world.ts";
import { TEST_APP_PASSWORD } from "../testing/test-ground.ts";

const world = await startWorld({ withoutRowSecurity: false });
const app = new pg.Pool({ connectionString: urlAs(world.databaseUrl, APP_ROLE, TEST_APP_PASSWORD), max: 1 });
afterAll(async () => {
  await app.end();
  await world.stop();
});

/** Kinds of streams that are seen with a row, and where it is. Events of cases: policy-mutants.test.ts. */
const tables = {
  PROJECT: "secretary_project", MEETING: "bench_meeting", AGENDA_ITEM: "agenda_item", MEDIATION: "mediation", COUNCIL: "council",
  POINT: "collection_point", CONTACT_DAY: "contact_day", EXPERT: "expert", COST_PLAN: "cost_plan", CONTRACTOR: "contractor",
} as const;
/** Kinds that are seen where something may be read, and by what. */
const places = { BUILDING: "places", COMPOUND: "places", SETTING: "places", SIGHT: "reads", PERSON: "admin", COMMITTEE: "admin" } as const;

/** Nobody's area: an event planted there is seen because of its row, or not at all. */
const nowhere = 1;

async function plant(): Promise<void> {
  const event = (kind: string, stream: string, area: string): string =>
    `insert into event (id, stream_kind, stream_id, seq, type, payload, at, recorded_at, area_no) select gen_random_uuid(), '${kind}', ${stream}, 9999, 'PLANTED', '{}', now(), now(), ${area}`;
  await transaction(world.pool, systemScope, async (client) => {
    for (const [kind, table] of Object.entries(tables)) await client.query(`${event(kind, "id", String(nowhere))} from ${table}`);
    for (const kind of Object.keys(places)) await client.query(`${event(kind, "gen_random_uuid()", "area_no")} from (select distinct area_no from cases) c`);
  });
}

const answer = async (scope: string, sql: string, values: unknown[] = []): Promise<string[]> =>
  transaction(app, scope, async (client) => (await client.query<{ x: string }>(sql, values)).rows.map(({ x }) => x));

it("S3: an event is seen by whoever sees what it happened to, whatever kind of stream it is of", async () => {
  await plant();
  const shown = new Set<string>();
  for (const who of viewers) {
    const scope = readingScope(viewerOf(who));
    for (const [kind, table] of Object.entries(tables)) {
      const expected = await answer(scope, `select t.id::text as x from ${table} t order by 1`);
      const seen = await answer(scope, "select stream_id::text as x from event where stream_kind = $1 and type = 'PLANTED' order by 1", [kind]);
      expect([who.key, kind, seen]).toEqual([who.key, kind, expected]);
      if (seen.length > 0) shown.add(kind);
    }
    for (const [kind, reach] of Object.entries(places)) {
      const expected = await answer(systemScope, `select distinct area_no::text as x from cases where area_no <@ $1::int8multirange order by 1`, [String((JSON.parse(scope) as Record<string, unknown>)[reach])]);
      const seen = await answer(scope, "select area_no::text as x from event where stream_kind = $1 and type = 'PLANTED' order by 1", [kind]);
      expect([who.key, kind, seen]).toEqual([who.key, kind, expected]);
      if (seen.length > 0) shown.add(kind);
    }
  }
  expect([...shown].toSorted()).toEqual(["BUILDING", "COMMITTEE", "COMPOUND", "CONTACT_DAY", "COUNCIL", "EXPERT", "PERSON", "POINT", "PROJECT", "SETTING", "SIGHT"]);
});

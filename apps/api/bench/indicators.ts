import "reflect-metadata"; // first: TypeGraphQL's decorators read what it stores
import { indicatorKeys, type Viewer } from "@bandeng/domain";
import { parseArgs } from "node:util";
import pg, { type Pool } from "pg";
import { asApp, benchDatabase, openBenchPostgres } from "./databases.ts";
import { benchNow } from "./town.ts";
import { readingScope, systemScope } from "../src/access/scope.ts";
import { columnTypes } from "../src/database/column-text.ts";
import { ScopedDatabase } from "../src/database/scoped.ts";
import { run } from "../src/database/statement.ts";
import type { Context } from "../src/http/context.ts";
import { readSums } from "../src/indicators/read-sums.ts";
import { rebuildMeasures } from "../src/indicators/rebuild.ts";
import { requestOf } from "../src/indicators/request.ts";

// pnpm --filter @bandeng/api run bench:indicators -- [--cases 100000]: what a year of a community and of a district costs, live and as of a past day.

const { values } = parseArgs({ args: process.argv.slice(2).filter((arg) => arg !== "--"), options: { cases: { type: "string", default: "10000" } } });
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const rounds = 7;

function viewerOf(area: string): Viewer {
  const personId = "00000000-0000-7000-8000-000000000000";
  return { personId, assignments: [{ personId, role: area.length < 12 ? "DISTRICT_OFFICER" : "SECRETARY", area, buildingId: null, departmentId: null, from: "2016-01-01", to: null }] };
}

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < rounds; i += 1) {
    const from = performance.now();
    await work();
    times.push(performance.now() - from);
  }
  return median(times);
}

/** Pages touched by the statements of some work. */
async function buffersOf(pool: Pool, work: (db: Pool) => Promise<unknown>): Promise<number> {
  let pages = 0;
  const explaining = {
    query: async ({ text, values: bound }: { text: string; values: unknown[] }) => {
      const { rows } = await pool.query(`explain (analyze, buffers, format json) ${text}`, bound);
      const plan = rows[0]["QUERY PLAN"][0].Plan;
      pages += plan["Shared Hit Blocks"] + plan["Shared Read Blocks"];
      return { rows: [] };
    },
  };
  await work(explaining as unknown as Pool);
  return pages;
}

const server = await openBenchPostgres(say);
const url = await benchDatabase(server, Number(values.cases), say);
const pool = new pg.Pool({ connectionString: asApp(url), types: columnTypes(), options: "-c timezone=UTC", max: 1 });
try {
  const system = new ScopedDatabase(pool, systemScope);
  const { cases } = await rebuildMeasures(pool, { onlyMissing: true });
  if (cases > 0) say(`measures of ${cases} cases made`);
  const [largest] = await run<{ no: string }>(system, "select community_no::text as no from cases group by 1 order by count(*) desc limit 1");
  const community = String(largest?.no).slice(0, 12);
  say(`${"figures of a year".padEnd(34)} ${"p50 ms".padStart(9)} ${"buffers".padStart(9)}`);
  const year = benchNow.slice(0, 4);
  for (const area of [community, community.slice(0, 6)]) {
    const viewer = viewerOf(area);
    const contextOf = (on: Pool): Context => ({ viewer, db: new ScopedDatabase(on, readingScope(viewer)), now: () => Promise.resolve(benchNow), loaders: new Map() }) as unknown as Context;
    const scan = (on: Pool): Promise<unknown> =>
      run(new ScopedDatabase(on, readingScope(viewer)), "select level, status, kind, count(*) from cases where area_no <@ $1::int8multirange and closed_at >= $2 and closed_at < $3 group by 1, 2, 3", [
        `{[${area.padEnd(15, "0")},${Number(area.padEnd(15, "0")) + 10 ** (15 - area.length)})}`, `${Number(year) - 1}-01-01`, `${year}-01-01`,
      ]);
    say(`${`${area} raw scan of cases`.padEnd(34)} ${(await timed(() => scan(pool))).toFixed(1).padStart(9)} ${String(await buffersOf(pool, scan)).padStart(9)}`);
    for (const asOf of [null, `${Number(year) - 1}-12-31`]) {
      const request = await requestOf(contextOf(pool), { areas: [area], from: `${Number(year) - 1}-01-01`, to: `${Number(year) - 1}-12-31`, asOf });
      for (const [name, keys] of [["home screen", ["NEVER_LEFT_BUILDING", "NEVER_LEFT_COMPOUND", "NEVER_LEFT_COMMUNITY", "SATISFACTION", "WARMTH", "DIFFICULTIES_CLOSED", "DISPUTES_SETTLED"]], ["all figures", indicatorKeys]] as const) {
        const work = (on: Pool): Promise<unknown> => readSums(contextOf(on), request, keys, [request.period]);
        say(`${`${area} ${name}${asOf === null ? "" : " as of"}`.padEnd(34)} ${(await timed(() => work(pool))).toFixed(1).padStart(9)} ${String(await buffersOf(pool, work)).padStart(9)}`);
      }
    }
  }
} finally {
  await pool.end();
  await server.stop();
}

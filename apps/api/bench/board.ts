import "reflect-metadata"; // first: TypeGraphQL's decorators read what it stores
import { areaOfNumber, type Role, type Viewer } from "@bandeng/domain";
import { parseArgs } from "node:util";
import pg, { type Pool } from "pg";
import { asApp, benchDatabase, openBenchPostgres } from "./databases.ts";
import { benchNow } from "./town.ts";
import { readBoard } from "../src/cases/board-query.ts";
import { columnTypes } from "../src/database/column-text.ts";
import { readingScope, systemScope } from "../src/access/scope.ts";
import { ScopedDatabase } from "../src/database/scoped.ts";
import { run } from "../src/database/statement.ts";

// pnpm bench [--million] [--check]: does a board stay as quick when a hundred times as many cases share the table?

const small = 10_000;
const large = 1_000_000;
/** What is aimed for at an equal number of open cases, in time. Times drift with the machine, so no gate hangs on it. */
const aimedGrowth = 1.2;
/**
 * What `--check` allows, in pages: these do not drift. In a small table the cards of a column share pages, in a large one
 * each has its own, under trees a level deeper; a plan that scans what it does not show pays far more than this.
 */
const allowedPages = 5;
const rounds = 15;
const perRound = 20;
const first = 30;

interface Target {
  readonly name: string;
  readonly pool: Pool;
  readonly area: string;
  readonly role: Role;
  readonly open: number;
  readonly times: number[];
  buffers: number;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== "--"),
  options: { million: { type: "boolean", default: false }, check: { type: "boolean", default: false } },
});

/** Somebody who reads all of an area. */
function viewerOf(area: string, role: Role): Viewer {
  const personId = "00000000-0000-7000-8000-000000000000";
  return { personId, assignments: [{ personId, role, area, buildingId: null, departmentId: null, from: "2016-01-01", to: null }] };
}

function board({ area, role, ...target }: Target, pool = target.pool): Promise<unknown> {
  const viewer = viewerOf(area, role);
  return readBoard(new ScopedDatabase(pool, readingScope(viewer)), viewer, { areas: [area], view: "ESCALATION", first, now: benchNow });
}

/** Pages touched by the board's statement: the same statement under explain. */
async function buffersOf(target: Target): Promise<number> {
  let pages = 0;
  const explaining = {
    query: async ({ text, values: bound }: { text: string; values: unknown[] }) => {
      const { rows } = await target.pool.query(`explain (analyze, buffers, format json) ${text}`, bound);
      const plan = rows[0]["QUERY PLAN"][0].Plan;
      pages = plan["Shared Hit Blocks"] + plan["Shared Read Blocks"];
      return { rows: [] };
    },
  };
  await board(target, explaining as unknown as Pool);
  return pages;
}

/** One connection, as the program works with it. */
function connect(url: string): Pool {
  return new pg.Pool({ connectionString: asApp(url), types: columnTypes(), options: "-c timezone=UTC", max: 1 });
}

type Key = "area_no" | "community_no" | "district_no";

async function openCounts(pool: Pool, key: Key): Promise<{ area: string; open: number }[]> {
  const rows = await run<{ no: number; open: number }>(new ScopedDatabase(pool, systemScope), `select ${key} as no, count(*)::int as open from cases where board_column < 7 group by 1 order by 2, 1`);
  return rows.map((r) => ({ area: key === "area_no" ? String(r.no) : areaOfNumber(Number(r.no)), open: r.open }));
}

function nearest(list: readonly { area: string; open: number }[], open: number): { area: string; open: number } {
  return list.reduce((best, one) => (Math.abs(one.open - open) < Math.abs(best.open - open) ? one : best));
}

function target(name: string, pool: Pool, role: Role, { area, open }: { area: string; open: number }): Target {
  return { name, pool, area, role, open, times: [], buffers: 0 };
}

async function measure(targets: readonly Target[]): Promise<void> {
  for (const one of targets) for (let i = 0; i < perRound; i += 1) await board(one);
  // Taken in turns: a machine that slows down slows down all of them.
  for (let round = 0; round < rounds; round += 1) {
    for (const one of targets) {
      for (let i = 0; i < perRound; i += 1) {
        const from = performance.now();
        await board(one);
        one.times.push(performance.now() - from);
      }
    }
  }
  for (const one of targets) one.buffers = await buffersOf(one);
}

function quantile(times: readonly number[], q: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0;
}

function report(targets: readonly Target[]): void {
  say(`${"board".padEnd(30)} ${"open".padStart(7)} ${"p50 ms".padStart(8)} ${"p99 ms".padStart(8)} ${"buffers".padStart(8)}`);
  for (const { name, open, times, buffers } of targets) {
    say(`${name.padEnd(30)} ${String(open).padStart(7)} ${quantile(times, 0.5).toFixed(2).padStart(8)} ${quantile(times, 0.99).toFixed(2).padStart(8)} ${String(buffers).padStart(8)}`);
  }
}

/** Whether the board of `big` reads no more than it may, compared with that of `little`; says so. */
function isFlat(little: Target, big: Target): boolean {
  const time = quantile(big.times, 0.5) / quantile(little.times, 0.5);
  const pages = big.buffers / little.buffers;
  const verdict = (is: boolean, limit: number): string => `${is ? "within" : "ABOVE"} ${limit}`;
  const flat = pages <= allowedPages;
  say(`${big.name} / ${little.name}: p50 x${time.toFixed(2)} (${verdict(time <= aimedGrowth, aimedGrowth)}), buffers x${pages.toFixed(2)} (${verdict(flat, allowedPages)})`);
  return flat;
}

const server = await openBenchPostgres(say);
const pools: Pool[] = [];
let flat = true;
try {
  const littleClient = connect(await benchDatabase(server, small, say));
  pools.push(littleClient);
  const grids = await openCounts(littleClient, "area_no");
  const middle = grids[Math.floor(grids.length / 2)] as { area: string; open: number };
  const targets = [
    target("10k grid", littleClient, "GRID_HEAD", middle),
    target("10k community", littleClient, "SECRETARY", (await openCounts(littleClient, "community_no"))[0] as { area: string; open: number }),
  ];
  if (values.million) {
    const client = connect(await benchDatabase(server, large, say));
    pools.push(client);
    const all = await openCounts(client, "area_no");
    targets.push(
      target("1M grid, equal open", client, "GRID_HEAD", nearest(all, middle.open)),
      target("1M grid, hottest", client, "GRID_HEAD", all.at(-1) as { area: string; open: number }),
      target("1M community, nearest open", client, "SECRETARY", nearest(await openCounts(client, "community_no"), targets[1]?.open ?? 0)),
      target("1M district", client, "DISTRICT_OFFICER", (await openCounts(client, "district_no"))[0] as { area: string; open: number }),
    );
  }
  await measure(targets);
  report(targets);
  const [grid, , equal] = targets;
  if (grid && equal) flat = isFlat(grid, equal);
  else say("Growth: run with --million (the first time some minutes and 9 GB of disk).");
} finally {
  for (const pool of pools) await pool.end();
  await server.stop();
}
if (values.check && !flat) process.exit(1);

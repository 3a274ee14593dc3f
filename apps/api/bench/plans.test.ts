import type { Viewer } from "@bandeng/domain";
import pg, { type Pool } from "pg";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { fill } from "./fill.ts";
import { benchNow } from "./town.ts";
import { readingScope } from "../src/access/scope.ts";
import { readBoard } from "../src/cases/board-query.ts";
import { readCases } from "../src/cases/case-list.ts";
import { caseFields } from "../src/cases/case-fields.ts";
import { wholeEvent } from "../src/cases/event-fields.ts";
import { oneCaseSql, readCase } from "../src/cases/read-case.ts";
import { APP_ROLE } from "../src/database/app-role.ts";
import { columnTypes } from "../src/database/column-text.ts";
import { createTestDatabase } from "../src/database/embedded/test-postgres.ts";
import { urlAs } from "../src/database/migrate.ts";
import { ScopedDatabase } from "../src/database/scoped.ts";
import { readChanges } from "../src/feed/read-changes.ts";
import { field } from "../src/read/connection.ts";
import { asking, objectSql } from "../src/read/read-type.ts";
import { TEST_APP_PASSWORD } from "../src/testing/test-ground.ts";

// Which indexes the hot statements stand on. BENCH_PLAN_CASES=100000 is the large form (pnpm --filter @bandeng/api run bench:plans).
const cases = Number(process.env["BENCH_PLAN_CASES"] ?? 20_000);

interface Node {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Index Name"?: string;
  readonly "Actual Rows"?: number;
  readonly "Actual Loops"?: number;
  readonly "Rows Removed by Filter"?: number;
  readonly Plans?: readonly Node[];
}

let pool: Pool;
let owner: Pool;
let grid = "";
let community = "";

beforeAll(async () => {
  const url = await createTestDatabase(inject("postgresUrl"), inject("postgresTemplate"));
  owner = new pg.Pool({ connectionString: url, types: columnTypes(), options: "-c timezone=UTC -c statement_timeout=0", max: 2 });
  owner.on("error", () => {}); // its server may end before it does
  await fill(owner, cases, () => {});
  pool = new pg.Pool({ connectionString: urlAs(url, APP_ROLE, TEST_APP_PASSWORD), types: columnTypes(), options: "-c timezone=UTC", max: 1 });
  pool.on("error", () => {}); // as above
  const { rows } = await owner.query("select grid_code as code from cases where board_column < 7 group by 1 order by count(*) desc limit 1");
  grid = rows[0].code;
  community = grid.slice(0, 12);
}, 300_000);

afterAll(async () => {
  await pool.end();
  await owner.end();
});

function viewerOf(area: string): Viewer {
  const personId = "00000000-0000-7000-8000-000000000000";
  return { personId, assignments: [{ personId, role: area.length < 12 ? "DISTRICT_OFFICER" : "SECRETARY", area, buildingId: null, departmentId: null, from: "2016-01-01", to: null }] };
}

/** The plans of all statements of some work, under row level security, flattened; the work itself sees empty answers. */
async function plansOf(viewer: Viewer, work: (db: ScopedDatabase) => Promise<unknown>): Promise<Node[]> {
  const nodes: Node[] = [];
  const walk = (node: Node): void => {
    nodes.push(node);
    for (const below of node.Plans ?? []) walk(below);
  };
  const explaining = {
    query: async ({ text, values }: { text: string; values: unknown[] }) => {
      const { rows } = await pool.query(`explain (analyze, buffers, format json) ${text}`, values);
      walk(rows[0]["QUERY PLAN"][0].Plan);
      return (await pool.query(text, values));
    },
  };
  await work(new ScopedDatabase(explaining as unknown as Pool, readingScope(viewer))); // of a pool only `query` is used
  return nodes;
}

const indexesOf = (nodes: readonly Node[]): string[] => [...new Set(nodes.flatMap((n) => n["Index Name"] ?? []))];
/** Tables that were read from end to end and grow with the years; at this size houses and people are a few pages. */
const scanned = (nodes: readonly Node[]): string[] => nodes.filter((n) => n["Node Type"] === "Seq Scan" && ["cases", "event", "opinion", "event_words"].includes(n["Relation Name"] ?? "")).map((n) => n["Relation Name"] ?? "");

it.each([
  ["a grid", () => grid, "cases_board_grid"],
  ["a community", () => community, "cases_board_community"],
  ["the district", () => grid.slice(0, 6), "cases_board_district"],
] as const)("the board of %s stands on its own index and scans no table", async (_, area, index) => {
  const viewer = viewerOf(area());
  const nodes = await plansOf(viewer, (db) => readBoard(db, viewer, { areas: [area()], view: "ESCALATION", first: 30, now: benchNow }));
  expect(indexesOf(nodes)).toContain(index);
  expect(scanned(nodes)).toEqual([]);
});

it("a page of a column goes on where the last one ended, from the index", async () => {
  const viewer = viewerOf(community);
  const { rows } = await owner.query("select board_at::text as at, id from cases where grid_code = $1 and board_column < 7 order by board_at, id offset 20 limit 1", [grid]);
  const nodes = await plansOf(viewer, (db) => readCases(db, viewer, { areas: [grid], order: "DUE", filter: { columns: ["CALL_BACK"] }, first: 30, after: rows[0], now: benchNow }));
  expect(indexesOf(nodes)).toContain("cases_board_grid");
  expect(scanned(nodes)).toEqual([]);
});

it("an integrator's page reads about as many rows as it shows, however deep it begins", async () => {
  const viewer = viewerOf(community);
  const { rows } = await owner.query("select updated_at::text as at, id from cases where left(grid_code, 12) = $1 order by updated_at, id offset 1500 limit 1", [community]);
  const nodes = await plansOf(viewer, (db) => readCases(db, viewer, { areas: [community], order: "UPDATED", first: 100, after: rows[0], now: benchNow }));
  expect(indexesOf(nodes)).toContain("cases_updated");
  expect(scanned(nodes)).toEqual([]);
  // The `or` form of the cursor would filter away all that came before.
  for (const node of nodes.filter((n) => n["Index Name"] === "cases_updated")) expect(node["Rows Removed by Filter"] ?? 0).toBeLessThan(100);
});

it.each([
  ["a grid", () => grid],
  ["the district", () => grid.slice(0, 6)],
] as const)("an integrator's page of %s stands on the index of its communities", async (_, area) => {
  const viewer = viewerOf(area());
  const nodes = await plansOf(viewer, (db) => readCases(db, viewer, { areas: [area()], order: "UPDATED", first: 100, after: null, now: benchNow }));
  expect(indexesOf(nodes)).toContain("cases_updated");
  expect(scanned(nodes)).toEqual([]);
});

it("one case is found by its id, and the feed by its places", async () => {
  const viewer = viewerOf(community);
  const { rows } = await owner.query("select id from cases where grid_code = $1 limit 1", [grid]);
  const one = await plansOf(viewer, (db) => readCase({ db, viewer, now: () => Promise.resolve(benchNow) }, { id: rows[0].id }));
  expect(indexesOf(one)).toContain("cases_pkey");
  expect(scanned(one)).toEqual([]);
  const feed = await plansOf(viewer, (db) => readChanges(db, viewer, { after: 3_000, first: 100 }));
  expect(indexesOf(feed)).toContain("event_position");
  expect(scanned(feed)).toEqual([]);
});

// A policy is written into every statement that mentions its table, with the policies of the tables it asks: what a statement costs before it reads anything.
it("one case with its events, and a page of the feed, take no more parts of a plan than their tables' policies need", async () => {
  const viewer = viewerOf(community);
  const { rows } = await owner.query("select id from cases where grid_code = $1 limit 1", [grid]);
  const ask = asking(viewer, benchNow);
  const read = `select ${objectSql(ask, caseFields, [field("id"), { ...field("events", ...wholeEvent), args: { first: 20 } }])} as one ${oneCaseSql(ask, { id: rows[0].id })}`;
  const one = await plansOf(viewer, (db) => ask.q.run(db, read));
  const feed = await plansOf(viewer, (db) => readChanges(db, viewer, { after: 3_000, first: 100 }));
  // 142 and 315 when this was written.
  expect(one.length).toBeLessThan(200);
  expect(feed.length).toBeLessThan(400);
});

import { boardColumn, boardColumns, covers, visibility, type Case, type Role, type Viewer } from "@bandeng/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadCases } from "./read-case.ts";
import { community, grid, startCommunity, type TestCommunity, type Username } from "../testing/community.ts";
import { done, shanghai } from "../testing/verbs.ts";

let api: TestCommunity;
const now = shanghai("2026-03-05", "16:00");

/** Cases of every kind in several grids and states, some overdue, some of no known place. */
beforeAll(async () => {
  api = await startCommunity(shanghai("2026-03-02", "09:00"));
  const recorders: Username[] = ["member3", "member5", "zhou"];
  for (let i = 0; i < 42; i++) {
    api.clock.set(shanghai(`2026-03-0${2 + (i % 3)}`, `09:${String(i).padStart(2, "0")}`));
    const as = recorders[i % 3]!;
    const kind = (["OPINION", "DIFFICULTY", "DISPUTE"] as const)[i % 3 === 2 ? i % 2 : (i >> 1) % 3];
    const place = i % 3 === 0 ? { compoundId: api.compoundId } : i % 3 === 1 ? { buildingId: api.sewerBuildingId } : {};
    const c = await done(api, as, "collectOpinion", null, { words: `第${i}件`, kind, place, channel: "VISIT", severity: i % 10 === 9 ? "SAFETY" : "NORMAL" });
    // What is of no known grid stays in intake until somebody says where it is.
    if (i % 4 === 0 || i % 3 === 2 || kind === "DISPUTE") continue;
    const head = i % 3 === 0 ? "li" : "wang";
    await done(api, head, "acceptCase", c.id, { kind, category: i % 2 ? "assets.lighting" : "events.noise", severity: "NORMAL" });
    if (i % 5 === 1) await done(api, head, "startCase", c.id, { measure: "修" });
    if (i % 7 === 2) await done(api, head, "escalateCase", c.id, { reason: "难" }).catch(() => undefined);
    if (i % 10 === 1) await done(api, head, "resolveCase", c.id, { result: "修好了" });
  }
  api.clock.set(now);
});
afterAll(() => api.stop());

const viewers: readonly Username[] = ["zhou", "li", "wang", "member3", "member5", "chen", "street", "district", "neighbour", "admin"];
const areaSets: readonly (readonly string[])[] = [[grid(3)], [grid(3), grid(5)], [community], [`${community}000`], [grid(5), community], ["340802001"], ["340802"], ["340802001008"]];

const pageQuery = `query ($areas: [ID!]!, $first: Int!, $view: BoardView!) {
  board(areas: $areas, first: $first, view: $view) { columns { column status total overdue cards { nodes { id } pageInfo { hasNextPage endCursor } } } } }`;

async function viewerOf(username: Username): Promise<Viewer> {
  const { rows } = await api.pool.query("select role, area_code from role_assignment where person_id = $1", [api.people[username]]);
  const personId = api.people[username];
  return { personId, assignments: rows.map((r) => ({ personId, role: r.role as Role, area: r.area_code, buildingId: null, departmentId: null, from: "2023-01-01", to: null })) };
}

async function everything(): Promise<Case[]> {
  const { rows } = await api.pool.query("select id from cases");
  return [...(await loadCases(api.pool, rows.map((r) => r.id))).values()];
}

test("for every viewer and choice of areas it holds what the domain says, no card more or less", async () => {
  const cases = await everything();
  let cards = 0;
  for (const username of viewers) {
    const viewer = await viewerOf(username);
    for (const areas of areaSets) {
      const { data, errors } = await api.graphql(pageQuery, { areas, first: 100, view: "ESCALATION" }, { as: username });
      expect(errors).toEqual([]);
      const expected = cases.filter((c) => visibility(viewer, c) !== "NONE" && areas.some((a) => covers(a, c.gridCode) || a === c.gridCode));
      for (const column of boardColumns) {
        const wanted = expected.filter((c) => boardColumn(c, now) === column);
        const got = data.board.columns.find((g: { column: string }) => g.column === column);
        expect(got.cards.nodes.map((n: { id: string }) => n.id).toSorted(), `${username} ${areas} ${column}`).toEqual(wanted.map((c) => c.id).toSorted());
        expect(got.total).toBe(wanted.length);
        expect(got.overdue).toBe(wanted.filter((c) => c.due?.at && c.due.at < now).length);
        cards += wanted.length;
      }
    }
  }
  expect(cards).toBeGreaterThan(500);
});

test("the next pages of a column go on where the board ended, in the order of what is due, and end", async () => {
  const { data } = await api.graphql(pageQuery, { areas: [community], first: 3, view: "ESCALATION" }, { as: "zhou" });
  const intake = data.board.columns[0];
  expect(intake.cards.pageInfo.hasNextPage).toBe(true);
  const ids: string[] = intake.cards.nodes.map((n: { id: string }) => n.id);
  const dues: string[] = [];
  let after: string | null = intake.cards.pageInfo.endCursor;
  while (after !== null) {
    const next = await api.graphql(
      `query ($areas: [ID!]!, $after: String) { cases(areas: $areas, first: 4, after: $after, filter: { columns: [INTAKE] }) { totalCount nodes { id due { at } } pageInfo { hasNextPage endCursor } } }`,
      { areas: [community], after },
      { as: "zhou" },
    );
    const page: { totalCount: number; nodes: { id: string; due: { at: string } | null }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } = next.data.cases;
    expect(page.totalCount).toBe(intake.total);
    ids.push(...page.nodes.map((n) => n.id));
    dues.push(...page.nodes.map((n) => n.due?.at ?? "infinity"));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  }
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBe(intake.total);
  expect(dues).toEqual(dues.toSorted());
});

test("the workflow board has the same cases by status", async () => {
  const cases = (await everything()).filter((c) => covers(community, c.gridCode));
  const { data } = await api.graphql(pageQuery, { areas: [community], first: 100, view: "WORKFLOW" }, { as: "chen" });
  for (const { status, total } of data.board.columns) expect(total, status).toBe(cases.filter((c) => c.status === status).length);
});

test("lanes add up to the board", async () => {
  const open = (await everything()).filter((c) => covers(community, c.gridCode) && !["CLOSED", "MERGED"].includes(c.status)).length;
  for (const by of ["GRID", "COMPOUND", "KIND", "LEAD"]) {
    const { data } = await api.graphql(`query ($areas: [ID!]!, $by: LaneKey!) { boardLanes(areas: $areas, by: $by) { key name total overdue } }`, { areas: [community], by }, { as: "zhou" });
    expect(data.boardLanes.reduce((sum: number, lane: { total: number }) => sum + lane.total, 0), by).toBe(open);
  }
});

test("first outside 1 to 100, no areas, a wrong area and a wrong cursor are said to be so before anything is read", async () => {
  for (const [areas, first] of [[[grid(3)], 0], [[grid(3)], 101], [[grid(3)], -1], [[], 5], [["34"], 5], [["34080x"], 5]] as const) {
    const { errors } = await api.graphql(pageQuery, { areas, first, view: "ESCALATION" }, { as: "zhou" });
    expect(errors[0]?.extensions["code"], JSON.stringify([areas, first])).toMatch(/BAD_USER_INPUT|COST_EXCEEDED/);
  }
  const { errors } = await api.graphql(`{ cases(areas: ["${community}"], first: 5, after: "bm9wZQ") { nodes { id } } }`, {}, { as: "zhou" });
  expect(errors[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
});

test("a node is found by its id whatever it is, and only in scope", async () => {
  const { rows } = await api.pool.query("select id from cases where area_no = $1 and kind = 'DIFFICULTY' limit 1", [grid(3)]);
  const ask = async (id: string, as: string) => (await api.graphql(`query ($id: ID!) { node(id: $id) { __typename id ... on Case { no } ... on Compound { name } ... on Building { address } } }`, { id }, { as })).data.node;
  expect(await ask(rows[0].id, "zhou")).toMatchObject({ __typename: "Case", id: rows[0].id });
  expect(await ask(rows[0].id, "wang")).toBeNull();
  expect(await ask(api.compoundId, "wang")).toMatchObject({ __typename: "Compound", name: "曹家巷小区" });
  expect(await ask(api.sewerBuildingId, "neighbour")).toBeNull();
  expect(await ask("nonsense", "zhou")).toBeNull();
});

test("a long answer is packed for a client that takes it, a short one is not", async () => {
  const cookie = await api.signIn("zhou");
  const ask = (query: string, variables: object) =>
    api.fetch("/graphql", { method: "POST", headers: { "content-type": "application/json", "accept-encoding": "gzip", cookie }, body: JSON.stringify({ query, variables }) });
  const board = await ask(pageQuery, { areas: [community], first: 100, view: "ESCALATION" });
  expect(board.headers.get("content-encoding")).toBe("gzip");
  expect(((await board.json()) as { data: { board: object } }).data.board).toBeTruthy();
  expect((await ask("{ __typename }", {})).headers.get("content-encoding")).toBeNull();
});

test("an id that is none, and a year that never was, find nothing and break nothing", async () => {
  for (const filter of [{ leadIds: ["x"] }, { compoundIds: ["'"] }, { buildingId: "x" }, { projectId: "x" }]) {
    const { data, errors } = await api.graphql(`query ($f: CaseFilter) { cases(areas: ["${community}"], first: 5, filter: $f) { nodes { id } } }`, { f: filter }, { as: "zhou" });
    expect(errors, JSON.stringify(filter)).toEqual([]);
    expect(data.cases.nodes).toEqual([]);
  }
  const { data, errors } = await api.graphql(`{ projects(areas: ["${community}"], year: 99999, first: 5) { nodes { id } } }`, {}, { as: "zhou" });
  expect([errors, data.projects.nodes]).toEqual([[], []]);
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { diceOf, selection, type Dice, type Ground } from "./generate-operation.ts";
import { changeFields } from "../feed/change-fields.ts";
import { caseFields } from "../cases/case-fields.ts";
import { makeSchema } from "../schema.ts";
import { startApi, testAuditKeys, type TestApi } from "../testing/api.ts";
import { community, grid, startCommunity, type TestCommunity, type Username } from "../testing/community.ts";
import { makeKey, type TestKey } from "../testing/keys.ts";
import { sequenceAll } from "../testing/sequence-all.ts";
import { done, shanghai } from "../testing/verbs.ts";

const ROUNDS = Number(process.env["BANDENG_DIFFERENTIAL_ROUNDS"] ?? 12);
const schema = makeSchema();
const viewers: readonly Username[] = ["zhou", "li", "wang", "member3", "chen", "street", "district", "neighbour", "admin"];
const everybody = [...viewers, "key"] as const;
const areaSets = [[grid(3)], [grid(3), grid(5)], [community], [grid(5), community], ["340802001"], ["340802"], ["340802001008"]];

let api: TestCommunity;
let plain: TestApi;
let key: TestKey;
const ids: string[] = [];

beforeAll(async () => {
  api = await startCommunity(shanghai("2026-03-02", "09:00"));
  // Another instance over the same database, with nothing before the executor.
  plain = await startApi({ databaseUrl: api.databaseUrl, clock: api.clock, lane: false });
  key = await makeKey(api);
  for (let i = 0; i < 14; i++) await collect(i);
}, 60_000);
afterAll(async () => {
  await plain.stop();
  await api.stop();
});

async function collect(i: number): Promise<void> {
  const kind = (["DIFFICULTY", "DISPUTE", "OPINION"] as const)[i % 3] as string;
  const place = i % 4 === 3 ? { compoundId: api.compoundId } : { buildingId: api.sewerBuildingId };
  const c = await done(api, "zhou", "collectOpinion", null, { words: `第${i}件“引号”\\反斜\n行\t"x"`, title: i % 5 === 0 ? `标题"${i}"\\` : null, kind, place, channel: "VISIT", severity: i % 7 === 6 ? "SAFETY" : "NORMAL" });
  ids.push(c.id);
  if (i % 2 === 0 || i % 4 === 3 || kind === "DISPUTE") return; // of no known grid: nobody accepts it yet
  await done(api, "wang", "acceptCase", c.id, { kind, category: "assets.lighting", severity: "NORMAL" });
  if (i % 5 === 0) await done(api, "wang", "startCase", c.id, { measure: "修" });
}

const pickOf = <T>(dice: Dice, list: readonly T[]): T => list[dice(list.length)] as T;
const ground: Ground = {
  schema,
  fields: {
    Query: ["board", "cases", "case", "changes"],
    Board: ["columns"],
    BoardColumnPage: ["column", "status", "total", "overdue", "wipLimit", "cards", "cards"],
    CaseConnection: ["nodes", "nodes", "edges", "pageInfo", "totalCount"],
    CaseEdge: ["cursor", "node"],
    PageInfo: ["hasNextPage", "endCursor"],
    Case: Object.keys(caseFields.fields),
    CasePlaceType: ["compoundId", "compoundName", "buildingId", "buildingAddress", "unitId", "unitNo"],
    Person: ["id", "name"],
    PendingAsk: ["kind", "askedBy", "askedAs", "at", "reason", "holdReason", "until", "days"],
    Due: ["kind", "at", "expected", "provisional", "calendar"],
    CaseEvent: ["id", "seq", "type", "at", "recordedAt", "actor", "payload", "words", "due", "corrected"],
    ChangePage: ["changes", "changes", "after", "upTo", "head"],
    Change: Object.keys(changeFields.fields),
  },
  args: {
    "Query.board": (dice) => `(areas: $areas, first: ${1 + dice(4)}${pickOf(dice, ["", ", view: WORKFLOW", ", filter: $filter", ", filter: { kinds: [DISPUTE, DIFFICULTY] }"])})`,
    "Query.cases": (dice) => `(areas: $areas, first: ${1 + dice(6)}, order: ${pickOf(dice, ["DUE", "CLOSED", "UPDATED"])}${pickOf(dice, ["", ", filter: $filter", ", after: $cursor"])})`,
    "Query.case": (dice) => pickOf(dice, ["(id: $id)", "(no: $no)"]),
    "Query.changes": (dice) => `(first: ${1 + dice(8)}${pickOf(dice, ["", ", after: 4", ", areas: $areas", ", subjects: [CASE, SETTING]"])})`,
    "Case.events": (dice) => `(first: ${1 + dice(4)})`,
  },
};
const types = { areas: "[ID!]!", id: "ID", no: "String", filter: "CaseFilter", cursor: "String", yes: "Boolean!", off: "Boolean!" };
const filters = [null, { overdue: true }, { columns: ["COMPOUND", "CLOSED"] }, { text: "di" }, { severities: ["SAFETY"] }, { withoutLead: true, asks: false }];

/** `data` as it came, letter by letter. */
async function dataOf(of: Pick<TestApi, "url">, headers: Record<string, string>, body: string): Promise<{ data: string; errors: boolean }> {
  const response = await fetch(`${of.url}/graphql`, { method: "POST", headers: { "content-type": "application/json", ...headers }, body });
  const text = await response.text();
  const end = text.lastIndexOf(',"extensions":{"cost"');
  if (response.status !== 200 || end < 0) throw new Error(`${response.status} ${text.slice(0, 600)}\n${body}`);
  return { data: text.slice(0, end), errors: text.startsWith('{"errors"') };
}

async function move(dice: Dice): Promise<void> {
  const id = pickOf(dice, ids);
  const [row] = (await api.pool.query("select kind, status, grid_code = $2 as ours from cases where id = $1", [id, grid(5)])).rows;
  if (row.status === 1 && row.kind !== "DISPUTE" && row.ours) await done(api, "wang", "acceptCase", id, { kind: row.kind, category: "assets.lighting", severity: "HIGH" });
  else if (row.status === 2) await done(api, "wang", "startCase", id, { measure: "修" });
  else await collect(dice(30));
  if (dice(3) === 0) await api.pool.query("update building set address = address || '号' where id = $1", [api.sewerBuildingId]);
  if (dice(3) === 0) await api.pool.query("update person set display_name = display_name || '先' where id = $1", [api.people.wang]);
  if (dice(4) === 0) api.clock.set(new Date(Date.parse(await api.clock.now(api.pool)) + 40 * 3_600_000).toISOString());
}

describe("the three layers", () => {
  it.each(Array.from({ length: ROUNDS }, (_, i) => i + 1))("answer alike, letter by letter, for every viewer, while cases move (series %i)", async (seed) => {
    const dice = diceOf(seed);
    const query = schema.getQueryType();
    if (!query) throw new Error("no Query");
    const [{ no }] = (await api.pool.query("select no from cases order by random() limit 1")).rows;
    // Every second document is of boards alone: those are kept and given again.
    const asked = selection(seed % 2 === 0 ? { ...ground, fields: { ...ground.fields, Query: ["board"] } } : ground, query, dice, 6);
    const declared = Object.entries(types).filter(([name]) => new RegExp(`\\$${name}\\b`).test(asked));
    const head = declared.length > 0 ? `(${declared.map(([name, type]) => `$${name}: ${type}`).join(", ")})` : "";
    const variables = { areas: pickOf(dice, areaSets), id: pickOf(dice, ids), no, filter: pickOf(dice, filters), cursor: null, yes: true, off: false };
    const body = JSON.stringify({ query: `query${head} { ${asked} }`, variables });
    // Three of them in turn, so that all have come after four series.
    const turn = Array.from({ length: 3 }, (_, i) => everybody[(seed * 3 + i) % everybody.length] as (typeof everybody)[number]);
    for (const who of turn) {
      const headers = who === "key" ? { authorization: key.headers["authorization"] as string } : { cookie: await api.signIn(who) };
      await sequenceAll(api.appPool, testAuditKeys);
      const before = await dataOf(plain, headers, body);
      for (const time of ["learned", "compiled", "kept"]) expect(await dataOf(api, headers, body), `${who}, ${time}: ${body}`).toEqual(before);
      await move(dice);
      await sequenceAll(api.appPool, testAuditKeys);
      expect(await dataOf(api, headers, body), `${who}, after a move: ${body}`).toEqual(await dataOf(plain, headers, body));
    }
  }, 60_000);

  it("were all three at work: nothing failed, and answers were kept and given again", () => {
    expect(api.server.laneFigures?.()).toMatchObject({ failed: 0 });
    expect(api.server.laneFigures?.()?.answered).toBeGreaterThan(ROUNDS * 3);
    expect(api.server.laneFigures?.()?.hits).toBeGreaterThan(ROUNDS);
  });
});

import { parse, type OperationDefinitionNode } from "graphql";
import { getVariableValues } from "graphql/execution/values.js";
import type { Pool } from "pg";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { leavesIn, put, rootFields, sampleOf, type Path } from "./input-types.ts";
import { MARK, sqlPayloads } from "./sql-payloads.ts";
import { changes, stored } from "./stored.ts";
import { contract, documentOf, send, wholeLife, wholeLifeBegins, withKeys, type Step } from "./whole-life.ts";
import { ScopedDatabase } from "../database/scoped.ts";
import { community, startCommunity, type TestCommunity, type Username } from "../testing/community.ts";

/** What the driver was told and what PostgreSQL answered, of every connection of this process. */
const sent: string[] = [];
const refused: string[] = [];
const heard = { statements: 0 };

interface DriverParts {
  query(query: unknown, ...more: unknown[]): unknown;
}

/** A pool's own class of clients (MikroORM may bring another copy of the driver), and the wire below each of them. */
interface PoolParts {
  readonly Client: { readonly prototype: DriverParts };
  readonly _clients: readonly ClientParts[];
}
interface ClientParts {
  readonly connection: { on(event: "errorMessage", heard: (message: { code?: string; message: string }) => void): void };
}

function listenTo(pool: Pool): void {
  const { Client, _clients } = pool as unknown as PoolParts;
  const { query } = Client.prototype;
  vi.spyOn(Client.prototype, "query").mockImplementation(function (this: DriverParts, asked, ...more) {
    const text = typeof asked === "string" ? asked : (asked as { text?: string } | null)?.text;
    heard.statements += 1;
    if (text?.includes(MARK)) sent.push(text);
    return query.call(this, asked, ...more);
  });
  const hear = ({ connection }: ClientParts): void => connection.on("errorMessage", ({ code, message }) => void refused.push(`${code} ${message}`));
  for (const client of _clients) hear(client);
  pool.on("connect", (client) => hear(client as unknown as ClientParts));
}

class Undone extends Error {
  constructor(readonly result: unknown) {
    super("undone");
  }
}

const undo = { on: false };
let api: TestCommunity;
beforeAll(async () => {
  // So that each payload meets the same data: an act runs to its end, and then is taken back.
  const { transaction } = ScopedDatabase.prototype;
  vi.spyOn(ScopedDatabase.prototype, "transaction").mockImplementation(async function (this: ScopedDatabase, work) {
    if (!undo.on) return transaction.call(this, work) as never;
    return transaction.call(this, async (client) => Promise.reject(new Undone(await work(client)))).catch((error: unknown) => {
      if (error instanceof Undone) return error.result;
      throw error;
    }) as never;
  });
  api = await startCommunity(wholeLifeBegins);
  listenTo(api.appPool);
  for (const as of ["chen", "district", "zhou"]) await api.signIn(as);
});
afterAll(async () => {
  await api.stop();
  vi.restoreAllMocks();
});

type Args = Record<string, unknown>;

/** Texts and ids: of every other type only its own values are taken. */
const isFree = (type: string): boolean => type === "String" || type === "ID";

/** Nothing of ours failed, and PostgreSQL had nothing to complain about. */
async function ask(as: Username, document: string, variables: Args, told: string): Promise<void> {
  const { errors } = await api.graphql(document, variables, { as });
  expect(errors.filter(({ extensions }) => extensions["code"] === "INTERNAL"), told).toEqual([]);
  expect(refused, told).toEqual([]);
  expect(sent, told).toEqual([]);
}

/** Nine at once: a request may hold ten mutations. */
async function askAll(as: Username, kind: "query" | "mutation", name: string, all: readonly Args[], told: string, atOnce = 9): Promise<void> {
  for (let i = 0; i < all.length; i += atOnce) {
    const now = all.slice(i, i + atOnce);
    const variables = Object.fromEntries(now.flatMap((args, n) => Object.entries(args).map(([arg, value]) => [`a${n}_${arg}`, value])));
    await ask(as, documentOf(kind, name, now.map((_, n) => `a${n}`)), variables, `${told}: ${JSON.stringify(now).slice(0, 300)}`);
  }
}

/** The row wants 30 for each argument (BANDENG_PAYLOADS=all, some minutes); in every run four, so that all are sent somewhere. */
const EACH = process.env["BANDENG_PAYLOADS"] === "all" ? 30 : 4;

/** Payloads for an argument, beginning elsewhere each time: the next argument meets the others. */
function some(turn: number, count = EACH): string[] {
  return Array.from({ length: count }, (_, i) => sqlPayloads[(turn * 17 + i) % sqlPayloads.length] as string);
}

/** The arguments of a step with payloads: one id at a time, as a wrong one ends the act; all texts at once, each with another payload. */
function variants({ mutation }: Step, args: Args, turn: number): Args[] {
  const field = contract.getMutationType()?.getFields()[mutation];
  const leaves = leavesIn(field?.args ?? []).filter(({ type }) => isFree(type));
  const fresh = (path: Path, given: unknown): Args => {
    // The accounts have connections of their own, whose work is not taken back: each needs a name of its own.
    const named = "username" in (args["input"] as Args ?? {}) && !path.includes("username") ? put(args, ["input", "username"], `u${uuidv7().slice(-12)}`) : args;
    return put(named, path, given) as Args;
  };
  const ids = leaves.filter(({ type }) => type === "ID").flatMap(({ path }) => {
    // These two take the same way in every mutation: each payload meets them several times.
    const everywhere = path.length === 2 && (path[1] === "id" || path[1] === "idempotencyKey");
    return some(turn, everywhere ? 2 : EACH).map((payload) => fresh(path, payload));
  });
  const texts = leaves.filter(({ type }) => type === "String");
  const told = texts.length === 0 ? [] : some(turn).map((_, i) => texts.reduce((all, { path }, n) => put(all, path, some(turn + n)[i]) as Args, fresh(["input", "idempotencyKey"], uuidv7())));
  return [...ids, ...told];
}

it("C13: no text or id of any mutation, in the state in which it takes effect, becomes SQL or a fault", async () => {
  // What listens does hear: a statement of ours that holds the mark, and one that PostgreSQL refuses.
  await api.appPool.query(`select 1/0 as "${MARK}"`).catch(() => {});
  expect([sent.splice(0).length, refused.splice(0).length]).toEqual([1, 1]);
  for (const [turn, step] of wholeLife(api).entries()) {
    const args = await step.prepare();
    await api.signIn(step.as);
    const before = await stored(api.pool);
    undo.on = true;
    await askAll(step.as, "mutation", step.mutation, variants(step, args, turn).map((one) => withKeys(step.mutation, one)), step.mutation);
    undo.on = false;
    const changed = changes(before, await stored(api.pool)).filter((change) => !(step.mutation.startsWith("invite") && change.startsWith("+auth.")));
    expect(changed, step.mutation).toEqual([]);
    await send(api, step, args);
  }
}, 300_000);

/** Arguments that queries answer something for. */
const asked: Args = { areas: [community], area: community, code: community, parent: "340802001", communityCode: community, first: 1, text: "下", order: "DUE", view: "ESCALATION", by: "GRID" };

it("C13: no text or id of any query, filters and cursors included, becomes SQL or a fault", async () => {
  undo.on = false;
  [sent, refused].forEach((list) => list.splice(0));
  const before = await stored(api.pool);
  const cursors = sqlPayloads.flatMap((payload) => [JSON.stringify([payload, uuidv7()]), JSON.stringify([wholeLifeBegins, payload]), payload]).map((text) => Buffer.from(text).toString("base64url"));
  let turn = 0;
  for (const { field } of rootFields().filter(({ kind }) => kind === "query")) {
    const args = Object.fromEntries(field.args.filter(({ name, type }) => name in asked || String(type).endsWith("!")).map(({ name, type }) => [name, asked[name] ?? sampleOf(type)]));
    for (const { path } of leavesIn(field.args).filter(({ type }) => isFree(type))) {
      const payloads = path[0] === "after" ? [...sqlPayloads, ...cursors] : some(turn++);
      for (const as of ["chen", "district"] as const) {
        const told = as === "chen" ? payloads : payloads.slice(0, 5);
        await askAll(as, "query", field.name, told.map((payload) => put(args, path, payload) as Args), `${field.name} ${path.join(".")}`, 5);
      }
    }
  }
  // What is denied leaves a row in the audit, and nothing else.
  expect(changes(before, await stored(api.pool)).filter((change) => change !== "+audit")).toEqual([]);
  expect(heard.statements).toBeGreaterThan(500);
}, 120_000);

it("C13: where an enum, a day or a moment is wanted, nothing else comes through", () => {
  let tried = 0;
  for (const { kind, field } of rootFields()) {
    const args = Object.fromEntries(field.args.map(({ name, type }) => [name, sampleOf(type)]));
    const [operation] = parse(documentOf(kind, field.name, ["a"], "{ __typename }")).definitions as OperationDefinitionNode[];
    for (const { path, type } of leavesIn(field.args).filter((leaf) => !isFree(leaf.type))) {
      for (const payload of sqlPayloads) {
        const variables = Object.fromEntries(Object.entries(put(args, path, payload) as Args).map(([name, value]) => [`a_${name}`, value]));
        expect(getVariableValues(contract, operation?.variableDefinitions ?? [], variables).errors?.length, `${field.name} ${path.join(".")} ${type} ${payload}`).toBe(1);
        tried++;
      }
    }
  }
  expect(tried).toBeGreaterThan(1000);
});

it("C13: what was sent is stored to the letter", async () => {
  undo.on = false;
  const words = sqlPayloads.filter((payload) => payload.length <= 4000);
  for (const text of words) {
    const input = { idempotencyKey: uuidv7(), words: text, title: [...text].slice(0, 30).join(""), kind: "OPINION", channel: "PHONE", place: { compoundId: api.compoundId } };
    const { data } = await api.graphql(`mutation ($input: CollectOpinionInput!) { collectOpinion(input: $input) { case { id } refusal { code } } }`, { input }, { as: "zhou" });
    const { rows } = await api.pool.query("select words from opinion where case_id = $1", [data.collectOpinion.case?.id]);
    expect(rows, JSON.stringify(data)).toEqual([{ words: text.trim() }]);
  }
});

import { getNamedType, isLeafType } from "graphql";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sequenceAll } from "../testing/sequence-all.ts";
import { junkFor } from "./testing/junk-input.ts";
import { verifyAudit } from "./verify-audit.ts";
import { makeSchema } from "../schema.ts";
import { testAuditKeys as keys } from "../testing/api.ts";
import { startCommunity, type TestCommunity, type Username } from "../testing/community.ts";
import { done, shanghai, tell, versionOf } from "../testing/verbs.ts";

let api: TestCommunity;
beforeAll(async () => {
  api = await startCommunity(shanghai("2026-03-02", "09:00"));
});
afterAll(() => api.stop());

interface Row {
  readonly action: string;
  readonly outcome: string;
  readonly code: string | null;
  readonly person: string | null;
  readonly address: string | null;
  readonly request: string | null;
  readonly xid: string;
  readonly before: Buffer | null;
  readonly after: Buffer | null;
  readonly subject: string | null;
  readonly area: number | null;
}

let seen = new Set<string>();
/** The rows since the last time. */
async function fresh(): Promise<Row[]> {
  const { rows } = await api.pool.query<Row & { id: string }>(
    `select id, action, outcome, code, person_id as person, address, request_id as request, xid::text as xid, before_hash as before, after_hash as after, subject_id as subject, area_no as area from audit order by at, id`,
  );
  const found = rows.filter(({ id }) => !seen.has(id));
  seen = new Set(rows.map(({ id }) => id));
  return found;
}
beforeEach(async () => {
  await Promise.all((["zhou", "li", "chen", "admin"] as const).map((who) => api.signIn(who)));
  await fresh();
});

const schema = makeSchema();
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
const wordy = { words: "楼道灯坏了", kind: "DIFFICULTY", channel: "VISIT" };
const collected = async (): Promise<string> => (await done(api, "zhou", "collectOpinion", null, { ...wordy, place: { compoundId: api.compoundId } })).id;

/** A mutation with well-formed input about nothing that exists. */
async function callWithJunk(name: string, as: Username) {
  const field = mutations.find((one) => one.name === name) as (typeof mutations)[number];
  const values = junkFor(field.args);
  const declared = field.args.filter(({ name: arg }) => arg in values);
  const variables = declared.length === 0 ? "" : `(${declared.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(", ")})`;
  const given = declared.length === 0 ? "" : `(${declared.map((arg) => `${arg.name}: $${arg.name}`).join(", ")})`;
  return api.graphql(`mutation ${variables} { done: ${name}${given} ${isLeafType(getNamedType(field.type)) ? "" : "{ __typename }"} }`, values, { as });
}

describe("C31: every mutation leaves exactly one row", () => {
  for (const { name } of mutations) {
    it(`C31: ${name}, whatever comes of it`, async () => {
      for (const as of ["chen", "admin"] as const) {
        const { errors } = await callWithJunk(name, as);
        expect(errors.filter(({ extensions }) => extensions["code"] === "INTERNAL")).toEqual([]);
        const rows = await fresh();
        expect(rows).toEqual([expect.objectContaining({ action: name, person: api.people[as], address: "127.0.0.1", request: expect.any(String) })]);
      }
    });
  }

  it("C31: a verb that was done says before and after, in the very transaction of its events", async () => {
    const id = await collected();
    await done(api, "li", "acceptCase", id, { kind: "DIFFICULTY", category: "assets.lighting", severity: "NORMAL" });
    await done(api, "li", "escalateCase", id, { reason: "难" });
    const rows = await fresh();
    expect(rows.map(({ action, outcome }) => [action, outcome])).toEqual([["collectOpinion", "DONE"], ["acceptCase", "DONE"], ["escalateCase", "DONE"]]);
    expect(new Set(rows.map(({ subject }) => subject))).toEqual(new Set([id]));
    expect(rows[0]?.before).toBeNull();
    expect(rows[1]?.before).toEqual(rows[0]?.after);
    expect(rows[2]?.before).toEqual(rows[1]?.after);
    expect(rows[2]?.after).not.toEqual(rows[2]?.before);
    const { rows: events } = await api.pool.query("select distinct on (seq) seq, xid::text as xid from event where stream_id = $1 order by seq", [id]);
    expect(rows.map(({ xid }) => xid)).toEqual(events.map(({ xid }) => xid));
  });

  it("C31: the same key again does nothing and leaves nothing", async () => {
    const input = { ...wordy, idempotencyKey: uuidv7() };
    await tell(api, "zhou", "collectOpinion", input);
    await tell(api, "zhou", "collectOpinion", input);
    expect((await fresh()).length).toBe(1);
  });

  it("C31: what is no verb, and each case of many, has its row", async () => {
    const save = "mutation ($input: SaveViewInput!) { saveView(input: $input) { id } }";
    const { data } = await api.graphql(save, { input: { name: "我的", areaCode: "340802001007", search: "" } }, { as: "zhou" });
    expect(await fresh()).toEqual([expect.objectContaining({ action: "saveView", outcome: "DONE", subject: data.saveView.id })]);
    const ids = [await collected(), await collected()];
    await fresh();
    const cases = ids.map((id) => ({ id, expectedVersion: 1, idempotencyKey: uuidv7() }));
    await api.graphql("mutation ($input: EscalateCasesInput!) { escalateCases(input: $input) { results { id } } }", { input: { cases, reason: "难" } }, { as: "chen" });
    expect((await fresh()).map(({ action, subject }) => [action, subject])).toEqual(ids.map((id) => ["escalateCases", id]));
  });
});

describe("C31: the row and the effect stand and fall together", () => {
  /** Makes every insert into a table fail while something is done. */
  async function failing(table: string, condition: string, during: () => Promise<unknown>): Promise<void> {
    await api.pool.query(`alter table ${table} add constraint planted check (${condition}) not valid`);
    try {
      await during();
    } finally {
      await api.pool.query(`alter table ${table} drop constraint planted`);
    }
  }
  const codes = async (answer: Promise<{ errors: readonly { extensions: Record<string, unknown> }[] }>) => (await answer).errors.map(({ extensions }) => extensions["code"]);
  const escalate = async (id: string) =>
    codes(api.graphql("mutation ($input: EscalateCaseInput!) { escalateCase(input: $input) { refusal { code } } }", { input: { id, expectedVersion: await versionOf(api, id), reason: "难", idempotencyKey: uuidv7() } }, { as: "li" }));

  it("C31: an act that breaks off in the middle leaves neither effect nor row", async () => {
    const id = await collected();
    await done(api, "li", "acceptCase", id, { kind: "DIFFICULTY", category: "assets.lighting", severity: "NORMAL" });
    await fresh();
    await failing("event", "type <> 'ESCALATED'", async () => expect(await escalate(id)).toEqual(["INTERNAL"]));
    expect(await versionOf(api, id)).toBe(2);
    expect(await fresh()).toEqual([]);
  });

  it("C31: an act whose row cannot be written is undone, verb or not", async () => {
    const id = await collected();
    await done(api, "li", "acceptCase", id, { kind: "DIFFICULTY", category: "assets.lighting", severity: "NORMAL" });
    await fresh();
    await failing("audit", "false", async () => {
      expect(await escalate(id)).toEqual(["INTERNAL"]);
      const save = "mutation { saveView(input: { name: \"另一个\", areaCode: \"340802001007\", search: \"\" }) { id } }";
      expect(await codes(api.graphql(save, {}, { as: "zhou" }))).toEqual(["INTERNAL"]);
    });
    expect(await versionOf(api, id)).toBe(2);
    expect((await api.pool.query("select from saved_view where name = '另一个'")).rows).toEqual([]);
    expect(await fresh()).toEqual([]);
  });
});

describe("C31: denials and sign-ins", () => {
  it("C31: what is forbidden leaves a row, what nobody asked leaves none", async () => {
    const denied = await api.graphql("{ mine: audit(areas: [\"340802\"], first: 1) { nodes { id } } }", {}, { as: "zhou" });
    expect(denied.errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
    expect(await fresh()).toEqual([expect.objectContaining({ action: "audit", outcome: "REFUSED", code: "FORBIDDEN", person: api.people.zhou })]);
    const anonymous = await api.graphql("mutation { deleteView(id: \"1\") }");
    expect(anonymous.errors).toMatchObject([{ extensions: { code: "UNAUTHENTICATED" } }]);
    expect(await fresh()).toEqual([]);
  });

  it("C31: signing in, and failing to, leave one row each", async () => {
    const signIn = (password: string) =>
      api.fetch("/api/auth/sign-in/username", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ username: "fu", password }) });
    expect((await signIn("不是这个密码")).status).toBe(401);
    expect(await fresh()).toEqual([expect.objectContaining({ action: "signIn", outcome: "REFUSED", person: null, subject: expect.any(String), area: 340_802_001_007_000 })]);
    expect((await signIn("板凳会-test-2024")).status).toBe(200);
    expect(await fresh()).toEqual([expect.objectContaining({ action: "signIn", outcome: "DONE", person: api.people.fu, address: "127.0.0.1", area: 340_802_001_007_000 })]);
  });

  it("C32: all of it verifies", async () => {
    const { linked, forged } = await sequenceAll(api.appPool, keys);
    expect({ linked: linked > 0, forged }).toEqual({ linked: true, forged: 0 });
    expect(await verifyAudit(api.appPool, keys)).toMatchObject({ broken: null, rows: linked });
  });
});

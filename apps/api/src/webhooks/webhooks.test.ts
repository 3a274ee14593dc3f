import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { uuidv7 } from "uuidv7";
import { fanOut } from "./fan-out.ts";
import { transaction } from "../database/transaction.ts";
import { openKeys } from "../keys/keys.ts";
import { retire } from "../personal/retention.ts";
import { canaryEndpoint, type CanaryEndpoint } from "../testing/canary-endpoint.ts";
import { grid, startCommunity, type TestCommunity, type Username } from "../testing/community.ts";
import { done, shanghai } from "../testing/verbs.ts";
import { testKey, webhookWork } from "../testing/webhooks.ts";

const start = shanghai("2024-03-04", "09:00");
const FIELDS = `id version name url areas subjects types source state pausedAt pausedWhy failingSince position waiting earlierUntil key { id name }
  deliveries(first: 100) { nodes { id position test replay type state failure nextAt body attempts { at milliseconds status failure requestHeaders response } } }`;
interface Message {
  readonly type: string;
  readonly timestamp: string;
  readonly data: { readonly position: number; readonly id: string; readonly type: string; readonly payload: object; readonly case?: Record<string, unknown>; readonly opinions?: unknown };
}

let api: TestCommunity;
let outside: CanaryEndpoint;
let work: ReturnType<typeof webhookWork>;
let keyId = "";
let hook = "";
let secret = "";

beforeAll(async () => {
  [api, outside] = await Promise.all([startCommunity(start, { localWebhooks: true }), canaryEndpoint()]);
  work = webhookWork(api, api.clock);
  keyId = await testKey(api, "340802");
});
afterAll(async () => {
  await api.stop();
  await outside.stop();
});
beforeEach(async () => {
  api.clock.set(start);
  outside.answers = [204];
  await api.pool.query("delete from webhook_endpoint");
  await api.pool.query("delete from delivery");
  const made = await ask("createWebhook", { keyId, webhook: described() });
  [hook, secret] = [made.webhook.id, made.secret];
  await work.fill();
  outside.received.length = 0;
});

const described = (more: object = {}) => ({ name: "区平台", url: outside.url, areas: [], subjects: [], types: [], source: null, ...more });
/** Asks for something, as the administrator of the district when nobody else is named, and returns the answer. */
async function ask(verb: string, input: Record<string, unknown>, as: Username = "admin", headers: Record<string, string> = {}) {
  const name = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input!`;
  const thing = verb === "resendDelivery" ? "delivery { id state nextAt attempts { status } }" : `webhook { ${FIELDS} }`;
  const more = verb === "createWebhook" || verb === "rotateWebhookSecret" ? "secret" : verb === "replayWebhook" ? "queued" : "";
  const { data, errors } = await api.graphql(`mutation ($input: ${name}) { answer: ${verb}(input: $input) { ${thing} refusal { code path } ${more} } }`, { input: { idempotencyKey: uuidv7(), ...input } }, { as, headers });
  expect(errors).toEqual([]);
  return data.answer;
}
const shown = async (as: Username = "admin") => (await api.graphql(`query ($id: ID!) { webhook(id: $id) { ${FIELDS} } }`, { id: hook }, { as })).data.webhook;
/** Does something to the webhook of this test, on its version of now. */
const onHook = async (verb: string, input: Record<string, unknown> = {}, as: Username = "admin") => {
  const { rows } = await api.pool.query("select version from webhook_endpoint where id = $1", [hook]);
  return ask(verb, { id: hook, expectedVersion: rows[0]?.version ?? 1, ...input }, as);
};
const messages = (): Message[] => outside.received.map(({ body }) => JSON.parse(body)).toSorted((a, b) => a.data.position - b.data.position);
const types = (): string[] => messages().map(({ type }) => type);
const verified = ({ headers, body }: CanaryEndpoint["received"][number], by: string): boolean =>
  headers["webhook-signature"]?.toString().split(" ").includes(new Webhook(by).sign(String(headers["webhook-id"]), new Date(Number(headers["webhook-timestamp"]) * 1000), body)) === true;

const given = { words: "飞线充电，很危险，我是3单元的许大爷", title: "飞线充电", kind: "DIFFICULTY", category: "assets.sewer", channel: "PROXY" };
const collected = async (more: Record<string, unknown> = {}): Promise<string> => (await done(api, "zhang", "collectOpinion", null, { ...given, place: { compoundId: api.compoundId }, reporterId: await api.resident("许大爷"), ...more })).id;
const accepted = async (id: string, more: Record<string, unknown> = {}) => done(api, "li", "acceptCase", id, { kind: "DIFFICULTY", category: "assets.sewer", severity: "NORMAL", leadId: api.people.member3, ...more });

describe("a change", () => {
  it("is told once, signed, with ids and facts and how the case stands, and no word or name of a resident", async () => {
    const id = await collected();
    const c = await accepted(id);
    await work.deliver();
    await work.deliver();
    expect(types()).toEqual(["case.collected", "case.accepted"]);
    const [, message] = messages();
    expect(message).toMatchObject({
      type: "case.accepted", timestamp: start,
      data: { subject: "CASE", id, version: 2, type: "ACCEPTED", areaCode: grid(3), actorId: api.people.li, payload: { leadId: api.people.member3 }, case: { no: c.no, status: "ACCEPTED", level: "BUILDING", kind: "DIFFICULTY", gridCode: grid(3), due: { kind: "LEVEL" } } },
    });
    expect(JSON.stringify(outside.received)).not.toMatch(/许|飞线|大爷|很危险/);
    expect(outside.received.every((one) => verified(one, secret))).toBe(true);
    expect((await shown()).waiting).toBe(0);
  });

  it("is put into the outbox once, however many workers are at it, and with types, subjects and areas only what was asked for", async () => {
    await onHook("amendWebhook", { webhook: described({ types: ["case.accepted"], subjects: ["CASE"], areas: [grid(3)] }) });
    const ground = { pool: api.appPool, clock: api.clock, keys: openKeys(api.appPool) };
    for (let i = 0; i < 3; i++) await accepted(await collected());
    await accepted(await collected({ place: { buildingId: api.sewerBuildingId } }), { leadId: api.people.member5 }).catch(() => {});
    await Promise.all([work.fill(), work.fill(), fanOut(ground), fanOut(ground)]);
    const { rows } = await api.pool.query("select position, type from delivery where endpoint = $1", [hook]);
    expect([rows.length, new Set(rows.map(({ position }) => position)).size, new Set(rows.map(({ type }) => type))]).toEqual([3, 3, new Set(["case.accepted"])]);
    expect((await shown()).position).toBe(Number((await api.pool.query("select position from feed_head")).rows[0].position));
  });

  it("C38: of a dispute nothing is told, and what became one before it was sent is dropped; that it is gone is told", async () => {
    await collected({ kind: "DISPUTE", category: "disputes.leak", title: "卫生间漏水" });
    const id = await collected();
    await work.fill();
    await done(api, "li", "amendCase", id, { kind: "DISPUTE", category: "disputes.leak" });
    await work.deliver();
    expect(messages().map(({ type, data }) => [type, data.id, data.case])).toEqual([["case.out_of_sight", id, undefined]]);
    expect((await shown()).deliveries.nodes.map(({ type, state, failure, body }: Record<string, unknown>) => [type, state, failure, body === null])).toEqual([["case.out_of_sight", "DELIVERED", null, false], ["case.collected", "FAILED", "OUT_OF_SIGHT", true]]);
  });

  it("is told in the scope of the key alone", async () => {
    const elsewhere = await testKey(api, "340802001008");
    const other = (await ask("createWebhook", { keyId: elsewhere, webhook: described() })).webhook.id;
    await collected();
    await work.fill();
    expect((await api.pool.query("select endpoint from delivery")).rows).toEqual([{ endpoint: hook }]);
    expect((await api.pool.query("select position from webhook_endpoint where id = $1", [other])).rows[0].position).toBe((await shown()).position);
  });

  it("S4: carries the answers to the opinions of its source once there are some, without names, phones and rooms", async () => {
    await onHook("amendWebhook", { webhook: described({ source: "12345-AQ" }) });
    const id = await collected();
    await api.pool.query("update opinion set external_source = '12345-AQ', external_id = '20240927-0456', channel = 'EXTERNAL', proxy_id = null where case_id = $1", [id]);
    await accepted(id);
    await done(api, "member3", "startCase", id, { measure: "建充电棚" });
    await done(api, "member3", "resolveCase", id, { result: "充电棚已建成，已告知许大爷（13812345678，3单元502室）" });
    await work.deliver();
    const told = messages().filter(({ data }) => data.id === id);
    expect(told.at(-1)).toMatchObject({ type: "case.resolved", data: { case: { status: "RESOLVED" }, opinions: [{ externalId: "20240927-0456", answer: expect.stringMatching(/^充电棚已建成，已告知许.*（138\*\*\*\*5678，3单元\*\*\*）$/) }] } });
    expect(told.at(-1)?.data.opinions).not.toEqual(expect.stringContaining("大爷"));
  });
});

describe("a webhook whose receiver fails", () => {
  it("is paused after three days of nothing else, its administrators are told once, and it goes on where it stopped", async () => {
    outside.answers = [500];
    const id = await collected();
    for (const hour of [0, 0.1, 1, 4, 9, 20, 40, 60, 71.9, 72]) {
      api.clock.set(new Date(Date.parse(start) + hour * 3_600_000).toISOString());
      await work.deliver();
    }
    expect(await shown()).toMatchObject({ state: "PAUSED", pausedWhy: "FAILING", failingSince: start, waiting: 1 });
    const tried = outside.received.length;
    await accepted(id);
    await work.deliver();
    api.clock.set(new Date(Date.parse(start) + 200 * 3_600_000).toISOString());
    await work.deliver();
    expect(outside.received).toHaveLength(tried);
    const { data } = await api.graphql("{ notices(first: 5) { nodes { kind sentence subject { kind id } } } }", {}, { as: "admin" });
    expect(data.notices.nodes).toEqual([{ kind: "WEBHOOK_PAUSED", sentence: expect.stringContaining("“区平台”（127.0.0.1:"), subject: { kind: "WEBHOOK", id: hook } }]);
    outside.answers = [204];
    outside.received.length = 0;
    expect((await onHook("resumeWebhook")).webhook).toMatchObject({ state: "ACTIVE", pausedAt: null, failingSince: null });
    await work.deliver();
    expect(types()).toEqual(["case.collected", "case.accepted"]);
    expect((await shown()).deliveries.nodes.every(({ state }: { state: string }) => state === "DELIVERED")).toBe(true);
    await api.pool.query("delete from notice");
  });

  it("is failing until something is delivered, and one that is gone is paused at once", async () => {
    outside.answers = [503, 204];
    await collected();
    await work.deliver();
    expect(await shown()).toMatchObject({ state: "FAILING", failingSince: start });
    api.clock.set(shanghai("2024-03-04", "09:01"));
    await work.deliver();
    expect(await shown()).toMatchObject({ state: "ACTIVE", failingSince: null });
    outside.answers = [410];
    await collected();
    await work.deliver();
    expect(await shown()).toMatchObject({ state: "PAUSED", pausedWhy: "GONE" });
  });

  it("shows each attempt with what was sent and answered, for 30 days", async () => {
    outside.answers = [500, 204];
    await collected();
    await work.deliver();
    api.clock.set(shanghai("2024-03-04", "09:01"));
    await work.deliver();
    const [delivery] = (await shown()).deliveries.nodes;
    expect(delivery.attempts.map(({ at, status, failure, response }: Record<string, unknown>) => [at, status, failure, response])).toEqual([[start, 500, "HTTP_500", ""], [shanghai("2024-03-04", "09:01"), 204, null, ""]]);
    expect(JSON.parse(delivery.attempts[0].requestHeaders)).toMatchObject({ "webhook-id": delivery.id, "webhook-timestamp": String(Date.parse(start) / 1000) });
    expect(JSON.parse(delivery.body)).toEqual(messages()[0]);
    const left = async (day: string) => {
      await retire(api.appPool, { now: shanghai(day, "09:01") });
      return (await api.pool.query("select (select count(*)::int from delivery) as deliveries, (select count(*)::int from delivery_attempt) as attempts")).rows[0];
    };
    expect(await left("2024-04-03")).toEqual({ deliveries: 1, attempts: 1 });
    expect(await left("2024-04-04")).toEqual({ deliveries: 0, attempts: 0 });
  });
});

describe("once more", () => {
  it("a stretch by position or by time: marked, under ids of its own, once for one key; paused or empty ones are refused", async () => {
    const before = (await shown()).position;
    await accepted(await collected());
    api.clock.set(shanghai("2024-03-05", "09:00"));
    await collected();
    await work.deliver();
    const first = new Set(outside.received.map(({ headers }) => headers["webhook-id"]));
    outside.received.length = 0;
    const again = { id: hook, expectedVersion: 1, idempotencyKey: uuidv7(), from: before + 1, to: before + 2 };
    const both = await Promise.all([ask("replayWebhook", again), ask("replayWebhook", again)]);
    expect(both.map(({ queued, refusal }) => [queued, refusal])).toEqual([[2, null], [2, null]]);
    await work.deliver();
    expect(types()).toEqual(["case.collected", "case.accepted"]);
    expect(outside.received.filter(({ headers }) => first.has(headers["webhook-id"]))).toEqual([]);
    expect((await shown()).deliveries.nodes.filter(({ replay }: { replay: boolean }) => replay)).toHaveLength(2);
    expect(await onHook("replayWebhook", { since: shanghai("2024-03-05", "00:00"), until: shanghai("2024-03-06", "00:00") })).toMatchObject({ queued: 1, refusal: null });
    for (const wrong of [{}, { from: 5 }, { from: 2, to: 1 }, { from: 1, to: 2, since: start, until: start }, { since: shanghai("2023-01-01", "00:00"), until: shanghai("2023-01-02", "00:00") }, { from: 100_000, to: 200_000 }]) {
      expect([wrong, (await onHook("replayWebhook", wrong)).refusal.code]).toEqual([wrong, "REPLAY_RANGE"]);
    }
    await onHook("pauseWebhook");
    expect((await onHook("replayWebhook", { from: 1, to: 2 })).refusal.code).toBe("WEBHOOK_PAUSED");
  });

  it("one message, under its own id, when it has ended", async () => {
    outside.answers = [500];
    await collected();
    await work.deliver();
    const [{ id }] = (await shown()).deliveries.nodes;
    expect((await ask("resendDelivery", { deliveryId: id })).refusal).toEqual({ code: "DELIVERY_WAITING", path: "deliveryId" });
    await api.pool.query("update delivery set ended_at = now(), attempts = 10 where id = $1", [id]);
    outside.answers = [204];
    expect(await ask("resendDelivery", { deliveryId: id })).toMatchObject({ delivery: { id, state: "WAITING", attempts: [{ status: 500 }] }, refusal: null });
    await work.deliver();
    expect(new Set(outside.received.map(({ headers }) => headers["webhook-id"]))).toEqual(new Set([id]));
    expect((await shown()).deliveries.nodes[0]).toMatchObject({ state: "DELIVERED", attempts: [{ status: 500 }, { status: 204 }] });
    expect((await ask("resendDelivery", { deliveryId: id }, "chen")).refusal.code).toBe("NOT_FOUND");
    expect((await ask("resendDelivery", { deliveryId: "x" })).refusal.code).toBe("NOT_FOUND");
  });
});

describe("a webhook", () => {
  it("C17: has a secret that is shown once; a new one signs beside it for as long as was said; neither stands in the database", async () => {
    const idempotencyKey = uuidv7();
    const renewed = await onHook("rotateWebhookSecret", { overlapHours: 2, idempotencyKey });
    expect([renewed.secret === secret, renewed.webhook.earlierUntil]).toEqual([false, shanghai("2024-03-04", "11:00")]);
    expect((await ask("rotateWebhookSecret", { id: hook, expectedVersion: 1, overlapHours: 2, idempotencyKey })).secret).toBeNull();
    await collected();
    await work.deliver();
    api.clock.set(shanghai("2024-03-04", "11:00"));
    await collected();
    await work.deliver();
    expect(outside.received.map((one) => [verified(one, renewed.secret), verified(one, secret)])).toEqual([[true, true], [true, false]]);
    const { rows } = await api.pool.query("select w::text || encode(secret_enc, 'escape') || encode(earlier_enc, 'escape') as all from webhook_endpoint w");
    for (const one of [secret, renewed.secret]) expect(rows[0].all).not.toContain(one.slice(6, 30));
    expect((await onHook("rotateWebhookSecret", { overlapHours: 169 })).refusal).toEqual({ code: "KEY_OVERLAP", path: "overlapHours" });
  });

  it("C16: is refused with an address that is not public, and with what makes no sense", async () => {
    for (const [wrong, code, path] of [
      [{ url: "http://hook.example.cn/" }, "ENDPOINT_NOT_PUBLIC", "url"], [{ url: "https://169.254.169.254/" }, "ENDPOINT_NOT_PUBLIC", "url"], [{ url: "https://user:x@hook.example.cn/" }, "ENDPOINT_NOT_PUBLIC", "url"],
      [{ areas: ["340803"] }, "WEBHOOK_AREA", "areas"], [{ areas: ["x"] }, "WEBHOOK_AREA", "areas"], [{ types: ["resolved"] }, "WEBHOOK_TYPE", "types"], [{ name: " " }, "TEXT_REQUIRED", "name"], [{ source: "x".repeat(41) }, "TEXT_TOO_LONG", "source"],
    ] as const) {
      expect(await ask("createWebhook", { keyId, webhook: described(wrong) })).toMatchObject({ webhook: null, secret: null, refusal: { code, path } });
      expect(await onHook("amendWebhook", { webhook: described(wrong) })).toMatchObject({ webhook: null, refusal: { code, path } });
    }
    expect((await api.pool.query("select url from webhook_endpoint")).rows).toEqual([{ url: outside.url }]);
  });

  it("belongs to a key that lives: what waits under a revoked one is dropped, under an expired one kept", async () => {
    const other = await testKey(api, "340802");
    const { webhook } = await ask("createWebhook", { keyId: other, webhook: described({ name: "别的" }) });
    await collected();
    await work.fill();
    await api.pool.query("update api_key set expires_at = '2024-01-02' where id = $1", [other]);
    await work.deliver();
    const ends = async () => (await api.pool.query("select ended_at is not null as ended, failure from delivery where endpoint = $1", [webhook.id])).rows;
    expect([outside.received.length, await ends()]).toEqual([1, [{ ended: false, failure: null }]]);
    const states = (await api.graphql("{ webhooks(first: 10) { nodes { name state } } }", {}, { as: "admin" })).data.webhooks.nodes;
    expect(states).toEqual([{ name: "区平台", state: "ACTIVE" }, { name: "别的", state: "KEY_ENDED" }]);
    await api.pool.query("update api_key set revoked_at = '2024-03-04' where id = $1", [other]);
    api.clock.set(shanghai("2024-03-04", "09:10"));
    await work.deliver();
    expect([outside.received.length, await ends()]).toEqual([1, [{ ended: true, failure: "KEY_ENDED" }]]);
    expect((await ask("createWebhook", { keyId: other, webhook: described() })).refusal).toEqual({ code: "KEY_ENDED", path: "keyId" });
  });

  it("can be tried out, also while it is paused, and be taken away: what waits is dropped", async () => {
    expect((await onHook("pauseWebhook")).webhook).toMatchObject({ state: "PAUSED", pausedWhy: "BY_HAND", pausedAt: start });
    expect((await onHook("pauseWebhook")).refusal.code).toBe("WEBHOOK_PAUSED");
    await collected();
    expect((await onHook("testWebhook")).webhook).toMatchObject({ waiting: 1, deliveries: { nodes: [{ test: true, type: null, position: null, state: "WAITING" }] } });
    await work.deliver();
    expect(outside.received.map(({ body }) => JSON.parse(body))).toEqual([{ type: "test", timestamp: start, data: { webhook: hook } }]);
    await onHook("resumeWebhook");
    expect((await onHook("resumeWebhook")).refusal.code).toBe("WEBHOOK_RUNNING");
    await work.fill();
    expect(await onHook("removeWebhook")).toEqual({ webhook: null, refusal: null });
    expect((await onHook("removeWebhook")).refusal.code).toBe("NOT_FOUND");
    await work.deliver();
    expect([outside.received.length, (await api.pool.query("select failure from delivery where not delivered")).rows]).toEqual([1, [{ failure: "NO_WEBHOOK" }]]);
  });

  it("is kept by whoever keeps the integrations of its key's area, and exists for nobody else", async () => {
    for (const who of ["chen", "zhou", "district", "neighbour"] as const) {
      expect([who, await shown(who)]).toEqual([who, null]);
      expect((await api.graphql("{ webhooks(first: 5) { nodes { id } } }", {}, { as: who })).data.webhooks.nodes).toEqual([]);
      expect((await ask("createWebhook", { keyId, webhook: described() }, who)).refusal).toEqual({ code: "NOT_FOUND", path: "keyId" });
      for (const verb of ["pauseWebhook", "resumeWebhook", "removeWebhook", "testWebhook"]) expect([who, verb, (await onHook(verb, {}, who)).refusal.code]).toEqual([who, verb, "NOT_FOUND"]);
      expect((await onHook("amendWebhook", { webhook: described() }, who)).refusal.code).toBe("NOT_FOUND");
    }
    expect(await shown()).toMatchObject({ version: 1, state: "ACTIVE" });
    expect((await ask("pauseWebhook", { id: hook, expectedVersion: 7 })).refusal.code).toBe("CONFLICT");
  });

  it("row level security alone shows it, its messages, attempts and replays to nobody else", async () => {
    await collected();
    await work.deliver();
    await onHook("replayWebhook", { from: 1, to: 1 });
    const seen = async (scope: object) => {
      const tables = ["webhook_endpoint", "webhook_replay", "delivery", "delivery_attempt"];
      return Promise.all(tables.map(async (table) => (await transaction(api.appPool, JSON.stringify(scope), (client) => client.query(`select from ${table}`))).rowCount));
    };
    expect(await seen({ person: api.people.chen, configures: "{[340802001007000,340802001008000)}", reads: "{[340802000000000,340803000000000)}", acts: "{[340802000000000,340803000000000)}" })).toEqual([0, 0, 0, 0]);
    expect(await seen({ person: api.people.admin, integrates: "{[340802000000000,340803000000000)}" })).toEqual([1, 1, 1, 1]);
  });
});

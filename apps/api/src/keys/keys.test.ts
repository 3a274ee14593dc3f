import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { community, grid, startCommunity, type TestCommunity } from "../testing/community.ts";
import { makeKey } from "../testing/keys.ts";
import { done } from "../testing/verbs.ts";

let api: TestCommunity;
let open: { id: string; no: string };
let dispute: { id: string; no: string };
beforeAll(async () => {
  api = await startCommunity(new Date().toISOString());
  const collect = (kind: string) => done(api, "zhou", "collectOpinion", null, { words: "楼道里堆着东西", channel: "VISIT", kind, place: { buildingId: api.sewerBuildingId } });
  open = await collect("DIFFICULTY");
  dispute = await collect("DISPUTE");
});
afterAll(() => api.stop());

const by = (headers: Record<string, string>, query: string, variables = {}) => api.graphql(query, variables, { headers });
const listed = async (headers: Record<string, string>): Promise<string[]> => {
  const { data } = await by(headers, `{ cases(areas: ["${community}"], first: 100) { nodes { id } } }`);
  return data.cases.nodes.map((c: { id: string }) => c.id).toSorted();
};
const keyed = (verb: string, id: string, version: number, more: object) =>
  api.graphql(`mutation ($input: ${verb[0]?.toUpperCase()}${verb.slice(1)}Input!) { answer: ${verb}(input: $input) { apiKey { version state earlierUntil name } ${verb === "rotateApiKey" ? "token" : ""} refusal { code path } } }`,
    { input: { id, expectedVersion: version, idempotencyKey: uuidv7(), ...more } }, { as: "admin" }).then(({ data }) => data.answer);

describe("C27: a key", () => {
  it("is shown once, and kept as its SHA-256 alone", async () => {
    const input = { name: "数据平台", areaCode: community, access: "READ", personalData: false, costPerMinute: 1000, expiresOn: `${new Date().getFullYear() + 1}-06-30`, idempotencyKey: uuidv7() };
    const make = () => api.graphql("mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { token apiKey { id hint } } }", { input }, { as: "admin" });
    const { token, apiKey } = (await make()).data.createApiKey;
    expect(token).toMatch(/^bdk_[\w-]{43}$/);
    expect(apiKey.hint).toBe(token.slice(0, 10));
    expect((await make()).data.createApiKey).toEqual({ token: null, apiKey });
    const { rows } = await api.pool.query("select (select string_agg(k::text, ' ') from api_key k) || (select string_agg(i::text, ' ') from idempotency i) || (select string_agg(a::text, ' ') from audit a) as all");
    expect(rows[0].all).not.toContain(token.slice(12));
    expect(rows[0].all).not.toContain(Buffer.from(token).toString("hex"));
  });

  it("sees what is no dispute in its area, whole but for names, and nothing elsewhere", async () => {
    const key = await makeKey(api);
    expect(await listed(key.headers)).toEqual([open.id]);
    const { data } = await by(key.headers, "query ($id: ID!) { a: case(id: $id) { id } }", { id: dispute.id });
    expect(data.a).toBeNull();
    const elsewhere = await makeKey(api, { areaCode: "340802001008" });
    expect(await listed(elsewhere.headers)).toEqual([]);
    const personal = await makeKey(api, { personalData: true });
    expect(await listed(personal.headers)).toEqual([open.id, dispute.id].toSorted());
    const masked = await by(personal.headers, "query ($id: ID!) { case(id: $id) { visibility title } }", { id: dispute.id });
    expect(masked.data.case).toMatchObject({ visibility: "MASKED" });
  });

  it("that reads runs no mutation at all, and each try leaves its row in the audit", async () => {
    const key = await makeKey(api);
    const before = await api.pool.query("select count(*)::int as n from event");
    const { errors, status } = await by(key.headers, "mutation ($input: CollectOpinionInput!) { collectOpinion(input: $input) { case { id } } }", { input: { words: "路灯不亮", channel: "ONLINE", kind: "OPINION", idempotencyKey: uuidv7() } });
    expect([status, errors[0]?.extensions["code"], errors[0]?.message]).toEqual([400, "FORBIDDEN", "该密钥只读，不能修改任何内容"]);
    expect((await api.pool.query("select count(*)::int as n from event")).rows).toEqual(before.rows);
    const { rows } = await api.pool.query("select action, outcome, code from audit where person_id = $1", [key.id]);
    expect(rows).toEqual([{ action: "collectOpinion", outcome: "REFUSED", code: "FORBIDDEN" }]);
  });

  it("that writes files opinions and does nothing else", async () => {
    const key = await makeKey(api, { access: "WRITE" });
    const filed = await by(key.headers, "mutation ($input: CollectOpinionInput!) { collectOpinion(input: $input) { case { id gridCode } refusal { code } } }", { input: { words: "路灯不亮", channel: "ONLINE", kind: "OPINION", idempotencyKey: uuidv7(), place: { buildingId: api.sewerBuildingId } } });
    expect(filed.data.collectOpinion).toMatchObject({ case: { gridCode: grid(5) }, refusal: null });
    const { errors } = await by(key.headers, "mutation ($input: EscalateCaseInput!) { escalateCase(input: $input) { case { id } } }", { input: { id: open.id, expectedVersion: 1, reason: "x", idempotencyKey: uuidv7() } });
    expect([errors[0]?.extensions["code"], errors[0]?.message]).toEqual(["FORBIDDEN", "密钥只能登记意见，不能办理事项"]);
  });

  it("has ended with the next request once it was revoked or its last day is over; a cookie beside it does not help", async () => {
    const key = await makeKey(api);
    expect((await by(key.headers, "{ viewer { username } }")).data.viewer).toEqual({ username: "市 12345 热线" });
    expect(await keyed("revokeApiKey", key.id, 1, { reason: " " })).toMatchObject({ refusal: { code: "TEXT_REQUIRED", path: "reason" } });
    expect(await keyed("revokeApiKey", key.id, 1, { reason: "合同到期" })).toMatchObject({ apiKey: { state: "REVOKED", version: 2 }, refusal: null });
    const cookie = await api.signIn("chen");
    for (const headers of [key.headers, { ...key.headers, cookie }, { "x-api-key": key.token }, { authorization: "Bearer bdk_nothing", cookie }]) {
      const { status, errors } = await by(headers, "{ viewer { username } }");
      expect([status, errors[0]?.extensions["code"]]).toEqual([401, "UNAUTHENTICATED"]);
    }
    expect(await keyed("rotateApiKey", key.id, 2, { overlapHours: 1 })).toMatchObject({ token: null, refusal: { code: "KEY_ENDED" } });
    const short = await makeKey(api);
    await api.pool.query("update api_key set expires_at = now() where id = $1", [short.id]);
    expect((await by(short.headers, "{ viewer { username } }")).status).toBe(401);
  });

  it("is rotated with an overlap: both secrets open until it is over", async () => {
    const key = await makeKey(api);
    const { token, apiKey } = await keyed("rotateApiKey", key.id, 1, { overlapHours: 24 });
    expect(Date.parse(apiKey.earlierUntil) - Date.now()).toBeGreaterThan(23 * 3_600_000);
    const opens = async (secret: string) => (await by({ authorization: `Bearer ${secret}` }, "{ viewer { username } }")).status;
    expect([await opens(token), await opens(key.token)]).toEqual([200, 200]);
    await api.pool.query("update api_key set earlier_until = now() where id = $1", [key.id]);
    expect([await opens(token), await opens(key.token)]).toEqual([200, 401]);
    const next = await keyed("rotateApiKey", key.id, 2, { overlapHours: 0 });
    expect([await opens(next.token), await opens(token)]).toEqual([200, 401]);
    expect(await keyed("amendApiKey", key.id, 1, { name: "新名", expiresOn: "2099-01-01", costPerMinute: 500 })).toMatchObject({ refusal: { code: "CONFLICT" } });
    expect(await keyed("amendApiKey", key.id, 3, { name: "新名", expiresOn: "2099-01-01", costPerMinute: 500 })).toMatchObject({ refusal: { code: "KEY_EXPIRY", path: "expiresOn" } });
  });

  it("has a budget of its own, told in each answer, and is last used when it was", async () => {
    const key = await makeKey(api, { costPerMinute: 100 });
    const first = await by(key.headers, `{ cases(areas: ["${community}"], first: 50) { nodes { id } } }`);
    expect(first.headers.get("ratelimit-limit")).toBe("100");
    expect(first.extensions["cost"]).toMatchObject({ limit: 100, requested: expect.any(Number), remaining: expect.any(Number), resetAt: expect.any(String) });
    const second = await by(key.headers, `{ cases(areas: ["${community}"], first: 100) { nodes { id } } }`);
    expect([second.status, second.errors[0]?.extensions["code"]]).toEqual([429, "RATE_LIMITED"]);
    expect(second.headers.get("retry-after")).toMatch(/^\d+$/);
    const other = await makeKey(api);
    expect((await by(other.headers, `{ cases(areas: ["${community}"], first: 100) { nodes { id } } }`)).status).toBe(200);
    const { data } = await api.graphql("{ apiKeys(first: 100) { nodes { id lastUsedAt usedThisMinute state createdBy { name } } } }", {}, { as: "admin" });
    const shown = data.apiKeys.nodes.find((one: { id: string }) => one.id === key.id);
    expect(shown).toMatchObject({ state: "ACTIVE", createdBy: { name: "管理员" } });
    expect(shown.usedThisMinute).toBeGreaterThan(100);
    expect(Date.now() - Date.parse(shown.lastUsedAt)).toBeLessThan(120_000);
  });

  it("is kept by administrators of its area and shown to nobody else", async () => {
    const count = async (as: string) => (await api.graphql("{ apiKeys(first: 100) { nodes { id } } }", {}, { as })).data.apiKeys.nodes.length;
    expect([await count("chen"), await count("street"), await count("district")]).toEqual([0, 0, 0]);
    expect(await count("admin")).toBeGreaterThan(3);
    const { data } = await api.graphql("mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { token refusal { code } } }", {
      input: { name: "x", areaCode: community, access: "READ", personalData: false, costPerMinute: 1000, expiresOn: `${new Date().getFullYear() + 1}-06-30`, idempotencyKey: uuidv7() },
    }, { as: "chen" });
    expect(data.createApiKey).toEqual({ token: null, refusal: { code: "FORBIDDEN_RIGHT" } });
    const key = await makeKey(api);
    const { data: own } = await by(key.headers, "{ apiKeys(first: 100) { nodes { id } } }");
    expect(own.apiKeys.nodes).toEqual([]);
  });
});

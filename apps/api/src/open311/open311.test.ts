import { XMLParser, XMLValidator } from "fast-xml-parser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { uuidv7 } from "uuidv7";
import { conditions } from "../access/scope.ts";
import { startApi } from "../testing/api.ts";
import { community, startCommunity, type TestCommunity } from "../testing/community.ts";
import { done, shanghai } from "../testing/verbs.ts";

// The requests are those of the published specification (wiki.open311.org/GeoReport_v2), with our ids: the client libraries
// on npm do not run on a Node of today.
let api: TestCommunity;
const keys: Record<string, string> = {};
let no: Record<"lamp" | "closed" | "quarrel" | "neighbour", string>;

const WORDS = "三楼王淑芬家门口的灯坏了，电话13800138000";

async function key(name: string, areaCode: string, access: "READ" | "WRITE", more: object = {}): Promise<string> {
  const input = { name, areaCode, access, personalData: false, expiresOn: "2025-03-04", costPerMinute: 500_000, idempotencyKey: uuidv7(), ...more };
  const { data, errors } = await api.graphql("mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { token refusal { message } } }", { input }, { as: "admin" });
  if (!data?.createApiKey.token) throw new Error(JSON.stringify([errors, data]));
  // Keys end by the database's own clock, which is not that of the test.
  await api.pool.query("update api_key set expires_at = now() + interval '1 day' where name = $1", [name]);
  return data.createApiKey.token;
}

beforeAll(async () => {
  api = await startCommunity(shanghai("2024-03-04", "10:00"), { costPerMinute: 1_000_000 });
  for (const [name, area, access, more] of [
    ["read", community, "READ"], ["write", "340802", "WRITE"], ["personal", community, "WRITE", { personalData: true }], ["other", "340802001008", "WRITE"], ["poor", community, "READ", { costPerMinute: 1000 }],
  ] as const) keys[name] = await key(name, area, access, more);
  const at = { channel: "PHONE", place: { buildingId: api.sewerBuildingId } };
  const lamp = await done(api, "zhou", "collectOpinion", null, { ...at, words: WORDS, kind: "OPINION", category: "assets.lighting", reporterName: "王淑芬", reporterPhone: "13800138000" });
  const quarrel = await done(api, "zhou", "collectOpinion", null, { ...at, words: "楼上漏水", kind: "DISPUTE", category: "disputes.leak" });
  const closed = await done(api, "zhou", "collectOpinion", null, { channel: "PHONE", words: "没有的事", kind: "DIFFICULTY", place: { compoundId: api.compoundId } });
  await done(api, "zhou", "declineCase", closed.id, { reason: "NO_FACTS", goTo: "查无此事" });
  const neighbour = await done(api, "neighbour", "collectOpinion", null, { channel: "PHONE", words: "别处的事", kind: "OPINION", category: "assets.lift" });
  no = { lamp: lamp.no, quarrel: quarrel.no, closed: closed.no, neighbour: neighbour.no };
});
afterAll(() => api.stop());

// oxlint-disable-next-line typescript/no-explicit-any -- answers of a test that knows what it asked for
type Json = any;
interface Given { readonly status: number; readonly type: string; readonly headers: Headers; readonly body: Json; readonly text: string }

async function get(path: string, { as, en = true, init = {} }: { as?: string | null; en?: boolean; init?: RequestInit } = {}): Promise<Given> {
  const headers = { ...(as && { authorization: `Bearer ${keys[as]}` }), "accept-language": en ? "en" : "zh-CN", ...(init.headers as object) };
  const response = await api.fetch(`/open311/v2/${path}`, { ...init, headers });
  const text = await response.text();
  const type = response.headers.get("content-type") ?? "";
  if (type.startsWith("text/xml")) expect(XMLValidator.validate(text)).toBe(true);
  return { status: response.status, type, headers: response.headers, text, body: type.startsWith("text/xml") ? new XMLParser({ parseTagValue: false }).parse(text) : JSON.parse(text) };
}

function post(fields: Record<string, string> | string, { as = "write", format = "json", headers = {} }: { as?: string | null; format?: string; headers?: Record<string, string> } = {}): Promise<Given> {
  const body = typeof fields === "string" ? fields : new URLSearchParams({ ...(as !== null && { api_key: keys[as] as string }), ...fields }).toString();
  return get(`requests.${format}`, { init: { method: "POST", body, headers: { "content-type": "application/x-www-form-urlencoded", ...headers } } });
}

const form = { jurisdiction_id: community, service_code: "assets.lighting", description: "路灯不亮", address_string: "锡麟街25号" };
const long = "很".repeat(4001);
const here = `jurisdiction_id=${community}`;

/** What XML says, as the JSON of the same answer says it: null is an empty element there, a number its digits. */
const asXml = (value: Json): Json => (Array.isArray(value) ? value.map(asXml) : typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, asXml(part)])) : value === null ? "" : String(value));
const many = (value: Json): Json[] => (value === "" || value === undefined ? [] : Array.isArray(value) ? value : [value]);

describe("what can be filed, for everybody", () => {
  it("is found by discovery", async () => {
    const json = await get("discovery.json");
    expect([json.status, json.type]).toEqual([200, "application/json; charset=utf-8"]);
    expect(json.body.endpoints).toEqual([expect.objectContaining({ specification: "http://wiki.open311.org/GeoReport_v2", url: "http://127.0.0.1/open311/v2", type: "production", formats: ["text/xml", "application/json"] })]);
    const xml = await get("discovery.xml");
    expect([xml.type, xml.body.discovery.endpoints.endpoint.formats.format]).toEqual(["text/xml; charset=utf-8", ["text/xml", "application/json"]]);
  });

  it("is the community's own tree without disputes and what is switched off, in both languages and both forms", async () => {
    const json = await get(`services.json?${here}`);
    expect(json.body).toHaveLength(15);
    expect(json.body[2]).toEqual({ service_code: "assets.lighting", service_name: "Lighting", description: "Lighting", metadata: false, type: "realtime", keywords: "楼道照明", group: "Things" });
    expect(json.text).not.toContain("disputes");
    expect(many((await get(`services.xml?${here}`)).body.services.service)).toEqual(asXml(json.body));
    const { data } = await api.graphql(`{ communitySettings(communityCode: "${community}") { version categories { id branch zh en off } } }`, {}, { as: "chen" });
    const categories = data.communitySettings.categories.map((one: Json) => (one.id === "assets.lift" ? { ...one, off: true } : one.id === "assets.lighting" ? { ...one, zh: "楼道 <灯> & 灯" } : one));
    const set = await api.graphql("mutation ($input: SetCategoriesInput!) { setCategories(input: $input) { refusal { message } } }", { input: { id: community, expectedVersion: data.communitySettings.version, idempotencyKey: uuidv7(), categories } }, { as: "chen" });
    expect([set.errors, set.data.setCategories.refusal]).toEqual([[], null]);
    const own = many((await get(`services.xml?${here}`, { en: false })).body.services.service);
    expect(own.map(({ service_code }) => service_code)).not.toContain("assets.lift");
    expect(own.find(({ service_code }) => service_code === "assets.lighting")).toMatchObject({ service_name: "楼道 <灯> & 灯", group: "部件" });
  });

  it("has a definition without further questions", async () => {
    expect((await get(`services/assets.lighting.json?${here}`)).body).toEqual({ service_code: "assets.lighting", attributes: [] });
    expect((await get(`services/assets.lighting.xml?${here}`)).body.service_definition).toEqual({ service_code: "assets.lighting", attributes: "" });
  });
});

describe("what was filed, for keys", () => {
  it("has every field of the specification, the same in JSON and XML", async () => {
    const json = await get(`requests.json?${here}&service_request_id=${no.lamp}`, { as: "read" });
    expect(json.body).toEqual([{
      service_request_id: no.lamp, status: "open", status_notes: "Collected; next: first contact", service_name: "Lighting", service_code: "assets.lighting", description: "Lighting, 锡麟街25号",
      agency_responsible: "天后宫社区 (Building)", service_notice: null, requested_datetime: "2024-03-04T02:00:00Z", updated_datetime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/), expected_datetime: "2024-03-05T10:00:00Z",
      address: "锡麟街25号", address_id: api.sewerBuildingId, zipcode: null, lat: null, long: null, media_url: null,
    }]);
    const xml = await get(`requests.xml?${here}&service_request_id=${no.lamp}`, { as: "read" });
    expect(many(xml.body.service_requests.request)).toEqual(asXml(json.body));
    expect((await get(`requests/${no.lamp}.json`, { as: "read" })).body).toEqual(json.body);
    expect(many((await get(`requests/${no.lamp}.xml`, { as: "read" })).body.service_requests.request)).toEqual(asXml(json.body));
    expect((await get(`requests/${no.lamp}.json`, { as: "read", en: false })).body[0]).toMatchObject({ status_notes: "待受理，待首次联系", agency_responsible: "天后宫社区（楼栋）" });
  });

  it.each([
    ["", ["closed", "lamp"]],
    ["&status=open", ["lamp"]],
    ["&status=closed", ["closed"]],
    ["&status=open,closed", ["closed", "lamp"]],
    ["&service_code=assets.lighting,assets.roof", ["lamp"]],
    ["&start_date=2024-03-04T10:00:00%2B08:00", ["closed", "lamp"]],
    ["&start_date=2024-03-04T10:00:00+08:00", ["closed", "lamp"]],
    ["&start_date=2024-03-05&end_date=2024-04-01", []],
    ["&end_date=2024-03-04T01:59:59Z", []],
    ["&start_date=2023-12-05T02:00:00Z&end_date=2024-03-04T02:00:00Z", ["closed", "lamp"]],
    ["&page_size=1", ["closed"]],
    ["&page_size=1&page=2", ["lamp"]],
    ["&page=2", []],
  ] as const)("is filtered by %s", async (query, expected) => {
    const { status, body } = await get(`requests.json?${here}${query}`, { as: "read" });
    expect([status, body.map(({ service_request_id }: Json) => service_request_id)]).toEqual([200, expected.map((name) => no[name])]);
  });

  it("C38: knows no dispute, not even for a key that may know there are some", async () => {
    for (const as of ["read", "personal", "write"]) {
      for (const format of ["json", "xml"]) {
        const all = await get(`requests.${format}?${here}`, { as });
        expect(all.text).not.toMatch(new RegExp(`${no.quarrel}|漏水|disputes|纠纷|ispute`));
        expect((await get(`requests.json?${here}&service_code=disputes.leak`, { as })).body).toEqual([]);
        expect((await get(`requests.json?${here}&service_request_id=${no.quarrel}`, { as })).body).toEqual([]);
        const hidden = await get(`requests/${no.quarrel}.${format}`, { as });
        const absent = await get(`requests/${community}-2024-9999.${format}`, { as });
        expect([hidden.status, hidden.text]).toEqual([404, absent.text]);
      }
    }
  });

  it("C34: shows no words, names, phones and titles of residents", async () => {
    const shown = await Promise.all(["json", "xml"].map((format) => get(`requests.${format}?${here}`, { as: "personal" })));
    for (const { text } of shown) expect(text).not.toMatch(/王|淑芬|138|三楼|灯坏了|没有的事|查无/);
  });

  it("C8: ends at the key's area", async () => {
    expect((await get(`requests.json?jurisdiction_id=340802001008`, { as: "read" })).status).toBe(404);
    expect((await get(`requests/${no.neighbour}.json`, { as: "read" })).status).toBe(404);
    expect((await get(`requests.json?${here}&service_request_id=${no.neighbour}`, { as: "write" })).body).toEqual([]);
    expect((await get(`requests/${no.neighbour}.json`, { as: "write" })).body[0].service_code).toBe("assets.lift");
  });

  it.each(["row level security", "the conditions"])("C8: %s alone keeps both in", async (layer) => {
    const rows = layer === "row level security";
    const server = rows ? api : await startApi({ databaseUrl: api.databaseUrl, clock: api.clock, withoutRowSecurity: true });
    conditions.on = !rows;
    try {
      const ask = async (path: string) => (await server.fetch(`/open311/v2/${path}`, { headers: { "x-api-key": keys["personal"] as string } })).text();
      expect(JSON.parse(await ask(`requests.json?${here}`)).map(({ service_request_id }: Json) => service_request_id)).toEqual([no.closed, no.lamp]);
      for (const hidden of [no.quarrel, no.neighbour]) expect(await ask(`requests/${hidden}.json`)).toMatch(/"code":"404"/);
    } finally {
      conditions.on = true;
      if (!rows) await server.stop();
    }
  });
});

describe("filing", () => {
  it("makes a case on the path of collectOpinion, and answers its number", async () => {
    const filed = await post({ ...form, first_name: "建国", last_name: "赵", phone: "13900139000", email: "zhao@example.com", device_id: "device-7", account_id: "9", media_url: "http://127.0.0.1:1/a.jpg", lat: "30.5", long: "117.0" }, { format: "xml" });
    expect(filed.status).toBe(200);
    const { service_request_id: id, service_notice } = filed.body.service_requests.request;
    expect([id, service_notice]).toEqual([expect.stringMatching(/^340802001007-2024-\d{4}$/), ""]);
    const { rows } = await api.pool.query(
      `select c.kind, c.category, c.building_id, o.words, o.channel, o.external_source, p.display_name, p.phone_enc is not null as sealed, k.name as key
       from cases c join opinion o on o.case_id = c.id join person p on p.id = o.reporter_id join api_key k on k.id = o.recorded_by and o.external_source = 'open311:' || k.id where c.no = $1`, [id]);
    expect(rows).toEqual([{ kind: "OPINION", category: "assets.lighting", building_id: api.sewerBuildingId, words: "路灯不亮", channel: "EXTERNAL", external_source: expect.any(String), display_name: "赵建国", sealed: true, key: "write" }]);
    const audit = await api.pool.query("select outcome from audit where action = 'collectOpinion' order by id desc limit 1");
    expect(audit.rows).toEqual([{ outcome: "DONE" }]);
    expect((await get(`requests/${id}.json`, { as: "write" })).body[0]).toMatchObject({ status: "open", description: expect.stringContaining("锡麟街25号") });
    for (const table of ["opinion", "person", "event", "audit"]) expect(JSON.stringify((await api.pool.query(`select * from ${table}`)).rows), table).not.toMatch(/zhao@example|device-7|a\.jpg/);
  });

  it("is done once for the same token of the same key, also at the same time", async () => {
    const token = "client-token_1";
    const all = await Promise.all([1, 2, 3].map(() => post({ ...form, token })));
    expect(new Set(all.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    const id: unknown = all[0]?.body[0].service_request_id;
    expect((await post(form, { headers: { "idempotency-key": token } })).body).toEqual(all[0]?.body);
    expect((await get(`tokens/${token}.json?${here}`, { as: "write" })).body).toEqual([{ service_request_id: id, token }]);
    expect((await get(`tokens/${token}.xml?${here}`, { as: "write" })).body.service_requests.request).toEqual({ service_request_id: id, token });
    expect((await get(`tokens/${token}.json?${here}`, { as: "personal" })).status).toBe(404);
    expect((await post({ ...form, token, description: "别的事" })).body).toEqual([{ code: "400", description: expect.stringMatching(/[a-z]/) }]);
    const other = await post({ ...form, token }, { as: "personal" });
    expect(other.body[0].service_request_id).not.toBe(id);
  });

  it("takes a building, a compound, an address nobody knows, or coordinates that are not used", async () => {
    const placed = async (fields: Record<string, string>) => {
      const { status, body } = await post({ ...form, address_string: "", ...fields });
      const { rows } = await api.pool.query("select c.building_id, c.compound_id, c.grid_code, o.words from cases c join opinion o on o.case_id = c.id where c.no = $1", [body[0].service_request_id]);
      return { status, notice: body[0].service_notice, ...rows[0] };
    };
    expect(await placed({ address_id: api.sewerBuildingId })).toMatchObject({ status: 200, notice: null, building_id: api.sewerBuildingId });
    expect(await placed({ address_id: api.compoundId })).toMatchObject({ notice: null, compound_id: api.compoundId, building_id: null });
    expect(await placed({ address_string: "曹家巷小区" })).toMatchObject({ notice: null, compound_id: api.compoundId });
    expect(await placed({ address_string: "桥头" })).toMatchObject({ notice: expect.stringContaining("not known"), building_id: null, compound_id: null, grid_code: `${community}000`, words: "路灯不亮\nAddress: 桥头" });
    expect(await placed({ lat: "30.5", long: "117" })).toMatchObject({ notice: expect.stringContaining("not used"), grid_code: `${community}000` });
  });

  it("C27: is refused to a key that reads, with a row in the audit and nothing stored", async () => {
    const before = await api.pool.query("select count(*)::int as n from cases");
    expect(await post(form, { as: "read" })).toMatchObject({ status: 403, body: [{ code: "403", description: "This api_key reads and files nothing" }] });
    expect((await post(form, { as: "read", format: "xml" })).body.errors.error.code).toBe("403");
    expect((await api.pool.query("select count(*)::int as n from cases")).rows).toEqual(before.rows);
    expect((await api.pool.query("select action, outcome, code from audit order by id desc limit 1")).rows).toEqual([{ action: "collectOpinion", outcome: "REFUSED", code: "FORBIDDEN" }]);
  });

  it("C38: takes no disputes", async () => {
    expect((await post({ ...form, service_code: "disputes.leak" })).status).toBe(404);
  });
});

describe("what is wrong is said as GeoReport says it", () => {
  it.each([
    [404, "services.csv"], [404, "services"], [404, "nothing.json"], [404, "services/assets.lighting/x.json"], [400, "services.json"], [404, "services.json?jurisdiction_id=340802001999"], [404, "services.xml?jurisdiction_id=340802"],
    [404, "services.json?jurisdiction_id=%27or%201%3D1"], [404, `services/nothing.json?${here}`], [404, `services/disputes.leak.xml?${here}`], [400, `services.json?${here}&${here}`],
    [403, `requests.json?${here}`], [403, `requests.xml?${here}&api_key=wrong`], [403, `requests/x.json`], [403, `tokens/x.xml?${here}`],
  ])("%i for %s", async (status, path) => {
    const given = await get(path);
    const errors = given.type.startsWith("text/xml") ? many(given.body.errors?.error) : given.body;
    if (path.includes("/x.json") && path.startsWith("services/")) expect(given.status).toBe(404);
    else expect([given.status, errors]).toEqual([status, [{ code: String(status), description: expect.stringMatching(/[a-z]{3}/) }]]);
  });

  it.each([
    ["start_date=yesterday"], ["start_date=2024-13-45"], ["start_date=2023-12-01&end_date=2024-03-04"], ["start_date=2024-03-04&end_date=2024-03-01"], ["status=lost"], ["page=0"], ["page_size=1001"], ["page=x"],
    [`service_request_id=${"1,".repeat(101)}`], ["service_code=%00"],
  ])("400 for requests with %s", async (query) => {
    expect(await get(`requests.json?${here}&${query}`, { as: "read" })).toMatchObject({ status: 400, body: [{ code: "400" }] });
  });

  it.each([
    [400, { service_code: "" }], [404, { service_code: "nothing" }], [400, { description: " " }], [400, { address_string: "" }], [400, { address_string: "", lat: "1" }], [400, { address_id: "x" }], [400, { address_id: uuidv7() }],
    [400, { jurisdiction_id: "" }], [404, { jurisdiction_id: "340802001999" }], [400, { description: long }], [400, { description: "a\0b" }], [400, { phone: "1".repeat(31), last_name: "赵" }], [400, { token: "with space" }],
  ] as const)("%i for a form, case %#", async (status, fields) => {
    const before = await api.pool.query("select (select count(*) from cases) + (select count(*) from person) + (select count(*) from opinion) as n");
    expect(await post({ ...form, ...fields } as Record<string, string>)).toMatchObject({ status, body: [{ code: String(status), description: expect.stringMatching(/[a-z]{3}/) }] });
    expect((await api.pool.query("select (select count(*) from cases) + (select count(*) from person) + (select count(*) from opinion) as n")).rows).toEqual(before.rows);
  });

  it("reads forms and nothing else: no JSON, no XML, no field given twice", async () => {
    for (const [type, body] of [["application/json", JSON.stringify(form)], ["text/xml", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>"], ["multipart/form-data; boundary=x", "--x--"], ["text/plain", "x"]] as const) {
      expect(await post(body, { headers: { "content-type": type } }), type).toMatchObject({ status: 400, body: [{ code: "400" }] });
    }
    expect((await post(`api_key=${keys["write"]}&description=a&description=b`)).status).toBe(400);
    expect((await api.fetch("/api/auth/sign-in/username", { method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" }, body: "username=zhou" })).status).toBe(415);
  });

  it("C7: opens to no session, whatever its rights", async () => {
    const headers = { cookie: await api.signIn("chen") };
    expect((await get(`requests.json?${here}`, { init: { headers } })).status).toBe(403);
    expect((await post(form, { as: null, headers })).status).toBe(403);
  });

  it("keeps a key that was revoked out", async () => {
    const token = (keys["gone"] = await key("gone", community, "READ"));
    expect((await get(`requests.json?${here}&api_key=${token}`)).status).toBe(200);
    await api.pool.query("update api_key set revoked_at = now() where name = 'gone'");
    expect((await get(`requests.json?${here}&api_key=${token}`)).status).toBe(403);
  });

  it("C45: counts what is asked for in the key's own budget", async () => {
    const first = await get(`requests.json?${here}&page_size=500`, { as: "poor" });
    expect([first.status, first.headers.get("ratelimit-limit"), first.headers.get("ratelimit-remaining")]).toEqual([200, "1000", "495"]);
    const second = await get(`requests.xml?${here}&page_size=500`, { as: "poor" });
    expect([second.status, second.body.errors.error.code, Number(second.headers.get("retry-after")) > 0]).toEqual([429, "429", true]);
    expect((await get(`requests.json?${here}`, { as: "read" })).status).toBe(200);
  });
});

import { shippedCalendarYears } from "@bandeng/domain";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { recountDeadlines } from "../calendars/recount-job.ts";
import { grid, startCommunity, type TestCommunity } from "../testing/community.ts";
import { makeKey, type TestKey } from "../testing/keys.ts";
import { at18, done, look, refused, shanghai } from "../testing/verbs.ts";
import { webhookWork } from "../testing/webhooks.ts";

let api: TestCommunity;
let id: string;
/** As `id`, and never held; and one that was closed on the first day. */
let sister: string;
let closed: string;
/** The hotline's key; its endpoint, which is away when it is first called; and what it has taken. */
let hotline: TestKey;
let secret: string;
let away = true;
const taken: { headers: Record<string, string>; body: string; status: number }[] = [];
const receiver: Server = createServer((request, response) => {
  let body = "";
  request.on("data", (part) => (body += part));
  request.on("end", () => {
    const status = away ? 503 : 204;
    away = false;
    taken.push({ headers: request.headers as Record<string, string>, body, status });
    response.writeHead(status).end();
  });
});

beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  api = await startCommunity(shanghai("2024-09-27", "09:00"), { localWebhooks: true });
  hotline = await makeKey(api, { access: "WRITE", areaCode: "340802" });
  const webhook = { name: "市 12345 热线", url: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/orders`, areas: [], subjects: ["CASE"], types: ["case.resolved"], source: "12345-AQ" };
  const { data } = await api.graphql("mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { secret refusal { code } } }", { input: { keyId: hotline.id, webhook, idempotencyKey: uuidv7() } }, { as: "admin" });
  secret = data.createWebhook.secret;
});
afterAll(async () => {
  receiver.close();
  await api.stop();
});

async function file(as: "zhou" | "li", words: string): Promise<string> {
  const c = await done(api, as, "collectOpinion", null, {
    words,
    title: "电动车飞线充电",
    kind: "DIFFICULTY",
    category: "events.charging",
    place: { compoundId: api.compoundId },
    severity: "SAFETY",
    channel: "PHONE",
    reporterName: "赵居民",
  });
  return c.id;
}

test("S4.1 an order of 12345, posted twice, is one opinion; SAFETY starts at the community, somebody is due on the spot in two hours", async () => {
  const order = {
    externalRef: { source: "12345-AQ", id: "12345-AQ-20240927-0456" }, words: "楼下电动车拉线充电,怕起火", title: "电动车飞线充电", kind: "DIFFICULTY", category: "events.charging",
    place: { compoundId: api.compoundId }, severity: "SAFETY", reporterName: "赵居民",
  };
  const post = async () => {
    const document = "mutation ($input: IngestOpinionInput!) { ingestOpinion(input: $input) { created opinion { id } case { id level boardColumn onSiteDueAt due { kind at } } refusal { code } } }";
    return (await api.graphql(document, { input: order }, { headers: hotline.headers })).data.ingestOpinion;
  };
  const first = await post();
  expect(first).toMatchObject({ created: true, refusal: null, case: { level: "COMMUNITY", boardColumn: "INTAKE", onSiteDueAt: shanghai("2024-09-27", "11:00"), due: { kind: "ON_SITE", at: shanghai("2024-09-27", "11:00") } } });
  expect(await post()).toEqual({ ...first, created: false });
  id = first.case.id;
});

test("S4.2 two more are merged; due ten working days from Friday, over the holidays", async () => {
  const others = [await file("zhou", "又有人从窗户拉线"), await file("li", "充电线拉到草坪上")];
  const accepted = await done(api, "zhou", "acceptCase", id, { kind: "DIFFICULTY", category: "events.charging", severity: "SAFETY" });
  for (const other of others) await done(api, "li", "mergeCase", other, { into: id });
  expect(accepted).toMatchObject({ level: "COMMUNITY", due: { at: at18("2024-10-16") } });
  expect(await look(api, "zhou", id)).toMatchObject({ supporters: 3, gridCode: grid(3) });
  sister = await file("zhou", "车棚门口飞线");
  expect(await done(api, "zhou", "acceptCase", sister, { kind: "DIFFICULTY", category: "events.charging", severity: "SAFETY" })).toMatchObject({ due: { at: at18("2024-10-16") } });
  closed = (await done(api, "zhou", "collectOpinion", null, { words: "路灯该修了", kind: "OPINION", place: { compoundId: api.compoundId }, channel: "PHONE", reporterName: "赵居民" })).id;
  await done(api, "zhou", "acceptCase", closed, { kind: "OPINION", category: "assets.lighting", severity: "NORMAL" });
  await done(api, "zhou", "answerCase", closed, { answer: "已报修" });
  const { data } = await api.graphql("query ($id: ID!) { case(id: $id) { respondents { key } } }", { id: closed }, { as: "zhou" });
  const call = { respondent: data.case.respondents[0].key, reached: true, resolved: true, satisfaction: "SATISFIED" };
  expect(await done(api, "li", "recordCallback", closed, call)).toMatchObject({ status: "CLOSED" });
});

test("S4.3 the secretary whistles two departments; a grid head may not; the fire brigade reports", async () => {
  const ask = { departmentId: api.departments.housing, ask: "建充电棚" };
  expect(await refused(api, "li", "blowWhistle", id, ask)).toBe("FORBIDDEN_ROLE");
  await done(api, "chen", "blowWhistle", id, ask);
  await done(api, "chen", "blowWhistle", id, { departmentId: api.departments.fire, ask: "现场检查" });
  const whistles = async () => {
    const { data } = await api.graphql(`query ($id: ID!) { case(id: $id) { whistles { id departmentName replyDueAt onSiteDueAt reportedAt } } }`, { id }, { as: "zhou" });
    return data.case.whistles as { id: string; departmentName: string; replyDueAt: string; onSiteDueAt: string; reportedAt: string | null }[];
  };
  const [housing, fire] = await whistles();
  expect(housing).toMatchObject({ departmentName: "区住建", replyDueAt: at18("2024-09-29"), onSiteDueAt: at18("2024-10-08") });
  api.clock.set(shanghai("2024-09-29", "11:00"));
  expect(await refused(api, "fire", "reportForDuty", id, { whistleId: housing!.id, result: "到场" })).toBe("NOT_YOUR_DEPARTMENT");
  const reported = await api.graphql(
    `mutation ($input: ReportForDutyInput!) { reportForDuty(input: $input) { refusal { code } } }`,
    { input: { id, expectedVersion: (await look(api, "zhou", id))!.version, idempotencyKey: crypto.randomUUID(), whistleId: fire!.id, result: "已检查并清理" } },
    { as: "fire" },
  );
  expect(reported.data.reportForDuty.refusal).toBeNull();
  expect((await whistles()).map((w) => w.reportedAt)).toEqual([null, shanghai("2024-09-29", "11:00")]);
});

test("S4.4 a hold of five working days, the Saturday among them, moves the due day; nothing escalates on resume", async () => {
  api.clock.set(shanghai("2024-10-08", "09:00"));
  await done(api, "zhou", "startCase", id, { measure: "协调建棚", planOn: "2024-10-20" });
  api.clock.set(shanghai("2024-10-10", "10:00"));
  await done(api, "zhou", "holdCase", id, { holdReason: "WAIT_DEPARTMENT", until: "2024-10-16", reason: "等区住建答复" });
  const held = await done(api, "chen", "approveAsk", id);
  expect(held.due).toMatchObject({ at: at18("2024-10-23"), expected: true });
  api.clock.set(shanghai("2024-10-16", "17:00"));
  const resumed = await done(api, "zhou", "resumeCase", id);
  expect(resumed).toMatchObject({ status: "IN_PROGRESS", level: "COMMUNITY", due: { at: at18("2024-10-23"), expected: false } });
});

test("S4.5 a corrected calendar frees the Saturday: the sister case moves a day, this one stays, each move names both versions", async () => {
  const before = (await api.pool.query("select * from cases where id = $1", [closed])).rows[0];
  api.clock.set(shanghai("2024-10-16", "17:30"));
  const [year] = shippedCalendarYears.filter((one) => one.year === 2024);
  const days = { daysOff: year!.daysOff, workDays: year!.workDays.filter((day) => day !== "2024-10-12") };
  const publish = (as: "admin" | "chen", expectedVersion: number) =>
    api.graphql(
      `mutation ($input: PublishCalendarInput!) { publishCalendar(input: $input) { calendarYear { year version current recomputed { done left } } refusal { code } } }`,
      { input: { id: "2024", expectedVersion, idempotencyKey: crypto.randomUUID(), source: "更正：10月12日放假", publishedOn: "2024-10-11", ...days } },
      { as },
    );
  expect((await publish("chen", 1)).data.publishCalendar.refusal).toEqual({ code: "FORBIDDEN_RIGHT" });
  expect((await publish("admin", 0)).data.publishCalendar.refusal).toEqual({ code: "CONFLICT" });
  expect((await publish("admin", 1)).data.publishCalendar).toEqual({ calendarYear: { year: 2024, version: 2, current: true, recomputed: { done: 0, left: null } }, refusal: null });
  await recountDeadlines(api.appPool, api.clock);

  expect(await look(api, "zhou", sister)).toMatchObject({ due: { at: at18("2024-10-17") }, segments: [{ dueAt: at18("2024-10-17") }] });
  expect(await look(api, "zhou", id)).toMatchObject({ status: "IN_PROGRESS", due: { at: at18("2024-10-23") }, segments: [{ dueAt: at18("2024-10-23") }] });
  const { rows } = await api.pool.query("select stream_id, actor_id, payload from event where type = 'DEADLINE_MOVED'");
  expect(rows).toEqual([{ stream_id: sister, actor_id: null, payload: { year: 2024, fromVersion: 1, toVersion: 2, notBefore: null, notBeforeSince: null } }]);
  expect((await api.pool.query("select * from cases where id = $1", [closed])).rows[0]).toEqual(before);
  const { data } = await api.graphql("{ calendarYears { year version current publishedOn recomputed { done left } } }", {}, { as: "admin" });
  expect(data.calendarYears.filter((one: { year: number }) => one.year === 2024)).toEqual([
    { year: 2024, version: 2, current: true, publishedOn: "2024-10-11", recomputed: null },
    { year: 2024, version: 1, current: false, publishedOn: "2023-10-25", recomputed: null },
  ]);
});

test("S4.6 the district asks what has changed, 100 at a time and stable while others write; names are masked; what is too much is refused with its cost", async () => {
  const reader = await makeKey(api, { areaCode: "340802", name: "区数据平台" });
  const ask = (first: number, after: string | null = null) =>
    api.graphql(
      `query ($first: Int!, $after: String) { cases(areas: ["340802"], filter: { levels: [COMMUNITY, STREET, DISTRICT], kinds: [DIFFICULTY], updatedSince: "2024-09-27T00:00:00+08:00" }, first: $first, after: $after) {
        nodes { id no level due { kind at } whistles { departmentName replyDueAt } respondents { name } } pageInfo { hasNextPage endCursor } } }`,
      { first, after }, { headers: reader.headers },
    );
  const { data, errors } = await ask(100);
  expect(errors).toEqual([]);
  const whole = data.cases.nodes as { id: string; whistles: unknown[] }[];
  expect(whole.find((c) => c.id === id)).toMatchObject({ level: "COMMUNITY", whistles: [{ departmentName: "区住建" }, { departmentName: "消防" }] });
  expect(JSON.stringify(data)).not.toContain("赵居民");
  expect((await ask(101)).errors[0]?.extensions["code"]).toBe("BAD_USER_INPUT");

  const paged: string[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const page: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } = (await ask(1, after)).data.cases;
    paged.push(...page.nodes.map((c) => c.id));
    await file("zhou", "又一处飞线");
    ({ hasNextPage: more, endCursor: after } = page.pageInfo);
    if (paged.length > whole.length + 5) break;
  }
  expect(new Set(paged).size).toBe(paged.length);
  expect(paged).toEqual(expect.arrayContaining(whole.map((c) => c.id)));

  const nested = 'cases(areas: ["340802"], first: 100) { nodes { opinions { case { opinions { case { opinions { case { opinions { case { opinions { id } } } } } } } } } } }';
  const deep = `{ ${["a", "b", "c", "d"].map((alias) => `${alias}: ${nested}`).join(" ")} }`;
  const dear = (await api.graphql(deep, {}, { headers: reader.headers })).errors[0];
  expect(dear?.extensions).toMatchObject({ code: "COST_EXCEEDED", cost: expect.any(Number), limit: expect.any(Number) });
});

test("S4.7 resolved: the answer goes back to 12345, which was away at first; its three reporters called back BASIC: closed, and it never left the community", async () => {
  api.clock.set(shanghai("2024-10-21", "15:00"));
  await done(api, "zhou", "resolveCase", id, { result: "集中充电棚建成，飞线全部拆除" });
  const work = webhookWork(api, api.clock);
  await work.deliver();
  expect(taken.map(({ status }) => status)).toEqual([503]);
  api.clock.set(shanghai("2024-10-21", "15:01"));
  await work.deliver();
  await work.deliver();
  expect(taken.map(({ status }) => status)).toEqual([503, 204]);
  const [one, two] = taken;
  expect(two?.headers["webhook-id"]).toBe(one?.headers["webhook-id"]);
  expect(two?.body).toBe(one?.body);
  const signed = new Webhook(secret);
  const told = JSON.parse(two?.body ?? "{}");
  expect(told).toMatchObject({ type: "case.resolved", data: { id, case: { status: "RESOLVED", level: "COMMUNITY" }, opinions: [{ externalId: "12345-AQ-20240927-0456", answer: "集中充电棚建成，飞线全部拆除" }] } });
  expect(two?.body).not.toMatch(/赵居民|怕起火/);
  expect(signed.sign(two?.headers["webhook-id"] ?? "", new Date(Number(two?.headers["webhook-timestamp"]) * 1000), two?.body ?? "")).toBe(two?.headers["webhook-signature"]);

  const { data } = await api.graphql("query ($id: ID!) { case(id: $id) { kind respondents { key } } }", { id }, { as: "chen" });
  const keys = data.case.respondents.map(({ key }: { key: string }) => key);
  expect([data.case.kind, keys.length]).toEqual(["DIFFICULTY", 3]);
  api.clock.set(shanghai("2024-10-22", "10:00"));
  const answer = { reached: true, resolved: true, satisfaction: "BASIC" };
  // The clerk has led it: somebody who never did asks.
  expect(await refused(api, "zhou", "recordCallback", id, { respondent: keys[0], ...answer })).toBe("WAS_LEAD");
  for (const key of keys.slice(0, 2)) expect(await done(api, "li", "recordCallback", id, { respondent: key, ...answer })).toMatchObject({ status: "RESOLVED" });
  expect(await done(api, "li", "recordCallback", id, { respondent: keys[2], ...answer })).toMatchObject({ status: "CLOSED", level: "COMMUNITY", maxLevel: "COMMUNITY" });
});

import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { uuidv7 } from "uuidv7";
import { messengerChannel } from "./messenger-channel.ts";
import { tell } from "./tell.ts";
import { systemScope } from "../access/scope.ts";
import { transaction } from "../database/transaction.ts";
import { deliverDue, sendOne, startDelivery, type Delivering } from "../delivery/delivery-job.ts";
import { settleDelivery } from "../delivery/outbox.ts";
import { takeDue } from "../delivery/take-due.ts";
import { canaryEndpoint, type CanaryEndpoint } from "../testing/canary-endpoint.ts";
import { community, startCommunity, type TestCommunity, type Username } from "../testing/community.ts";
import { testDataKeys } from "../testing/data-keys.ts";
import { done, shanghai } from "../testing/verbs.ts";

const FIELDS = "communityCode url setAt earlierUntil deliveries { id test state attempts status failure nextAt }";
let api: TestCommunity;
let outside: CanaryEndpoint;
let delivering: Delivering;
let secret = "";

beforeAll(async () => {
  [api, outside] = await Promise.all([startCommunity(shanghai("2024-03-04", "09:00"), { localWebhooks: true }), canaryEndpoint()]);
  const { appPool: pool, clock, log } = api;
  delivering = {
    pool, clock, log, reachable: { loopback: true, timeoutMs: 2000 },
    prepare: { MESSENGER: messengerChannel({ pool, dataKeys: testDataKeys, baseUrl: "https://bandeng.example.cn", usernameOf: (id) => api.auth.usernameOf(id) }), WEBHOOK: () => Promise.reject(new Error("none here")) },
  };
  const { data } = await keep("setMessenger", { url: outside.url });
  secret = data.answer.secret;
});
afterAll(async () => {
  await api.stop();
  await outside.stop();
});
beforeEach(async () => {
  await api.pool.query("delete from delivery");
  outside.received.length = 0;
  outside.answers = [204];
  api.clock.set(shanghai("2024-03-04", "09:00"));
});

const input = (verb: string) => `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input!`;
function keep(verb: string, more: Record<string, unknown> = {}, as: Username = "chen") {
  return api.graphql(`mutation ($input: ${input(verb)}) { answer: ${verb}(input: $input) { messenger { ${FIELDS} } refusal { code path } ${verb === "setMessenger" ? "secret" : ""} } }`, { input: { communityCode: community, idempotencyKey: uuidv7(), ...more } }, { as });
}
const shown = async (as: Username = "chen") => (await api.graphql(`{ messenger(communityCode: "${community}") { ${FIELDS} } }`, {}, { as })).data.messenger;

/** Tells somebody something that hangs on no case; `urgent` passes quiet hours. */
async function summon(who: Username = "zhou", more: object = {}): Promise<void> {
  await transaction(api.appPool, systemScope, async (client) =>
    tell(client, [{ kind: "SUMMONED", to: { personId: api.people[who] }, subject: { kind: "MEETING", id: uuidv7() }, caseId: null, areaCode: community, key: uuidv7(), at: await api.clock.now(client), moment: null, urgent: false, by: null, ...more }]));
}
const deliver = () => deliverDue(delivering);
const bodies = (): { type: string; timestamp: string; data: Record<string, unknown> }[] => outside.received.map(({ body }) => JSON.parse(body));
/** Signatures are checked against the real time; the clock of the tests is another. */
const verified = ({ headers, body }: CanaryEndpoint["received"][number], by = secret): boolean =>
  headers["webhook-signature"]?.toString().split(" ").includes(new Webhook(by).sign(String(headers["webhook-id"]), new Date(Number(headers["webhook-timestamp"]) * 1000), body)) === true;

describe("what goes outside", () => {
  it("is told with the act, and not without it: kind, number, link and account, signed; nobody's name, no word", async () => {
    const given = { words: "下水道又堵了", title: "下水道堵塞", kind: "DIFFICULTY", category: "assets.sewer", place: { compoundId: api.compoundId }, channel: "PROXY", reporterId: await api.resident("许大爷") };
    const c = await done(api, "zhang", "collectOpinion", null, given);
    await done(api, "li", "acceptCase", c.id, { kind: "DIFFICULTY", category: "assets.sewer", severity: "NORMAL", leadId: api.people.member3 });
    await deliver();
    expect(bodies()).toEqual([{ type: "notice.assigned", timestamp: shanghai("2024-03-04", "09:00"), data: { kind: "ASSIGNED", topic: "WORK", account: "member3", caseNo: c.no, link: `https://bandeng.example.cn/cases/${c.no}` } }]);
    const [message] = outside.received;
    expect(message && [verified(message), message.headers["content-type"]]).toEqual([true, "application/json"]);
    await expect(transaction(api.appPool, systemScope, async (client) => {
      await tell(client, [{ kind: "SUMMONED", to: { personId: api.people.zhou }, subject: { kind: "MEETING", id: uuidv7() }, caseId: null, areaCode: community, key: "gone", at: shanghai("2024-03-04", "09:00"), moment: null, urgent: false, by: null }]);
      throw new Error("rolled back");
    })).rejects.toThrow();
    await deliver();
    expect(outside.received).toHaveLength(1);
  });

  it("C38: of a dispute not even the number; and nothing to somebody who does not see it any more", async () => {
    const c = await done(api, "zhang", "collectOpinion", null, { words: "漏水", title: "卫生间漏水", kind: "DISPUTE", category: "disputes.leak", place: { compoundId: api.compoundId }, channel: "PROXY", reporterId: await api.resident("孙某") });
    const mention = (who: Username) => done(api, "zhang", "recordContact", c.id, { kind: "NOTE", words: "请看", mentions: [api.people[who]] });
    await mention("zhou");
    await deliver();
    expect(bodies().map(({ data }) => data)).toEqual([{ kind: "MENTIONED", topic: "MENTION", account: "zhou", caseNo: null, link: "https://bandeng.example.cn/inbox" }]);
    await mention("fu");
    await api.pool.query("update role_assignment set to_date = '2024-03-03' where person_id = $1", [api.people.fu]);
    await deliver();
    await api.pool.query("update role_assignment set to_date = null where person_id = $1", [api.people.fu]);
    expect(outside.received).toHaveLength(1);
    expect((await shown()).deliveries[0]).toMatchObject({ state: "FAILED", attempts: 0, failure: "OUT_OF_SIGHT" });
  });

  it("is not what somebody does not want to hear there, nor what concerns another community", async () => {
    const set = (outsideTopics: string[]) => api.graphql("mutation ($input: SetNoticePreferencesInput!) { setNoticePreferences(input: $input) { outside } }", { input: { quietFrom: "21:00", quietTo: "08:00", outside: outsideTopics } }, { as: "wang" });
    await set(["DUE"]);
    await summon("wang");
    await set(["DUE", "MEETING"]);
    await summon("wang");
    await summon("neighbour", { areaCode: "340802001008" });
    await deliver();
    expect(bodies().map(({ data }) => data["account"])).toEqual(["wang"]);
  });
});

describe("quiet hours", () => {
  it("hold back until their end, without an attempt; a danger does not wait", async () => {
    api.clock.set(shanghai("2024-03-04", "22:30"));
    await summon("zhou");
    await summon("li", { urgent: true });
    await deliver();
    expect(bodies().map(({ data }) => data["account"])).toEqual(["li"]);
    expect((await shown()).deliveries).toContainEqual(expect.objectContaining({ state: "WAITING", attempts: 0, failure: null, nextAt: shanghai("2024-03-05", "08:00") }));
    api.clock.set(shanghai("2024-03-05", "07:59"));
    await deliver();
    expect(outside.received).toHaveLength(1);
    api.clock.set(shanghai("2024-03-05", "08:00"));
    await deliver();
    await deliver();
    expect(bodies().map(({ data }) => data["account"])).toEqual(["li", "zhou"]);
  });

  it("also hold back what is tried again in them", async () => {
    outside.answers = [500];
    api.clock.set(shanghai("2024-03-04", "20:59"));
    await summon("zhou");
    await deliver();
    api.clock.set(shanghai("2024-03-04", "21:00"));
    await deliver();
    expect(outside.received).toHaveLength(1);
    expect((await shown()).deliveries[0]).toMatchObject({ attempts: 1, nextAt: shanghai("2024-03-05", "08:00") });
  });
});

describe("attempts", () => {
  it("go on with back-off, under one id, until the other side takes it; then never again", async () => {
    outside.answers = [500, -1, 302, 429, 204];
    await summon("zhou", { urgent: true });
    const waits = [0, 5_000, 300_000, 1_800_000, 7_200_000];
    let at = Date.parse(shanghai("2024-03-04", "09:00"));
    for (const [i, wait] of waits.entries()) {
      if (wait > 0) {
        api.clock.set(new Date(at + wait - 1).toISOString());
        await deliver();
      }
      expect(outside.received).toHaveLength(i);
      at += wait;
      api.clock.set(new Date(at).toISOString());
      await deliver();
      expect(outside.received).toHaveLength(i + 1);
    }
    expect((await shown()).deliveries[0]).toMatchObject({ state: "DELIVERED", attempts: 5, status: 204, failure: null, nextAt: null });
    expect([new Set(outside.received.map(({ headers }) => headers["webhook-id"])).size, new Set(outside.received.map(({ body }) => body)).size]).toEqual([1, 1]);
    expect(outside.received.every((one) => verified(one))).toBe(true);
    expect(new Set(outside.received.map(({ headers }) => headers["webhook-timestamp"])).size).toBe(5);
    expect(outside.received.map(({ path }) => path)).toEqual(["/", "/", "/", "/", "/"]);
    api.clock.set(shanghai("2024-03-09", "09:00"));
    await deliver();
    expect(outside.received).toHaveLength(5);
  });

  it("end after the tenth, more than three days later", async () => {
    outside.answers = [500];
    await summon("zhou", { urgent: true });
    const start = Date.parse(shanghai("2024-03-04", "09:00"));
    let last = start;
    for (let hour = 0; hour < 120; hour++) {
      api.clock.set(new Date(start + hour * 3_600_000).toISOString());
      const before = outside.received.length;
      await deliver();
      if (outside.received.length > before) last = start + hour * 3_600_000;
    }
    expect(outside.received).toHaveLength(10);
    expect(last - start).toBeGreaterThanOrEqual(72 * 3_600_000);
    expect((await shown()).deliveries[0]).toMatchObject({ state: "FAILED", attempts: 10, status: 500, failure: "HTTP_500", nextAt: null });
  });
});

describe("a worker", () => {
  it("that is killed between sending and marking: it is sent again when the lease is over, not before, with the same id", async () => {
    await summon("zhou");
    const { appPool: pool, clock } = api;
    const [taken] = await takeDue(pool, await clock.now(pool), { most: 20 });
    if (taken === undefined) throw new Error("nothing was due");
    expect((await sendOne(delivering, taken)).outcome).toEqual({ kind: "DELIVERED", status: 204 });
    // Here the process ends.
    api.clock.set(new Date(Date.parse(shanghai("2024-03-04", "09:00")) + 29_999).toISOString());
    expect(await deliver()).toBe(0);
    api.clock.set(new Date(Date.parse(shanghai("2024-03-04", "09:00")) + 30_000).toISOString());
    expect(await deliver()).toBe(1);
    const [first, second] = outside.received;
    expect(outside.received).toHaveLength(2);
    expect([second?.headers["webhook-id"], second?.body]).toEqual([first?.headers["webhook-id"], first?.body]);
    // What the first one would still write is too late.
    await settleDelivery(pool, taken, { kind: "FAILED", status: null, failure: "TIMEOUT" }, await clock.now(pool));
    expect((await shown()).deliveries[0]).toMatchObject({ state: "DELIVERED", attempts: 2 });
  });

  it("shares with others: each message goes to one of them", async () => {
    for (let i = 0; i < 45; i++) await summon("zhou");
    await Promise.all([deliver(), deliver(), deliver()]);
    expect(outside.received).toHaveLength(45);
    expect(new Set(outside.received.map(({ headers }) => headers["webhook-id"])).size).toBe(45);
  });

  it("runs until it is stopped, and what cannot be made does not stop the others", async () => {
    await summon("zhou");
    await api.pool.query("insert into delivery (id, channel, endpoint, area_no, created_at, next_at) values (gen_random_uuid(), 'MESSENGER', 'nowhere', 1, $1, $1)", [shanghai("2024-03-04", "08:00")]);
    const { prepare } = delivering;
    const job = startDelivery({ ...delivering, prepare: { ...prepare, MESSENGER: (waiting, now) => (waiting.endpoint === "nowhere" ? Promise.reject(new Error("broken")) : prepare.MESSENGER(waiting, now)) } });
    await expect.poll(() => outside.received.length).toBe(1);
    await job.stop();
    expect((await api.pool.query("select failure from delivery where endpoint = 'nowhere'")).rows).toEqual([{ failure: "INTERNAL" }]);
    await summon("zhou");
    await new Promise((pass) => setTimeout(pass, 20));
    expect(outside.received).toHaveLength(1);
  });
});

describe("the messenger of a community", () => {
  it("is set and tried out by secretary and deputy, shown to nobody else", async () => {
    expect(await shown()).toMatchObject({ communityCode: community, url: outside.url, earlierUntil: null });
    for (const who of ["zhou", "li", "street", "admin", "neighbour"] as const) {
      expect([who, await shown(who)]).toEqual([who, null]);
      for (const verb of ["setMessenger", "removeMessenger", "testMessenger"]) {
        const { data } = await keep(verb, verb === "setMessenger" ? { url: "https://hook.example.cn/" } : {}, who);
        expect([who, verb, data.answer.refusal?.code, data.answer.messenger]).toEqual([who, verb, "FORBIDDEN_RIGHT", null]);
      }
    }
    expect((await keep("testMessenger", {}, "fu")).data.answer.messenger.deliveries[0]).toMatchObject({ test: true, state: "WAITING" });
    await deliver();
    expect(bodies()).toEqual([{ type: "test", timestamp: shanghai("2024-03-04", "09:00"), data: { link: "https://bandeng.example.cn/inbox" } }]);
    expect((await shown("fu")).deliveries[0]).toMatchObject({ state: "DELIVERED", status: 204 });
  });

  it("shows its secret once; a new one signs beside it for a day; neither stands in the database", async () => {
    const idempotencyKey = uuidv7();
    const renewed = await keep("setMessenger", { url: outside.url, newSecret: true, idempotencyKey });
    const fresh: string = renewed.data.answer.secret;
    expect([fresh === secret, renewed.data.answer.messenger.earlierUntil]).toEqual([false, shanghai("2024-03-05", "09:00")]);
    expect((await keep("setMessenger", { url: outside.url, newSecret: true, idempotencyKey })).data.answer.secret).toBeNull();
    expect((await keep("setMessenger", { url: outside.url })).data.answer.secret).toBeNull();
    await summon("zhou");
    await deliver();
    api.clock.set(shanghai("2024-03-05", "09:00"));
    await summon("zhou");
    await deliver();
    expect(outside.received.map((one) => [verified(one, fresh), verified(one, secret)])).toEqual([[true, true], [true, false]]);
    const { rows } = await api.pool.query("select m::text || encode(secret_enc, 'escape') || encode(earlier_enc, 'escape') as all from messenger m");
    for (const one of [fresh, secret]) expect(rows[0].all).not.toContain(one.slice(6, 30));
    secret = fresh;
  });

  it.each(["http://hook.example.cn/", "https://10.0.0.1/", "https://user:x@hook.example.cn/", "https://router/", "no address", ""])("C16: refuses %s", async (url) => {
    expect((await keep("setMessenger", { url })).data.answer).toMatchObject({ messenger: null, secret: null, refusal: { code: "ENDPOINT_NOT_PUBLIC", path: "url" } });
    expect((await shown()).url).toBe(outside.url);
  });

  it("is of a community", async () => {
    for (const communityCode of ["340802", `${community}003`, "x"]) expect((await keep("setMessenger", { communityCode, url: outside.url })).data.answer.refusal).toEqual({ code: "NOT_A_COMMUNITY", path: "communityCode" });
  });

  it("can be taken away: what waits is dropped", async () => {
    await summon("zhou");
    expect((await keep("removeMessenger")).data.answer).toEqual({ messenger: null, refusal: null });
    expect((await keep("removeMessenger")).data.answer.refusal.code).toBe("NO_MESSENGER");
    await deliver();
    expect([outside.received.length, (await api.pool.query("select failure from delivery")).rows]).toEqual([0, [{ failure: "NO_MESSENGER" }]]);
    secret = (await keep("setMessenger", { url: outside.url })).data.answer.secret;
  });

  it("row level security alone shows it to nobody else", async () => {
    for (const who of ["zhou", "neighbour"] as const) {
      const scope = JSON.stringify({ person: api.people[who], configures: who === "zhou" ? "{}" : "{[340802001008000,340802001009000)}", acts: "{[340802000000000,340803000000000)}" });
      for (const table of ["messenger", "delivery", "due_told"]) expect([table, (await transaction(api.appPool, scope, (client) => client.query(`select from ${table}`))).rowCount]).toEqual([table, 0]);
    }
  });
});

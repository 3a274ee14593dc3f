import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sequence } from "./sequencer.ts";
import { sequenceAll } from "../testing/sequence-all.ts";
import { testAuditKeys as keys } from "../testing/api.ts";
import { grid, startCommunity, type TestCommunity } from "../testing/community.ts";
import { makeKey, type TestKey } from "../testing/keys.ts";
import { done } from "../testing/verbs.ts";

let api: TestCommunity;
let key: TestKey;
beforeAll(async () => {
  api = await startCommunity(new Date().toISOString());
  key = await makeKey(api);
});
afterAll(() => api.stop());

const place = () => sequenceAll(api.appPool, keys);
const collect = (kind: string, as: "zhou" | "neighbour" = "zhou") => done(api, as, "collectOpinion", null, { words: "楼道里堆着东西", channel: "VISIT", kind, ...(as === "zhou" && { place: { buildingId: api.sewerBuildingId } }) });
interface Page { changes: { position: number; subject: string; id: string; version: number; type: string; areaCode: string; payload: string; case: { no: string } | null }[]; after: number; upTo: number; head: number }
async function changes(headers: Record<string, string>, after: number | null, first = 100, more = ""): Promise<Page> {
  const { data, errors } = await api.graphql(`query ($after: FeedPosition, $first: Int!) { changes(after: $after, first: $first ${more}) { after upTo head changes { position subject id version type areaCode payload case { no } } } }`, { after, first }, { headers });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.changes;
}
async function all(headers: Record<string, string>, first = 100, after = 0): Promise<Page["changes"]> {
  const found: Page["changes"] = [];
  for (let at = after; ; ) {
    const page = await changes(headers, at, first);
    expect(page.after).toBe(at);
    expect(page.upTo).toBeLessThanOrEqual(page.head);
    found.push(...page.changes);
    at = page.upTo;
    if (at === page.head) return found;
  }
}

describe("places in the feed", () => {
  it("are dense from 1, in the order of transactions, once each, and the audit is linked in the same step", async () => {
    for (let i = 0; i < 5; i++) await collect("DIFFICULTY");
    const [one, two, three] = await Promise.all([place(), place(), place()]);
    const { rows: [counted] } = await api.pool.query("select count(*)::int as n, count(distinct position)::int as distinct, min(position)::int as first, max(position)::int as last, (select position::int from feed_head) as head, (select count(*)::int from audit_waiting) as waiting from event");
    expect(counted).toEqual({ n: counted.n, distinct: counted.n, first: 1, last: counted.n, head: counted.n, waiting: 0 });
    expect(one.placed + two.placed + three.placed).toBe(counted.n);
    const { rows: order } = await api.pool.query("select position from event order by xid, recorded_at, seq, id");
    expect(order.map(({ position }) => Number(position))).toEqual(order.map((_, i) => i + 1));
  });

  it("wait for a transaction that is still open, and lose nothing of it", async () => {
    const held = await api.pool.connect();
    try {
      await held.query("begin");
      const id = uuidv7();
      await held.query("insert into event (id, stream_kind, stream_id, seq, type, payload, at, recorded_at, area_no) values ($1, 'CALENDAR', $2, 1, 'HELD', '{}', now(), now(), 340802001007000)", [id, uuidv7()]);
      api.clock.set(new Date().toISOString());
      await collect("OPINION");
      expect(await sequence(api.appPool, keys)).toMatchObject({ placed: 0, position: null });
      const { data } = await api.graphql("{ feed { head waiting lagMilliseconds delayed } }", {}, { as: "admin" });
      expect(data.feed).toMatchObject({ waiting: 1, delayed: false });
      await held.query("commit");
      expect((await place()).placed).toBe(2);
      const { rows } = await api.pool.query("select type from event order by position desc limit 2");
      expect(rows.map(({ type }) => type)).toEqual(["COLLECTED", "HELD"]);
    } finally {
      await held.query("rollback"); // nothing is left of it where it was committed
      held.release();
    }
  });

  it("an alarm is raised when something has waited for more than ten seconds", async () => {
    await api.pool.query("insert into event (id, stream_kind, stream_id, seq, type, payload, at, recorded_at, area_no) values ($1, 'CALENDAR', $2, 1, 'OLD', '{}', now() - interval '11 seconds', now() - interval '11 seconds', 340802001007000)", [uuidv7(), uuidv7()]);
    expect((await api.graphql("{ feed { delayed lagMilliseconds } }", {}, { headers: key.headers })).data.feed).toMatchObject({ delayed: true });
    await place();
    expect((await api.graphql("{ feed { delayed waiting lagMilliseconds } }", {}, { headers: key.headers })).data.feed).toEqual({ delayed: false, waiting: 0, lagMilliseconds: 0 });
  });

  it("R9: events of a restored copy, whose transactions were counted elsewhere, come next, and the places go on", async () => {
    const { rows: [before] } = await api.pool.query("select position::int as head from feed_head");
    await api.pool.query("insert into event (id, stream_kind, stream_id, seq, type, payload, at, recorded_at, area_no, xid) values ($1, 'CALENDAR', $2, 1, 'RESTORED', '{}', now(), now(), 340802001007000, '999999999999')", [uuidv7(), uuidv7()]);
    expect(await place()).toMatchObject({ placed: 1, position: before.head + 1 });
  });
});

describe("changes", () => {
  it("come to a key as pages that join, whatever their size, with what it may see and nothing else", async () => {
    const mine = await collect("DIFFICULTY");
    const dispute = await collect("DISPUTE");
    const theirs = await collect("DIFFICULTY", "neighbour");
    await done(api, "zhou", "acceptCase", mine.id, { kind: "DIFFICULTY", category: "assets.sewer", severity: "NORMAL" });
    await place();
    const found = await all(key.headers, 100);
    expect(await all(key.headers, 3)).toEqual(found);
    const ids = new Set(found.map(({ id }) => id));
    expect([ids.has(mine.id), ids.has(dispute.id), ids.has(theirs.id)]).toEqual([true, false, false]);
    expect(JSON.stringify(found)).not.toContain("楼道里");
    const first = found.find(({ id }) => id === mine.id);
    expect(first).toMatchObject({ subject: "CASE", type: "COLLECTED", version: 1, areaCode: grid(5), case: { no: mine.no } });
    // Whoever works there sees the dispute as well.
    const cookie = { cookie: await api.signIn("zhou") };
    expect((await all(cookie, 100)).map(({ id }) => id)).toContain(dispute.id);
  });

  it("C38: a case that becomes a dispute leaves a mark that says which, and its events are gone for whoever may not see it", async () => {
    const c = await collect("DIFFICULTY");
    await place();
    const { head } = await changes(key.headers, null, 1);
    const parties = [await api.resident("楼淑芬"), await api.resident("赵德胜")];
    await done(api, "zhou", "acceptCase", c.id, { kind: "DISPUTE", category: "disputes.leak", severity: "NORMAL", partyIds: parties });
    await place();
    const after = await all(key.headers, 100, head);
    expect(after).toEqual([expect.objectContaining({ subject: "CASE", id: c.id, type: "OUT_OF_SIGHT", payload: "{}", areaCode: grid(5), case: null })]);
    expect((await all(key.headers, 100)).filter(({ id, type }) => id === c.id && type !== "OUT_OF_SIGHT")).toEqual([]);
    const elsewhere = await makeKey(api, { areaCode: "340802001008" });
    expect((await all(elsewhere.headers, 100)).map(({ id }) => id)).not.toContain(c.id);
  });

  it("can be asked of some areas and some kinds; what cannot be asked is said", async () => {
    const cookie = { cookie: await api.signIn("chen") };
    expect((await changes(cookie, null, 100, `areas: ["${grid(1)}"], subjects: [CASE]`)).changes).toEqual([]);
    expect((await changes(cookie, null, 100, `areas: ["${grid(5)}"], subjects: [CASE]`)).changes.length).toBeGreaterThan(5);
    const refused = async (args: string) => (await api.graphql(`{ changes(${args}) { upTo } }`, {}, { headers: key.headers })).errors[0]?.extensions["code"];
    expect([await refused("first: 101"), await refused("first: 0"), await refused("first: 1, after: -1"), await refused("first: 1, areas: []"), await refused('first: 1, areas: ["x"]')]).toEqual(Array(5).fill("BAD_USER_INPUT"));
  });

  it("beyond the head there is nothing, and the next page begins where this one ended", async () => {
    const { head } = await changes(key.headers, null, 1);
    expect(await changes(key.headers, head)).toEqual({ changes: [], after: head, upTo: head, head });
    const { data } = await api.graphql("{ apiKeys(first: 100) { nodes { id readUpTo readAt } } }", {}, { as: "admin" });
    expect(data.apiKeys.nodes.find((one: { id: string }) => one.id === key.id)).toMatchObject({ readUpTo: head });
    expect((await changes(key.headers, head + 1000)).upTo).toBe(head + 1000);
  });
});

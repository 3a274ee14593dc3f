import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { community, grid, startCommunity, type TestCommunity, type Username } from "../testing/community.ts";
import { done, shanghai, type ShownCase } from "../testing/verbs.ts";
import { follow, type Followed } from "./testing/follow.ts";
import { SEATS_A_PERSON } from "./seats.ts";

interface Signal {
  position: number;
  subject: string | null;
  id: string | null;
}
interface Presence {
  caseId: string;
  people: { id: string; name: string }[];
}

const CHANGED = "subscription ($areas: [ID!], $after: FeedPosition) { changed(areas: $areas, after: $after) { position subject id } }";
const ONE_CASE = "subscription ($id: ID!, $after: FeedPosition) { caseChanged(id: $id, after: $after) { position subject id } }";
const PRESENCE = "subscription ($areas: [ID!]!) { presence(areas: $areas) { caseId people { id name } } }";
const LIVE = "subscription ($areas: [ID!]!, $looking: ID) { live(areas: $areas, looking: $looking) { change { position subject id } presence { caseId people { name } } } }";

let api: TestCommunity;
const open: Followed<never>[] = [];
beforeAll(async () => {
  api = await startCommunity(shanghai("2024-06-03", "10:00"), { live: true });
}, 60_000);
afterAll(async () => {
  for (const one of open) one.stop();
  await api.stop();
});

async function listen<Live>(as: Username, query: string, variables: Record<string, unknown> = {}): Promise<Followed<Live>> {
  const followed = follow<Live>({ url: api.url, query, variables, headers: { cookie: await api.signIn(as) } });
  open.push(followed as unknown as Followed<never>);
  return followed;
}
/** A stream that has begun: its first signal says where. */
async function changed(as: Username, areas: string[]): Promise<Followed<{ changed: Signal }> & { begin: number }> {
  const followed = await listen<{ changed: Signal }>(as, CHANGED, { areas });
  const { changed: first } = await followed.hear(() => true);
  return { ...followed, begin: first.position };
}
const collect = (as: Username, n: 3 | 5, more: Record<string, unknown> = {}): Promise<ShownCase> =>
  done(api, as, "collectOpinion", null, { words: "楼道灯不亮", kind: "DIFFICULTY", category: "assets.lighting", place: n === 5 ? { buildingId: api.sewerBuildingId } : { compoundId: api.compoundId }, channel: "VISIT", ...more });
const accepted = { kind: "DIFFICULTY", category: "assets.lighting", severity: "NORMAL" };
const ids = (followed: Followed<{ changed: Signal }>): (string | null)[] => followed.heard.slice(1).map((one) => one.changed.id);
const ask = (body: unknown, headers: Record<string, string>): Promise<Response> =>
  api.fetch("/graphql/stream", { method: "POST", headers: { "content-type": "application/json", accept: "text/event-stream", ...headers }, body: JSON.stringify(body) });
const codeOf = async (response: Response): Promise<[number, unknown]> => [response.status, ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code];

describe("C29: who gets a stream", () => {
  const query = "subscription { changed { position } }";

  it("C29: a page of another site gets none, whatever cookie the browser adds", async () => {
    const cookie = await api.signIn("zhou");
    for (const headers of [{ origin: "https://evil.example" }, { origin: "null" }, { "sec-fetch-site": "cross-site" }]) {
      expect(await codeOf(await ask({ query }, { cookie, ...headers }))).toEqual([403, "FORBIDDEN"]);
    }
  });

  it("C29: nobody without a session or a key, whatever is asked, before anything of it is read", async () => {
    for (const body of [{ query }, { query: "{ __typename }" }, { query: "subscription {" }, {}]) expect(await codeOf(await ask(body, {}))).toEqual([401, "UNAUTHENTICATED"]);
    expect(await codeOf(await ask({ query }, { authorization: "Bearer bdk_nothing" }))).toEqual([401, "UNAUTHENTICATED"]);
  });

  it("refuses what is no subscription, what is no document, what is too long and too dear, each as an answer and not as a stream", async () => {
    const cookie = await api.signIn("zhou");
    const refusals = await Promise.all(
      [
        { query: "{ viewer { username } }" },
        { query: "mutation { markAllNoticesRead { __typename } }" },
        { query: "subscription {" },
        { query: "subscription { nothing }" },
        { query: "subscription { changed { position } a: changed { position } }" },
        { query: `subscription { changed { ${"position ".repeat(2500)} } }` },
        { query: "subscription ($after: FeedPosition) { changed(after: $after) { position } }", variables: { after: -1 } },
        { query: 3 },
      ].map(async (body) => codeOf(await ask(body, { cookie }))),
    );
    expect(refusals).toEqual(refusals.map(() => [400, "BAD_USER_INPUT"]));
    expect((await ask({ query }, { cookie, accept: "application/json" })).status).toBe(406);
    const areas = await listen<never>("zhou", CHANGED, { areas: ["nonsense"] });
    expect([await areas.ended, areas.errors[0]?.extensions["code"]]).toEqual(["COMPLETE", "BAD_USER_INPUT"]);
  });

  it("is paid for when it begins, and each person has so many", async () => {
    const streams = await Promise.all(Array.from({ length: SEATS_A_PERSON }, () => listen<{ changed: Signal }>("member5", CHANGED)));
    await Promise.all(streams.map((one) => one.hear(() => true)));
    const more = await ask({ query }, { cookie: await api.signIn("member5") });
    expect([more.status, more.headers.get("retry-after"), Number(more.headers.get("ratelimit-remaining"))]).toEqual([429, "5", expect.any(Number)]);
    for (const one of streams) one.stop();
    await expect.poll(async () => {
      const again = await listen<{ changed: Signal }>("member5", CHANGED);
      const ended = await Promise.race([again.ended, again.hear(() => true)]).catch(() => null);
      again.stop();
      return typeof ended;
    }, { timeout: 4000 }).toBe("object");
  });

  it("/graphql itself runs no subscription", async () => {
    const { status, errors } = await api.graphql(query, {}, { as: "zhou" });
    expect([status, errors[0]?.message, errors[0]?.extensions["code"]]).toEqual([400, expect.stringContaining("/graphql/stream"), "BAD_USER_INPUT"]);
  });
});

describe("a signal", () => {
  it("tells of what changed in the areas asked for, by position and id and nothing else", async () => {
    const near = await changed("chen", [grid(3)]);
    const wide = await changed("chen", [community]);
    const there = await collect("member5", 5);
    const here = await collect("member3", 3);
    await near.hear((one) => one.changed.id === here.id);
    await wide.hear((one) => one.changed.id === there.id);
    await wide.hear((one) => one.changed.id === here.id);
    expect(ids(near).filter((id) => id !== here.id)).toEqual([]);
    expect(Object.keys(near.heard.at(-1)?.changed ?? {}).sort()).toEqual(["id", "position", "subject"]);
  });

  it("C38: none tells of a dispute to whoever sees a masked card of it, or nothing", async () => {
    const members = await changed("member3", [community]);
    const neighbours = await changed("neighbour", [community, "340802001008"]);
    const clerks = await changed("zhou", [community]);
    const dispute = await collect("li", 3, { kind: "DISPUTE", category: "disputes.noise" });
    await clerks.hear((one) => one.changed.id === dispute.id);
    const plain = await collect("member3", 3);
    await members.hear((one) => one.changed.id === plain.id);
    expect(ids(members)).not.toContain(dispute.id);
    expect(neighbours.heard).toHaveLength(1);
    const one = await listen<never>("member3", ONE_CASE, { id: dispute.id });
    expect([await one.ended, one.errors[0]?.extensions["code"]]).toEqual(["COMPLETE", "NOT_FOUND"]);
  });

  it("comes for what happened since `after` first, and once for much", async () => {
    const before = await changed("zhou", [grid(3)]);
    before.stop();
    const made = [await collect("member3", 3), await collect("member3", 3)];
    const resumed = await listen<{ changed: Signal }>("zhou", CHANGED, { areas: [grid(3)], after: before.begin });
    for (const { id } of made) await resumed.hear((one) => one.changed.id === id);
    for (let i = 0; i < 12; i++) made.push(await collect("member3", 3));
    // Places are given to what is older than every transaction of the cluster, and other test files write to the same one: until all have theirs it is not much.
    await vi.waitFor(async () => {
      const latest = await changed("zhou", [grid(3)]);
      latest.stop();
      expect(latest.begin).toBeGreaterThanOrEqual(before.begin + made.length);
    }, { timeout: 20_000, interval: 100 });
    const late = await listen<{ changed: Signal }>("zhou", CHANGED, { areas: [grid(3)], after: before.begin });
    expect((await late.hear(() => true)).changed).toMatchObject({ subject: null, id: null });
    // A position from before a restored backup lies ahead of everything.
    const restored = await listen<{ changed: Signal }>("zhou", CHANGED, { areas: [grid(3)], after: 1_000_000_000 });
    const { changed: anew } = await restored.hear(() => true);
    expect([anew.subject, anew.position < 1_000_000]).toEqual([null, true]);
  });

  it("of one case comes for that case alone, and the stream ends when it goes out of sight", async () => {
    const [one, other] = [await collect("member3", 3), await collect("member3", 3)];
    const members = await listen<{ caseChanged: Signal }>("member3", ONE_CASE, { id: one.id });
    await members.hear(() => true);
    await done(api, "li", "acceptCase", other.id, accepted);
    await done(api, "li", "acceptCase", one.id, accepted);
    expect((await members.hear((live) => live.caseChanged.id !== null)).caseChanged).toMatchObject({ subject: "CASE", id: one.id });
    expect(members.heard).toHaveLength(2);
    const quarrel = await collect("zhou", 5);
    const lost = await listen<{ caseChanged: Signal }>("member5", ONE_CASE, { id: quarrel.id });
    await lost.hear(() => true);
    const partyIds = [await api.resident("孙大爷"), await api.resident("赵阿姨")];
    await done(api, "zhou", "acceptCase", quarrel.id, { kind: "DISPUTE", category: "disputes.noise", severity: "NORMAL", partyIds });
    expect(await lost.ended).toBe("COMPLETE");
    // That it has changed may come before the end, and nothing besides.
    for (const { caseChanged } of lost.heard.slice(1)) expect(caseChanged).toEqual({ position: expect.any(Number), subject: "CASE", id: quarrel.id });
  });
});

describe("who is looking", () => {
  it("is told to those who see the case whole, as long as somebody has it open", async () => {
    const looked = await collect("member3", 3);
    const chen = await listen<{ presence: Presence }>("chen", PRESENCE, { areas: [community] });
    const street = await listen<{ presence: Presence }>("neighbour", PRESENCE, { areas: [community] });
    const li = await listen<never>("li", LIVE, { areas: [grid(3)], looking: looked.id });
    const zhou = await listen<never>("zhou", ONE_CASE, { id: looked.id });
    const { presence } = await chen.hear((one) => one.presence.caseId === looked.id && one.presence.people.length === 2);
    expect(presence.people.map(({ name }) => name).sort()).toEqual(["小周", "李网格长"]);
    li.stop();
    await chen.hear((one) => one.presence.caseId === looked.id && one.presence.people.length === 1);
    zhou.stop();
    await chen.hear((one) => one.presence.caseId === looked.id && one.presence.people.length === 0);
    expect(street.heard).toEqual([]);
    expect((await api.pool.query("select count(*)::int as n from presence where case_id = $1", [looked.id])).rows).toEqual([{ n: 0 }]);
  });

  it("C38: of a dispute is nobody's business who sees it masked", async () => {
    const dispute = await collect("li", 3, { kind: "DISPUTE", category: "disputes.noise" });
    const members = await listen<{ presence: Presence }>("member3", PRESENCE, { areas: [community] });
    const clerks = await listen<{ presence: Presence }>("zhou", PRESENCE, { areas: [community] });
    await listen<never>("li", ONE_CASE, { id: dispute.id });
    await clerks.hear((one) => one.presence.caseId === dispute.id);
    const plain = await collect("member3", 3);
    await listen<never>("li", ONE_CASE, { id: plain.id });
    await members.hear((one) => one.presence.caseId === plain.id);
    expect(members.heard.map((one) => one.presence.caseId)).not.toContain(dispute.id);
  });
});

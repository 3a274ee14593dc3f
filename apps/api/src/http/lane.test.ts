import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { grid, startCommunity, type TestCommunity } from "../testing/community.ts";
import { makeKey } from "../testing/keys.ts";
import { done, shanghai } from "../testing/verbs.ts";

const BOARD = "query Board($areas: [ID!]!) { board(areas: $areas, first: 5) { columns { column total cards { nodes { id title } } } } }";

let api: TestCommunity;
beforeAll(async () => {
  api = await startCommunity(shanghai("2026-03-02", "09:00"), { costPerMinute: 400_000 });
});
afterAll(() => api.stop());

async function ask(query: string, variables: Record<string, unknown>, headers: Record<string, string>): Promise<{ status: number; headers: Headers; text: string }> {
  const response = await fetch(`${api.url}/graphql`, { method: "POST", headers: { "content-type": "application/json", ...headers }, body: JSON.stringify({ query, variables }) });
  return { status: response.status, headers: response.headers, text: await response.text() };
}
const answered = (): number => api.server.laneFigures?.()?.answered ?? 0;

describe("the fast lane", () => {
  it("answers a document that was accepted before, with the same data, price and headers", async () => {
    const headers = { cookie: await api.signIn("zhou") };
    const first = await ask(BOARD, { areas: [grid(5)] }, headers);
    const before = answered();
    const second = await ask(BOARD, { areas: [grid(5)] }, headers);
    expect(answered()).toBe(before + 1);
    const [one, two] = [JSON.parse(first.text), JSON.parse(second.text)];
    expect(two.data).toEqual(one.data);
    expect(two.extensions.cost).toMatchObject({ requested: one.extensions.cost.requested, perRequest: one.extensions.cost.perRequest, limit: one.extensions.cost.limit, remaining: one.extensions.cost.remaining - one.extensions.cost.requested });
    for (const name of ["content-type", "cache-control", "ratelimit-limit"]) expect(second.headers.get(name), name).toBe(first.headers.get(name));
  });

  it("leaves a document with a field that is not compiled to the executor, and calls that no failure", async () => {
    const headers = { cookie: await api.signIn("zhou") };
    const before = api.server.laneFigures?.();
    for (let i = 0; i < 3; i++) expect((await ask(BOARD.replace("id title", "id actions { action }"), { areas: [grid(5)] }, headers)).status).toBe(200);
    expect(api.server.laneFigures?.()).toMatchObject({ answered: before?.answered, failed: before?.failed });
  });

  it("answers 304 to whoever holds the board already, until something changes", async () => {
    const headers = { cookie: await api.signIn("zhou") };
    await ask(BOARD, { areas: [grid(5)] }, headers);
    const etag = (await ask(BOARD, { areas: [grid(5)] }, headers)).headers.get("etag") ?? "";
    const again = await ask(BOARD, { areas: [grid(5)] }, { ...headers, "if-none-match": etag });
    expect([again.status, again.text]).toEqual([304, ""]);
    await done(api, "zhou", "collectOpinion", null, { words: "楼道灯坏了", kind: "DIFFICULTY", channel: "VISIT", place: { buildingId: api.sewerBuildingId } });
    const fresh = await ask(BOARD, { areas: [grid(5)] }, { ...headers, "if-none-match": etag });
    expect(fresh.status).toBe(200);
    expect(fresh.text).toContain("楼道灯坏了");
  });

  it("shows a card that has fallen overdue to whoever filters for such, though nothing was written", async () => {
    const headers = { cookie: await api.signIn("zhou") };
    const c = await done(api, "zhou", "collectOpinion", null, { words: "井盖松了", kind: "DIFFICULTY", channel: "VISIT", place: { buildingId: api.sewerBuildingId } });
    const overdue = BOARD.replace("first: 5", "first: 5, filter: { overdue: true }");
    const shown = async (): Promise<boolean> => (await ask(overdue, { areas: [grid(5)] }, headers)).text.includes(c.id);
    expect([await shown(), await shown(), await shown()]).toEqual([false, false, false]);
    api.clock.set(new Date(Date.parse(c.due?.at ?? "") + 1000).toISOString());
    expect(await shown()).toBe(true);
  });

  it.each([
    ["a wrong variable", BOARD, { areas: null }, 400],
    ["an area that is none", BOARD, { areas: ["x"] }, 200],
    ["too many cards", BOARD.replace("first: 5", "first: 500"), { areas: [grid(5)] }, 400],
    ["a field that is not compiled", BOARD.replace("id title", "id actions { action }"), { areas: [grid(5)] }, 200],
  ])("leaves to the executor, which says what it is: %s", async (_what, query, variables, status) => {
    const headers = { cookie: await api.signIn("zhou") };
    const before = answered();
    const answers = [await ask(query, variables, headers), await ask(query, variables, headers)];
    expect(answers.map((one) => one.status)).toEqual([status, status]);
    expect(answered()).toBe(before);
  });

  it("asks for a session like the executor, and for the whole of it", async () => {
    await ask(BOARD, { areas: [grid(5)] }, { cookie: await api.signIn("zhou") });
    const nobody = await ask(BOARD, { areas: [grid(5)] }, {});
    expect(JSON.parse(nobody.text).errors[0].extensions.code).toBe("UNAUTHENTICATED");
    const wrong = await ask(BOARD, { areas: [grid(5)] }, { authorization: "Bearer bdk_wrong" });
    expect(JSON.parse(wrong.text).errors[0].extensions.code).toBe("UNAUTHENTICATED");
  });

  it("takes a price once where the executor has to go on: a stretch of the feed that shows a key nothing", async () => {
    const key = await makeKey(api, { costPerMinute: 100_000 });
    await api.pool.query(
      `with h as (update feed_head set position = position + 2500 returning position - 2500 as start)
       insert into event (id, stream_kind, stream_id, seq, type, payload, at, recorded_at, area_no, position)
       select gen_random_uuid(), 'CASE', $1, i, 'X', '{}', now(), now(), 340802001007001, h.start + i from h, generate_series(1, 2500) i`, [uuidv7()]);
    const query = "query Feed($after: FeedPosition) { changes(after: $after, first: 10) { upTo head } }";
    const remaining = async (): Promise<{ remaining: number; requested: number }> => JSON.parse((await ask(query, { after: 0 }, key.headers)).text).extensions.cost;
    const one = await remaining();
    const two = await remaining();
    expect(one.remaining - two.remaining).toBe(two.requested);
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { uuidv7 } from "uuidv7";
import { community, grid, startCommunity, type TestCommunity, type Username } from "../testing/community.ts";
import { startApi, type TestApi } from "../testing/api.ts";
import { follow, type Ending, type Followed } from "./testing/follow.ts";

const CHANGED = "subscription ($areas: [ID!]) { changed(areas: $areas) { position } }";
/** Streams of the lost are closed within five seconds, on every instance. */
const SOON_MS = 5000;

let api: TestCommunity;
let second: TestApi;
const open: Followed<unknown>[] = [];
beforeAll(async () => {
  api = await startCommunity(new Date().toISOString(), { live: true });
  second = await startApi({ databaseUrl: api.databaseUrl, clock: api.clock, live: true });
}, 60_000);
afterAll(async () => {
  for (const one of open) one.stop();
  await Promise.all([second.stop(), api.stop()]);
});

/** A session of one's own, so that its end is nobody else's. */
async function cookieOf(username: Username): Promise<string> {
  const response = await api.fetch("/api/auth/sign-in/username", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ username, password: "板凳会-test-2024" }) });
  return response.headers.getSetCookie().map((cookie) => cookie.split(";", 1)[0]).join("; ");
}

async function begun(url: string, headers: Record<string, string>): Promise<Followed<unknown>> {
  const followed = follow({ url, query: CHANGED, variables: { areas: [community] }, headers });
  open.push(followed);
  await followed.hear(() => true);
  return followed;
}

/** A stream of the same session at each of the two instances. */
async function streams(headers: Record<string, string>): Promise<Followed<unknown>[]> {
  return Promise.all([api.url, second.url].map((url) => begun(url, headers)));
}
const endings = (followed: readonly Followed<unknown>[]): Promise<(Ending | "OPEN")[]> =>
  Promise.all(followed.map(({ ended }) => Promise.race([ended, new Promise<"OPEN">((done) => setTimeout(() => done("OPEN"), SOON_MS))])));

const accountOf = async (username: Username): Promise<string> => (await api.pool.query(`select id from auth."user" where username = $1`, [username])).rows[0].id;
const sql = (text: string, values: unknown[] = []) => async (): Promise<unknown> => api.pool.query(text, values);
const sessionsOf = `"userId" = (select id from auth."user" where username = $1)`;

describe("C26, S8: streams end within five seconds on both instances", () => {
  const ways: readonly (readonly [string, Username, (cookie: string) => Promise<unknown>])[] = [
    ["signing out", "chen", (cookie) => api.fetch("/api/auth/sign-out", { method: "POST", headers: { "content-type": "application/json", cookie }, body: "{}" })],
    ["a session that somebody ended", "fu", () => api.auth.endSessions(api.people.fu)],
    ["a disabled account", "zhou", async () => sql(`update auth."user" set "disabledAt" = now() where id = $1`, [await accountOf("zhou")])()],
    ["two hours without a request", "wang", sql(`update auth.session set "updatedAt" = now() - interval '121 minutes' where ${sessionsOf}`, ["wang"])],
    ["twelve hours", "member3", sql(`update auth.session set "createdAt" = now() - interval '721 minutes' where ${sessionsOf}`, ["member3"])],
    ["a role that has ended", "li", () => api.pool.query("update role_assignment set to_date = '2024-06-01' where person_id = $1", [api.people.li])],
    ["another grid", "member5", () => api.pool.query("update role_assignment set area_code = $2::text, area_no = $2::text::int8 where person_id = $1", [api.people.member5, grid(4)])],
    ["one more role", "zhang", () => api.pool.query("insert into role_assignment (id, person_id, role, area_code, area_no, from_date) values (gen_random_uuid(), $1, 'GRID_MEMBER', $2::text, $2::text::int8, '2024-01-01')", [api.people.zhang, grid(1)])],
  ];

  it("each way to lose a session or a scope, and nobody else's streams", async () => {
    const others = await streams({ cookie: await cookieOf("street") });
    const lost = await Promise.all(
      ways.map(async ([way, username, lose]) => {
        const cookie = await cookieOf(username);
        return { way, cookie, lose, followed: await streams({ cookie }) };
      }),
    );
    const idle = (): Promise<unknown> => api.pool.query(`select "updatedAt" from auth.session where ${sessionsOf}`, ["street"]).then(({ rows }) => rows);
    const before = await idle();
    for (const { lose, cookie } of lost) await lose(cookie);
    const found = await Promise.all(lost.map(async ({ way, followed }) => [way, ...(await endings(followed))]));
    expect(found).toEqual(ways.map(([way]) => [way, "COMPLETE", "COMPLETE"]));
    for (const one of others) expect(await Promise.race([one.ended, Promise.resolve("OPEN")])).toBe("OPEN");
    // Being looked at makes nobody busy.
    expect(await idle()).toEqual(before);
    // What has ended opens none again; what sees something else now does.
    const again = await Promise.all(lost.map(async ({ way, cookie }) => {
      const followed = follow({ url: second.url, query: CHANGED, headers: { cookie } });
      open.push(followed);
      return [way, await Promise.race([followed.ended, followed.hear(() => true).then(() => "OPEN", () => "REFUSED")])];
    }));
    expect(again.map(([, ending]) => ending)).toEqual([401, 401, 401, 401, 401, "OPEN", "OPEN", "OPEN"]);
  }, 30_000);
});

describe("C26: a key", () => {
  const query = `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { apiKey { id version } token refusal { code } } }`;
  const make = async (name: string): Promise<{ id: string; version: number; token: string }> => {
    const input = { name, areaCode: community, access: "READ", personalData: false, expiresOn: new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10), costPerMinute: 10_000, idempotencyKey: uuidv7() };
    const { data } = await api.graphql(query, { input }, { as: "admin" });
    return { ...data.createApiKey.apiKey, token: data.createApiKey.token };
  };

  it("loses its streams on both instances when it is revoked, and when it expires", async () => {
    const [revoked, expired] = [await make("热线"), await make("平台")];
    const followed = await Promise.all([revoked, expired].map(({ token }) => streams({ authorization: `Bearer ${token}` })));
    const input = { id: revoked.id, expectedVersion: revoked.version, reason: "不再使用", idempotencyKey: uuidv7() };
    await api.graphql(`mutation ($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { refusal { code } } }`, { input }, { as: "admin" });
    await api.pool.query("update api_key set expires_at = created_at + interval '1 second' where id = $1", [expired.id]);
    expect(await Promise.all(followed.map(endings))).toEqual([["COMPLETE", "COMPLETE"], ["COMPLETE", "COMPLETE"]]);
  });
});

describe("a server that stops", () => {
  it("ends its streams at once, and does not wait for them", async () => {
    const third = await startApi({ databaseUrl: api.databaseUrl, clock: api.clock, live: true });
    const followed = await begun(third.url, { cookie: await cookieOf("street") });
    await third.server.stop();
    expect(await followed.ended).toBe("COMPLETE");
    await third.stop();
  });
});

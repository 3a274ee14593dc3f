import { createHash, createHmac } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask, collectingJournal, opens, signIn, signInTables } from "../testing/accounts.ts";
import { startApi, TEST_PASSWORD, type TestApi } from "../testing/api.ts";
import { insertAreas, insertPerson } from "../testing/people.ts";

/** BANDENG_REVOCATIONS=1000 for the figure of the checklist, three minutes. */
const REVOCATIONS = Number(process.env["BANDENG_REVOCATIONS"] ?? 20);

// Three instances over one database.
let api: TestApi;
let second: TestApi;
let third: TestApi;
let wang: string;
const { journal, rows } = collectingJournal();
beforeAll(async () => {
  api = await startApi({ auth: { journal } });
  [second, third] = [await startApi({ databaseUrl: api.databaseUrl }), await startApi({ databaseUrl: api.databaseUrl })];
  await insertAreas(api);
  wang = await insertPerson(api, { username: "wang", name: "王", roles: [{ role: "CLERK", area: "340802001007" }] });
  await insertPerson(api, { username: "li", name: "李", roles: [] });
});
beforeEach(() => void (rows.length = 0));
afterAll(() => Promise.all([third.stop(), second.stop(), api.stop()]));

const tokenOf = (cookie: string): string => decodeURIComponent(cookie.slice(cookie.indexOf("=") + 1)).split(".")[0] ?? "";
const hashOf = (token: string): string => createHash("sha256").update(token).digest("base64url");
const opensEverywhere = (cookie: string): Promise<boolean[]> => Promise.all([api, second, third].map((one) => opens(one, cookie)));
const ALL = [true, true, true];
const NONE = [false, false, false];

describe("C24: the session token", () => {
  it("has more than 128 bits, is new at each sign-in and is not the one that was sent", async () => {
    const one = await signIn(api, "wang");
    const next = await signIn(api, "wang", TEST_PASSWORD, { cookie: one.cookie });
    const tokens = [tokenOf(one.cookie), tokenOf(next.cookie)];
    expect(tokens[0]).not.toBe(tokens[1]);
    for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9]{32}$/); // 32 of 62 characters: 190 bits
    // The session that was left behind is over, and a chosen one is not taken.
    expect([await opens(api, one.cookie), await opens(api, next.cookie)]).toEqual([false, true]);
    const fixed = await signIn(api, "wang", TEST_PASSWORD, { cookie: "bandeng.session_token=chosen.by-somebody-else" });
    expect(fixed.cookie).not.toContain("chosen");
  });

  it("travels in a cookie that is HttpOnly, SameSite and, under https, Secure", async () => {
    const { headers, body } = await signIn(api, "wang");
    expect(headers.getSetCookie()[0]).toMatch(/^bandeng\.session_token=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(JSON.stringify(body)).not.toContain(tokenOf(headers.getSetCookie()[0] ?? ""));
    const secure = await startApi({ databaseUrl: api.databaseUrl, baseUrl: "https://bandeng.example.cn" });
    expect((await signIn(secure, "wang")).headers.getSetCookie()[0]).toMatch(/^__Secure-bandeng\.session_token=.+; HttpOnly; Secure; SameSite=Lax$/);
    await secure.stop();
  });

  it("is stored as its SHA-256 alone: a dump opens no session, even for somebody who has the server's secret", async () => {
    const { cookie } = await signIn(api, "wang");
    const stored = await signInTables<{ token: string }>(api, "select token from auth.session");
    expect(stored.map(({ token }) => token)).toContain(hashOf(tokenOf(cookie)));
    const dump = JSON.stringify(await signInTables(api, `select s, a, v from auth.session s full join auth.account a on false full join auth.verification v on false`));
    expect(dump).not.toContain(tokenOf(cookie));
    const secret = "only-for-tests-0123456789-abcdefghijklmnop"; // of testing/api.ts
    for (const { token } of stored) {
      const signed = encodeURIComponent(`${token}.${createHmac("sha256", secret).update(token).digest("base64")}`);
      expect(await opens(api, `bandeng.session_token=${signed}`)).toBe(false);
      expect(await opens(api, `bandeng.session_token=${token}`)).toBe(false);
    }
    const forged = encodeURIComponent(`${tokenOf(cookie)}.${createHmac("sha256", secret).update(tokenOf(cookie)).digest("base64")}`);
    expect(await opens(api, `bandeng.session_token=${forged}`)).toBe(true); // the check above is one
  });
});

describe("C25: a session ends by the database's clock, on all instances", () => {
  const age = (cookie: string, column: string, by: string) => signInTables(api, `update auth.session set "${column}" = "${column}" - $2::interval where token = $1`, [hashOf(tokenOf(cookie)), by]);

  it.each([
    ["after two hours without a request", "updatedAt", "1 hour 59 minutes 50 seconds", "11 seconds"],
    ["twelve hours after it began, whatever was done", "createdAt", "11 hours 59 minutes 50 seconds", "11 seconds"],
    ["at its written end", "expiresAt", "11 hours 59 minutes 50 seconds", "11 seconds"],
  ])("%s: just before it lives, one second after it does not", async (_when, column, before, after) => {
    // Each on a session of its own: being asked about makes a session fresh.
    const alive = (await signIn(api, "wang")).cookie;
    await age(alive, column, before);
    expect((await opensEverywhere(alive))[0]).toBe(true);
    const dead = (await signIn(api, "wang")).cookie;
    await age(dead, column, before);
    await age(dead, column, after);
    expect(await opensEverywhere(dead)).toEqual(NONE);
  });

  it("lives on while somebody works", async () => {
    const { cookie } = await signIn(api, "wang");
    await age(cookie, "updatedAt", "1 hour");
    expect(await opens(second, cookie)).toBe(true);
    const [row] = await signInTables<{ fresh: boolean }>(api, `select "updatedAt" > now() - interval '1 minute' as fresh from auth.session where token = $1`, [hashOf(tokenOf(cookie))]);
    expect(row?.fresh).toBe(true);
  });

  it("C46: begins by it as well, on an instance whose clock is wrong", async () => {
    const real = Date.now;
    Date.now = () => real() + 600_000;
    const { cookie } = await signIn(api, "wang").finally(() => (Date.now = real));
    const [row] = await signInTables<{ begun: boolean; hours: number }>(
      api,
      `select abs(extract(epoch from now() - "createdAt")) < 60 as begun, extract(epoch from "expiresAt" - "createdAt")::int / 3600 as hours from auth.session where token = $1`,
      [hashOf(tokenOf(cookie))],
    );
    expect(row).toEqual({ begun: true, hours: 12 });
  });
});

describe("C26: sessions are ended, with the next request on every instance", () => {
  it("one of one's own, by its id, and only of one's own", async () => {
    const [mine, other, stranger] = [await signIn(api, "wang"), await signIn(api, "wang"), await signIn(api, "li")];
    const list = (await ask(api, "/api/auth/sessions", undefined, { cookie: mine.cookie })).body.sessions as { id: string; current: boolean; strength: string }[];
    expect(list.filter(({ current }) => current)).toHaveLength(1);
    expect(JSON.stringify(list)).not.toContain(hashOf(tokenOf(mine.cookie)));
    const otherId = (await second.auth.sessionOf({ cookie: other.cookie }))?.sessionId ?? "";
    expect(list.map(({ id }) => id)).toContain(otherId);
    expect((await ask(api, "/api/auth/sessions/end", { sessionId: otherId }, { cookie: stranger.cookie })).status).toBe(404);
    expect(await opensEverywhere(other.cookie)).toEqual(ALL);
    rows.length = 0;
    expect((await ask(api, "/api/auth/sessions/end", { sessionId: otherId }, { cookie: mine.cookie })).status).toBe(200);
    expect([await opensEverywhere(other.cookie), await opensEverywhere(mine.cookie)]).toEqual([NONE, ALL]);
    expect(rows.map(({ entry }) => entry.action)).toEqual(["endSession"]);
  });

  it("all but one's own", async () => {
    const mine = await signIn(api, "wang");
    const others = await Promise.all([1, 2, 3].map(() => signIn(second, "wang")));
    rows.length = 0;
    expect((await ask(third, "/api/auth/sessions/end-others", {}, { cookie: mine.cookie })).body.ended).toBeGreaterThanOrEqual(3);
    for (const { cookie } of others) expect(await opensEverywhere(cookie)).toEqual(NONE);
    expect(await opensEverywhere(mine.cookie)).toEqual(ALL);
  });

  it.each([
    ["disabling the account", () => api.auth.disable(wang)],
    ["resetting the password", () => api.auth.resetPassword(wang, wang)],
    ["ending them all", () => api.auth.endSessions(wang)],
  ])("by %s, and tells who listens", async (_how, act) => {
    await api.auth.enable(wang);
    await restorePassword();
    const sessions = await Promise.all([signIn(second, "wang"), signIn(third, "wang")]);
    const told: string[] = [];
    const stop = api.auth.onSessionsEnded((personId, ids) => void told.push(personId, ...ids));
    await act();
    stop();
    for (const { cookie } of sessions) expect(await opensEverywhere(cookie)).toEqual(NONE);
    expect(told[0]).toBe(wang);
    expect(told.length).toBeGreaterThanOrEqual(3);
    await api.auth.enable(wang);
    await restorePassword();
  });

  it("S8: within a second, each time", { timeout: 600_000 }, async () => {
    for (let i = 0; i < REVOCATIONS; i++) {
      const { cookie } = await signIn(i % 2 === 0 ? api : second, "wang");
      expect(await opens(third, cookie)).toBe(true);
      const start = performance.now();
      await api.auth.endSessions(wang);
      expect(await opensEverywhere(cookie)).toEqual(NONE);
      expect(performance.now() - start).toBeLessThan(1000);
    }
  });

  it("a disabled account signs in no more, with the same answer as a wrong password, and a session left to it opens nothing", async () => {
    const { cookie } = await signIn(api, "wang");
    await signInTables(api, `update auth."user" set "disabledAt" = now() where "personId" = $1`, [wang]);
    expect(await opensEverywhere(cookie)).toEqual(NONE);
    const right = await signIn(api, "wang");
    await api.auth.enable(wang);
    expect([right.status, right.body.code]).toEqual([401, "INVALID_USERNAME_OR_PASSWORD"]);
    await api.auth.unlock(wang);
    expect((await signIn(api, "wang")).status).toBe(200);
  });

  it("a role that is taken away is gone with the next request", async () => {
    const { cookie } = await signIn(api, "wang");
    const roles = async () => (await api.graphql("{ viewer { roles { role } } }", {}, { headers: { cookie } })).data.viewer.roles;
    expect(await roles()).toHaveLength(1);
    await api.pool.query("delete from role_assignment where person_id = $1", [wang]);
    expect(await roles()).toEqual([]);
  });
});

it("C31: signing in, failing to and signing out each write one row, with who, from where and which request", async () => {
  const { cookie } = await signIn(api, "li", TEST_PASSWORD, { headers: { "x-request-id": "the-sign-in" } });
  await signIn(api, "li", "wrong wrong");
  await signIn(api, "nobody", "wrong wrong");
  await ask(api, "/api/auth/sign-out", {}, { cookie });
  expect(await opens(api, cookie)).toBe(false);
  expect(rows.map(({ entry }) => [entry.action, entry.outcome, entry.code, entry.subject?.kind ?? null])).toEqual([
    ["signIn", "DONE", null, "ACCOUNT"],
    ["signIn", "REFUSED", "WRONG_PASSWORD", "ACCOUNT"],
    ["signIn", "REFUSED", "WRONG_PASSWORD", null],
    ["signOut", "DONE", null, "ACCOUNT"],
  ]);
  expect(rows[0]?.actor).toMatchObject({ address: "127.0.0.1", requestId: "the-sign-in" });
  expect(rows.map(({ actor }) => actor.personId !== null && actor.sessionId !== null)).toEqual([true, false, false, true]);
  expect(JSON.stringify(rows)).not.toMatch(/nobody|wrong|test-2024/);
});

/** As if the link of the reset had been used, for the password of the tests. */
async function restorePassword(): Promise<void> {
  await signInTables(
    api,
    `update auth.account set password = (select a.password from auth.account a join auth."user" u on u.id = a."userId" where u.username = 'li')
     where "userId" = (select id from auth."user" where username = 'wang')`,
  );
}

import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { ask, collectingJournal, signIn, signInTables } from "../testing/accounts.ts";
import { startApi, type TestApi } from "../testing/api.ts";
import { insertPerson } from "../testing/people.ts";
import { passwordStore } from "./password.ts";

// Three instances over one database; addresses are told by a proxy on this machine.
let instances: TestApi[];
const { journal, rows } = collectingJournal();
const people = new Map<string, string>();
const options = { proxies: ["loopback"], auth: { journal } };

beforeAll(async () => {
  const first = await startApi(options);
  instances = [first, await startApi({ ...options, databaseUrl: first.databaseUrl }), await startApi({ ...options, databaseUrl: first.databaseUrl })];
  for (const username of ["wang", "li", "zhao", "sun"]) people.set(username, await insertPerson(first, { username, name: username, roles: [] }));
});
afterEach(() => vi.restoreAllMocks());
afterAll(async () => void (await Promise.all(instances.toReversed().map((api) => api.stop()))));

const [first, second, third] = [() => instances[0] as TestApi, () => instances[1] as TestApi, () => instances[2] as TestApi];
const codesOf = (username: string) => rows.filter(({ entry, actor }) => entry.action === "signIn" && actor.requestId?.startsWith(username)).map(({ entry }) => entry.code);
let number = 0;
const named = (username: string) => ({ "x-request-id": `${username}-request-${(number += 1)}` });

/** Lets the short waits between failures pass: only the database's clock counts, so the rows are moved into the past. */
const wait = (api: TestApi, seconds: number) =>
  signInTables(
    api,
    `update auth.sign_in_attempt set attempts = jsonb_set(jsonb_set(attempts, '{checks}', (select coalesce(jsonb_agg(c::text::float8 - $1), '[]') from jsonb_array_elements(attempts->'checks') c)),
       '{sources}', (select coalesce(jsonb_object_agg(key, value || jsonb_build_object('waitUntil', (value->>'waitUntil')::float8 - $1, 'failedAt', (value->>'failedAt')::float8 - $1)), '{}') from jsonb_each(attempts->'sources')))
     where attempts is not null`,
    [seconds * 1000],
  );

async function fail(username: string, times: number, from: string): Promise<number[]> {
  const statuses: number[] = [];
  for (let i = 0; i < times; i++) {
    const { status } = await signIn(instances[i % 3] as TestApi, username, `wrong password ${i}`, { from, headers: named(username) });
    statuses.push(status);
    await wait(first(), 3);
  }
  return statuses;
}

describe("C21: five failures over three instances", () => {
  it("lock the account for their source, with a row in the audit; the owner comes in from elsewhere", async () => {
    expect(await fail("wang", 7, "203.0.113.7")).toEqual([401, 401, 401, 401, 401, 429, 429]);
    const right = await signIn(second(), "wang", undefined, { from: "203.0.113.7", headers: named("wang") });
    expect([right.status, right.body.code]).toEqual([429, "LOCKED"]);
    expect(Number(right.headers.get("retry-after"))).toBeGreaterThan(14 * 60);
    expect((await signIn(third(), "wang", undefined, { from: "198.51.100.2" })).status).toBe(200);
    expect(codesOf("wang")).toEqual(["WRONG_PASSWORD", "WRONG_PASSWORD", "WRONG_PASSWORD", "WRONG_PASSWORD", "LOCKING", "LOCKED", "LOCKED", "LOCKED"]);
  });

  it("survives a restart, shows to administrators, and ends after 15 minutes or by an administrator", async () => {
    const again = await startApi({ ...options, databaseUrl: first().databaseUrl });
    expect((await signIn(again, "wang", undefined, { from: "203.0.113.7" })).status).toBe(429);
    await again.stop();
    const [account] = await first().auth.accounts([people.get("wang") ?? ""]);
    expect(Date.parse(account?.lockedUntil ?? "")).toBeGreaterThan(Date.now() + 13 * 60_000);
    await wait(first(), 15 * 60 - 60);
    expect((await signIn(first(), "wang", undefined, { from: "203.0.113.7" })).status).toBe(429);
    await first().auth.unlock(people.get("wang") ?? "");
    expect((await signIn(first(), "wang", undefined, { from: "203.0.113.7" })).status).toBe(200);
    expect((await first().auth.accounts([people.get("wang") ?? ""]))[0]?.lockedUntil).toBeNull();
  });

  it("say the same about a name that nobody has", async () => {
    await fail("nobody-here", 5, "203.0.113.8");
    await fail("zhao", 5, "203.0.113.8");
    const [unknown, known] = [await signIn(first(), "nobody-here", "x", { from: "203.0.113.8" }), await signIn(first(), "zhao", "x", { from: "203.0.113.8" })];
    const { requestId: _a, ...one } = unknown.body;
    const { requestId: _b, ...other } = known.body;
    expect([unknown.status, one]).toEqual([known.status, other]);
    expect(unknown.status).toBe(429);
  });

  it("grow a delay before the lock: the fourth try has to wait", async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 4; i++) statuses.push((await signIn(first(), "delayed", "wrong", { from: "203.0.113.9" })).status);
    expect(statuses).toEqual([401, 401, 401, 429]);
  });
});

describe("S6: brute force", () => {
  it("gets at most ten checks an account in an hour, by any address, spelling, header or instance", async () => {
    const checks = vi.spyOn(passwordStore, "verify");
    const attack = Array.from({ length: 90 }, (_, i) => ({
      username: ["li", "LI", "Li", "lI"][i % 4] ?? "li",
      from: i % 3 === 0 ? `2001:db8:7:${i.toString(16)}::${i}` : i % 3 === 1 ? `2001:db8:8:1::${i.toString(16)}` : `203.0.113.${i}`,
      headers: { "x-real-ip": `10.0.0.${i}`, forwarded: `for=10.0.0.${i}`, "x-bandeng-client-address": `10.0.1.${i}`, "user-agent": `agent ${i}` },
    }));
    const answers = await Promise.all(attack.map(({ username, from, headers }, i) => signIn(instances[i % 3] as TestApi, username, `guess ${i}`, { from, headers })));
    const refused = answers.filter(({ status }) => status === 401).length;
    expect(refused).toBeGreaterThanOrEqual(5);
    expect(refused).toBeLessThanOrEqual(10);
    expect(checks.mock.calls.length).toBe(refused);
  });

  it("counts one /64 network of IPv6 as one source", async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 6; i++) {
      statuses.push((await signIn(first(), "network", "wrong", { from: `2001:db8:1:2::${i + 1}` })).status);
      await wait(first(), 3);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  });

  it("counts what a stolen session tries as an old password", async () => {
    const { cookie } = await signIn(first(), "sun", undefined, { from: "198.51.100.7" });
    const checks = vi.spyOn(passwordStore, "verify");
    for (let i = 0; i < 30; i++) {
      const path = i % 2 === 0 ? "/api/auth/change-password" : "/api/auth/second-factor/set-up";
      await ask(instances[i % 3] as TestApi, path, { currentPassword: `guess ${i}`, newPassword: "棉袄晒在太阳底下", password: `guess ${i}` }, { cookie, from: `203.0.113.${i}` });
    }
    expect(checks.mock.calls.length).toBeLessThanOrEqual(10);
  });
});

it("C21: people who sign in to one account at the same moment are no attack", async () => {
  const both = await Promise.all(Array.from({ length: 8 }, () => signIn(second(), "zhao", undefined, { from: "198.51.100.9" })));
  expect(both.map(({ status }) => status)).toEqual(Array<number>(8).fill(200));
});

it("C21: neither the names that were typed nor the addresses are stored", async () => {
  const stored = JSON.stringify(await signInTables(first(), "select encode(account_key, 'escape') as key, attempts from auth.sign_in_attempt"));
  expect(stored).not.toMatch(/nobody-here|203\.0\.113|2001:db8/);
});

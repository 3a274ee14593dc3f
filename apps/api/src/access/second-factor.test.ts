import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { ask, collectingJournal, opens, signIn, signInTables, type Answer } from "../testing/accounts.ts";
import { startApi, TEST_PASSWORD, type TestApi } from "../testing/api.ts";
import { insertAreas, insertPerson } from "../testing/people.ts";
import { codeOfStep, stepOf } from "./one-time-code.ts";

let api: TestApi;
let adminId: string;
const { journal, rows } = collectingJournal();
beforeAll(async () => {
  api = await startApi({ proxies: ["loopback"], auth: { secondFactor: "administrators", journal } });
  await insertAreas(api);
  adminId = await insertPerson(api, { username: "nie", name: "聂", roles: [{ role: "SYSTEM_ADMIN", area: "340802" }] });
  await insertPerson(api, { username: "former", name: "前", roles: [{ role: "SYSTEM_ADMIN", area: "340802", to: "2024-02-01" }] });
  for (const username of ["zhou", "he", "fang", "qian"]) await insertPerson(api, { username, name: username, roles: [{ role: "CLERK", area: "340802001007" }] });
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => api.stop());

/** Bytes of an authenticator app's secret, as the address in the QR code tells them. */
function secretOf(uri: string): string {
  const bits = [...(new URL(uri).searchParams.get("secret") ?? "")].map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))).toString("latin1");
}

const codeNow = (secret: string, steps = 0): string => codeOfStep(secret, stepOf(Date.now() / 1000) + steps);
/** Codes of this half minute count again: as if the next one had begun. */
const nextStep = () => signInTables(api, `update auth."user" set "lastCodeStep" = null`);
const stageOf = async (cookie: string): Promise<unknown> => (await ask(api, "/api/auth/session", undefined, { cookie })).body.stage;
const lastRow = () => rows.at(-1)?.entry;

interface Enrolled extends Answer {
  readonly secret: string;
  readonly codes: readonly string[];
}

async function enrol(username: string): Promise<Enrolled> {
  const { cookie } = await signIn(api, username);
  const setUp = await ask(api, "/api/auth/second-factor/set-up", { password: TEST_PASSWORD }, { cookie });
  const secret = secretOf(setUp.body.uri);
  const confirmed = await ask(api, "/api/auth/second-factor/confirm", { code: codeNow(secret) }, { cookie });
  expect(confirmed.status).toBe(200);
  await nextStep();
  return { ...confirmed, secret, codes: setUp.body.recoveryCodes };
}

describe("C23: an administrator", () => {
  it("can do nothing but set a second factor up, until it is set up and verified in this session", async () => {
    const first = await signIn(api, "nie");
    expect(first.body.stage).toBe("SET_UP_FACTOR");
    const elsewhere = await signIn(api, "nie");
    for (const path of ["/api/auth/sessions/end-others", "/api/auth/second-factor/remove"]) expect((await ask(api, path, { password: TEST_PASSWORD }, { cookie: first.cookie })).status, path).toBe(403);
    expect((await ask(api, "/api/auth/sessions", undefined, { cookie: first.cookie })).status).toBe(403);
    expect((await ask(api, "/api/auth/second-factor/set-up", { password: "wrong wrong" }, { cookie: first.cookie })).body.code).toBe("INVALID_PASSWORD");

    const setUp = await ask(api, "/api/auth/second-factor/set-up", { password: TEST_PASSWORD }, { cookie: first.cookie });
    expect(decodeURIComponent(setUp.body.uri)).toMatch(/^otpauth:\/\/totp\/Bandeng 板凳会:nie\?secret=[A-Z2-7]{40,}/);
    expect(new Set(setUp.body.recoveryCodes).size).toBe(10);
    expect(await stageOf(first.cookie)).toBe("SET_UP_FACTOR");
    const secret = secretOf(setUp.body.uri);
    expect((await ask(api, "/api/auth/second-factor/confirm", { code: "000000" }, { cookie: first.cookie })).body.code).toBe("INVALID_CODE");
    expect(lastRow()).toMatchObject({ action: "setUpSecondFactor", outcome: "REFUSED", code: "WRONG_CODE" });
    const confirmed = await ask(api, "/api/auth/second-factor/confirm", { code: codeNow(secret) }, { cookie: first.cookie });
    expect(lastRow()).toMatchObject({ action: "setUpSecondFactor", outcome: "DONE" });
    expect([await stageOf(confirmed.cookie), await opens(api, first.cookie), await opens(api, elsewhere.cookie)]).toEqual(["FULL", false, false]);

    await nextStep();
    const again = await signIn(api, "nie");
    expect(again.body).toEqual({ user: null, stage: "SECOND_FACTOR" });
    expect(await opens(api, again.cookie)).toBe(false);
    const entered = await ask(api, "/api/auth/sign-in/code", { code: codeNow(secret) }, { cookie: again.cookie });
    expect([entered.status, await stageOf(entered.cookie)]).toEqual([200, "FULL"]);
    expect(JSON.stringify(entered.body)).toBe(JSON.stringify({ user: { username: "nie", personId: adminId } }));
    expect(rows.slice(-2).map(({ entry }) => [entry.action, entry.outcome])).toEqual([["signInFirstFactor", "DONE"], ["signIn", "DONE"]]);
    expect((await api.auth.accounts([adminId]))[0]?.secondFactor).toBe(true);
    // A session that was somehow opened without the factor opens nothing.
    await signInTables(api, `update auth.session set strength = 'PASSWORD'`);
    expect(await stageOf(entered.cookie)).toBe("SECOND_FACTOR");
  });

  it("is one while the role is in force, and only where the setting says so", async () => {
    expect((await signIn(api, "former")).body.stage).toBe("FULL");
    expect((await signIn(api, "zhou")).body.stage).toBe("FULL");
    const lax = await startApi({ databaseUrl: api.databaseUrl, auth: { secondFactor: "nobody" } });
    await insertPerson(lax, { username: "other-admin", name: "管", roles: [{ role: "SYSTEM_ADMIN", area: "340802" }] });
    expect((await signIn(lax, "other-admin")).body.stage).toBe("FULL");
    await lax.stop();
  });

  it("of the demo is not stuck, and no other on its database is exempt", async () => {
    const demo = await startApi({ auth: { secondFactor: "administrators" } });
    await insertAreas(demo);
    for (const username of ["admin", "nie"]) await insertPerson(demo, { username, name: username, roles: [{ role: "SYSTEM_ADMIN", area: "340802" }] });
    expect((await signIn(demo, "admin")).body.stage).toBe("SET_UP_FACTOR");
    await demo.pool.query("insert into demo_mark (seed) values ('test')");
    expect([(await signIn(demo, "admin")).body.stage, (await signIn(demo, "nie")).body.stage]).toEqual(["FULL", "SET_UP_FACTOR"]);
    await demo.stop();
  });
});

describe("C23: a one-time code", () => {
  it("counts once, one step early or late, and no more", async () => {
    const { secret } = await enrol("zhou");
    const enter = async (code: string) => (await ask(api, "/api/auth/sign-in/code", { code }, { cookie: (await signIn(api, "zhou")).cookie })).status;
    expect(await enter(codeNow(secret, -2))).toBe(401);
    const now = codeNow(secret);
    expect(await enter(now)).toBe(200);
    expect(await enter(now)).toBe(401);
    expect(await enter(codeNow(secret, -1))).toBe(401); // earlier than one that was used
    await nextStep();
    await api.auth.unlock((await api.auth.accounts()).find(({ username }) => username === "zhou")?.personId ?? "");
    const same = codeNow(secret);
    const cookies = await Promise.all(Array.from({ length: 6 }, async () => (await signIn(api, "zhou")).cookie));
    const both = await Promise.all(cookies.map((cookie) => ask(api, "/api/auth/sign-in/code", { code: same }, { cookie })));
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it("C46: counts by the database's clock", async () => {
    const { secret } = await enrol("fang");
    const real = Date.now();
    const code = codeNow(secret);
    const { cookie } = await signIn(api, "fang");
    vi.spyOn(Date, "now").mockImplementation(() => real + 9 * 60_000);
    expect((await ask(api, "/api/auth/sign-in/code", { code: codeOfStep(secret, stepOf((real + 540_000) / 1000)) }, { cookie })).status).toBe(401);
    expect((await ask(api, "/api/auth/sign-in/code", { code }, { cookie })).status).toBe(200);
  });

  it("can be guessed five times, whatever the challenge and the address", async () => {
    await enrol("he");
    const statuses: number[] = [];
    for (let i = 0; i < 14; i++) {
      const { cookie } = await signIn(api, "he", undefined, { from: "198.51.100.1" });
      statuses.push((await ask(api, "/api/auth/sign-in/code", { code: String(100_000 + i) }, { cookie, from: `203.0.113.${i}` })).status);
    }
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(10);
    expect(statuses.at(-1)).toBe(429);
  });
});

it("C23: recovery codes count once; they and the secret are unreadable in the database", async () => {
  const { codes, secret } = await enrol("qian");
  const enter = async (code: string) => (await ask(api, "/api/auth/sign-in/recovery-code", { code }, { cookie: (await signIn(api, "qian")).cookie })).status;
  const [one = "", two = ""] = codes;
  expect([await enter(one), await enter(one), await enter(two)]).toEqual([200, 401, 200]);
  const [stored] = await signInTables<{ secret: string; backupCodes: string }>(api, `select t.* from auth."twoFactor" t join auth."user" u on u.id = t."userId" where u.username = 'qian'`);
  const hashes = JSON.parse(stored?.backupCodes ?? "[]") as string[];
  expect(hashes).toHaveLength(8);
  for (const code of codes) expect(stored?.backupCodes).not.toContain(code);
  expect(Buffer.from(stored?.secret ?? "", "hex").includes(secret)).toBe(false);
  expect(stored?.secret).not.toContain(secret);
  // What the database holds is not a code.
  expect(await enter(hashes[0] ?? "")).toBe(401);
});

it("C23: a second factor ends with the password, or by an administrator; sessions end with it", async () => {
  const { cookie, secret } = await enrol("former");
  const other = await ask(api, "/api/auth/sign-in/code", { code: codeNow(secret) }, { cookie: (await signIn(api, "former")).cookie });
  expect((await ask(api, "/api/auth/second-factor/set-up", { password: TEST_PASSWORD }, { cookie })).status).toBe(400);
  expect((await ask(api, "/api/auth/second-factor/remove", { password: "wrong wrong" }, { cookie })).status).toBe(400);
  const removed = await ask(api, "/api/auth/second-factor/remove", { password: TEST_PASSWORD }, { cookie });
  expect([removed.status, await opens(api, removed.cookie), await opens(api, other.cookie), await opens(api, cookie)]).toEqual([200, true, false, false]);
  expect(lastRow()).toMatchObject({ action: "removeSecondFactor", outcome: "DONE" });
  await nextStep();
  const again = await enrol("former");
  await api.auth.removeSecondFactor((await api.auth.accounts()).find(({ username }) => username === "former")?.personId ?? "");
  expect([await opens(api, again.cookie), (await signIn(api, "former")).body.stage]).toEqual([false, "FULL"]);
});

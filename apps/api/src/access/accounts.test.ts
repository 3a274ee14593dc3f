import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { uuidv7 } from "uuidv7";
import { ask, collectingJournal, opens, signIn, signInTables } from "../testing/accounts.ts";
import { startApi, TEST_PASSWORD, type TestApi } from "../testing/api.ts";
import { insertPerson } from "../testing/people.ts";
import { passwordStore } from "./password.ts";

const PASSWORD = "棉袄晒在太阳底下";
const OTHER = "长条凳摆在石榴树下";

let api: TestApi;
let by: string;
const { journal, rows } = collectingJournal();
beforeAll(async () => {
  api = await startApi({ auth: { journal } });
  by = await insertPerson(api, { username: "admin", name: "管", roles: [] });
});
beforeEach(() => void (rows.length = 0));
afterAll(() => api.stop());

const accept = (token: string, newPassword: string) => ask(api, "/api/auth/accept-invitation", { token, newPassword });

async function invited(username: string): Promise<{ personId: string; token: string; expiresAt: string }> {
  const personId = uuidv7();
  const link = await api.auth.invite({ personId, username, name: username, by });
  if ("refusal" in link) throw new Error(link.refusal);
  return { personId, ...link };
}

it("an invitation lets somebody choose a password once, within 72 hours", async () => {
  const { personId, token, expiresAt } = await invited("zhou");
  expect(token).toMatch(/^[\w-]{43}$/); // 256 bits
  expect(Math.round((Date.parse(expiresAt) - Date.now()) / 3_600_000)).toBe(72);
  expect((await api.auth.accounts([personId]))[0]).toMatchObject({ username: "zhou", state: "INVITED", disabled: false, lastSignInAt: null, secondFactor: false, lockedUntil: null });
  expect((await signIn(api, "zhou", PASSWORD)).status).toBe(401);

  expect((await accept(token, "12345678")).body.code).toBe("PASSWORD_COMMON");
  expect((await accept(token, PASSWORD)).status).toBe(200);
  const again = await accept(token, OTHER);
  expect([again.status, again.body.code]).toEqual([400, "LINK_INVALID"]);
  expect((await signIn(api, "zhou", PASSWORD)).status).toBe(200);
  expect((await api.auth.accounts([personId]))[0]).toMatchObject({ state: "ACTIVE", lastSignInAt: expect.stringMatching(/^20/) });
  expect(rows.filter(({ entry }) => entry.action === "acceptInvitation").map(({ entry }) => [entry.outcome, entry.code])).toEqual([
    ["REFUSED", "PASSWORD_COMMON"],
    ["DONE", null],
    ["REFUSED", "LINK_INVALID"],
  ]);
});

it("a link is good until its end, is stored as a hash alone, and gives way to a newer one", async () => {
  const { personId, token } = await invited("late");
  const stored = JSON.stringify(await signInTables(api, `select encode(token_hash, 'base64') as a, encode(token_hash, 'escape') as b, l.* from auth.access_link l`));
  expect(stored).not.toContain(token);
  const newer = await api.auth.invite({ personId, username: "late", name: "late", by });
  expect((await accept(token, PASSWORD)).body.code).toBe("LINK_INVALID");
  if ("refusal" in newer) throw new Error(newer.refusal);
  await signInTables(api, "update auth.access_link set expires_at = now()");
  expect((await accept(newer.token, PASSWORD)).body.code).toBe("LINK_INVALID");
});

it("a link that two use at the same moment is used once", async () => {
  const { token } = await invited("race");
  const answers = await Promise.all([accept(token, PASSWORD), accept(token, OTHER), accept(token, `${OTHER}2`)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400, 400]);
});

it("a reset takes the password away at once, unlocks, and lasts 24 hours; the second factor stays", async () => {
  const id = await insertPerson(api, { username: "li", name: "李", roles: [] });
  const { cookie } = await signIn(api, "li");
  const link = await api.auth.resetPassword(id, by);
  if ("refusal" in link) throw new Error(link.refusal);
  expect(Math.round((Date.parse(link.expiresAt) - Date.now()) / 3_600_000)).toBe(24);
  expect([await opens(api, cookie), (await signIn(api, "li")).status]).toEqual([false, 401]);
  for (let i = 0; i < 3; i++) await signIn(api, "li", "wrong wrong");
  await signInTables(api, `update auth."user" set "twoFactorEnabled" = true where username = 'li'`);
  expect((await accept(link.token, PASSWORD)).status).toBe(200);
  expect((await signIn(api, "li", PASSWORD)).body.stage).toBe("SECOND_FACTOR");
  expect((await signIn(api, "li", TEST_PASSWORD)).status).toBe(401);
});

it("a disabled account can be neither invited nor reset, and its links end", async () => {
  const { personId, token } = await invited("gone");
  await api.auth.disable(personId);
  expect((await accept(token, PASSWORD)).body.code).toBe("LINK_INVALID");
  expect(await api.auth.resetPassword(personId)).toEqual({ refusal: "ACCOUNT_DISABLED" });
  expect(await api.auth.invite({ personId, username: "gone", name: "", by })).toEqual({ refusal: "ACCOUNT_DISABLED" });
  await api.auth.enable(personId);
  expect((await accept(token, PASSWORD)).body.code).toBe("LINK_INVALID");
  expect((await api.auth.accounts([personId]))[0]).toMatchObject({ disabled: false, state: "INVITED" });
});

it("says why there is no invitation", async () => {
  const invite = (username: string, personId = uuidv7()) => api.auth.invite({ personId, username, name: "", by });
  expect(await invite("a b")).toEqual({ refusal: "USERNAME_INVALID" });
  expect(await invite("x")).toEqual({ refusal: "USERNAME_INVALID" });
  expect(await invite("ADMIN")).toEqual({ refusal: "USERNAME_TAKEN" });
  expect(await invite("second", by)).toEqual({ refusal: "HAS_ACCOUNT" });
  const both = await Promise.all([invite("twice"), invite("twice")]);
  expect(both.filter((one) => "refusal" in one)).toEqual([{ refusal: "USERNAME_TAKEN" }]);
  expect(await api.auth.resetPassword(uuidv7())).toEqual({ refusal: "NO_ACCOUNT" });
});

it("tells the sign-in page which rules there are", async () => {
  const { body } = await ask(api, "/api/auth/options");
  expect(body).toEqual({ oidc: null, passwordProfile: "asvs", passwordRules: { zh: expect.any(String), en: expect.any(String) }, secondFactor: "nobody" });
});

it("links are refused by address after too many, with no check run", async () => {
  const few = await startApi({ signInsPerMinute: 2 });
  const statuses: number[] = [];
  for (let i = 0; i < 4; i++) statuses.push((await ask(few, "/api/auth/accept-invitation", { token: `t${i}`, newPassword: PASSWORD })).status);
  expect(statuses).toEqual([400, 400, 429, 429]);
  await few.stop();
});

it("C26: a password that is reset while it is being checked opens no session", async () => {
  const id = await insertPerson(api, { username: "slow", name: "慢", roles: [] });
  const verify = passwordStore.verify;
  const spy = vi.spyOn(passwordStore, "verify").mockImplementation(async (stored) => {
    const right = await verify(stored);
    await api.auth.resetPassword(id, by);
    return right;
  });
  const answer = await signIn(api, "slow");
  spy.mockRestore();
  expect([answer.status, await api.auth.sessionsOf(id)]).toEqual([401, []]);
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { uuidv7 } from "uuidv7";
import { ask, collectingJournal, merged, opens, signInTables } from "../testing/accounts.ts";
import { startApi, type TestApi } from "../testing/api.ts";
import { OIDC_CLIENT, startOidc, type OidcServer } from "../testing/oidc-server.ts";
import { insertAreas, insertPerson } from "../testing/people.ts";

const BASE = "http://127.0.0.1"; // of testing/api.ts: the address people are given

let oidc: OidcServer;
let api: TestApi;
let nie: string;
const { journal, rows } = collectingJournal();
beforeAll(async () => {
  oidc = await startOidc(`${BASE}/single-sign-on/callback`);
  const singleSignOn = { issuer: oidc.issuer, ...OIDC_CLIENT, name: "迎江区统一认证", claim: "preferred_username" };
  api = await startApi({ auth: { singleSignOn, secondFactor: "administrators", journal } });
  await insertAreas(api);
  nie = await insertPerson(api, { username: "nie", name: "聂", roles: [{ role: "SYSTEM_ADMIN", area: "340802" }] });
  await insertPerson(api, { username: "zhou", name: "周", roles: [] });
});
beforeEach(() => void (rows.length = 0));
afterAll(async () => {
  await api.stop();
  await oidc.stop();
});

/** A browser: keeps cookies by site and goes where it is sent. */
class Browser {
  readonly cookies = new Map<string, string>();
  readonly visited: URL[] = [];

  /** Follows redirects until one matches `until`, which is not followed, or there are no more. */
  async open(path: string, until?: RegExp): Promise<URL> {
    let url = new URL(path, BASE);
    for (let hops = 0; hops < 20; hops++) {
      if (until?.test(url.href)) return url;
      this.visited.push(url);
      const cookie = this.cookies.get(url.origin) ?? "";
      const to = url.origin === BASE ? api.url + url.pathname + url.search : url.href;
      const site = hops > 0 ? { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" } : {};
      const response = await fetch(to, { redirect: "manual", headers: { ...(cookie !== "" && { cookie }), ...site } });
      this.cookies.set(url.origin, merged(cookie, response.headers.getSetCookie()));
      const location = response.headers.get("location");
      if (location === null) return url;
      url = new URL(location, url);
      if (url.origin === BASE && !url.pathname.startsWith("/single-sign-on")) return url;
    }
    throw new Error("sent around for ever");
  }

  get cookie(): string {
    return this.cookies.get(BASE) ?? "";
  }
}

async function signOn(sub: string, claims: Record<string, unknown>): Promise<{ browser: Browser; landed: string }> {
  oidc.people.set(sub, claims);
  oidc.signsOn = sub;
  const browser = new Browser();
  const { pathname, search } = await browser.open("/api/auth/single-sign-on");
  return { browser, landed: pathname + search };
}

const REFUSED = "/?single-sign-on=refused";
const refusedRows = () => rows.map(({ entry }) => [entry.action, entry.outcome, entry.code]);

describe("the district's sign-on", () => {
  it("opens a full session of the account that the claim names, second factor or not", async () => {
    expect((await ask(api, "/api/auth/options")).body.oidc).toEqual({ name: "迎江区统一认证" });
    const { browser, landed } = await signOn("sub-nie", { preferred_username: "NIE", name: "聂" });
    expect(landed).toBe("/");
    expect((await ask(api, "/api/auth/session", undefined, { cookie: browser.cookie })).body).toEqual({ user: { username: "nie", personId: nie }, stage: "FULL" });
    expect(refusedRows()).toEqual([["signIn", "DONE", null]]);
    expect((await api.auth.sessionsOf(nie))[0]?.strength).toBe("SSO");
    expect(await signInTables(api, `select "accessToken", "refreshToken", "idToken" from auth.account where "providerId" = 'district'`)).toEqual([{ accessToken: null, refreshToken: null, idToken: null }]);
    // Once linked, it is the subject that counts.
    expect((await signOn("sub-nie", { preferred_username: "renamed" })).landed).toBe("/");
  });

  it("uses PKCE, state and nonce", async () => {
    const { browser } = await signOn("sub-nie", { preferred_username: "nie" });
    const asked = browser.visited.find(({ origin, pathname }) => origin === oidc.issuer && pathname === "/auth")?.searchParams;
    expect(asked?.get("code_challenge_method")).toBe("S256");
    for (const name of ["code_challenge", "state", "nonce"]) expect((asked?.get(name) ?? "").length, name).toBeGreaterThanOrEqual(32);
    expect(asked?.get("scope")).toBe("openid profile");
  });

  it("makes no account for whom there is none", async () => {
    const { browser, landed } = await signOn("sub-unknown", { preferred_username: "unknown", email: "nie@example.cn", email_verified: true });
    expect([landed, await opens(api, browser.cookie)]).toEqual([REFUSED, false]);
    expect(refusedRows()).toEqual([["signIn", "REFUSED", "SSO_REFUSED"]]);
    expect(await signInTables(api, `select username from auth."user" order by 1`)).toEqual([{ username: "nie" }, { username: "zhou" }]);
  });

  it("refuses a second subject with a name that is linked already", async () => {
    const { browser, landed } = await signOn("sub-impostor", { preferred_username: "nie" });
    expect([landed, await opens(api, browser.cookie)]).toEqual([REFUSED, false]);
  });

  it("refuses a disabled account, linked or not", async () => {
    const zhou = (await api.auth.accounts()).find(({ username }) => username === "zhou")?.personId ?? "";
    for (const [sub, username, personId] of [["sub-nie", "nie", nie], ["sub-zhou", "zhou", zhou]] as const) {
      await api.auth.disable(personId);
      const { browser, landed } = await signOn(sub, { preferred_username: username });
      expect([landed, await opens(api, browser.cookie)], username).toEqual([REFUSED, false]);
      await api.auth.enable(personId);
    }
    expect(refusedRows()).toHaveLength(2);
  });

  it("refuses a forged state, another browser's answer, and the same answer twice", async () => {
    oidc.signsOn = "sub-nie";
    const victim = new Browser();
    const answer = await victim.open("/api/auth/single-sign-on", /\/single-sign-on\/callback\?/);
    const land = async (browser: Browser, url: URL): Promise<string> => {
      const { pathname, search } = await browser.open(url.pathname + url.search);
      return pathname + search;
    };
    const forged = new URL(answer);
    forged.searchParams.set("state", "A".repeat(32));
    const stateless = new URL(answer);
    stateless.searchParams.delete("state");
    for (const url of [forged, stateless, answer]) expect(await land(new Browser(), url)).toBe(REFUSED);
    const other = new Browser();
    await other.open("/api/auth/single-sign-on", /\/single-sign-on\/callback\?/);
    expect(await land(other, answer)).toBe(REFUSED);
    expect(await land(victim, answer)).toBe("/");
    expect(await land(victim, answer)).toBe(REFUSED);
  });

  it("lets somebody in who was invited and has no password", async () => {
    const personId = uuidv7();
    await api.auth.invite({ personId, username: "invited", name: "", by: nie });
    expect((await signOn("sub-invited", { preferred_username: "invited" })).landed).toBe("/");
    expect((await api.auth.accounts([personId]))[0]?.state).toBe("ACTIVE");
  });
});

it("without its settings there is no such way", async () => {
  const plain = await startApi({ databaseUrl: api.databaseUrl });
  for (const path of ["/api/auth/single-sign-on", "/single-sign-on/callback?code=x&state=y"]) expect((await ask(plain, path)).status).toBe(404);
  await plain.stop();
});

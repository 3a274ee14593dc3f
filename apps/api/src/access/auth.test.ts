import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, TEST_PASSWORD, type TestApi } from "../testing/api.ts";
import { settableClock } from "../testing/settable-clock.ts";
import { insertAreas, insertPerson } from "../testing/people.ts";

let api: TestApi;
let personId: string;
const clock = settableClock();

beforeAll(async () => {
  api = await startApi({ clock });
  await insertAreas(api);
  personId = await insertPerson(api, { username: "wang", name: "王淑芬", roles: [{ role: "CLERK", area: "340802001007" }] });
  await insertPerson(api, { username: "li", name: "李强", roles: [{ role: "GRID_HEAD", area: "340802001007", to: "2030-06-30" }] });
});
afterAll(() => api.stop());

const VIEWER = "{ viewer { username person { id name } roles { role areaCode areaName from to buildingId } } }";

interface PostOptions {
  readonly on?: TestApi;
  readonly headers?: Record<string, string>;
}

function post(path: string, body: unknown, { on = api, headers = {} }: PostOptions = {}): Promise<Response> {
  return on.fetch(path, { method: "POST", headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body) });
}

/** A session of its own, so that ending it disturbs no other test. */
async function newSession(username = "wang"): Promise<string> {
  const response = await post("/api/auth/sign-in/username", { username, password: TEST_PASSWORD });
  return response.headers.getSetCookie().map((cookie) => cookie.split(";", 1)[0]).join("; ");
}

const viewerWith = (cookie: string) => api.graphql("{ viewer { username } }", {}, { headers: { cookie } });

describe("signing in", () => {
  it("opens a session that says who one is", async () => {
    const { data, status } = await api.graphql(VIEWER, {}, { as: "wang" });
    expect(status).toBe(200);
    expect(data.viewer).toEqual({
      username: "wang",
      person: { id: personId, name: "王淑芬" },
      roles: [{ role: "CLERK", areaCode: "340802001007", areaName: "锡麟街社区", from: "2024-01-01", to: null, buildingId: null }],
    });
  });

  it("keeps the token out of scripts and out of the answer", async () => {
    const response = await post("/api/auth/sign-in/username", { username: "wang", password: TEST_PASSWORD });
    const cookies = response.headers.getSetCookie();
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(/^bandeng\.session_token=.+HttpOnly.*SameSite=Lax/i);
    expect(cookies[0]).not.toContain("Secure");
    const token = decodeURIComponent(/=([^;]+)/.exec(cookies[0] ?? "")?.[1] ?? "").split(".")[0] ?? "-";
    expect(token.length).toBeGreaterThanOrEqual(32);
    const text = await response.text();
    expect(text).not.toContain(token);
    expect(JSON.parse(text)).toEqual({ user: { username: "wang", personId }, stage: "FULL" });
  });

  it("makes the cookie Secure where the address is https", async () => {
    const secure = await startApi({ baseUrl: "https://bandeng.example.cn" });
    await insertAreas(secure);
    await insertPerson(secure, { username: "sun", name: "孙", roles: [] });
    const response = await post("/api/auth/sign-in/username", { username: "sun", password: TEST_PASSWORD }, { on: secure });
    expect(response.headers.getSetCookie()[0]).toMatch(/^__Secure-bandeng\.session_token=.+; Secure/);
    expect(response.headers.get("strict-transport-security")).toMatch(/max-age=\d{8}/);
    await secure.stop();
  });

  it("says the same to a wrong password, an unknown name and an impossible name", async () => {
    const attempts = [
      { username: "wang", password: "not the password" },
      { username: "nobody", password: TEST_PASSWORD },
      { username: "x", password: TEST_PASSWORD },
      { username: "a b c !", password: TEST_PASSWORD },
    ];
    const answers = await Promise.all(attempts.map((attempt) => post("/api/auth/sign-in/username", attempt)));
    const bodies = (await Promise.all(answers.map((answer) => answer.json()))) as { requestId: string }[];
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
    expect(answers.flatMap(({ headers }) => headers.getSetCookie())).toEqual([]);
    expect(new Set(bodies.map(({ requestId: _id, ...body }) => JSON.stringify(body)))).toEqual(
      new Set([JSON.stringify({ code: "INVALID_USERNAME_OR_PASSWORD", message: "用户名或密码不正确" })]),
    );
  });

  it("refuses bodies that are no credentials", async () => {
    for (const body of [{}, [], { username: 1, password: 2 }, { username: { $ne: "" }, password: "x" }]) {
      expect((await post("/api/auth/sign-in/username", body)).status, JSON.stringify(body)).toBeLessThan(500);
      expect((await post("/api/auth/sign-in/username", body)).status).toBeGreaterThanOrEqual(400);
    }
  });

  it("is limited by address, and tells when to come back", async () => {
    const limited = await startApi({ signInsPerMinute: 3 });
    // A forged address changes nothing: only the connection's own counts.
    const statuses: number[] = [];
    for (let i = 0; i < 5; i++) {
      const headers = { "x-forwarded-for": `10.0.0.${i}`, "x-bandeng-client-address": `10.0.1.${i}` };
      const response = await post("/api/auth/sign-in/username", { username: "nobody", password: "wrong wrong" }, { on: limited, headers });
      statuses.push(response.status);
      if (response.status === 429) expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    }
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
    await limited.stop();
  });
});

describe("there is no open sign-up", () => {
  it.each(["/api/auth/sign-up/email", "/api/auth/sign-in/email", "/api/auth/update-user", "/api/auth/get-session", "/api/auth/is-username-available"])(
    "%s does not exist",
    async (path) => {
      const body = { email: "a@b.cn", password: TEST_PASSWORD, name: "x", username: "intruder", personId };
      const response = await post(path, body, { headers: { cookie: await api.signIn("wang") } });
      expect(response.status).toBe(404);
      expect(response.headers.getSetCookie()).toEqual([]);
      const { rows } = await api.pool.query(`select from auth."user" where username = 'intruder'`);
      expect(rows).toEqual([]);
    },
  );

  it("refuses a second account of the same name", async () => {
    await expect(api.createAccount({ username: "WANG", personId })).rejects.toThrow();
  });
});

describe("a session", () => {
  it("ends with signing out", async () => {
    const cookie = await newSession();
    expect((await viewerWith(cookie)).data.viewer.username).toBe("wang");
    expect((await post("/api/auth/sign-out", {}, { headers: { cookie } })).status).toBe(200);
    expect((await viewerWith(cookie)).errors[0]?.extensions["code"]).toBe("UNAUTHENTICATED");
  });

  it("asks for the old password before a new one, and ends the other sessions", async () => {
    await insertPerson(api, { username: "zhao", name: "赵", roles: [] });
    const [one, other] = [await newSession("zhao"), await newSession("zhao")];
    const change = (currentPassword: string, newPassword: string) =>
      post("/api/auth/change-password", { currentPassword, newPassword }, { headers: { cookie: one } });
    expect((await change("wrong password", "another-password")).status).toBe(400);
    expect(await (await change(TEST_PASSWORD, "short")).json()).toMatchObject({ code: "PASSWORD_TOO_SHORT" });
    const done = await change(TEST_PASSWORD, "新的密码-另一个密码");
    expect(done.status).toBe(200);
    expect((await viewerWith(other)).status).toBe(401);
    expect((await post("/api/auth/change-password", {})).status).toBe(401);
  });
});

describe("roles", () => {
  it("count on the days they are in force, by the clock of the house", async () => {
    const rolesOf = async () => (await api.graphql("{ viewer { roles { role } } }", {}, { as: "li" })).data.viewer.roles;
    clock.set("2030-06-30T15:59:59.999Z"); // 23:59:59 in Shanghai
    expect(await rolesOf()).toEqual([{ role: "GRID_HEAD" }]);
    clock.set("2030-06-30T16:00:00.000Z"); // 1 July in Shanghai
    expect(await rolesOf()).toEqual([]);
    clock.set("2024-06-30T16:00:00.000Z");
  });

  it("are gone with the next request once revoked", async () => {
    const id = await insertPerson(api, { username: "qian", name: "钱", roles: [{ role: "CLERK", area: "340802001007" }] });
    const rolesOf = async () => (await api.graphql("{ viewer { roles { role } } }", {}, { as: "qian" })).data.viewer.roles;
    expect(await rolesOf()).toHaveLength(1);
    await api.pool.query(`delete from role_assignment where person_id = $1`, [id]);
    expect(await rolesOf()).toEqual([]);
  });
});

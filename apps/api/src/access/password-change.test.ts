import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, opens, signIn, signInTables, type Answer } from "../testing/accounts.ts";
import { startApi, TEST_PASSWORD, type TestApi } from "../testing/api.ts";
import { insertAreas, insertPerson } from "../testing/people.ts";

let asvs: TestApi;
let dengbao: TestApi;
beforeAll(async () => {
  asvs = await startApi();
  dengbao = await startApi({ auth: { passwords: "dengbao" } });
  for (const api of [asvs, dengbao]) {
    await insertAreas(api);
    await insertPerson(api, { username: "wang", name: "王", roles: [{ role: "CLERK", area: "340802001007" }] });
  }
});
afterAll(() => Promise.all([asvs.stop(), dengbao.stop()]));

function change(api: TestApi, cookie: string, currentPassword: string, newPassword: string): Promise<Answer> {
  return ask(api, "/api/auth/change-password", { currentPassword, newPassword }, { cookie });
}
const aged = (api: TestApi, age: string) => signInTables(api, `update auth."user" set "passwordChangedAt" = now() - $1::interval where username = 'wang'`, [age]);

describe("C20: asvs", () => {
  it("asks for the old password, refuses what is easily guessed, and ends the other sessions", async () => {
    const [mine, other] = [await signIn(asvs, "wang"), await signIn(asvs, "wang")];
    expect((await change(asvs, mine.cookie, "not my password", "棉袄晒在长板凳上")).body.code).toBe("INVALID_PASSWORD");
    for (const [password, code] of [["short", "PASSWORD_TOO_SHORT"], ["12345678", "PASSWORD_COMMON"], ["锡麟街社区-2024", "PASSWORD_SITE_WORD"], ["wangwangwang", "PASSWORD_SITE_WORD"]]) {
      expect((await change(asvs, mine.cookie, TEST_PASSWORD, password ?? "")).body).toMatchObject({ code });
    }
    const done = await change(asvs, mine.cookie, TEST_PASSWORD, "棉袄晒在太阳底下");
    expect([done.status, done.body.stage]).toEqual([200, "FULL"]);
    expect(await Promise.all([done.cookie, mine.cookie, other.cookie].map((cookie) => opens(asvs, cookie)))).toEqual([true, false, false]);
    expect((await signIn(asvs, "wang", "棉袄晒在太阳底下")).status).toBe(200);
  });

  it("never makes anybody change it", async () => {
    await aged(asvs, "10 years");
    expect((await signIn(asvs, "wang", "棉袄晒在太阳底下")).body.stage).toBe("FULL");
  });
});

describe("C20: dengbao", () => {
  it("lets a session do nothing but change a password that is 90 days old", async () => {
    const { cookie } = await signIn(dengbao, "wang");
    await aged(dengbao, "89 days 23 hours 59 minutes");
    expect((await ask(dengbao, "/api/auth/session", undefined, { cookie })).body.stage).toBe("FULL");
    await aged(dengbao, "90 days");
    expect((await ask(dengbao, "/api/auth/session", undefined, { cookie })).body.stage).toBe("CHANGE_PASSWORD");
    for (const path of ["/api/auth/second-factor/set-up", "/api/auth/sessions/end-others"]) expect((await ask(dengbao, path, {}, { cookie })).status, path).toBe(403);
    expect((await change(dengbao, cookie, TEST_PASSWORD, "kvwqbnzx")).body.code).toBe("PASSWORD_KINDS");
    const done = await change(dengbao, cookie, TEST_PASSWORD, "Kvwqbn-0");
    expect([done.status, done.body.stage]).toEqual([200, "FULL"]);
  });

  it("takes none of the last five again", async () => {
    let { cookie } = await signIn(dengbao, "wang", "Kvwqbn-0");
    for (const [before, after] of [["Kvwqbn-0", "Kvwqbn-1"], ["Kvwqbn-1", "Kvwqbn-2"], ["Kvwqbn-2", "Kvwqbn-3"], ["Kvwqbn-3", "Kvwqbn-4"]] as const) {
      const done = await change(dengbao, cookie, before, after);
      expect(done.status).toBe(200);
      cookie = done.cookie;
    }
    for (const used of ["Kvwqbn-4", "Kvwqbn-3", "Kvwqbn-0"]) expect((await change(dengbao, cookie, "Kvwqbn-4", used)).body.code, used).toBe("PASSWORD_REUSED");
    const sixth = await change(dengbao, cookie, "Kvwqbn-4", "Kvwqbn-5");
    expect(sixth.status).toBe(200);
    expect((await change(dengbao, sixth.cookie, "Kvwqbn-5", "Kvwqbn-0")).status).toBe(200);
    const kept = await signInTables<{ n: number }>(dengbao, "select count(*)::int as n from auth.password_history");
    expect(kept).toEqual([{ n: 5 }]);
  });
});

import { instantOf } from "@bandeng/domain";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { personScope } from "../access/scope.ts";
import { loadViewer } from "../access/viewer.ts";
import { stampAreas } from "../cases/board-stamp.ts";
import { ScopedDatabase } from "../database/scoped.ts";
import { openKeys } from "../keys/keys.ts";
import { startApi, type TestApi } from "../testing/api.ts";
import { insertAreas, insertPerson } from "../testing/people.ts";
import { settableClock } from "../testing/settable-clock.ts";
import { databaseClock } from "./clock.ts";
import { openGate, type Gate } from "./gate.ts";

const COMMUNITY = "340802001007";
let api: TestApi;
let gate: Gate;
let wang: string;
beforeAll(async () => {
  api = await startApi();
  await insertAreas(api);
  wang = await insertPerson(api, { username: "wang", name: "王", roles: [{ role: "CLERK", area: COMMUNITY }] });
  gate = openGate({ reading: api.appPool, clock: databaseClock, auth: api.auth, keys: openKeys(api.appPool) });
});
afterAll(() => api.stop());

const cookieOf = async (): Promise<{ cookie: string }> => ({ cookie: await api.signIn("wang") });

describe("the gate", () => {
  it("lets in by one statement whom sign-in and roles know, as they are known one by one", async () => {
    const headers = await cookieOf();
    const query = vi.spyOn(api.appPool, "query");
    const admission = await gate.admit(headers);
    const asked = query.mock.calls.length;
    query.mockRestore();
    expect(asked).toBe(1);
    expect(admission?.session).toEqual(await api.auth.sessionOf(headers));
    expect(admission?.viewer).toEqual(await loadViewer(new ScopedDatabase(api.appPool, personScope(wang)), wang, databaseClock));
    expect(admission?.viewer.assignments.map(({ role }) => role)).toEqual(["CLERK"]);
    expect(Math.abs(Date.parse(admission?.now ?? "") - Date.now())).toBeLessThan(60_000);
  });

  it("lets nobody in without a session, and with one that is not ours", async () => {
    expect(await gate.admit({})).toBeNull();
    const { cookie } = await cookieOf();
    expect(await gate.admit({ cookie: cookie.replace(/=(.)/, (_all, first: string) => `=${first === "A" ? "B" : "A"}`) })).toBeNull();
    await expect(gate.admit({ authorization: `Bearer bdk_${"A".repeat(43)}`, cookie })).rejects.toMatchObject({ extensions: { code: "UNAUTHENTICATED" } });
  });

  it("tells the stamp of the areas asked for, and it is another one after a change there", async () => {
    const headers = await cookieOf();
    expect((await gate.admit(headers))?.stamp).toBeNull();
    const stampOf = async (area: string): Promise<string | null | undefined> => (await gate.admit(headers, { stampAreas: stampAreas([area]) }))?.stamp;
    const before = await stampOf(COMMUNITY);
    expect(before).toEqual(expect.any(String));
    await api.pool.query("update area set name = name || '社区' where code = $1", [COMMUNITY]);
    expect(await stampOf(COMMUNITY)).not.toBe(before);
    expect(await stampOf(COMMUNITY)).toBe(await stampOf(COMMUNITY));
  });

  it("goes by another clock where the program was given one: roles count on that clock's day", async () => {
    const clock = settableClock(instantOf(Date.parse("2024-05-06T02:00:00Z")));
    const other = openGate({ reading: api.appPool, clock, auth: api.auth, keys: openKeys(api.appPool) });
    const headers = await cookieOf();
    expect((await other.admit(headers))?.now).toBe("2024-05-06T02:00:00.000Z");
    await api.pool.query("update role_assignment set to_date = '2024-05-06' where person_id = $1", [wang]);
    const held = async (): Promise<number | undefined> => (await other.admit(headers))?.viewer.assignments.length;
    expect([await held(), (await gate.admit(headers))?.viewer.assignments.length]).toEqual([1, 0]);
    clock.set(instantOf(Date.parse("2024-05-07T02:00:00Z")));
    expect(await held()).toBe(0);
    await api.pool.query("update role_assignment set to_date = null where person_id = $1", [wang]);
  });

  it("S3: leaves no scope behind: the connection it asked on opens neither the sign-in nor anybody's rows", async () => {
    const headers = await cookieOf();
    await Promise.all(Array.from({ length: 20 }, () => gate.admit(headers)));
    const clients = await Promise.all(Array.from({ length: api.appPool.totalCount }, () => api.appPool.connect()));
    try {
      for (const client of clients) {
        const { rows } = await client.query(`select (select count(*)::int from auth.session) as sessions, (select count(*)::int from person) as people,
          nullif(current_setting('app.part', true), '') as part, nullif(current_setting('app.viewer', true), '') as viewer`);
        expect(rows).toEqual([{ sessions: 0, people: 0, part: null, viewer: null }]);
      }
    } finally {
      for (const client of clients) client.release();
    }
  });

  it("S3: reads under the person's own scope and no wider: a colleague's roles are not there for it", async () => {
    // The statement of the gate, asking for somebody else's assignments with one's own session.
    const query = vi.spyOn(api.appPool, "query");
    await gate.admit(await cookieOf());
    const [{ text, values }] = query.mock.calls[0] as unknown as [{ text: string; values: unknown[] }];
    query.mockRestore();
    const other = await insertPerson(api, { username: "li", name: "李", roles: [{ role: "CLERK", area: COMMUNITY }] });
    const asked = text.replace(`where person_id = scope."personId"::uuid`, `where person_id = '${other}'`);
    expect(asked).not.toBe(text);
    const { rows } = await api.appPool.query(asked, values);
    expect(rows).toMatchObject([{ personId: wang, assignments: "[]" }]);
  });
});

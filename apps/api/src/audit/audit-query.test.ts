import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkAudit } from "./audit-check.ts";
import { sequenceAll } from "../testing/sequence-all.ts";
import { openJournal } from "./open-journal.ts";
import { conditions } from "../access/scope.ts";
import { startCommunity, type TestCommunity } from "../testing/community.ts";
import { insertPerson } from "../testing/people.ts";
import { startApi, testAuditKeys as keys } from "../testing/api.ts";
import { done, shanghai } from "../testing/verbs.ts";

const district = "340802";
const QUERY = `query ($areas: [ID!]!, $filter: AuditFilter, $first: Int!, $after: String) { audit(areas: $areas, filter: $filter, first: $first, after: $after) {
  nodes { id at personId person { id name } action outcome code subject { kind id } address requestId reason before after position }
  pageInfo { hasNextPage endCursor } verifiedUpTo { position at broken { kind position auditId } } } }`;

let api: TestCommunity;
let caseId: string;
beforeAll(async () => {
  api = await startCommunity(shanghai("2026-03-02", "09:00"));
  await api.pool.query("insert into area (code, no, kind, name, pinyin, initials, source, as_of) values ('340803', 340803000000000, 'DISTRICT', '大观区', '', '', 'test', '2024-01-01')");
  await insertPerson(api, { username: "other", name: "别区管理员", roles: [{ role: "SYSTEM_ADMIN", area: "340803" }] });
  await Promise.all(["zhou", "li", "admin", "other"].map((who) => api.signIn(who)));
  caseId = (await done(api, "zhou", "collectOpinion", null, { words: "楼道灯坏了", kind: "DIFFICULTY", channel: "VISIT", place: { compoundId: api.compoundId } })).id;
  await done(api, "li", "acceptCase", caseId, { kind: "DIFFICULTY", category: "assets.lighting", severity: "NORMAL" });
  await openJournal(api.appPool, keys)({ personId: null, sessionId: null, address: "192.0.2.7", requestId: null }, { action: "signIn", outcome: "REFUSED", code: "UNKNOWN", subject: null, areaNo: null, before: null, after: null, reason: null });
  await sequenceAll(api.appPool, keys);
  await checkAudit(api.appPool, keys);
});
afterAll(() => api.stop());

interface Row { readonly id: string; readonly at: string; readonly action: string; readonly personId: string | null }

async function ask(as: string, filter: Record<string, unknown> | null = null, more: Record<string, unknown> = {}, server: Pick<TestCommunity, "graphql"> = api) {
  const { data, errors } = await server.graphql(QUERY, { areas: [district], first: 100, filter, ...more }, { as });
  expect(errors).toEqual([]);
  return data.audit as { nodes: readonly Row[]; pageInfo: { hasNextPage: boolean; endCursor: string }; verifiedUpTo: unknown };
}
const actions = async (as: string, filter: Record<string, unknown>): Promise<string[]> => (await ask(as, filter)).nodes.map(({ action }) => action);

describe("reading the audit", () => {
  it("says who did what to which record from where, before and after, and how far it is verified", async () => {
    const { nodes, verifiedUpTo } = await ask("admin", { subjectId: caseId });
    expect(nodes).toEqual([
      expect.objectContaining({
        action: "acceptCase", outcome: "DONE", code: null, subject: { kind: "CASE", id: caseId }, person: { id: api.people.li, name: "李网格长" }, personId: api.people.li,
        address: "127.0.0.1", requestId: expect.any(String), before: expect.stringMatching(/^[0-9a-f]{64}$/), after: expect.stringMatching(/^[0-9a-f]{64}$/), position: expect.any(Number),
      }),
      expect.objectContaining({ action: "collectOpinion", before: null, after: (nodes[0] as unknown as { before: string }).before }),
    ]);
    const { rows } = await api.pool.query("select max(position)::int as position from audit_link");
    expect(verifiedUpTo).toEqual({ position: rows[0].position, at: expect.any(String), broken: null });
  });

  it("filters by person, action, outcome, subject and moment", async () => {
    expect(await actions("admin", { personId: api.people.li, outcome: "DONE" })).toEqual(["acceptCase", "signIn"]);
    expect(await actions("admin", { action: "collectOpinion" })).toEqual(["collectOpinion"]);
    expect(await actions("admin", { outcome: "REFUSED", personId: "nobody" })).toEqual([]);
    expect(await actions("admin", { subjectKind: "CASE" })).toEqual(["acceptCase", "collectOpinion"]);
    const [accepted] = (await ask("admin", { action: "acceptCase" })).nodes;
    expect(await actions("admin", { subjectKind: "CASE", from: accepted?.at })).toEqual(["acceptCase"]);
    expect(await actions("admin", { subjectKind: "CASE", to: accepted?.at })).toEqual(["collectOpinion"]);
  });

  it("gives pages that together are the whole", async () => {
    const whole = (await ask("admin")).nodes.map(({ id }) => id);
    const found: string[] = [];
    for (let after: string | null = null; ; ) {
      const page = await ask("admin", null, { first: 2, after });
      found.push(...page.nodes.map(({ id }) => id));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(found).toEqual(whole);
  });

  it("leaves no row of its own", async () => {
    const count = async (): Promise<number> => (await api.pool.query("select count(*)::int as n from audit")).rows[0].n;
    const before = await count();
    await ask("admin");
    expect(await count()).toBe(before);
  });
});

describe("whose it is", () => {
  it("C11: nobody but an administrator reads it", async () => {
    for (const as of ["chen", "fu", "street", "district", "zhou"] as const) {
      const { data, errors } = await api.graphql(QUERY, { areas: [district], first: 10 }, { as });
      expect(data?.audit ?? null).toBeNull();
      expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
    }
  });

  it("C8: an administrator of another district reads his own, and what belongs to none; with either layer alone", async () => {
    const bare = await startApi({ databaseUrl: api.databaseUrl, withoutRowSecurity: true });
    const look = async (server: Pick<TestCommunity, "graphql"> = api) => {
      const nodes = (await ask("other", null, { areas: [district, "340803"] }, server)).nodes;
      // His own sign-in stands in the area where the test keeps him.
      return nodes.filter(({ personId }) => personId === null || Object.values(api.people).includes(personId)).map(({ action }) => action);
    };
    try {
      expect(await look()).toEqual(["signIn"]);
      expect(await look(bare)).toEqual(["signIn"]);
      conditions.on = false;
      expect(await look()).toEqual(["signIn"]);
    } finally {
      await bare.stop();
      conditions.on = true;
    }
  });
});

import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { community, startCommunity, type TestCommunity, type Username } from "../testing/community.ts";
import { done, look, refused, shanghai, tell, versionOf } from "../testing/verbs.ts";

let api: TestCommunity;
beforeAll(async () => {
  api = await startCommunity(shanghai("2024-03-01", "09:00"));
});
afterAll(() => api.stop());

const matter = { words: "又堵了", kind: "DIFFICULTY", category: "assets.sewer", channel: "PHONE" };
async function collected(as: Username, more: object = {}): Promise<string> {
  return (await done(api, as, "collectOpinion", null, { ...matter, place: { compoundId: api.compoundId }, ...more })).id;
}
/** A case in call-back that `lead` has led from the beginning. */
async function resolved(lead: Username, more: object = {}): Promise<string> {
  const id = await collected(lead, { reporterId: await api.resident("许大爷"), ...more });
  await done(api, lead, "acceptCase", id, { kind: "DIFFICULTY", category: "assets.sewer", severity: "NORMAL" });
  await done(api, lead, "startCase", id, { measure: "疏通" });
  await done(api, lead, "resolveCase", id, { result: "通了" });
  return id;
}
const reporter = async (id: string): Promise<string> => {
  const { rows } = await api.pool.query("select state -> 'reporters' -> 0 as r from cases where id = $1", [id]);
  return rows[0].r.personId === null ? `opinion:${rows[0].r.opinionId}` : `person:${rows[0].r.personId}`;
};
/** Three attempts on three working days, by somebody else: nobody was reached, so that a clerk may close. */
async function triedThrice(id: string, by: Username): Promise<void> {
  for (const day of ["2024-03-04", "2024-03-05", "2024-03-06"]) {
    api.clock.set(shanghai(day, "09:00"));
    await done(api, by, "recordCallback", id, { respondent: await reporter(id), reached: false });
  }
}
const satisfied = async (id: string) => ({ respondent: await reporter(id), reached: true, resolved: true, satisfaction: "SATISFIED" });

describe("who handled a matter does not judge it", () => {
  it("C30: a clerk who leads a case neither calls back nor closes it; another clerk does", async () => {
    const id = await resolved("zhou");
    expect(await refused(api, "zhou", "recordCallback", id, await satisfied(id))).toBe("WAS_LEAD");
    expect(await refused(api, "zhou", "closeCase", id)).toBe("WAS_LEAD");
    expect((await done(api, "chen", "recordCallback", id, await satisfied(id))).status).toBe("CLOSED");
  });

  it("C30: whoever ever led it does not, after it went to somebody else either", async () => {
    api.clock.set(shanghai("2024-03-01", "10:00"));
    const id = await collected("zhou", { reporterId: await api.resident("许大爷") });
    await done(api, "zhou", "acceptCase", id, { kind: "DIFFICULTY", category: "assets.sewer", severity: "NORMAL" });
    for (const lead of ["li", "member3"] as const) await done(api, "chen", "assignCase", id, { personId: api.people[lead], as: "LEAD" });
    await done(api, "member3", "startCase", id, { measure: "疏通" });
    await done(api, "member3", "resolveCase", id, { result: "通了" });
    for (const lead of ["zhou", "li", "member3"] as const) expect(await refused(api, lead, "recordCallback", id, await satisfied(id)), lead).toBe("WAS_LEAD");
    await triedThrice(id, "chen");
    expect(await refused(api, "zhou", "closeCase", id)).toBe("WAS_LEAD");
  });

  it("C30: assigning in bulk makes no other lead forgotten, and there is no bulk verb to close", async () => {
    api.clock.set(shanghai("2024-03-01", "10:30"));
    const id = await collected("zhou", { reporterId: await api.resident("许大爷") });
    await done(api, "zhou", "acceptCase", id, { kind: "DIFFICULTY", category: "assets.sewer", severity: "NORMAL" });
    const ticket = { id, expectedVersion: await versionOf(api, id), idempotencyKey: uuidv7() };
    const input = { cases: [ticket], personId: api.people.member3, as: "LEAD", reason: "换人" };
    await api.graphql("mutation ($input: AssignCasesInput!) { assignCases(input: $input) { results { refusal { code } } } }", { input }, { as: "chen" });
    await done(api, "member3", "startCase", id, { measure: "疏通" });
    await done(api, "member3", "resolveCase", id, { result: "通了" });
    expect(await refused(api, "zhou", "recordCallback", id, await satisfied(id))).toBe("WAS_LEAD");
  });

  it("C30: taking a step back does not make a lead one who never was", async () => {
    api.clock.set(shanghai("2024-03-01", "11:00"));
    const id = await collected("chen", { reporterId: await api.resident("许大爷") });
    await done(api, "zhou", "acceptCase", id, { kind: "DIFFICULTY", category: "assets.sewer", severity: "NORMAL" });
    await done(api, "zhou", "correctCase", id);
    // The acceptance is undone and another accepts: zhou has handled nothing. What he did afterwards counts.
    await done(api, "member3", "acceptCase", id, { kind: "DIFFICULTY", category: "assets.sewer", severity: "NORMAL" });
    await done(api, "chen", "assignCase", id, { personId: api.people.zhou, as: "LEAD" });
    await done(api, "zhou", "startCase", id, { measure: "疏通" });
    await done(api, "zhou", "resolveCase", id, { result: "通了" });
    await done(api, "zhou", "correctCase", id);
    await done(api, "chen", "assignCase", id, { personId: api.people.member3, as: "LEAD" });
    await done(api, "member3", "resolveCase", id, { result: "通了" });
    expect(await refused(api, "zhou", "recordCallback", id, await satisfied(id))).toBe("WAS_LEAD");
    expect(await refused(api, "zhou", "closeCase", id)).toBe("WAS_LEAD");
  });

  it("C30: whoever led a case that was merged into another one does not judge it there either", async () => {
    api.clock.set(shanghai("2024-03-01", "11:30"));
    const source = await collected("zhou", { reporterId: await api.resident("钱大妈") });
    await done(api, "zhou", "acceptCase", source, { kind: "DIFFICULTY", category: "assets.sewer", severity: "NORMAL" });
    const target = await collected("li", { reporterId: await api.resident("许大爷") });
    await done(api, "member3", "acceptCase", target, { kind: "DIFFICULTY", category: "assets.sewer", severity: "NORMAL" });
    await done(api, "li", "mergeCase", source, { into: target });
    await done(api, "member3", "startCase", target, { measure: "疏通" });
    await done(api, "member3", "resolveCase", target, { result: "通了" });
    for (const lead of ["zhou", "member3"] as const) expect(await refused(api, lead, "recordCallback", target, await satisfied(target)), lead).toBe("WAS_LEAD");
    expect(await refused(api, "zhou", "closeCase", target)).toBe("WAS_LEAD");
    expect((await look(api, "chen", target))?.status).toBe("RESOLVED");
  });

  it("C30: an answered opinion that closes for want of objections is closed by another than who answered", async () => {
    api.clock.set(shanghai("2024-03-01", "12:00"));
    const id = await collected("zhou", { kind: "OPINION", category: "assets.drying", reporterId: await api.resident("许大爷") });
    await done(api, "zhou", "acceptCase", id, { kind: "OPINION", category: "assets.drying", severity: "NORMAL" });
    await done(api, "zhou", "answerCase", id, { answer: "已列入计划" });
    expect(await refused(api, "zhou", "closeCase", id)).toBe("WAS_LEAD");
    expect(await refused(api, "zhou", "recordCallback", id, await satisfied(id))).toBe("WAS_LEAD");
  });
});

describe("who asks does not decide", () => {
  it("C30: nobody approves or turns down what he asked for himself, with a higher role of his own either", async () => {
    api.clock.set(shanghai("2024-03-07", "09:00"));
    const id = await collected("zhou", { reporterId: await api.resident("许大爷") });
    await done(api, "chen", "acceptCase", id, { kind: "DIFFICULTY", category: "assets.sewer", severity: "NORMAL" });
    await done(api, "chen", "startCase", id, { measure: "疏通" });
    await done(api, "chen", "extendCase", id, { days: 1, reason: "配件没到" });
    // She holds the role one up as well.
    const both = await api.pool.query("insert into role_assignment (id, person_id, role, area_code, area_no, from_date) values ($1, $2, 'STREET_OFFICER', '340802001', 340802001000000, '2024-01-01') returning id", [uuidv7(), api.people.chen]);
    expect(await refused(api, "chen", "approveAsk", id)).toBe("OWN_ASK");
    expect(await refused(api, "chen", "turnDownAsk", id, { reason: "不" })).toBe("OWN_ASK");
    await api.pool.query("delete from role_assignment where id = $1", [both.rows[0].id]);
    // Her deputy stands no rung above her, and a clerk less.
    for (const as of ["fu", "zhou"] as const) expect(await refused(api, as, "approveAsk", id), as).toBe("FORBIDDEN_ROLE");
    await done(api, "street", "approveAsk", id);
  });

  it("C30: a secretary neither publicises nor strikes off her own project, with a street role of her own either", async () => {
    api.clock.set(shanghai("2024-03-07", "10:00"));
    const id = await collected("zhou", { severity: "SAFETY" });
    const plan = { title: "护网", problem: "瓷砖要掉", goal: "安全", measures: "装护网", milestones: [{ id: "m", title: "装", weight: 100, dueOn: "2024-03-29" }] };
    await done(api, "chen", "adoptCase", id, { plan });
    const { rows } = await api.pool.query("select id from secretary_project");
    const onProject = async (as: Username, verb: string, more: object = {}): Promise<string> => {
      const [{ version }] = (await api.pool.query("select version from secretary_project")).rows;
      const input = { id: rows[0].id, expectedVersion: version, idempotencyKey: uuidv7(), ...more };
      const { data } = await api.graphql(`mutation ($input: ${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input!) { a: ${verb}(input: $input) { refusal { code } } }`, { input }, { as });
      return data.a.refusal?.code ?? "DONE";
    };
    await api.pool.query("insert into role_assignment (id, person_id, role, area_code, area_no, from_date) values ($1, $2, 'STREET_OFFICER', '340802001', 340802001000000, '2024-01-01')", [uuidv7(), api.people.chen]);
    expect(await onProject("zhou", "fileCollectiveStudy", { meetingOn: "2024-03-07", words: "同意" })).toBe("DONE");
    expect(await onProject("chen", "submitProject")).toBe("DONE");
    expect(await onProject("chen", "returnProject", { reason: "不" })).toBe("OWN_PROJECT");
    expect(await onProject("chen", "publiciseProject", { place: "公示栏" })).toBe("OWN_PROJECT");
    await api.pool.query("update secretary_project set state = 'STRIKE_OFF_REQUESTED', project = project || '{\"state\":\"STRIKE_OFF_REQUESTED\"}'");
    expect(await onProject("chen", "strikeOffProject", { evidence: "看过" })).toBe("OWN_PROJECT");
    expect(await onProject("chen", "returnStrikeOff", { reason: "不" })).toBe("OWN_PROJECT");
    expect(await onProject("street", "strikeOffProject", { evidence: "现场核验" })).toBe("DONE");
    expect(await onProject("chen", "appraiseProject", { year: 2024, grade: "EXCELLENT", words: "好" })).toBe("OWN_PROJECT");
    expect(await onProject("chen", "markExemplary", { exemplary: true })).toBe("OWN_PROJECT");
    await api.pool.query("delete from role_assignment where person_id = $1 and role = 'STREET_OFFICER'", [api.people.chen]);
  });
});

describe("nobody gives himself a role", () => {
  const grant = async (as: Username, personId: string, role: string, areaCode: string): Promise<string> => {
    const input = { idempotencyKey: uuidv7(), personId, role, areaCode, from: "2024-03-07" };
    const { data, errors } = await api.graphql("mutation ($input: GrantRoleInput!) { grantRole(input: $input) { refusal { code } } }", { input }, { as });
    return errors.length > 0 ? String(errors[0]?.extensions["code"]) : (data.grantRole.refusal?.code ?? "DONE");
  };

  it("C30: an administrator gives roles to others, never to himself; nobody else gives any", async () => {
    expect(await grant("admin", api.people.admin, "SECRETARY", "340802001008")).toBe("GRANT_TO_SELF");
    expect(await grant("admin", api.people.admin.toUpperCase(), "SECRETARY", "340802001008")).not.toBe("DONE");
    for (const as of ["chen", "zhou", "district", "street", "li"] as const) {
      expect(await grant(as, api.people[as], "SYSTEM_ADMIN", "340802"), as).toBe("FORBIDDEN_RIGHT");
      expect(await grant(as, api.people.zhang, "SYSTEM_ADMIN", "340802"), as).toBe("FORBIDDEN_RIGHT");
    }
    const { rows } = await api.pool.query("select count(*)::int as n from role_assignment where role = 'SYSTEM_ADMIN' or (person_id = $1 and role <> 'SYSTEM_ADMIN')", [api.people.admin]);
    expect(rows).toEqual([{ n: 1 }]);
    expect(await grant("admin", api.people.zhang, "MEDIATOR", community)).toBe("DONE");
  });

  it("C30: nobody names himself stand-in, and the administrator does nothing to cases", async () => {
    const input = { idempotencyKey: uuidv7(), absentId: api.people.li, standInId: api.people.chen, from: "2024-03-08", to: "2024-03-10" };
    const { data } = await api.graphql("mutation ($input: NameStandInInput!) { nameStandIn(input: $input) { refusal { code } } }", { input }, { as: "chen" });
    expect(data.nameStandIn.refusal?.code).toBe("GRANT_TO_SELF");
    const id = await collected("zhou");
    const { refusal } = await tell(api, "admin", "acceptCase", { id, expectedVersion: 1, kind: "DIFFICULTY", category: "assets.sewer", severity: "NORMAL" });
    expect(refusal?.code).toBe("NOT_FOUND");
  });
});

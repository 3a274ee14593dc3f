import { mediationActionNames, whyNotMediation, type Case, type Mediation, type Viewer } from "@bandeng/domain";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deciders } from "../matrix/mutations.ts";
import { loadCases } from "../cases/read-case.ts";
import { community, grid, startCommunity, type TestCommunity, type Username } from "../testing/community.ts";
import { disputeAtCommunity, insertMediator, lookAt, mediate, mediated, opened, opening, unmediated, type Mediating, type ShownMediation } from "../testing/mediations.ts";
import { done, shanghai } from "../testing/verbs.ts";

let api: TestCommunity;
let mediator = "";
let caseId = "";
let m: ShownMediation;
const parties = { sun: "", zhao: "" };

beforeAll(async () => {
  api = await startCommunity(shanghai("2024-06-06", "09:00"));
  mediator = await insertMediator(api);
  parties.sun = await api.resident("孙长贵");
  parties.zhao = await api.resident("赵立德");
  caseId = await disputeAtCommunity(api, parties.sun, parties.zhao);
  m = await opened(api, "zhou", caseId, [mediator]);
});
afterAll(() => api.stop());

/** Whoever does not see the dispute whole. */
const outside: readonly Username[] = ["member3", "member5", "wang", "zhang", "street", "district", "admin", "neighbour", "housing"];
const inside: readonly Mediating[] = ["li", "zhou", "chen", "fu", "mediator"];

const everything = `query ($id: ID!, $case: ID!) {
  mediation(id: $id) { id } node(id: $id) { id } case(id: $case) { mediation { id } parties { key } events(first: 50) { type } }
  mediations(areas: ["340802", "${community}", "${grid(3)}"], first: 100) { nodes { id } pageInfo { hasNextPage endCursor } }
}`;

describe("C38: a mediation is as confidential as its case", () => {
  it("C38: for whoever does not see the dispute whole there is none, by whatever way", async () => {
    for (const as of outside) {
      const { data, errors } = await api.graphql(everything, { id: m.id, case: caseId }, { as });
      expect(errors, as).toEqual([]);
      expect([data.mediation, data.node, data.mediations], as).toEqual([null, null, { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } }]);
      if (data.case) expect(data.case, as).toEqual({ mediation: null, parties: [], events: [] });
    }
    for (const as of inside) {
      const { data } = await api.graphql(everything, { id: m.id, case: caseId }, { as });
      expect([data.mediation, data.node, data.case.mediation, data.mediations.nodes], as).toEqual([{ id: m.id }, { id: m.id }, { id: m.id }, [{ id: m.id }]]);
    }
  });

  it("C38: every verb refuses it exactly as one that does not exist", async () => {
    const verbs: [string, Record<string, unknown>][] = [
      ["recordConsent", {}], ["hearParty", { partyKey: m.parties[0]?.key, words: "x" }], ["sealAgreement", {}], ["performTerm", { termId: "t" }], ["recordReturnVisit", { words: "x" }],
      ["nameMediator", { personId: api.people.li }], ["endMediation", { cause: "PARTY_REFUSED", reason: "x", rightToSueNoticed: true }],
    ];
    for (const as of outside) {
      for (const [verb, input] of verbs) {
        const given = await mediate(api, as, verb, m.id, input);
        const document = `mutation ($input: ${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input!) { answer: ${verb}(input: $input) { mediation { id } refusal { code message path currentVersion } } }`;
        const nothing = await api.graphql(document, { input: { id: uuidv7(), expectedVersion: 1, idempotencyKey: uuidv7(), ...input } }, { as });
        expect([given.mediation, given.refusal], `${as} ${verb}`).toEqual([null, nothing.data.answer.refusal]);
        expect(given.refusal?.code).toBe("NOT_FOUND");
      }
      expect((await opening(api, as, caseId, { mediatorIds: [mediator] })).refusal?.code, as).toMatch(/^NOT_FOUND|CONFIDENTIAL$/);
    }
  });

  it("C38: neither the log nor the aggregate has a word of what was said", async () => {
    await mediated(api, "mediator", "hearParty", m.id, { partyKey: m.parties[0]?.key, words: "金丝雀一号" });
    await mediated(api, "mediator", "establishFacts", m.id, { facts: "金丝雀二号", issues: "金丝雀三号" });
    const { rows } = await api.pool.query("select (select string_agg(payload::text, '') from event) || (select string_agg(to_jsonb(x)::text, '') from mediation x) || (select string_agg(to_jsonb(x)::text, '') from idempotency x) || (select string_agg(to_jsonb(x)::text, '') from audit x) || (select string_agg(state::text, '') from cases) as all");
    expect(rows[0].all).not.toContain("金丝雀");
    expect(JSON.stringify(await lookAt(api, "zhou", m.id))).toMatch(/金丝雀一号.*|金丝雀二号/);
  });

  it("a mediator sees this dispute and no other for it, until he is replaced", async () => {
    const outsider = uuidv7();
    await api.pool.query("insert into person (id, display_name, surname_mask, area_no) values ($1, '吴律师', '吴某', 340802000000000)", [outsider]);
    await api.pool.query("insert into role_assignment (id, person_id, role, area_code, area_no, from_date) values ($1, $2, 'EXPERT', '340802', 340802000000000, '2023-01-01')", [uuidv7(), outsider]);
    await api.createAccount({ username: "lawyer", personId: outsider });
    const other = await disputeAtCommunity(api, await api.resident("钱大妈"), await api.resident("周大爷"));
    expect(await unmediated(api, "zhou", "nameMediator", m.id, { personId: outsider })).toBe("NO_MEDIATOR");
    // As if the lawyer had taken the call of the talent pool.
    await api.pool.query("update cases set state = jsonb_set(state, '{helperIds}', (state -> 'helperIds') || to_jsonb($2::text)) where id = $1", [caseId, outsider]);
    expect((await mediated(api, "zhou", "nameMediator", m.id, { personId: outsider })).mediators.map(({ name }) => name)).toEqual(["调解员老吴", "吴律师"]);
    const seen = async () => {
      const { data } = await api.graphql(`query ($a: ID!, $b: ID!, $m: ID!) { a: case(id: $a) { title mediation { id } } b: case(id: $b) { title } mediation(id: $m) { id } }`, { a: caseId, b: other, m: m.id }, { as: "lawyer" });
      return data;
    };
    expect(await seen()).toEqual({ a: { title: "楼上漏水", mediation: { id: m.id } }, b: null, mediation: { id: m.id } });
    await mediated(api, "lawyer" as Mediating, "hearParty", m.id, { partyKey: m.parties[1]?.key, words: "赵某说防水是十年前做的" });
    expect((await mediated(api, "zhou", "removeMediator", m.id, { personId: outsider })).mediators).toHaveLength(1);
    expect(await seen()).toEqual({ a: null, b: null, mediation: null });
  });
});

describe("C11: who may do what", () => {
  it("each mutation asks its row of the mediations' table", async () => {
    const open = await opened(api, "zhou", await disputeAtCommunity(api, await api.resident("郑大妈"), await api.resident("冯大爷")), [mediator]);
    const inputs: Record<string, Record<string, unknown>> = {
      extendMediation: { until: "2024-08-30", partyKeys: [] }, nameMediator: { personId: api.people.wang }, removeMediator: { personId: mediator }, hearParty: { partyKey: "x", words: "x" }, establishFacts: { facts: "", issues: "" },
      agreeTerms: { terms: [] }, signAgreement: { signer: "PARTY", key: "x" }, recordOralAgreement: { record: "", terms: [] }, performTerm: { termId: "x" }, recordReturnVisit: { partyKey: "x", words: "x" },
      endMediation: { cause: "NOT_AGREED", reason: "", rightToSueNoticed: false },
    };
    const own = Object.entries(deciders).flatMap(([name, decider]) => (decider.table === "MEDIATION" ? [[name, decider.action] as const] : []));
    expect(own.map(([, action]) => action).toSorted()).toEqual([...mediationActionNames].toSorted());
    const { rows } = await api.pool.query<{ mediation: Mediation }>("select mediation from mediation where id = $1", [open.id]);
    const mediation = rows[0]?.mediation as Mediation;
    const c = (await loadCases(api.pool, [mediation.caseId])).get(mediation.caseId) as Case;
    const ids: Record<string, string> = { ...api.people, mediator };
    for (const as of inside) {
      const { rows: held } = await api.pool.query(`select person_id as "personId", role, area_code as area, null as "buildingId", null as "departmentId", from_date as "from", to_date as "to" from role_assignment where person_id = $1`, [ids[as]]);
      const viewer: Viewer = { personId: ids[as] ?? "", assignments: held };
      for (const [name, action] of own) {
        const expected = whyNotMediation(action, mediation, c, viewer)?.code;
        const { refusal } = await mediate(api, as, name, open.id, inputs[name]);
        const code = refusal?.code;
        if (expected) expect(code, `${as} ${name}`).toBe(expected);
        else expect(["FORBIDDEN_MEDIATION", "MEDIATION_WRONG_STATE", "NOT_FOUND"], `${as} ${name}`).not.toContain(code);
      }
    }
    const { data } = await api.graphql(`query ($id: ID!) { mediation(id: $id) { actions { action allowed code message } } }`, { id: open.id }, { as: "li" });
    expect(data.mediation.actions.filter(({ allowed }: { allowed: boolean }) => allowed)).toEqual([]);
    expect(data.mediation.actions.find(({ action }: { action: string }) => action === "seal")).toMatchObject({ code: "FORBIDDEN_MEDIATION", message: "只有社区干事、社区书记或副书记可以盖章。" });
  });
});

describe("the path all verbs share", () => {
  it("a key does it once, another version is a conflict, what is wrong is refused with its field", async () => {
    const fresh = await opened(api, "zhou", await disputeAtCommunity(api, await api.resident("陈大妈"), await api.resident("褚大爷")), [mediator]);
    const [a] = fresh.parties;
    const input = { partyKey: a?.key, words: "说了一遍", idempotencyKey: uuidv7(), expectedVersion: fresh.version };
    const first = await mediate(api, "mediator", "hearParty", fresh.id, input);
    expect(await mediate(api, "mediator", "hearParty", fresh.id, input)).toEqual(first);
    expect((await lookAt(api, "mediator", fresh.id))?.["statements"]).toHaveLength(1);
    const late = await mediate(api, "mediator", "hearParty", fresh.id, { ...input, idempotencyKey: uuidv7() });
    expect(late.refusal).toMatchObject({ code: "CONFLICT", path: "expectedVersion", currentVersion: first.mediation?.version });
    expect((await mediate(api, "mediator", "hearParty", fresh.id, { partyKey: a?.key, words: "长".repeat(2001) })).refusal).toMatchObject({ code: "TEXT_TOO_LONG", path: "words" });
    expect((await mediate(api, "zhou", "nameMediator", fresh.id, { personId: uuidv7() })).refusal).toMatchObject({ code: "UNKNOWN_PERSON", path: "personId" });
    const { rows } = await api.pool.query("select action, outcome, code, subject_kind from audit where subject_id = $1 order by at, id", [fresh.id]);
    expect(rows.map(({ action, outcome, code, subject_kind }) => `${subject_kind} ${action} ${outcome} ${code}`)).toEqual([
      "MEDIATION hearParty DONE null", "MEDIATION hearParty REFUSED CONFLICT", "MEDIATION hearParty REFUSED TEXT_TOO_LONG", "MEDIATION nameMediator REFUSED UNKNOWN_PERSON",
    ]);
  });

  it("of two who open at once one does", async () => {
    const at = await disputeAtCommunity(api, await api.resident("卫大妈"), await api.resident("蒋大爷"));
    const { rows } = await api.pool.query("select version from cases where id = $1", [at]);
    const both = await Promise.all((["zhou", "chen"] as const).map((as) => opening(api, as, at, { mediatorIds: [mediator], expectedVersion: rows[0].version })));
    expect(both.map(({ refusal }) => refusal?.code ?? "DONE").toSorted()).toEqual(["CONFLICT", "DONE"]);
    await expect(api.pool.query("insert into mediation select $1, no, version, case_id, area_no, state, next_on, confirm_until, opened_at, updated_at, mediation from mediation where case_id = $2", [uuidv7(), at])).rejects.toThrow(/mediation_runs/);
  });

  it("the list goes from the earliest day on, page by page, and each once", async () => {
    const ids: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 20; page++) {
      const { data, errors } = await api.graphql(`query ($after: String) { mediations(areas: ["${community}"], first: 2, after: $after) { nodes { id deadlines { dueOn } } pageInfo { hasNextPage endCursor } } }`, { after }, { as: "zhou" });
      expect(errors).toEqual([]);
      ids.push(...data.mediations.nodes.map(({ id }: { id: string }) => id));
      after = data.mediations.pageInfo.endCursor;
      if (!data.mediations.pageInfo.hasNextPage) break;
    }
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe((await api.pool.query("select count(*)::int as n from mediation")).rows[0].n);
    const { data } = await api.graphql(`query { mine: mediations(areas: ["${community}"], mine: true, first: 50) { nodes { id } } none: mediations(areas: ["${community}"], states: [NOT_REACHED], first: 5) { nodes { id } } }`, {}, { as: "zhou" });
    expect([data.mine.nodes, data.none.nodes]).toEqual([[], []]);
    const bad = await api.graphql(`query { mediations(areas: ["${community}"], first: 5, after: "x") { nodes { id } } }`, {}, { as: "zhou" });
    expect(bad.errors[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
  });
});

it("C36: erasing a party takes what it said and what names it, and leaves the other party the agreement", async () => {
  const [qin, you] = [await api.resident("秦桂花"), await api.resident("尤守义")];
  const at = await disputeAtCommunity(api, qin, you);
  const one = await opened(api, "zhou", at, [mediator]);
  await mediated(api, "mediator", "hearParty", one.id, { partyKey: `person:${qin}`, words: "天天滴水没法睡" });
  await mediated(api, "mediator", "hearParty", one.id, { partyKey: `person:${you}`, words: "水管是新换的" });
  await mediated(api, "mediator", "recordOralAgreement", one.id, { record: "秦桂花不再追究", terms: [{ id: "t", what: "换掉软管", by: `person:${you}`, dueOn: "2024-06-30" }] });
  const told = await api.graphql(`mutation ($input: ExportPersonInput!) { exportPerson(input: $input) { json refusal { code } } }`, { input: { personId: qin, reason: "本人来要一份", idempotencyKey: uuidv7() } }, { as: "zhou" });
  expect(told.data.exportPerson.json).toContain("天天滴水没法睡");
  expect(told.data.exportPerson.json).not.toContain("水管是新换的");
  await done(api, "li", "resolveCase", at, { result: "达成协议" });
  for (const respondent of [`person:${qin}`, `person:${you}`]) await done(api, "zhou", "recordCallback", at, { respondent, reached: true, resolved: true, satisfaction: "SATISFIED" });
  const erase = (personId: string) => api.graphql(`mutation ($input: ErasePersonInput!) { erasePerson(input: $input) { erased refusal { code } } }`, { input: { personId, reason: "本人要求删除", idempotencyKey: uuidv7() } }, { as: "zhou" });
  const words = async () => (await api.pool.query("select words from mediation_text where mediation_id = $1 order by kind, party_key", [one.id])).rows.map((row) => row.words).toSorted();
  expect((await erase(qin)).data.erasePerson).toEqual({ erased: true, refusal: null });
  expect(await words()).toEqual(["已删除", "已删除", "换掉软管", "水管是新换的"].toSorted());
  expect((await erase(you)).data.erasePerson.erased).toBe(true);
  expect(await words()).toEqual(["已删除", "已删除", "已删除", "已删除"]);
});

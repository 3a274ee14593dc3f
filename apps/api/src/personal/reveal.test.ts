import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { uuidv7 } from "uuidv7";
import { startCommunity, type TestCommunity, type Username } from "../testing/community.ts";
import { findInDatabase } from "../testing/canaries.ts";
import { personal, personalAudit, report, type Reported } from "../testing/personal.ts";
import { shanghai } from "../testing/verbs.ts";

const name = "欧阳海珍";
const phone = "13800138000";
let api: TestCommunity;
let difficulty: Reported;

beforeAll(async () => {
  api = await startCommunity(shanghai("2024-04-26", "09:00"));
  difficulty = await report(api, "member3", { words: "下水道又堵了", reporterName: name, reporterPhone: phone });
  await api.pool.query("update person set household_id = null where id = $1", [difficulty.personId]);
});
afterAll(() => api.stop());

const reveal = (as: Username, input: Record<string, unknown> = {}) => personal(api, as, "revealPersonalData", { personId: difficulty.personId, ...input });

describe("C34: revealing one person's data", () => {
  it("C34: shows them with exactly one row in the audit, and keeps them nowhere", async () => {
    const earlier = (await personalAudit(api)).length;
    expect(await reveal("member3", { caseId: difficulty.caseId })).toEqual({ revealed: { name, phone, address: null }, refusal: null });
    const rows = (await personalAudit(api)).slice(earlier);
    expect(rows).toEqual([
      { action: "revealPersonalData", outcome: "DONE", code: null, subject_kind: "PERSON", subject_id: difficulty.personId, reason: "电话联系反映人", person_id: api.people.member3 },
    ]);
    expect(await findInDatabase(api.pool, [phone])).toEqual({});
    expect(Object.keys(await findInDatabase(api.pool, [name]))).toEqual(["public.person.display_name"]);
  });

  it("shows what was asked for and no more", async () => {
    expect((await reveal("li", { fields: ["PHONE"] })).revealed).toEqual({ name: null, phone, address: null });
    expect((await reveal("zhou", { fields: ["NAME"] })).revealed).toEqual({ name, phone: null, address: null });
    expect((await reveal("zhou", { fields: [] })).refusal?.code).toBe("TEXT_REQUIRED");
  });

  it("C31: a key that comes again shows nothing: every look has a row of its own", async () => {
    const again = { idempotencyKey: uuidv7() };
    expect((await reveal("zhou", again)).revealed?.phone).toBe(phone);
    const rows = (await personalAudit(api)).length;
    expect(await reveal("zhou", again)).toMatchObject({ revealed: null, refusal: { code: "IDEMPOTENCY_KEY_REUSED" } });
    expect((await personalAudit(api)).length).toBe(rows);
  });

  it.each([
    ["member5", "FORBIDDEN_RIGHT"], ["wang", "FORBIDDEN_RIGHT"], ["zhang", "FORBIDDEN_RIGHT"], ["street", "FORBIDDEN_RIGHT"], ["district", "FORBIDDEN_RIGHT"],
    ["neighbour", "NOT_FOUND"], ["admin", "NOT_FOUND"], ["housing", "NOT_FOUND"],
  ] as const)("C34: not to %s, who has no duty there: %s, on record", async (as, code) => {
    const earlier = (await personalAudit(api)).length;
    const answer = await reveal(as);
    expect(answer).toMatchObject({ revealed: null, refusal: { code } });
    expect((await personalAudit(api)).slice(earlier)).toMatchObject([{ outcome: "REFUSED", code, subject_kind: "PERSON", subject_id: difficulty.personId, person_id: api.people[as] }]);
  });

  it("tells nobody whether somebody exists out of scope", async () => {
    const nobody = await reveal("neighbour", { personId: uuidv7() });
    expect(nobody).toEqual(await reveal("neighbour"));
    expect((await reveal("chen", { personId: "no id" })).refusal?.code).toBe("NOT_FOUND");
  });

  it("wants a reason, and keeps nobody's name or number in it", async () => {
    expect((await reveal("zhou", { reason: " 看看 " })).refusal?.code).toBe("TEXT_REQUIRED");
    expect((await reveal("zhou", { reason: "长".repeat(201) })).refusal?.code).toBe("TEXT_TOO_LONG");
    await reveal("zhou", { reason: `回电给${name}，号码 138-0013-8000 或 0556 5123456` });
    expect((await personalAudit(api)).at(-1)?.reason).toBe("回电给欧阳某，号码 138****8000 或 0556****456");
    await reveal("street", { reason: `想给 ${phone} 打电话` });
    expect(await findInDatabase(api.pool, [phone, "138-0013-8000"])).toEqual({});
  });

  it("C37: a child's data are for the secretary and the deputy only", async () => {
    const child = await report(api, "member3", { words: "滑梯坏了", reporterName: "小小孙", reporterPhone: "13900139000" });
    await expect(api.pool.query("update person set under_14 = true where id = $1", [child.personId])).rejects.toThrow("person_minor");
    await api.pool.query("update person set under_14 = true, consent_at = now(), consent_by = $2 where id = $1", [child.personId, api.people.zhou]);
    for (const as of ["member3", "li", "zhou"] as const) expect((await reveal(as, { personId: child.personId })).refusal?.code).toBe("MINOR_PROTECTED");
    for (const as of ["chen", "fu"] as const) expect((await reveal(as, { personId: child.personId })).revealed?.phone).toBe("13900139000");
    expect((await personal(api, "zhou", "exportPerson", { personId: child.personId })).refusal?.code).toBe("MINOR_PROTECTED");
    expect((await personal(api, "fu", "exportPerson", { personId: child.personId })).json).toContain("13900139000");
  });

  it("C38: for a dispute only to who sees it whole, and whose people they are", async () => {
    const dispute = await report(api, "zhou", { words: "楼上晚上总在吵", kind: "DISPUTE", reporterName: "阮兴发", reporterPhone: "13700137000" });
    const of = (as: Username, more: object = {}) => reveal(as, { personId: dispute.personId, caseId: dispute.caseId, ...more });
    expect(await of("member3")).toMatchObject({ revealed: null, refusal: { code: "NOT_FOUND" } });
    expect((await of("li")).revealed).toMatchObject({ phone: "13700137000" });
    // Nobody learns by it whether somebody has to do with a case.
    expect((await of("li", { caseId: difficulty.caseId })).refusal?.code).toBe("NOT_FOUND");
    expect((await of("li", { caseId: uuidv7() })).refusal?.code).toBe("NOT_FOUND");
    expect((await of("li", { caseId: "no id" })).refusal?.code).toBe("NOT_FOUND");
  });
});

describe("masked by default", () => {
  it("C34: names, phones and rooms of residents stand in no list, search, lane, event or answer", async () => {
    const whole = `query ($id: ID!, $areas: [ID!]!, $grid: ID!, $text: String) {
      case(id: $id) { no title respondents { name } opinions { words reporter { name } recordedBy { name } } parties { person { name } } assignments { person { name } } events(first: 50) { payload words actor { name } } }
      cases(areas: $areas, first: 20, filter: { text: $text }) { nodes { title lead { name } } }
      boardLanes(areas: $areas, by: LEAD) { name }
      residents(text: "欧阳", first: 20) { name address }
      workers(area: $grid, first: 20) { name }
    }`;
    for (const as of ["member3", "li", "zhou", "chen", "street", "district", "zhang", "admin", "neighbour", "housing"] as const) {
      const { data, errors, headers } = await api.graphql(whole, { id: difficulty.caseId, areas: ["340802001007"], grid: "340802001007003", text: "" }, { as });
      const said = JSON.stringify([data, errors, [...headers]]);
      expect(said, as).not.toContain(name);
      expect(said, as).not.toContain("海珍");
      expect(said, as).not.toContain(phone);
    }
    const { data } = await api.graphql(whole, { id: difficulty.caseId, areas: ["340802001007"], grid: "340802001007003", text: "" }, { as: "zhou" });
    expect(data.case.respondents).toEqual([{ name: "欧阳某" }]);
    expect(data.case.opinions[0]).toMatchObject({ reporter: { name: "欧阳某" }, recordedBy: { name: "三格员" } });
    expect(data.residents).toEqual([{ name: "欧阳某", address: null }]);
  });

  it("C12: the search for residents and cases cannot feel its way to a full name or a phone", async () => {
    const find = async (text: string, as: Username = "zhou") => {
      const { data } = await api.graphql(`query ($text: String!) { residents(text: $text, first: 20) { id } cases(areas: ["340802001007"], first: 20, filter: { text: $text }) { totalCount } }`, { text }, { as });
      return [data.residents.length, data.cases.totalCount];
    };
    expect(await find("欧阳")).toEqual([1, 0]);
    for (const guess of [name, "欧阳海", "海珍", "珍", phone, "1380", "8000", "%海%", "欧阳_珍", "ouyang", "oyhz"]) expect(await find(guess), guess).toEqual([0, 0]);
  });
});

import { fold, type CaseEvent } from "@bandeng/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { caseOfColumns, type CaseRow } from "../cases/case-columns.ts";
import { readHistory } from "../cases/read-case.ts";
import { newStoreKey } from "../attachments/attachment-store.ts";
import { canariesIn, findInDatabase } from "../testing/canaries.ts";
import { startCommunity, type TestCommunity } from "../testing/community.ts";
import { memoryStore } from "../testing/memory-store.ts";
import { personal, personalAudit, report, type Reported } from "../testing/personal.ts";
import { done, shanghai } from "../testing/verbs.ts";

const name = "阮金兰";
const phone = "13611112222";
const words = "三楼的雨棚夜里砰砰响睡不着";
const heard = "还是响得厉害我不满意";
const told = "她说女儿明天考试求快点修";
const canaries = [name, "金兰", phone, words, words.slice(0, 10), heard, told];
const neighbours = { name: "邻居甲", phone: "13633334444", words: "五楼的空调滴水滴到我家窗台" };

const files = memoryStore();
let api: TestCommunity;
let hers: Reported;
let other: Reported;

/** A whole course: accepted, contacted, resolved, called back with words that reopen it, resolved and closed. */
async function course(caseId: string): Promise<void> {
  await done(api, "li", "acceptCase", caseId, { kind: "DIFFICULTY", category: "assets.roof", severity: "NORMAL" });
  await done(api, "li", "recordContact", caseId, { kind: "FACE", words: told });
  await done(api, "li", "amendCase", caseId, { title: `${words.slice(0, 12)}（三楼）` });
  await done(api, "li", "amendCase", caseId, { title: "三楼雨棚松动" });
  await done(api, "li", "startCase", caseId, { measure: "加固", planOn: null });
  const { rows } = await api.pool.query("select reporter_id from opinion where case_id = $1", [caseId]);
  const respondent = `person:${rows[0].reporter_id}`;
  await done(api, "li", "resolveCase", caseId, { result: "已加固" });
  await done(api, "zhou", "recordCallback", caseId, { respondent, reached: true, resolved: false, satisfaction: "DISSATISFIED", words: heard });
  await done(api, "li", "resolveCase", caseId, { result: "再次加固" });
}

/** An attachment with bytes in the store, as an upload leaves it. */
async function attach(caseId: string, kind: string, fileName: string): Promise<void> {
  const key = newStoreKey();
  await files.put(key, Buffer.from(kind === "PHOTO" ? "雨棚" : `${caseId} ${canaries.join()}`), "application/pdf");
  await api.pool.query(
    `insert into attachment (id, case_id, area_no, kind, name, media_type, bytes, sha256, store_key, added_by, added_as, added_at)
     values (gen_random_uuid(), $1, 340802001007003, $2, $3, 'application/pdf', 9, sha256('x'), $4, $5, 'GRID_HEAD', now())`,
    [caseId, kind, fileName, key, api.people.li],
  );
}

beforeAll(async () => {
  api = await startCommunity(shanghai("2024-04-26", "09:00"), { files });
  hers = await report(api, "member3", { words, reporterName: name, reporterPhone: phone });
  other = await report(api, "member3", { words: neighbours.words, reporterName: neighbours.name, reporterPhone: neighbours.phone });
  await course(hers.caseId);
  await attach(hers.caseId, "DOCUMENT", "协议.pdf");
  await attach(hers.caseId, "PHOTO", `${name}家.jpg`);
  await attach(other.caseId, "DOCUMENT", "说明.pdf");
});
afterAll(() => api.stop());

const close = () => done(api, "zhou", "recordCallback", hers.caseId, { respondent: `person:${hers.personId}`, reached: true, resolved: true, satisfaction: "SATISFIED", words: "" });

describe("C36: a copy for one person", () => {
  it("C36: holds all that is kept about them, as JSON and as a table", async () => {
    await personal(api, "member3", "revealPersonalData", { personId: hers.personId, reason: "上门前打电话" });
    const { json, csv, refusal } = await personal(api, "zhou", "exportPerson", { personId: hers.personId, reason: `${name}本人申请查阅` });
    expect(refusal).toBeNull();
    const held = JSON.parse(json ?? "");
    expect(held.person).toMatchObject({ id: hers.personId, name, phone, area: "340802001007003" });
    expect(held.opinions).toMatchObject([{ words }]);
    expect(held.cases).toMatchObject([{ title: "三楼雨棚松动", status: "RESOLVED", as: "REPORTER" }]);
    expect(held.said.map((s: { what: string; words: string | null }) => [s.what, s.words])).toEqual([["CALLED_BACK", heard], ["REOPENED", null]]);
    expect(held.looks).toMatchObject([{ what: "revealPersonalData", by: "三格员", reason: "上门前打电话", outcome: "DONE" }]);
    for (const text of [name, phone, words, heard]) expect(csv).toContain(text);
    expect(json).not.toContain(neighbours.name);
    expect((await personalAudit(api)).at(-1)).toMatchObject({ action: "exportPerson", outcome: "DONE", subject_id: hers.personId, reason: "阮某本人申请查阅" });
  });

  it("C31: refuses whoever has no right to it, on record", async () => {
    for (const [as, code] of [["member3", "FORBIDDEN_RIGHT"], ["li", "FORBIDDEN_RIGHT"], ["street", "FORBIDDEN_RIGHT"], ["neighbour", "NOT_FOUND"], ["admin", "NOT_FOUND"]] as const) {
      for (const verb of ["exportPerson", "erasePerson"] as const) {
        expect((await personal(api, as, verb, { personId: hers.personId })).refusal?.code, `${as} ${verb}`).toBe(code);
        expect((await personalAudit(api)).at(-1)).toMatchObject({ action: verb, outcome: "REFUSED", code, subject_id: hers.personId });
      }
    }
  });
});

describe("C36: erasing one person", () => {
  it("waits for the last case, and for roles and accounts to end", async () => {
    expect(await personal(api, "zhou", "erasePerson", { personId: hers.personId })).toMatchObject({ erased: false, refusal: { code: "PERSON_HAS_OPEN_CASES" } });
    expect((await personal(api, "chen", "erasePerson", { personId: api.people.member3 })).refusal?.code).toBe("PERSON_STILL_SERVES");
    await api.pool.query("update role_assignment set to_date = '2024-01-01' where person_id = $1", [api.people.zhang]);
    expect((await personal(api, "chen", "erasePerson", { personId: api.people.zhang })).refusal?.code).toBe("PERSON_STILL_SERVES");
    await api.pool.query("update role_assignment set to_date = null where person_id = $1", [api.people.zhang]);
    expect(await findInDatabase(api.pool, [name])).not.toEqual({});
  });

  it("C36: leaves no trace in any table, and an audit that names nobody", async () => {
    await personal(api, "li", "revealPersonalData", { personId: hers.personId, reason: "上门前打电话" });
    const here = await findInDatabase(api.pool, canaries);
    expect(Object.keys(here).toSorted()).toEqual(["public.attachment.name", "public.event_words.title", "public.event_words.title_before", "public.event_words.words", "public.opinion.words", "public.person.display_name"]);
    await close();
    const mine = { personId: hers.personId, reason: `${name}（${phone}）要求删除` };
    expect(await personal(api, "zhou", "erasePerson", mine)).toEqual({ erased: true, refusal: null });
    expect(await findInDatabase(api.pool, canaries)).toEqual({});
    // Her papers are gone from the store; the photo of the roof and the neighbour's paper are not.
    const kept = [...files.contents.values()].map((bytes) => Buffer.from(bytes).toString());
    expect(kept).toHaveLength(2);
    expect(kept.filter((text) => text.includes(hers.caseId))).toEqual([]);
    const rows = (await personalAudit(api)).filter(({ subject_id }) => subject_id === hers.personId);
    expect(rows.at(-1)).toMatchObject({ action: "erasePerson", outcome: "DONE", reason: "阮某（136****2222）要求删除", person_id: api.people.zhou });
    expect(rows.map(({ action }) => action)).toContain("revealPersonalData");
    const { rows: people } = await api.pool.query("select display_name, surname_mask, phone_enc, household_id from person where id = $1", [hers.personId]);
    expect(people).toEqual([{ display_name: "已删除", surname_mask: "已删除", phone_enc: null, household_id: null }]);
  });

  it("C36: the case stays, and its history still folds to it", async () => {
    const { rows } = await api.pool.query<CaseRow>("select * from cases where id = $1", [hers.caseId]);
    const history = await readHistory(api.pool, hers.caseId);
    expect(fold(history.map(({ event }) => event as CaseEvent))).toEqual(caseOfColumns(rows[0] as CaseRow));
    expect(history.map(({ event }) => event.type)).toContain("REOPENED");
    const { data } = await api.graphql("query ($id: ID!) { case(id: $id) { title respondents { name } opinions { words reporter { name } } } }", { id: hers.caseId }, { as: "zhou" });
    expect(data.case).toEqual({ title: "三楼雨棚松动", respondents: [{ name: "已删除" }], opinions: [{ words: "已删除", reporter: { name: "已删除" } }] });
    const { rows: logged } = await api.pool.query("select stream_kind, seq, payload, actor_id from event where type = 'PERSON_ERASED'");
    expect(logged).toEqual([{ stream_kind: "PERSON", seq: 1, payload: { personId: hers.personId }, actor_id: api.people.zhou }]);
  });

  it("leaves the neighbour as she was", async () => {
    const found = await findInDatabase(api.pool, [neighbours.name, neighbours.words]);
    expect(Object.keys(found).toSorted()).toEqual(["public.cases.search", "public.cases.title", "public.event_words.title", "public.opinion.words", "public.person.display_name"]);
    expect((await personal(api, "member3", "revealPersonalData", { personId: other.personId })).revealed).toMatchObject({ name: neighbours.name, phone: neighbours.phone });
  });

  it("knows nobody who was erased, whatever is asked, and erases once", async () => {
    for (const verb of ["revealPersonalData", "exportPerson", "erasePerson"] as const) expect((await personal(api, "zhou", verb, { personId: hers.personId })).refusal?.code, verb).toBe("NOT_FOUND");
    const { data } = await api.graphql(`{ residents(text: "已删除", first: 20) { id } }`, {}, { as: "zhou" });
    expect(data.residents).toEqual([]);
  });

  it("takes a title along that is the beginning of what was said", async () => {
    const said = "我家小宝半夜被楼道的施工吵醒好几次";
    const third = await report(api, "zhou", { words: said, reporterName: "高兰英", reporterPhone: "13655556666" });
    await done(api, "zhou", "declineCase", third.caseId, { reason: "NOT_COMMUNITY_MATTER", goTo: "城管" });
    expect(Object.keys(await findInDatabase(api.pool, [said]))).toContain("public.cases.title");
    expect((await personal(api, "chen", "erasePerson", { personId: third.personId })).erased).toBe(true);
    expect(await findInDatabase(api.pool, [said, "高兰英", "woyaxiaobao", "wojiaxiaobao"])).toEqual({});
    const history = await readHistory(api.pool, third.caseId);
    expect(fold(history.map(({ event }) => event as CaseEvent))).toMatchObject({ title: "已删除", status: "DECLINED" });
  });
});

it("finds a canary wherever it hides", async () => {
  const id = (await api.pool.query("select id from person limit 1")).rows[0].id;
  await api.pool.query("insert into idempotency (person_id, key, request_hash, response) values ($1, gen_random_uuid(), convert_to('x金丝雀x', 'UTF8'), '{\"a\": [\"金丝雀\"]}')", [id]);
  expect(await findInDatabase(api.pool, ["金丝雀"])).toEqual({ "public.idempotency.request_hash": 1, "public.idempotency.response": 1 });
  expect(canariesIn(`{"a":"${encodeURIComponent("金丝雀")}"}`, ["金丝雀", "云雀"])).toEqual(["金丝雀"]);
});

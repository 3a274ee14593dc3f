import { Writable } from "node:stream";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { uuidv7 } from "uuidv7";
import { canariesIn, findInDatabase } from "../testing/canaries.ts";
import { startCommunity, type TestCommunity } from "../testing/community.ts";
import { personal, report } from "../testing/personal.ts";
import { done, refused, shanghai } from "../testing/verbs.ts";

/** What somebody would find who greps for a person: 12 people with four canaries each, and a sign-in. */
const people = [..."赵钱孙李周吴郑王冯陈褚卫"].map((surname, i) => ({
  name: `${surname}金雀${"甲乙丙丁戊己庚辛壬癸子丑"[i]}`,
  phone: `1366000${String(1000 + i)}`,
  words: `第${i}家的雀鸣声在夜里整整响了一宿没有停过`,
  heard: `雀鸣声第${i}次回访的时候还是老样子没变`,
}));
const signIn = { username: "jinque_13677778888", password: "雀鸣-Secret-13677779999" };
const canaries = [...people.flatMap(({ name, phone, words, heard }) => [name, phone, words, heard]), signIn.username, signIn.password];

const lines: string[] = [];
const sink = new Writable({ write: (chunk: Buffer, _encoding, next) => (lines.push(chunk.toString()), next()) });
const log = pino({ level: "trace", base: null }, sink);

let api: TestCommunity;
/** Everything that came back from requests that were wrong. */
const errors: string[] = [];
const headers: string[] = [];

/** Asks for something wrong and keeps the whole answer; returns its status. */
async function wrong(path: string, init: RequestInit = {}): Promise<number> {
  const response = await api.fetch(path, init);
  errors.push(await response.text());
  headers.push(JSON.stringify([...response.headers]));
  return response.status;
}

async function wrongly(query: string, variables: unknown, more: Record<string, string> = {}): Promise<number> {
  const cookie = await api.signIn("zhou");
  return wrong("/graphql", { method: "POST", headers: { "content-type": "application/json", cookie, ...more }, body: JSON.stringify({ query, variables }) });
}

/** One resident's matter from its collection to its end. */
async function story(one: (typeof people)[number]): Promise<void> {
  const { caseId, personId } = await report(api, "member3", { words: one.words, reporterName: one.name, reporterPhone: one.phone });
  await done(api, "li", "acceptCase", caseId, { kind: "DIFFICULTY", category: "assets.roof", severity: "NORMAL" });
  await done(api, "li", "recordContact", caseId, { kind: "FACE", words: one.heard });
  await done(api, "li", "startCase", caseId, { measure: "加固", planOn: null });
  await refused(api, "member5", "escalateCase", caseId, { reason: one.heard });
  await done(api, "li", "resolveCase", caseId, { result: "已加固" });
  await done(api, "zhou", "recordCallback", caseId, { respondent: `person:${personId}`, reached: true, resolved: false, satisfaction: "DISSATISFIED", words: one.heard });
  await personal(api, "li", "revealPersonalData", { personId, caseId, reason: `回电${one.name} ${one.phone}` });
  await personal(api, "street", "exportPerson", { personId, reason: `想看看 ${one.phone}` });
}

/** Everything a form or a script can get wrong, with personal data in it. */
async function mistakes({ name, phone, words }: (typeof people)[number]): Promise<void> {
  const collect = "mutation ($input: CollectOpinionInput!) { collectOpinion(input: $input) { case { id } refusal { code message } } }";
  const good = { idempotencyKey: uuidv7(), words, kind: "DIFFICULTY", channel: "VISIT", reporterName: name, reporterPhone: phone };
  await wrongly(collect, { input: { ...good, kind: words } });
  await wrongly(collect, { input: { ...good, kind: { name, phone } } });
  await wrongly(collect, { input: { ...good, severity: phone, tags: [name] } });
  await wrongly(collect, { input: { ...good, voicedAt: phone } });
  await wrongly(collect, { input: { ...good, words: [words], nobody: phone } });
  await wrongly(collect, { input: { ...good, [name]: phone } });
  await wrongly(collect, { input: { ...good, [phone]: "x; Field" } });
  await wrongly(collect, { input: { ...good, idempotencyKey: name } });
  await wrongly(collect, { input: { ...good, place: { buildingId: phone } } });
  await wrongly(collect, { input: { ...good, reporterId: phone, reporterName: undefined, reporterPhone: undefined } });
  await wrongly(collect, { input: { ...good, reporterName: name.repeat(20) } });
  // A fault of the database, whose message quotes the whole row; and characters it does not take.
  await wrongly(collect, { input: { ...good, words: `${words}一场意外` } });
  await wrongly(collect, { input: { ...good, reporterName: `${name}一场意外` } });
  await wrongly(collect, { input: { ...good, words: `${words}\u0000` } });
  await wrongly(collect, { input: { ...good, reporterName: `${name}\u0000` } });
  await wrongly(collect, name);
  await wrongly(`mutation { collectOpinion(input: { words: ${phone}, kind: "${name}" }) { case { id } } }`, {});
  await wrongly(`{ residents(text: "${name}", first: "${phone}") { name } case(id: "${phone}") { id } }`, {});
  await wrongly(`{ case(id: "${words}", no: "${phone}") { id } cases(areas: ["${name}"], first: 20, after: "${phone}") { nodes { id } } }`, {});
  await wrongly(`{ cases(areas: ["${name}", "${phone}"], first: 20) { nodes { id } } }`, {});
  await wrongly(`{ board(areas: ["${phone}"], first: 20) { columns { column } } workers(area: "${name}", first: 20) { name } }`, {});
  await wrongly(`{ cases(areas: ["340802001007"], first: ${phone}) { nodes { id } } }`, {});
  await wrongly(`{ viewer { username } } "${name} ${phone}"`, {});
  await wrongly(`{ viewer { ${name} } }`, {}, { "x-request-id": phone, referer: `https://a.cn/?q=${phone}`, "user-agent": encodeURIComponent(name) });
  await wrongly(`query Q { node(id: "${phone}") { id } }`, {}, { "x-request-id": `person_${encodeURIComponent(name)}` });
  await wrong(`/graphql?query=${encodeURIComponent(`{ residents(text: "${name}") }`)}&phone=${phone}`);
  await wrong(`/people/${phone}?name=${encodeURIComponent(name)}`);
  await wrong(`/${encodeURIComponent(name)}/%E0%A4%A`);
  await wrong("/graphql", { method: "POST", headers: { "content-type": "application/json" }, body: `{"query": "${phone} ${name}` });
  await wrong("/graphql", { method: "POST", headers: { "content-type": "text/plain" }, body: name });
  await wrong("/api/auth/sign-in/username", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(signIn) });
  await wrong("/api/auth/sign-in/username", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ username: { a: name }, password: [phone] }) });
  await wrong("/api/auth/sign-in/username", { method: "POST", headers: { "content-type": "application/json" }, body: `{"username":"${signIn.username}","password":"${signIn.password}` });
}

beforeAll(async () => {
  api = await startCommunity(shanghai("2024-04-26", "09:00"), { log });
  await api.pool.query("alter table opinion add constraint accident check (words not like '%一场意外')");
  await api.pool.query("alter table person add constraint accident check (display_name not like '%一场意外')");
  for (const one of people) {
    await story(one);
    await mistakes(one);
  }
}, 240_000);
afterAll(() => api.stop());

describe("C40, S9: personal data stay where they belong", () => {
  it("C40: 50 canaries: none in the log, at its most talkative", () => {
    expect(canaries).toHaveLength(50);
    expect(lines.length).toBeGreaterThan(400);
    expect(lines.join("")).toContain("unexpected error");
    expect(canariesIn(lines.join(""), canaries)).toEqual([]);
  });

  it("C40: none in the answer to anything that was wrong", () => {
    expect(errors.length).toBeGreaterThan(300);
    for (const error of errors) expect(canariesIn(error, canaries), error).toEqual([]);
  });

  it("C40: none in any header of an answer", () => {
    expect(canariesIn(headers.join(""), canaries)).toEqual([]);
  });

  it("S9: none in any table but where they belong: no event, no audit, no key, no account", async () => {
    const found = await findInDatabase(api.pool, canaries);
    expect(Object.keys(found).toSorted()).toEqual(["public.cases.search", "public.cases.title", "public.event_words.title", "public.event_words.words", "public.opinion.words", "public.person.display_name"]);
    expect(await findInDatabase(api.pool, people.map(({ phone }) => phone))).toEqual({});
    expect(await findInDatabase(api.pool, Object.values(signIn))).toEqual({});
    const { rows } = await api.pool.query("select count(*)::int as n from audit where reason is not null");
    expect(rows[0].n).toBeGreaterThanOrEqual(24);
  });

  it("S9: and erasing everybody leaves none at all", async () => {
    await api.pool.query("update cases set status = 7");
    const { rows } = await api.pool.query<{ id: string }>("select distinct reporter_id as id from opinion where reporter_id is not null");
    expect(rows.length).toBeGreaterThanOrEqual(people.length);
    for (const { id } of rows) expect((await personal(api, "chen", "erasePerson", { personId: id })).erased).toBe(true);
    expect(await findInDatabase(api.pool, canaries)).toEqual({});
    expect(canariesIn(lines.join(""), canaries)).toEqual([]);
  });
});

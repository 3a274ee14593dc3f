import { decideCallBack, printedSlipCode, type Case } from "@bandeng/domain";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { slipHolder } from "./slip-case.ts";
import { slipBudgets } from "../http/limits.ts";
import { community, grid, startCommunity, type TestCommunity } from "../testing/community.ts";
import { done, look, refused, shanghai, tell } from "../testing/verbs.ts";

let api: TestCommunity;
beforeAll(async () => {
  api = await startCommunity(shanghai("2024-06-03", "09:00"), { proxies: ["127.0.0.1"] });
});
afterAll(() => api.stop());

/** Each test comes from an address of its own, as each resident does. */
let address = 0;
beforeEach(() => {
  address += 1;
  api.clock.set(shanghai("2024-06-03", "09:00"));
});
const from = (headers: Record<string, string> = {}) => ({ "accept-language": "zh", "x-forwarded-for": `203.0.113.${address}`, ...headers });

interface Said {
  readonly status: number;
  // Asked for what the test knows: naming each answer's type would say it a second time.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
  readonly text: string;
  readonly headers: Headers;
}
async function answered(response: Promise<Response>): Promise<Said> {
  const { status, headers } = await response;
  const text = await (await response).text();
  return { status, headers, text, body: JSON.parse(text) };
}
const see = (code: string, headers: Record<string, string> = {}) => answered(api.fetch(`/api/slips/${encodeURIComponent(code)}`, { headers: from(headers) }));
const send = (code: string, path: string, body: object, headers: Record<string, string> = {}) =>
  answered(api.fetch(`/api/slips/${code}/${path}`, { method: "POST", headers: from({ "content-type": "application/json", ...headers }), body: JSON.stringify({ idempotencyKey: uuidv7(), ...body }) }));
const rate = (code: string, satisfaction: string, more: object = {}, headers: Record<string, string> = {}) => send(code, "rating", { satisfaction, resolved: satisfaction !== "DISSATISFIED", words: "说了几句", ...more }, headers);

const codesOf = async (id: string): Promise<string[]> => (await api.pool.query("select slip_code from opinion where present_case_id = $1 order by recorded_at, id", [id])).rows.map((row) => row.slip_code);
const stored = async (id: string): Promise<Case> => (await api.pool.query("select state, status from cases where id = $1", [id])).rows[0].state;

/** A matter that somebody brings to the proxy; another one joins where `more` says whose. */
async function collected(reporter: string | null, more: readonly (string | null)[] = [], as: "zhang" | "member3" = "zhang", given: object = {}): Promise<{ id: string; codes: string[] }> {
  const words = "二楼拐角的管子接头一直滴，我家住302";
  const person = async (name: string | null) => (name === null ? {} : { reporterId: await api.resident(name) });
  const { id } = await done(api, as, "collectOpinion", null, { words, title: "水管接头滴水", kind: "DIFFICULTY", category: "assets.sewer", place: { compoundId: api.compoundId }, channel: as === "zhang" ? "PROXY" : "VISIT", ...(await person(reporter)), ...given });
  for (const name of more) expect((await tell(api, "li", "addOpinion", { caseId: id, words, channel: "VISIT", ...(await person(name)) })).refusal).toBeNull();
  return { id, codes: await codesOf(id) };
}
async function resolved(reporter: string | null, more: readonly (string | null)[] = [], as: "zhang" | "member3" = "zhang", result = "接头已换，已请孙长贵（302室，13855601234）看过"): Promise<{ id: string; codes: string[] }> {
  const found = await collected(reporter, more, as);
  await done(api, "member3", "acceptCase", found.id, { kind: "DIFFICULTY", category: "assets.sewer", severity: "NORMAL" });
  await done(api, "member3", "startCase", found.id, { measure: "换接头" });
  await done(api, "member3", "resolveCase", found.id, { result });
  return { id: found.id, codes: await codesOf(found.id) };
}

describe("what a slip shows", () => {
  it("where the case stands in words for everybody, what was promised and done, and nothing of anybody", async () => {
    const { id, codes } = await collected("孙长贵", ["赵立德"]);
    const [code = ""] = codes;
    const before = await see(code);
    expect(before.status).toBe(200);
    expect(before.headers.get("cache-control")).toBe("no-store");
    expect(before.body).toMatchObject({ status: "COLLECTED", level: "BUILDING", kind: "DIFFICULTY", community: "天后宫社区", confidential: false, result: null, answer: null, promisedAt: shanghai("2024-06-04", "18:00") });
    await done(api, "member3", "acceptCase", id, { kind: "DIFFICULTY", category: "assets.sewer", severity: "NORMAL" });
    await done(api, "member3", "startCase", id, { measure: "换接头" });
    await done(api, "member3", "resolveCase", id, { result: "接头已换，孙长贵家3单元302和2-301不漏了，2024-06-03看过，电话13855601234，身份证34080219700101123X" });
    // However it was typed, from the paper or by heart.
    const after = await see(` ${printedSlipCode(code).toLowerCase()} `);
    expect(after.body).toMatchObject({ no: (await look(api, "zhou", id))?.no, status: "RESOLVED", since: shanghai("2024-06-03", "09:00"), result: "接头已换，孙某家3单元***和2-***不漏了，2024-06-03看过，电话138****1234，身份证****" });
    expect(after.body.acts.map(({ act, possible }: { act: string; possible: boolean }) => [act, possible])).toEqual([["rate", true], ["reopen", true], ["appeal", false], ["withdraw", false]]);
    expect(after.body.acts[3].reason).toContain("待回访");
    const people = [...Object.values(api.people), id, "孙长贵", "赵立德", "三格员", "老张", "李网格长", "302", "滴水", "一直滴", "13855601234", ...codes];
    for (const canary of people) expect(after.text, canary).not.toContain(canary);
  });

  it("C38: of a confidential case its status and what can be done, and no more", async () => {
    const [sun, zhao] = [await api.resident("孙长贵"), await api.resident("赵立德")];
    const { id } = await done(api, "li", "collectOpinion", null, { words: "楼上漏水", title: "1-301漏水", kind: "DISPUTE", category: "disputes.leak", place: { compoundId: api.compoundId }, channel: "VISIT", reporterId: sun });
    await done(api, "li", "acceptCase", id, { kind: "DISPUTE", category: "disputes.leak", severity: "NORMAL", partyIds: [sun, zhao] });
    await done(api, "li", "startCase", id, { measure: "劝" });
    await done(api, "li", "resolveCase", id, { result: "赵家修好了防水" });
    const { body, text } = await see((await codesOf(id))[0] ?? "");
    const { acts, ...rest } = body;
    expect(rest).toEqual({ status: "RESOLVED", since: shanghai("2024-06-03", "09:00"), confidential: true, no: null, kind: null, community: null, level: null, promisedAt: null, result: null, answer: null, until: null });
    expect(acts).toHaveLength(4);
    for (const canary of ["赵", "孙", "漏", "防水", "曹家巷", "DISPUTE", "0001"]) expect(text, canary).not.toContain(canary);
  });

  it("C22: of what is no code nothing, and always the same: unknown, malformed, too long, SQL, a path", async () => {
    const wrong = ["K7M3PT9XCA", "K7M3P-T9XCB", "0000000000", "ABC", "' or '1'='1", "二维码", "A".repeat(60), "%2e%2e%2f"];
    const all = [];
    for (const code of wrong) all.push(await see(code));
    expect(all.map(({ status }) => status)).toEqual(wrong.map(() => 404));
    const same = all.map(({ body }) => ({ ...body, requestId: "" }));
    expect(new Set(same.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(same[0]).toMatchObject({ code: "NOT_FOUND" });
    const acted = await rate("K7M3PT9XCA", "SATISFIED");
    expect({ ...acted.body, requestId: "" }).toEqual(same[0]);
  });

  it("S3: the scope of a slip names one case, and of a dispute one opinion; nothing of anybody else, and nothing can be stored in it", async () => {
    const { codes, id } = await resolved("孙长贵");
    await resolved("赵立德");
    const holder = await slipHolder({ pool: api.appPool }, codes[0] ?? "");
    expect(holder?.viewer).toMatchObject({ assignments: [], slip: { caseId: id, recordedBy: api.people.zhang } });
    if (process.env["TEST_LAYERS"] === "conditions") return;
    const rows = (sql: string) => holder?.db.transaction(async (client) => (await client.query(sql)).rows.map((row) => Object.values(row).join(" ")));
    expect(await rows("select slip_code from opinion")).toEqual(codes);
    expect(await rows("select id from cases")).toEqual([id]);
    expect(await rows("select id from person")).toEqual([holder?.viewer.personId]);
    for (const table of ["building", "household", "role_assignment", "secretary_project", "compound"]) expect(await rows(`select count(*) from ${table}`), table).toEqual(["0"]);
    await expect(holder?.db.transaction((client) => client.query("update cases set title = 'x'"))).rejects.toThrow(/row-level security/);
    await api.pool.query("update cases set kind = 'DISPUTE' where id = $1", [id]);
    for (const table of ["event", "event_words", "attachment"]) expect(await rows(`select count(*) from ${table}`), table).toEqual(["0"]);
    expect(await rows("select slip_code from opinion")).toEqual(codes);
  });
});

describe("the resident's own rating", () => {
  it("C30: counts as his word, by nobody's account, and the last one closes the case by itself", async () => {
    const { id, codes } = await resolved("孙长贵", ["赵立德"]);
    const [sun = "", zhao = ""] = codes;
    const first = await rate(sun, "SATISFIED", { words: "" });
    expect([first.status, first.body.status, first.body.answer]).toEqual([200, "RESOLVED", { satisfaction: "SATISFIED", resolved: true, at: shanghai("2024-06-03", "09:00") }]);
    expect(first.body.acts[0]).toMatchObject({ act: "rate", possible: false });
    expect((await rate(zhao, "BASIC")).body.status).toBe("CLOSED");
    expect((await stored(id)).callbacks).toMatchObject([{ by: "SELF", satisfaction: "SATISFIED" }, { by: "SELF", satisfaction: "BASIC" }]);
    const events = await api.pool.query("select type, actor_id, payload ->> 'self' as self from event where stream_id = $1 and type in ('CALLED_BACK', 'CLOSED') order by seq", [id]);
    expect(events.rows).toEqual([{ type: "CALLED_BACK", actor_id: null, self: "true" }, { type: "CALLED_BACK", actor_id: null, self: "true" }, { type: "CLOSED", actor_id: null, self: null }]);
    const audit = await api.pool.query("select action, outcome, person_id, session_id, subject_id, address from audit where action = 'rateBySlip' and subject_id = $1", [id]);
    expect(audit.rows).toEqual(Array.from({ length: 2 }, () => ({ action: "rateBySlip", outcome: "DONE", person_id: null, session_id: null, subject_id: id, address: `203.0.113.${address}` })));
  });

  it("dissatisfied needs words, and reopens; the second time it goes up a level", async () => {
    const { id, codes: [code = ""] } = await resolved("孙长贵");
    expect((await rate(code, "DISSATISFIED", { words: " " })).body).toMatchObject({ code: "TEXT_REQUIRED" });
    expect((await rate(code, "DISSATISFIED")).body).toMatchObject({ status: "IN_PROGRESS", level: "BUILDING", answer: null });
    const { rows } = await api.pool.query("select w.words from event e join event_words w on w.event_id = e.id where e.stream_id = $1 and e.type = 'CALLED_BACK'", [id]);
    expect(rows).toEqual([{ words: "说了几句" }]);
    await done(api, "member3", "resolveCase", id, { result: "又换了" });
    expect((await rate(code, "DISSATISFIED")).body).toMatchObject({ status: "IN_PROGRESS", level: "COMPOUND" });
    expect(await look(api, "zhou", id)).toMatchObject({ reopenCount: 2, level: "COMPOUND" });
  });

  it("C30: who is signed in does nothing in a resident's name, though he has the code; to look is everybody's", async () => {
    const { id, codes: [code = ""] } = await resolved("孙长贵");
    for (const as of ["member3", "zhang", "zhou"] as const) {
      const cookie = await api.signIn(as);
      expect((await see(code, { cookie })).status).toBe(200);
      for (const path of ["rating", "reopening", "withdrawal", "appeal"]) {
        const { status, body } = await send(code, path, { satisfaction: "SATISFIED", resolved: true, words: "替他说" }, { cookie });
        expect([as, path, status, body.code]).toEqual([as, path, 403, "SLIP_WITH_SESSION"]);
      }
    }
    expect((await stored(id)).callbacks).toEqual([]);
  });

  it("C30: a lead who wrote the slip out himself does not close the case with its code; who reported and led it does not rate", async () => {
    const { id, codes: [code = ""] } = await resolved("孙长贵", [], "member3");
    expect((await rate(code, "SATISFIED")).body.status).toBe("RESOLVED");
    expect(await refused(api, "member3", "closeCase", id)).toBe("WAS_LEAD");
    expect(await done(api, "zhou", "closeCase", id)).toMatchObject({ status: "CLOSED" });
    const own = await done(api, "zhang", "collectOpinion", null, { words: "我家楼下", title: "楼下堵了", kind: "DIFFICULTY", category: "assets.sewer", place: { compoundId: api.compoundId }, channel: "PROXY", reporterId: api.people.member3 });
    await done(api, "member3", "acceptCase", own.id, { kind: "DIFFICULTY", category: "assets.sewer", severity: "NORMAL" });
    await done(api, "member3", "startCase", own.id, { measure: "疏通" });
    await done(api, "member3", "resolveCase", own.id, { result: "通了" });
    const { status, body } = await rate((await codesOf(own.id))[0] ?? "", "SATISFIED");
    expect([status, body.code]).toEqual([403, "WAS_LEAD"]);
  });

  it("C47: nobody rates twice, alone or ten times at once; a repeated key answers the same again", async () => {
    const { id, codes: [code = "", other = ""] } = await resolved("孙长贵", ["赵立德"]);
    const all = await Promise.all(Array.from({ length: 10 }, (_, i) => rate(code, i % 2 ? "SATISFIED" : "BASIC")));
    expect(all.map(({ status, body }) => body.code ?? status).toSorted()).toEqual([200, ...Array.from({ length: 9 }, () => "ALREADY_ANSWERED")]);
    expect((await rate(code, "DISSATISFIED")).status).toBe(409);
    expect((await stored(id)).callbacks).toHaveLength(1);
    const idempotencyKey = uuidv7();
    for (let i = 0; i < 2; i++) expect((await rate(other, "SATISFIED", { idempotencyKey })).body.status).toBe("CLOSED");
    expect((await rate(other, "BASIC", { idempotencyKey })).body.code).toBe("IDEMPOTENCY_KEY_REUSED");
    expect((await rate(other, "BASIC", { idempotencyKey: "x" })).body.code).toBe("TEXT_REQUIRED");
  });

  it("bad bodies are a clear answer, and nothing is written", async () => {
    const { id, codes: [code = ""] } = await resolved("孙长贵");
    for (const body of [{ satisfaction: "GREAT", resolved: true }, { satisfaction: "SATISFIED", resolved: "yes" }, { resolved: true }, {}]) expect((await send(code, "rating", body)).body, JSON.stringify(body)).toMatchObject({ code: "CALLBACK_INCOMPLETE" });
    expect((await rate(code, "SATISFIED", { words: "长".repeat(2001) })).body).toMatchObject({ code: "TEXT_TOO_LONG" });
    const foreign = await rate(code, "SATISFIED", {}, { origin: "https://elsewhere.example" });
    expect(foreign.status).toBe(403);
    const form = await api.fetch(`/api/slips/${code}/rating`, { method: "POST", headers: from({ "content-type": "application/x-www-form-urlencoded" }), body: "satisfaction=SATISFIED" });
    expect(form.status).toBe(415);
    expect((await stored(id)).callbacks).toEqual([]);
  });
});

describe("reopening, appealing and taking back", () => {
  it("a reporter reopens within thirty days of closing, says why, and is told the last day", async () => {
    const { id, codes: [code = ""] } = await resolved("孙长贵");
    await rate(code, "SATISFIED");
    api.clock.set(shanghai("2024-07-03", "17:00"));
    expect((await see(code)).body).toMatchObject({ status: "CLOSED", until: "2024-07-03" });
    expect((await send(code, "reopening", { words: "" })).body.code).toBe("TEXT_REQUIRED");
    expect((await send(code, "reopening", { words: "又漏了" })).body).toMatchObject({ status: "IN_PROGRESS" });
    expect(await look(api, "zhou", id)).toMatchObject({ reopenCount: 1 });
    await done(api, "member3", "resolveCase", id, { result: "又修好了" });
    await rate(code, "BASIC");
    api.clock.set(shanghai("2024-08-30", "17:00"));
    expect((await see(code)).body).toMatchObject({ until: null });
    expect((await send(code, "reopening", { words: "又漏了" })).body.code).toBe("REOPEN_TOO_LATE");
  });

  it("an appeal once against a refusal; a matter is taken back while nobody else depends on it", async () => {
    const { id, codes: [code = ""] } = await collected("孙长贵");
    await done(api, "zhou", "declineCase", id, { reason: "NOT_COMMUNITY_MATTER", goTo: "物业" });
    expect((await send(code, "appeal", { words: "物业早就不管了" })).body).toMatchObject({ status: "COLLECTED" });
    expect((await send(code, "withdrawal", {})).body).toMatchObject({ status: "WITHDRAWN" });
    const { codes } = await collected("孙长贵", ["赵立德"]);
    expect((await send(codes[0] ?? "", "withdrawal", {})).body.code).toBe("WITHDRAW_SUPPORTED");
  });

  it("after a merge the slip leads to the case that carries the opinion", async () => {
    const [one, other] = [await collected("孙长贵"), await collected("赵立德")];
    await done(api, "member3", "acceptCase", one.id, { kind: "DIFFICULTY", category: "assets.sewer", severity: "NORMAL" });
    await done(api, "li", "mergeCase", other.id, { into: one.id });
    expect((await see(other.codes[0] ?? "")).body).toMatchObject({ status: "ACCEPTED", no: (await look(api, "zhou", one.id))?.no });
  });
});

describe("limits", () => {
  it("C47: ten wrong codes close an address out, for right ones too; others are not", async () => {
    const { codes: [code = ""] } = await resolved("孙长贵");
    for (let i = 0; i < slipBudgets.misses.points; i++) expect((await see("K7M3PT9XCA")).status).toBe(404);
    for (const asked of [code, "K7M3PT9XCA", "!"]) {
      const { status, headers, body } = await see(asked);
      expect([status, body.code]).toEqual([429, "RATE_LIMITED"]);
      expect(Number(headers.get("retry-after"))).toBeGreaterThan(60);
    }
    expect((await rate(code, "SATISFIED")).status).toBe(429);
    address += 100;
    expect((await see(code)).status).toBe(200);
  });

  it("C45: one code is asked for so often a minute, from however many addresses; no code stands in the counts", async () => {
    const { codes: [code = ""] } = await resolved("孙长贵");
    const statuses = [];
    for (let i = 0; i <= slipBudgets.looks.points; i++) {
      if (i % 10 === 0) address += 1;
      statuses.push((await see(code)).status);
    }
    expect([statuses.filter((s) => s === 200).length, statuses.at(-1)]).toEqual([slipBudgets.looks.points, 429]);
    const { rows } = await api.pool.query("select count(*)::int as n from rate_limit where key like '%' || $1 || '%'", [code]);
    expect(rows).toEqual([{ n: 0 }]);
  });

  it("C47: a resident with many slips does not reopen in bulk", async () => {
    const person = await api.resident("多事人");
    const codes: string[] = [];
    for (let i = 0; i <= slipBudgets.reopenings.points; i++) {
      const { id } = await done(api, "zhang", "collectOpinion", null, { words: "堵了", title: `堵了${i}`, kind: "DIFFICULTY", category: "assets.sewer", place: { compoundId: api.compoundId }, channel: "PROXY", reporterId: person });
      await done(api, "member3", "acceptCase", id, { kind: "DIFFICULTY", category: "assets.sewer", severity: "NORMAL" });
      await done(api, "member3", "startCase", id, { measure: "疏通" });
      await done(api, "member3", "resolveCase", id, { result: "通了" });
      codes.push((await codesOf(id))[0] ?? "");
    }
    const statuses = [];
    for (const code of codes) {
      address += 1;
      statuses.push((await send(code, "reopening", { words: "又堵了" })).status);
    }
    expect(statuses).toEqual([...Array.from({ length: slipBudgets.reopenings.points }, () => 200), 429]);
  });
});

it("the decision by slip is the table's own", () => {
  // A slip of another case opens nothing: the domain says so as well as the scope.
  const c = { id: "c", status: "RESOLVED", level: "BUILDING", gridCode: grid(3), leadIds: [], helperIds: [], calledIds: [], whistleDepartments: [], place: {}, kind: "DIFFICULTY" } as unknown as Case;
  const viewer = { personId: community, assignments: [], slip: { caseId: "other", respondent: "person:x" } };
  expect(decideCallBack(c, { respondent: "person:x", reached: true, resolved: true, satisfaction: "SATISFIED", words: "" }, { viewer } as never)).toMatchObject({ code: "NOT_FOUND" });
});

import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { recordDueCases } from "./due-job.ts";
import { startCommunity, type TestCommunity } from "../testing/community.ts";
import { done, look, refused, shanghai, tell, versionOf } from "../testing/verbs.ts";

let api: TestCommunity;
beforeAll(async () => {
  api = await startCommunity(shanghai("2026-03-02", "09:00"));
});
afterAll(() => api.stop());

async function collected(input: Record<string, unknown> = {}): Promise<string> {
  const c = await done(api, "zhou", "collectOpinion", null, { words: "楼道灯坏了", kind: "DIFFICULTY", place: { compoundId: api.compoundId }, channel: "VISIT", ...input });
  return c.id;
}

async function accepted(input: Record<string, unknown> = {}): Promise<string> {
  const id = await collected(input);
  await done(api, "li", "acceptCase", id, { kind: "DIFFICULTY", category: "assets.lighting", severity: "NORMAL" });
  return id;
}

async function events(id: string): Promise<string[]> {
  const { rows } = await api.pool.query("select type from event where stream_id = $1 order by seq", [id]);
  return rows.map((row) => row.type);
}

describe("a key does its act once", () => {
  test("sent again it answers the same and changes nothing", async () => {
    const id = await accepted();
    const input = { id, expectedVersion: await versionOf(api, id), idempotencyKey: uuidv7(), reason: "难" };
    const first = await tell(api, "li", "escalateCase", input);
    const second = await tell(api, "li", "escalateCase", input);
    expect(second).toEqual(first);
    expect(await events(id)).toEqual(["COLLECTED", "ACCEPTED", "ESCALATED"]);
  });

  test("sent five times at once it is done once", async () => {
    const input = { words: "井盖松了", kind: "DIFFICULTY", channel: "PHONE", idempotencyKey: uuidv7() };
    const answers = await Promise.all(Array.from({ length: 5 }, () => tell(api, "zhou", "collectOpinion", input)));
    expect(new Set(answers.map((a) => a.case?.id)).size).toBe(1);
  });

  test("with another request it is refused", async () => {
    const id = await accepted();
    const key = uuidv7();
    await tell(api, "li", "escalateCase", { id, expectedVersion: 2, idempotencyKey: key, reason: "难" });
    const other = await tell(api, "li", "escalateCase", { id, expectedVersion: 3, idempotencyKey: key, reason: "难" });
    expect(other.refusal).toMatchObject({ code: "IDEMPOTENCY_KEY_REUSED", path: "idempotencyKey" });
  });

  test("a refused act does not use its key up", async () => {
    const id = await accepted();
    const key = uuidv7();
    const empty = await tell(api, "li", "escalateCase", { id, expectedVersion: 2, idempotencyKey: key, reason: " " });
    expect(empty.refusal).toMatchObject({ code: "TEXT_REQUIRED", path: "reason" });
    const good = await tell(api, "li", "escalateCase", { id, expectedVersion: 2, idempotencyKey: key, reason: "难" });
    expect(good.case).toMatchObject({ level: "COMPOUND" });
  });
});

test("of eight who move one card one wins, the others learn the version it is at now", async () => {
  for (let round = 0; round < 5; round++) {
    const id = await accepted();
    const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => tell(api, i % 2 ? "li" : "zhou", "escalateCase", { id, expectedVersion: 2, reason: "难" })));
    expect(answers.filter((a) => a.case).length).toBe(1);
    for (const { refusal } of answers.filter((a) => a.refusal)) expect(refusal).toMatchObject({ code: "CONFLICT", currentVersion: 3 });
    expect(await events(id)).toEqual(["COLLECTED", "ACCEPTED", "ESCALATED"]);
  }
});

test("the due-moment job moves a case once however many instances run it, beside people who move it too", async () => {
  api.clock.set(shanghai("2026-03-03", "09:00"));
  const ids = await Promise.all(Array.from({ length: 12 }, () => accepted()));
  api.clock.set(shanghai("2026-03-06", "18:30"));
  const versions = await Promise.all(ids.map((id) => versionOf(api, id)));
  await Promise.all([
    ...Array.from({ length: 4 }, () => recordDueCases(api.pool, api.clock)),
    ...ids.slice(0, 6).map((id, i) => tell(api, "li", "escalateCase", { id, expectedVersion: versions[i], reason: "难" })),
  ]);
  await recordDueCases(api.pool, api.clock);
  for (const id of ids) {
    const { rows } = await api.pool.query("select payload->>'cause' as cause, at from event where stream_id = $1 and type = 'ESCALATED' order by seq", [id]);
    // Whoever comes first, the program's own move is recorded first, once, at its own moment.
    expect(rows.filter((row) => row.cause === "DUE")).toEqual([{ cause: "DUE", at: "2026-03-06T10:00:00.000Z" }]);
    expect(["COMPOUND", "COMMUNITY"]).toContain((await look(api, "zhou", id))?.level);
  }
  api.clock.set(shanghai("2026-03-09", "09:00"));
});

describe("what is out of scope does not exist", () => {
  test("for another grid's head, a neighbour's secretary, a system administrator", async () => {
    const id = await accepted();
    for (const who of ["wang", "neighbour", "admin"] as const) {
      expect(await look(api, who, id)).toBeNull();
      const answer = await tell(api, who, "escalateCase", { id, expectedVersion: 999, reason: "x" });
      expect(answer).toMatchObject({ case: null, refusal: { code: "NOT_FOUND", currentVersion: null } });
      const none = await tell(api, who, "escalateCase", { id: uuidv7(), expectedVersion: 999, reason: "x" });
      expect(none).toEqual(answer);
    }
  });

  test("a dispute is a masked card for a grid member, with nothing in it to search for", async () => {
    const id = await collected({ words: "楼上漏水到我家卫生间", title: "卫生间漏水", kind: "DISPUTE", category: "disputes.leak" });
    const { data } = await api.graphql(
      `query ($id: ID!) { case(id: $id) { title visibility category severity supporters place { compoundId } opinions { words } events(first: 5) { type } respondents { key } } }`,
      { id },
      { as: "member3" },
    );
    expect(data.case).toEqual({ title: "邻里纠纷", visibility: "MASKED", category: null, severity: null, supporters: null, place: { compoundId: null }, opinions: [], events: [], respondents: [] });
    const total = async (as: string, filter: object) => {
      const answer = await api.graphql(`query ($f: CaseFilter) { cases(areas: ["340802001007003"], first: 100, filter: $f) { totalCount nodes { id } } }`, { f: filter }, { as });
      return answer.data.cases.nodes.some((c: { id: string }) => c.id === id);
    };
    expect(await total("li", { text: "卫生间" })).toBe(true);
    expect(await total("member3", { text: "卫生间" })).toBe(false);
    expect(await total("member3", { categories: ["disputes.leak"] })).toBe(false);
    expect(await total("member3", { kinds: ["DISPUTE"] })).toBe(true);
    expect(await refused(api, "member3", "escalateCase", id, { reason: "x" })).toBe("CONFIDENTIAL");
  });
});

test("undo takes a move back within ten seconds, and the row is as it was", async () => {
  const id = await accepted();
  const before = await look(api, "li", id);
  await done(api, "li", "escalateCase", id, { reason: "难" });
  const after = await done(api, "li", "correctCase", id);
  expect({ ...after, version: 0 }).toEqual({ ...before, version: 0 });
  const { rows } = await api.pool.query("select count(*)::int as n from case_segment where case_id = $1", [id]);
  expect(rows[0].n).toBe(1);
  // And on it goes from there.
  await done(api, "li", "escalateCase", id, { reason: "真的难" });
});

test("up to a hundred cases in one request, each answered", async () => {
  const ids = await Promise.all([accepted(), accepted(), collected()]);
  const tickets = await Promise.all(ids.map(async (id) => ({ id, expectedVersion: await versionOf(api, id), idempotencyKey: uuidv7() })));
  const mutation = `mutation ($input: EscalateCasesInput!) { escalateCases(input: $input) { results { id case { level } refusal { code } } } }`;
  const { data } = await api.graphql(mutation, { input: { cases: tickets, reason: "集中上报" } }, { as: "li" });
  expect(data.escalateCases.results).toEqual([
    { id: ids[0], case: { level: "COMPOUND" }, refusal: null },
    { id: ids[1], case: { level: "COMPOUND" }, refusal: null },
    { id: ids[2], case: null, refusal: { code: "WRONG_STATUS" } },
  ]);
  const many = Array.from({ length: 101 }, () => tickets[0]);
  const tooMany = await api.graphql(mutation, { input: { cases: many, reason: "x" } }, { as: "li" });
  expect(tooMany.errors[0]?.extensions["code"]).toMatch(/BAD_USER_INPUT|COST_EXCEEDED/);
});

test("merge, unmerge and split carry the reporters along", async () => {
  const target = await accepted({ reporterName: "钱居民" });
  const source = await collected({ reporterName: "孙居民", category: "assets.lighting" });
  await done(api, "li", "mergeCase", source, { into: target });
  expect(await look(api, "li", target)).toMatchObject({ supporters: 2 });
  expect(await look(api, "li", source)).toMatchObject({ status: "MERGED", boardColumn: null });
  await done(api, "li", "unmergeCase", source, { into: target });
  expect(await look(api, "li", target)).toMatchObject({ supporters: 1 });
  expect(await look(api, "li", source)).toMatchObject({ status: "COLLECTED" });
  expect(await refused(api, "li", "mergeCase", source, { into: source })).toBe("MERGE_SELF");
  await done(api, "li", "mergeCase", source, { into: target });
  const { data } = await api.graphql(`query ($id: ID!) { case(id: $id) { opinions { id reporter { name } } } }`, { id: target }, { as: "li" });
  const sun = data.case.opinions.find((o: { reporter: { name: string } }) => o.reporter.name === "孙某");
  const split = await done(api, "li", "splitCase", target, { opinionIds: [sun.id], title: "另一盏灯" });
  expect(split).toMatchObject({ status: "COLLECTED", supporters: 1, title: "另一盏灯" });
});

test("numbers run per community and year without a gap, also when many record at once and some are refused", async () => {
  const before = await collected();
  const first = Number((await look(api, "zhou", before))!.no.slice(-4));
  const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => tell(api, "zhou", "collectOpinion", { words: i % 5 === 4 ? " " : `灯坏了 ${i}`, kind: "DIFFICULTY", channel: "VISIT" })));
  const numbers = answers.flatMap((a) => (a.case ? [Number(a.case.no.slice(-4))] : [])).toSorted((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: 8 }, (_, i) => first + 1 + i));
});

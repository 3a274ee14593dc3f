import { uuidv7 } from "uuidv7";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { contract } from "./whole-life.ts";
import { community, startCommunity, type TestCommunity, type Username } from "../testing/community.ts";
import { done, refused, shanghai, tell, versionOf } from "../testing/verbs.ts";

let api: TestCommunity;
beforeAll(async () => {
  api = await startCommunity(shanghai("2024-03-01", "09:00"));
});
afterAll(() => api.stop());
afterEach(() => api.pool.query("delete from community_setting"));

const limit = (limits: object) =>
  api.pool.query(
    "insert into community_setting (community_code, area_no, daily_limits) values ($1, rpad($1, 15, '0')::int8, $2) on conflict (community_code) do update set daily_limits = $2",
    [community, JSON.stringify(limits)],
  );
/** A new day, so that nothing has been recorded on it. */
let day = 0;
const newDay = (): void => api.clock.set(new Date(Date.parse(shanghai("2024-03-01", "09:00")) + 86_400_000 * ++day).toISOString());
const matter = () => ({ idempotencyKey: uuidv7(), words: "又堵了", kind: "DIFFICULTY", category: "assets.sewer", place: { compoundId: api.compoundId }, channel: "PHONE" });
const record = async (as: Username, more: object = {}): Promise<string> => (await tell(api, as, "collectOpinion", { ...matter(), ...more })).refusal?.code ?? "DONE";
const stored = async (): Promise<number> => (await api.pool.query("select count(*)::int as n from cases")).rows[0].n;
const few = { worker: 4, proxy: 2, address: 100 };

it("C47: a worker records so many cases a day and a proxy fewer; the next day it begins anew", async () => {
  newDay();
  await limit(few);
  for (const as of ["zhou", "zhou", "zhou", "zhou", "zhang", "zhang"] as const) expect(await record(as)).toBe("DONE");
  expect([await record("zhou"), await record("zhang"), await record("member3")]).toEqual(["DAILY_LIMIT", "DAILY_LIMIT", "DONE"]);
  const { refusal } = await tell(api, "zhou", "collectOpinion", matter(), { "accept-language": "en" });
  expect(refusal?.message).toBe("The limit of 4 cases a day is reached: record the next one tomorrow.");
  newDay();
  expect(await record("zhou")).toBe("DONE");
  const { rows } = await api.pool.query("select count(*)::int as n from daily_count where day < (select max(day) from daily_count)");
  expect(rows, "the counts of yesterday are gone").toEqual([{ n: 0 }]);
});

it("C47: twenty at once do not get past the limit, and what is refused leaves neither a case nor a number behind", async () => {
  newDay();
  await limit(few);
  const before = await stored();
  const answers = await Promise.all(Array.from({ length: 20 }, () => record("zhou")));
  expect(answers.filter((answer) => answer === "DONE")).toHaveLength(4);
  expect(answers.filter((answer) => answer === "DAILY_LIMIT")).toHaveLength(16);
  expect(await stored()).toBe(before + 4);
  const { rows } = await api.pool.query("select last = (select count(*) from cases) as gapless from case_number");
  expect(rows).toEqual([{ gapless: true }]);
});

it("C47: one address has a limit of its own, whoever sends from it", async () => {
  newDay();
  await limit({ ...few, address: 3 });
  expect([await record("zhou"), await record("member3"), await record("chen"), await record("li")]).toEqual(["DONE", "DONE", "DONE", "DAILY_LIMIT"]);
});

it("C47: a key that is sent again records nothing and takes nothing; a new key, an earlier voicedAt or another channel help nobody around", async () => {
  newDay();
  await limit(few);
  const same = matter();
  for (let i = 0; i < 6; i++) expect(await record("zhou", same)).toBe("DONE");
  for (let i = 0; i < 3; i++) expect(await record("zhou")).toBe("DONE");
  const tries = [{}, same, { ...same, idempotencyKey: uuidv7() }, { voicedAt: shanghai("2024-02-01", "09:00") }, { channel: "ONLINE" }, { severity: "SAFETY" }, { reporterName: "别人" }];
  expect(await Promise.all(tries.map((more) => record("zhou", more)))).toEqual(tries.map((more) => (more === same ? "DONE" : "DAILY_LIMIT")));
});

it("C47: without a limit of the community's own, 200 hold for a worker and 30 for a proxy", async () => {
  newDay();
  const full = (who: string, recorded: number) => api.pool.query("insert into daily_count (day, who, recorded) values ($1, $2, $3)", [new Date(Date.parse(shanghai("2024-03-01", "09:00")) + 86_400_000 * day).toISOString().slice(0, 10), `person:${who}`, recorded]);
  await full(api.people.zhou, 199);
  await full(api.people.zhang, 29);
  expect([await record("zhou"), await record("zhou"), await record("zhang"), await record("zhang")]).toEqual(["DONE", "DAILY_LIMIT", "DONE", "DAILY_LIMIT"]);
});

async function inCallBack(): Promise<{ id: string; respondents: string[] }> {
  const ids: string[] = [];
  for (const name of ["许大爷", "钱大妈"]) ids.push((await done(api, "chen", "collectOpinion", null, { ...matter(), reporterId: await api.resident(name) })).id);
  const [id = "", other = ""] = ids;
  await done(api, "member3", "acceptCase", id, { kind: "DIFFICULTY", category: "assets.sewer", severity: "NORMAL" });
  await done(api, "li", "mergeCase", other, { into: id });
  await done(api, "member3", "startCase", id, { measure: "疏通" });
  await done(api, "member3", "resolveCase", id, { result: "通了" });
  const { rows } = await api.pool.query("select reporter_id from opinion where case_id = any($1) order by recorded_at, id", [[id, other]]);
  return { id, respondents: rows.map((row) => `person:${row.reporter_id}`) };
}

it("C47: nobody is called back twice to the same answer, alone or at once", async () => {
  newDay();
  const { id, respondents } = await inCallBack();
  const answer = { respondent: respondents[0], reached: true, resolved: true, satisfaction: "SATISFIED" };
  const expectedVersion = await versionOf(api, id);
  const codes = await Promise.all(Array.from({ length: 5 }, async () => (await tell(api, "zhou", "recordCallback", { id, expectedVersion, ...answer })).refusal?.code ?? "DONE"));
  expect(codes.toSorted()).toEqual(["CONFLICT", "CONFLICT", "CONFLICT", "CONFLICT", "DONE"]);
  expect(await refused(api, "zhou", "recordCallback", id, answer)).toBe("ALREADY_ANSWERED");
  expect(await refused(api, "zhou", "recordCallback", id, { ...answer, satisfaction: "DISSATISFIED", words: "不满意" })).toBe("ALREADY_ANSWERED");
  expect(await refused(api, "chen", "recordCallback", id, { ...answer, respondent: `person:${uuidv7()}` })).toBe("NOT_A_RESPONDENT");
});

it("C47: many cases at once can be escalated and assigned, nothing else, and at most 100 of them", async () => {
  const bulk = Object.values(contract.getMutationType()?.getFields() ?? {}).filter(({ args }) => {
    const type = contract.getType(String(args[0]?.type).replace("!", ""));
    return type !== undefined && "getFields" in type && Object.values(type.getFields()).some((field) => String(field.type) === "[CaseTicket!]!");
  });
  expect(bulk.map(({ name }) => name).toSorted()).toEqual(["assignCases", "escalateCases"]);
  const cases = Array.from({ length: 101 }, () => ({ id: uuidv7(), expectedVersion: 1, idempotencyKey: uuidv7() }));
  const document = "mutation ($input: EscalateCasesInput!) { escalateCases(input: $input) { results { id } } }";
  for (const some of [cases, []]) {
    const { data, errors } = await api.graphql(document, { input: { reason: "一起", cases: some } }, { as: "li" });
    expect([data, errors[0]?.extensions["code"]]).toEqual([null, "BAD_USER_INPUT"]);
  }
});

it("C47: eleven reopenings or withdrawals in one request are refused as a whole", async () => {
  for (const verb of ["reopenCase", "withdrawCase"]) {
    const words = verb === "reopenCase" ? `, words: "又堵了"` : "";
    const one = (i: number): string => `a${i}: ${verb}(input: { id: "${uuidv7()}", expectedVersion: 1, idempotencyKey: "${uuidv7()}", respondent: "person:x"${words} }) { refusal { code } }`;
    const { data, errors } = await api.graphql(`mutation { ${Array.from({ length: 11 }, (_, i) => one(i)).join(" ")} }`, {}, { as: "zhou" });
    expect([data, errors.map(({ extensions }) => extensions["code"])]).toEqual([null, [expect.stringMatching(/COST_EXCEEDED|BAD_USER_INPUT/)]]);
  }
});

it("C47: nobody keeps more than 100 views, also when they are saved at once; one of the same name is replaced", async () => {
  const save = async (name: string): Promise<string> => {
    const input = { name, areaCode: community, search: "?" };
    const { errors } = await api.graphql("mutation ($input: SaveViewInput!) { saveView(input: $input) { id } }", { input }, { as: "fu" });
    return errors.length === 0 ? "DONE" : String(errors[0]?.extensions["code"]);
  };
  await api.pool.query("insert into saved_view (id, owner_id, name, area_code, area_no, shared, search) select gen_random_uuid(), $1, '视图' || i, $2, rpad($2, 15, '0')::int8, false, '' from generate_series(1, 97) i", [api.people.fu, community]);
  const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => save(`新${i}`)));
  expect(answers.filter((answer) => answer === "DONE")).toHaveLength(3);
  expect(new Set(answers)).toEqual(new Set(["DONE", "BAD_USER_INPUT"]));
  expect([await save("视图1"), await save("又一个")]).toEqual(["DONE", "BAD_USER_INPUT"]);
});

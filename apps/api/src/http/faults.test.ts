import { isInputObjectType, isListType, isNonNullType, isScalarType, type GraphQLArgument, type GraphQLInputField, type GraphQLInputType } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeSchema } from "../schema.ts";
import type { GraphqlAnswer } from "../testing/api.ts";
import { community, startCommunity, type TestCommunity } from "../testing/community.ts";
import { done, shanghai } from "../testing/verbs.ts";

const schema = makeSchema();
let api: TestCommunity;
let tables: RegExp;
let known: Record<string, unknown>;

beforeAll(async () => {
  api = await startCommunity(shanghai("2024-05-06", "10:00"));
  const { rows } = await api.pool.query("select table_name as name from information_schema.tables where table_schema in ('public', 'auth')");
  // Words that are also words of the contract name nothing of the inside.
  const contract = new Set(Object.keys(schema.getTypeMap()).map((name) => name.toLowerCase()));
  const inner = rows.map(({ name }) => name as string).filter((name) => name.includes("_") || (!contract.has(name) && name.length > 9));
  tables = new RegExp(`\\b(?:${inner.join("|")})\\b`);
  const { id } = await done(api, "zhou", "collectOpinion", null, { words: "楼道灯不亮", kind: "OPINION", channel: "PHONE", place: { buildingId: api.sewerBuildingId } });
  known = { id, area: community, areas: [community], input: {} };
});
afterAll(() => api.stop());

const INSIDE = /\bat .*\.[jt]s\b|node_modules|\/(?:work|home|tmp|usr)\/|\b(?:select|insert into|update|delete from|where)\b .*\b(?:from|set|values|=)\b|syntax error at|pg_|relation "|column "|constraint "|postgres|\bECONN|127\.0\.0\.1|localhost|stack|Cannot read propert|undefined \(reading|is not a function|did you mean/i;

/** What an answer tells that it must not: the inside, or that something a person typed wrong was our fault. */
function problemsOf(answer: GraphqlAnswer, what: string): string[] {
  const text = JSON.stringify([answer.errors, answer.data]);
  const keys = answer.errors.flatMap(({ extensions }) => Object.keys(extensions));
  return [
    ...(answer.status >= 500 || answer.errors.some(({ extensions }) => extensions["code"] === "INTERNAL") ? [`called our own: ${what}`] : []),
    ...(INSIDE.test(text) || tables.test(text) ? [`the inside: ${what}: ${text}`] : []),
    ...(keys.some((key) => !["code", "paths", "cost", "limit", "requestId"].includes(key)) ? [`more than it should: ${what}: ${text}`] : []),
  ];
}

const texts = ["", " ", "a\0b", "\0", "\ud800", "x\udfffy", "' or 1=1 --", "\"; drop table person; --", "%", "_", "\\", "{}", "null", "☃".repeat(5000), "x".repeat(19_999), "x".repeat(20_001), "\u202e", "-1", "1e999", "NaN", "00000000-0000-0000-0000-00000000000g", "bm90IGEgY3Vyc29y", "WyJpbmZpbml0eSIsIngiXQ", "34080200100\u0661", "../../etc/passwd"];
const numbers = [-1, 0, 2 ** 31 - 1, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e21, 1.5, Number.MAX_VALUE];
const odd = [null, true, [], [[]], [null], {}, { a: 1 }, "x", 7];
const moments = ["", "2024-02-30T00:00:00Z", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z", "2024-01-01", "infinity", "+275760-09-13T00:00:00Z", "2024-01-01T00:00:00+99:99", "2024-13-01", "0001-01-01", "a\0b"];

type Given = GraphQLArgument | GraphQLInputField;

/** A value that fits a type, from what the community really has where the name says so. */
function fitting(type: GraphQLInputType, name: string, depth = 0): unknown {
  if (isNonNullType(type)) return fitting(type.ofType, name, depth);
  if (isListType(type)) return [fitting(type.ofType, name, depth)];
  if (isInputObjectType(type)) return Object.fromEntries(Object.values(type.getFields()).filter((f) => isNonNullType(f.type)).map((f) => [f.name, fitting(f.type, f.name, depth + 1)]));
  if (!isScalarType(type)) return type.getValues()[0]?.name;
  const scalars: Record<string, unknown> = { Int: 1, Fen: 1, Float: 1, Boolean: true, DateTime: "2024-05-06T02:00:00.000Z", LocalDate: "2024-05-06" };
  if (type.name in scalars) return scalars[type.name];
  if (name === "id") return known["id"];
  return /area|parent/i.test(name) ? community : name === "idempotencyKey" ? crypto.randomUUID() : "x";
}

const namedScalar = (type: GraphQLInputType): string | null => (isNonNullType(type) || isListType(type) ? namedScalar(type.ofType) : isScalarType(type) ? type.name : null);
const isListOf = (type: GraphQLInputType): boolean => isListType(type) || (isNonNullType(type) && isListOf(type.ofType));

function wrongFor({ type }: Given): unknown[] {
  const scalar = namedScalar(type);
  const of = scalar === "Int" || scalar === "Fen" || scalar === "Float" ? numbers : scalar === "DateTime" || scalar === "LocalDate" ? moments : scalar === "Boolean" || scalar === null ? odd : texts;
  const wrong: unknown[] = [...of, ...odd];
  return isListOf(type) ? [...wrong.map((one) => [one]), ...odd, Array.from({ length: 1001 }, () => "x")] : wrong;
}

interface Fault {
  readonly what: string;
  readonly document: string;
  readonly variables: () => Record<string, unknown>;
}

/** Each argument of each root field, and each field of each input, with everything that does not belong there. */
function faults(): Fault[] {
  return [schema.getQueryType(), schema.getMutationType()].flatMap((root) =>
    Object.values(root?.getFields() ?? {}).flatMap((field) => {
      const head = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(", ");
      const call = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(", ");
      const document = `${root === schema.getQueryType() ? "query" : "mutation"}${head && ` (${head})`} { ${field.name}${call && `(${call})`}${/^\W*[A-Z]/.test(String(field.type)) && "getFields" in (field.type as object) || /[A-Z]/.test(String(field.type)) ? selection(String(field.type)) : ""} }`;
      const good = () => Object.fromEntries(field.args.filter((arg) => isNonNullType(arg.type)).map((arg) => [arg.name, fitting(arg.type, arg.name)]));
      return field.args.flatMap((arg) => {
        const input = isNonNullType(arg.type) ? arg.type.ofType : arg.type;
        const own = wrongFor(arg).map((value) => ({ what: `${field.name}(${arg.name}: ${shown(value)})`, document, variables: () => ({ ...good(), [arg.name]: value }) }));
        if (!isInputObjectType(input)) return own;
        const inner = Object.values(input.getFields()).flatMap((part) =>
          wrongFor(part).map((value) => ({
            what: `${field.name}(${arg.name}.${part.name}: ${shown(value)})`,
            document,
            variables: () => ({ ...good(), [arg.name]: { ...(fitting(input, arg.name) as object), [part.name]: value } }),
          })),
        );
        return [...own, ...inner];
      });
    }),
  );
}

const shown = (value: unknown): string => JSON.stringify(value)?.slice(0, 40) ?? String(value);
const selection = (type: string): string => ("getFields" in (schema.getType(type.replace(/[[\]!]/g, "")) ?? {}) ? " { __typename }" : "");

/** As many, spread evenly: the same ones on every run of the same schema. */
function sample<T>(all: readonly T[], count: number): T[] {
  const step = all.length / count;
  return all.length <= count ? [...all] : Array.from({ length: count }, (_, i) => all[Math.floor(i * step)] as T);
}

describe("C5: what a person gets wrong", () => {
  it("C5: more than 2,000 forced faults tell nothing of the inside, and none is called our own", async () => {
    const all = faults();
    expect(all.length).toBeGreaterThan(2000);
    const chosen = sample(all, 1500);
    const problems: string[] = [];
    for (let i = 0; i < chosen.length; i += 10) {
      await Promise.all(
        chosen.slice(i, i + 10).map(async ({ what, document, variables }) => {
          const answer = await api.graphql(document, variables(), { as: "zhou", headers: { "accept-language": "en" } });
          problems.push(...problemsOf(answer, what));
        }),
      );
    }
    expect(problems).toEqual([]);
  }, 120_000);

  it.each(["a\\u0000b", "\\u0000"])("C5: %s in the document itself is bad input", async (text) => {
    for (const document of [`{ areas(text: "${text}") { code } }`, `mutation { collectOpinion(input: { idempotencyKey: "${crypto.randomUUID()}", words: "${text}", kind: OPINION, channel: PHONE }) { case { id } } }`]) {
      const answer = await api.graphql(document, {}, { as: "zhou" });
      expect(answer).toMatchObject({ status: 400, data: null, errors: [{ message: "A text cannot contain the character U+0000", extensions: { code: "BAD_USER_INPUT" } }] });
    }
  });

  it.each([["NUL", "a\0b", "U+0000"], ["half a character", "\ud83d", "surrogate"], ["too much", "x".repeat(20_001), "20000"]])("C5: %s in a variable is bad input", async (_what, words, said) => {
    const input = { idempotencyKey: crypto.randomUUID(), words, kind: "OPINION", channel: "PHONE" };
    const answer = await api.graphql("mutation ($input: CollectOpinionInput!) { collectOpinion(input: $input) { case { id } } }", { input }, { as: "zhou" });
    expect(answer).toMatchObject({ status: 400, data: null, errors: [{ message: expect.stringContaining(said), extensions: { code: "BAD_USER_INPUT" } }] });
  });

  it("C5: nor do the other doors tell anything", async () => {
    const cookie = await api.signIn("zhou");
    const bodies = ["{", "[]", "null", "1", "\"x\"", "{\"query\":null}", "{\"query\":{}}", "{\"__proto__\":{\"a\":1}}", "{\"constructor\":{\"prototype\":{}}}", "{\"query\":\"{ __typename }\",\"variables\":[]}", "\0", "{\"query\":\"\\u0000\"}"];
    for (const path of ["/graphql", "/api/auth/sign-in/username", "/api/auth/change-password", "/api/nowhere"]) {
      for (const body of bodies) {
        const response = await api.fetch(path, { method: "POST", headers: { "content-type": "application/json", cookie }, body });
        const text = await response.text();
        expect(response.status, `${path} ${body}`).toBeLessThan(500);
        expect(text, `${path} ${body}`).not.toMatch(INSIDE);
      }
    }
    for (const path of ["/%00", "/..%00", "/explorer/%00", "/graphql?query=%00", "/graphql?query={a}&query={b}", "/%ff%fe", "/assets/%5c..%5c"]) {
      const text = await (await api.fetch(path, { headers: { cookie } })).text();
      expect(text, path).not.toMatch(INSIDE);
    }
  });
});

describe("C4: what the schema is like", () => {
  it("C4: is not told to somebody without a session", async () => {
    for (const query of ["{ __schema { types { name } } }", "{ __type(name: \"Case\") { fields { name } } }", "{ __typename ...A } fragment A on Query { __schema { queryType { name } } }", "{ a: __schema { description } }"]) {
      expect(await api.graphql(query), query).toMatchObject({ status: 401, data: null });
    }
  });

  it("C4: 500 misspelt names get no hint", async () => {
    const names = Object.values(schema.getTypeMap()).flatMap((type) => (type.name.startsWith("__") ? [] : [type.name, ...("getFields" in type ? Object.keys(type.getFields()) : [])]));
    const misspelt = sample(names, 500).map((name, i) => (i % 2 === 0 ? `${name.slice(0, -1)}x` : `${name.slice(0, 1)}${name}`));
    expect(misspelt).toHaveLength(500);
    const forms: readonly ((n: string) => string | [document: string, variables: Record<string, unknown>])[] = [
      (n: string) => `{ ${n} }`,
      (n: string) => `{ viewer { ${n} } }`,
      (n: string) => `{ board(${n}: 1, first: 1, areas: []) { __typename } }`,
      (n: string) => `{ node(id: "x") { ... on ${n} { id } } }`,
      (n: string) => `query ($a: ${n}) { __typename }`,
      (n: string) => `mutation { collectOpinion(input: { ${n}: 1 }) { __typename } }`,
      (n: string) => `{ cases(areas: [], first: 1, order: ${n}) { __typename } }`,
      (n: string) => `{ viewer @${n} { username } }`,
      // Variables are checked by other code than documents, which has hints of its own.
      (n: string) => ["mutation ($input: CollectOpinionInput!) { collectOpinion(input: $input) { __typename } }", { input: { [n]: 1 } }],
      (n: string) => ["query ($filter: CaseFilter) { cases(areas: [], first: 1, filter: $filter) { __typename } }", { filter: { [n]: 1 } }],
      (n: string) => ["query ($order: CaseOrder) { cases(areas: [], first: 1, order: $order) { __typename } }", { order: n.toUpperCase() }],
    ];
    for (const [i, name] of misspelt.entries()) {
      const form = forms[i % forms.length]?.(name) ?? "";
      const [document, variables] = typeof form === "string" ? [form, {}] : form;
      const answer = await api.graphql(document, variables, { as: "zhou" });
      expect(answer.status, name).toBe(400);
      expect(JSON.stringify(answer.errors), name).not.toMatch(/did you mean|perhaps|similar/i);
    }
  }, 60_000);
});

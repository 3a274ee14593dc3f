import { getNullableType, isInputObjectType, isObjectType, parse, type GraphQLInputType, type OperationDefinitionNode } from "graphql";
import { getVariableValues } from "graphql/execution/values.js";
import { afterAll, beforeAll, expect, it } from "vitest";
import { objectsIn, put, rootFields, sampleOf, type RootField } from "./input-types.ts";
import { contract, documentOf, wholeLifeBegins } from "./whole-life.ts";
import { makeSchema } from "../schema.ts";
import { startCommunity, type TestCommunity } from "../testing/community.ts";

/** What somebody might try to set along with the rest, and what a careless program trips over. */
const wanted = [
  "version", "status", "level", "maxLevel", "areaNo", "area_no", "gridCode", "leadId", "leadIds", "recordedBy", "id", "no", "supporters", "reopenCount", "projectId", "secretaryId", "ownerId", "personId",
  "actorId", "role", "state", "dueAt", "closedAt", "isAdmin", "session", "__typename", "__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "0", "",
];

const ran: string[] = [];
let api: TestCommunity;
beforeAll(async () => {
  api = await startCommunity(wholeLifeBegins, { schema: counting() });
});
afterAll(() => api.stop());

/** The contract, writing down every root field that is begun. */
function counting(): ReturnType<typeof makeSchema> {
  const schema = makeSchema();
  for (const type of [schema.getQueryType(), schema.getMutationType()]) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field;
      field.resolve = (...given) => {
        ran.push(field.name);
        return resolve?.(...given);
      };
    }
  }
  return schema;
}

/** Own properties by any name, `__proto__` too. */
const withField = (object: object, name: string): object => Object.defineProperty({ ...object }, name, { value: "SAFETY", enumerable: true });

interface Attempt {
  readonly name: string;
  /** The place of the input. */
  readonly at: string;
  readonly extra: string;
  readonly args: Record<string, unknown>;
}

function attempts({ field }: RootField): Attempt[] {
  const args = Object.fromEntries(field.args.map((arg) => [arg.name, sampleOf(arg.type)]));
  return objectsIn(field.args).flatMap(({ path, type }) =>
    wanted.filter((extra) => !Object.hasOwn(type.getFields(), extra)).map((extra) => {
      const inner = path.reduce<unknown>((value, step) => (value as Record<string | number, unknown>)[step], args) as object;
      return { name: `${field.name} ${path.join(".")} + ${extra}`, at: path.join("."), extra, args: put(args, path, withField(inner, extra)) as Record<string, unknown> };
    }),
  );
}

function requestOf({ kind, field }: RootField, { args }: Attempt): { query: string; variables: Record<string, unknown> } {
  return { query: documentOf(kind, field.name, ["a"], "{ __typename }"), variables: Object.fromEntries(Object.entries(args).map(([arg, value]) => [`a_${arg}`, value])) };
}

async function answerTo(request: object): Promise<{ data: unknown; codes: unknown[] }> {
  const headers = { "content-type": "application/json", cookie: await api.signIn("chen") };
  const answer = (await (await api.fetch("/graphql", { method: "POST", headers, body: JSON.stringify(request) })).json()) as { data?: unknown; errors?: { extensions?: { code?: unknown } }[] };
  return { data: answer.data ?? null, codes: (answer.errors ?? []).map((error) => error.extensions?.code) };
}

it("C10: a field that an input does not have is no value of it, in every input of the contract", () => {
  const all = rootFields().flatMap((root) => attempts(root).map((attempt) => ({ root, attempt })));
  expect(all.length).toBeGreaterThan(1500);
  for (const { root, attempt } of all) {
    const { query, variables } = requestOf(root, attempt);
    const [operation] = parse(query).definitions as OperationDefinitionNode[];
    const { errors = [] } = getVariableValues(contract, operation?.variableDefinitions ?? [], variables);
    expect(errors.length, attempt.name).toBe(1);
    expect(errors[0]?.message, attempt.name).toContain(`Field "${attempt.extra}" is not defined by type`);
  }
});

it("C10: over HTTP it is BAD_USER_INPUT before anything runs, in every input of the contract", async () => {
  // First that the document itself runs: nothing else in it is what is refused.
  const args = { a_input: sampleOf(getNullableType(contract.getType("EscalateCaseInput") as GraphQLInputType)) };
  expect(await answerTo({ query: documentOf("mutation", "escalateCase", ["a"], "{ __typename }"), variables: args })).toMatchObject({ codes: [] });
  expect(ran.splice(0)).toEqual(["escalateCase"]);
  let turn = 0;
  for (const root of rootFields()) {
    const all = attempts(root);
    for (const at of new Set(all.map(({ at: place }) => place))) {
      const here = all.filter(({ at: place }) => place === at);
      // Three of them each, in turn; `__proto__`, which is refused earlier, always.
      const some = [0, 1].map(() => here[turn++ % here.length]).concat(here.find(({ extra }) => extra === "__proto__"));
      for (const attempt of some) {
        if (attempt === undefined) continue;
        const { data, codes } = await answerTo(requestOf(root, attempt));
        expect({ data, codes }, attempt.name).toEqual({ data: null, codes: ["BAD_USER_INPUT"] });
      }
    }
  }
  expect(ran).toEqual([]);
}, 120_000);

it("C10: the same in the document itself", async () => {
  for (const { kind, field } of rootFields()) {
    for (const { path, type } of objectsIn(field.args).filter(({ path: at }) => at.length === 1)) {
      const given = Object.keys(type.getFields()).includes("expectedVersion") ? "{ status: CLOSED, expectedVersion: 1 }" : "{ status: CLOSED, areaNo: 1, __proto__: 1 }";
      const required = field.args.filter((arg) => arg.name !== path[0]).map((arg) => `${arg.name}: ${literal(sampleOf(arg.type))}`);
      const selection = documentOf(kind, field.name, ["a"]).split(")").at(-1)?.replace(/ \}$/, "") ?? "";
      const query = `${kind} { ${field.name}(${[`${path[0]}: ${given}`, ...required].join(", ")}) ${selection} }`;
      expect(await answerTo({ query }), query).toMatchObject({ data: null, codes: expect.arrayContaining(["BAD_USER_INPUT"]) });
    }
  }
  expect(ran).toEqual([]);
});

function literal(value: unknown): string {
  if (typeof value === "string" && /^[A-Z_]+$/.test(value)) return value;
  return JSON.stringify(value);
}

it("C10: no input of the contract has a field that the program alone sets", () => {
  const ours = ["version", "status", "level", "maxLevel", "areaNo", "gridCode", "recordedBy", "recordedAt", "supporters", "reopenCount", "secretaryId", "ownerId", "actorId", "closedAt", "resolvedAt", "dueAt", "state", "isAdmin"];
  // Who is to do an action item is for the bench to say.
  const given = ["AssignActionInput.ownerId"];
  const inputs = Object.values(contract.getTypeMap()).filter(isInputObjectType);
  expect(inputs.length).toBeGreaterThan(50);
  expect(inputs.flatMap((type) => Object.keys(type.getFields()).filter((name) => ours.includes(name)).map((name) => `${type.name}.${name}`))).toEqual(given);
});

it("C10: what is called like a part of JavaScript is no field either", () => {
  for (const type of Object.values(contract.getTypeMap())) expect(Object.keys("getFields" in type ? type.getFields() : {}).filter((name) => name in {})).toEqual([]);
});

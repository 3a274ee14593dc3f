import { ApolloServer } from "@apollo/server";
import { composeServices } from "@apollo/composition";
import { ApolloGateway, LocalGraphQLDataSource, RemoteGraphQLDataSource } from "@apollo/gateway";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { graphqlSync, parse, type GraphQLSchema } from "graphql";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeSubgraph } from "./subgraph.ts";
import { makeSchema } from "../schema.ts";
import { grid, startCommunity, type TestCommunity, type Username } from "../testing/community.ts";
import { done, shanghai } from "../testing/verbs.ts";

// Two deployments, each with its own server, database and graph of one district, and a third party that knows of cases and
// buildings by id alone: a gateway sees them as one graph.
const now = shanghai("2024-03-04", "10:00");
const schema = makeSchema();
const subgraphs = { yingjiang: makeSubgraph(schema, "yingjiang"), daguan: makeSubgraph(schema, "daguan") };

let yingjiang: TestCommunity;
let daguan: TestCommunity;
let gateway: ApolloServer;
/** Who the gateway asks each deployment as; null: it says nothing of anybody. */
let as: { yingjiang: Username | null; daguan: Username | null } = { yingjiang: "zhou", daguan: "zhou" };
const seen: { deployment: string; query: string; variables: Record<string, unknown> }[] = [];
let visits: { id: string; case: { __typename: string; id: string }; building: { __typename: string; id: string } | null; grid: { __typename: string; code: string } }[] = [];

const VISITS = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.0", import: ["@key"])
  type Yingjiang_Case @key(fields: "id") { id: ID! visits: [Visit!]! }
  type Daguan_Case @key(fields: "id") { id: ID! visits: [Visit!]! }
  type Yingjiang_Building @key(fields: "id") { id: ID! }
  type Yingjiang_Area @key(fields: "code") { code: ID! }
  union Visited = Yingjiang_Case | Daguan_Case
  type Visit { id: ID! case: Visited building: Yingjiang_Building grid: Yingjiang_Area! }
  type Query { visits: [Visit!]! }`;

const visitsOf = ({ id }: { id: string }) => visits.filter((visit) => visit.case.id === id);

function sdlOf(subgraph: GraphQLSchema): string {
  const { data } = graphqlSync({ schema: subgraph, source: "{ _service { sdl } }" }) as { data: { _service: { sdl: string } } };
  return data._service.sdl;
}

beforeAll(async () => {
  [yingjiang, daguan] = await Promise.all([startCommunity(now, { schema, subgraph: subgraphs.yingjiang }), startCommunity(now, { schema, subgraph: subgraphs.daguan })]);
  const third = buildSubgraphSchema([{ typeDefs: parse(VISITS), resolvers: { Query: { visits: () => visits }, Yingjiang_Case: { visits: visitsOf }, Daguan_Case: { visits: visitsOf } } }]);
  const deployments = { yingjiang, daguan };
  const composed = composeServices([
    { name: "yingjiang", url: `${yingjiang.url}/graphql/subgraph`, typeDefs: parse(sdlOf(subgraphs.yingjiang)) },
    { name: "daguan", url: `${daguan.url}/graphql/subgraph`, typeDefs: parse(sdlOf(subgraphs.daguan)) },
    { name: "visits", url: "http://127.0.0.1:1", typeDefs: parse(VISITS) },
  ]);
  expect(composed.errors ?? []).toEqual([]);
  gateway = new ApolloServer({
    gateway: new ApolloGateway({
      supergraphSdl: composed.supergraphSdl ?? "",
      buildService: ({ name, url = "" }) => {
        if (name === "visits") return new LocalGraphQLDataSource(third);
        const deployment = name as keyof typeof deployments;
        return new RemoteGraphQLDataSource({
          url,
          async willSendRequest({ request }) {
            seen.push({ deployment, query: request.query ?? "", variables: request.variables ?? {} });
            const username = as[deployment];
            if (username !== null) request.http?.headers.set("cookie", await deployments[deployment].signIn(username));
            request.http?.headers.set("accept-language", "en");
          },
        });
      },
    }),
    logger: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  });
  await gateway.start();
}, 60_000);
afterAll(async () => {
  await gateway.stop();
  await Promise.all([yingjiang.stop(), daguan.stop()]);
});

// oxlint-disable-next-line typescript/no-explicit-any -- answers of a test that knows what it asked for
type Answer = { data: any; errors: readonly { message: string; path?: readonly (string | number)[]; extensions?: Record<string, unknown> }[] };

async function ask(query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
  seen.length = 0;
  const { body } = await gateway.executeOperation({ query, variables });
  if (body.kind !== "single") throw new Error("not one answer");
  return { data: body.singleResult.data, errors: body.singleResult.errors ?? [] };
}

async function caseIn(api: TestCommunity, words: string, kind = "DIFFICULTY"): Promise<string> {
  return (await done(api, "zhou", "collectOpinion", null, { words, channel: "PHONE", kind, place: { buildingId: api.sewerBuildingId } })).id;
}

describe("two deployments in one graph", () => {
  let lamp: string;
  let lift: string;
  let quarrel: string;
  beforeAll(async () => {
    [lamp, lift, quarrel] = await Promise.all([caseIn(yingjiang, "路灯不亮"), caseIn(daguan, "电梯停了"), caseIn(yingjiang, "楼上漏水吵架", "DISPUTE")]);
    const place = { building: { __typename: "Yingjiang_Building", id: yingjiang.sewerBuildingId }, grid: { __typename: "Yingjiang_Area", code: grid(5) } };
    visits = [
      { id: "v1", case: { __typename: "Yingjiang_Case", id: lamp }, ...place },
      { id: "v2", case: { __typename: "Daguan_Case", id: lift }, ...place },
    ];
  });

  it("answer one query, each its own part, with what the third party adds", async () => {
    const { data, errors } = await ask(`query ($areas: [ID!]!) {
      yingjiang_cases(areas: $areas, first: 10, filter: { kinds: [DIFFICULTY] }) { nodes { id title status __typename place { buildingAddress } visits { id } } totalCount }
      daguan_cases(areas: $areas, first: 10) { nodes { id title visits { id } } }
    }`, { areas: ["340802"] });
    expect(errors).toEqual([]);
    expect(data.yingjiang_cases.nodes).toEqual([{ id: lamp, title: "路灯不亮", status: "COLLECTED", __typename: "Yingjiang_Case", place: { buildingAddress: "锡麟街25号" }, visits: [{ id: "v1" }] }]);
    expect(data.daguan_cases.nodes).toEqual([{ id: lift, title: "电梯停了", visits: [{ id: "v2" }] }]);
    expect(seen.map(({ deployment }) => deployment).toSorted()).toEqual(["daguan", "yingjiang"]);
  });

  it("are found from the third party by the keys of cases, buildings and areas", async () => {
    const { data, errors } = await ask(`{ visits { id building { address units { no } } grid { name } case { __typename ... on Yingjiang_Case { title overdue } ... on Daguan_Case { title } } } }`);
    expect(errors).toEqual([]);
    const place = { building: { address: "锡麟街25号", units: [] }, grid: { name: "第5网格" } };
    expect(data.visits).toEqual([
      { id: "v1", ...place, case: { __typename: "Yingjiang_Case", title: "路灯不亮", overdue: false } },
      { id: "v2", ...place, case: { __typename: "Daguan_Case", title: "电梯停了" } },
    ]);
  });

  it("answer interfaces, mutations and refusals under their own names", async () => {
    const input = { words: "井盖松了", channel: "PHONE", kind: "OPINION", idempotencyKey: uuidv7() };
    const { data, errors } = await ask(`mutation ($input: Daguan_CollectOpinionInput!) { daguan_collectOpinion(input: $input) { case { title } refusal { code } } }`, { input });
    expect([errors, data.daguan_collectOpinion]).toEqual([[], { case: { title: "井盖松了" }, refusal: null }]);
    const refused = await ask(`mutation ($input: Daguan_CollectOpinionInput!) { daguan_collectOpinion(input: $input) { refusal { code message } } }`, { input: { ...input, idempotencyKey: uuidv7(), place: { buildingId: uuidv7() } } });
    expect(refused.data.daguan_collectOpinion.refusal).toMatchObject({ code: "UNKNOWN_PLACE", message: expect.stringMatching(/^[A-Z]/) });
    const node = await ask(`query ($id: ID!) { yingjiang_node(id: $id) { id __typename ... on Yingjiang_Case { title } } }`, { id: lamp });
    expect([node.errors, node.data.yingjiang_node]).toEqual([[], { id: lamp, __typename: "Yingjiang_Case", title: "路灯不亮" }]);
  });

  it("C8: show a reference only to who sees it, and tell nothing apart from what is not there", async () => {
    visits = [lamp, quarrel, uuidv7(), "no id"].map((id, i) => ({ id: `v${i}`, case: { __typename: "Yingjiang_Case", id }, building: { __typename: "Yingjiang_Building", id: i === 2 ? uuidv7() : yingjiang.sewerBuildingId }, grid: { __typename: "Yingjiang_Area", code: grid(5) } }));
    const query = `{ visits { building { address } case { ... on Yingjiang_Case { title visibility category } } } }`;
    const titles = ({ data }: Answer): (string | null)[] => data.visits.map((visit: { case: { title: string } | null }) => visit.case?.title ?? null);
    as = { yingjiang: "zhou", daguan: null };
    const clerk = await ask(query);
    expect(titles(clerk)).toEqual(["路灯不亮", "楼上漏水吵架", null, null]);
    as.yingjiang = "member5";
    expect(titles(await ask(query))).toEqual(["路灯不亮", "邻里纠纷", null, null]);
    as.yingjiang = "neighbour";
    const stranger = await ask(query);
    expect([titles(stranger), stranger.data.visits.map((visit: { building: unknown }) => visit.building), stranger.errors]).toEqual([[null, null, null, null], [null, null, null, null], []]);
    as = { yingjiang: "zhou", daguan: "zhou" };
  });

  it("are asked for all references of a page at once", async () => {
    visits = Array.from({ length: 100 }, (_, i) => ({ id: `v${i}`, case: { __typename: "Yingjiang_Case", id: i === 0 ? lamp : uuidv7() }, building: null, grid: { __typename: "Yingjiang_Area", code: grid((i % 5) + 1) } }));
    const statements: string[] = [];
    const { query } = yingjiang.appPool;
    yingjiang.appPool.query = ((...parameters: Parameters<typeof query>) => {
      statements.push(JSON.stringify(parameters[0]));
      return query.apply(yingjiang.appPool, parameters);
    }) as typeof query;
    const { data, errors } = await ask("{ visits { case { ... on Yingjiang_Case { no } } grid { name } } }");
    yingjiang.appPool.query = query;
    expect([errors, data.visits.filter((visit: { case: unknown }) => visit.case !== null).length]).toEqual([[], 1]);
    expect(statements.filter((text) => /from cases c/.test(text))).toHaveLength(1);
    expect(statements.filter((text) => /from area where code = any/.test(text))).toHaveLength(1);
  });

  it("C5: answer alone when the other refuses or fails, which tells nothing but that it did", async () => {
    const query = `{ yingjiang_cases(areas: ["340802"], first: 1) { nodes { no } } daguan_cases(areas: ["340802"], first: 1) { nodes { no } } }`;
    as.daguan = null;
    const refused = await ask(query);
    as.daguan = "zhou";
    await daguan.pool.query("alter table cases rename to gone_cases");
    const failed = await ask(query);
    for (const { data } of [refused, failed]) expect([data.yingjiang_cases.nodes.length, data.daguan_cases]).toEqual([1, null]);
    expect(failed.errors.map(({ message, path }) => [message, path])).toEqual([["Something went wrong on our side", ["daguan_cases"]]]);
    expect(JSON.stringify([refused.errors, failed.errors])).not.toMatch(/select|relation|gone|pg_|\.ts/);
  });
});

describe("the subgraph of one deployment", () => {
  const post = async (body: object, username: Username | null = "zhou") => {
    const response = await fetch(`${yingjiang.url}/graphql/subgraph`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(username !== null && { cookie: await yingjiang.signIn(username) }) },
      body: JSON.stringify(body),
    });
    return { status: response.status, ...((await response.json()) as Answer & { extensions?: { cost: { requested: number } } }) };
  };
  const entities = (representations: object[]) => ({ query: "query ($r: [_Any!]!) { _entities(representations: $r) { ... on Yingjiang_Case { no lead { name } } ... on Yingjiang_Building { address } } }", variables: { r: representations } });

  it("has the same gate: nobody without a session, its price, its limits", async () => {
    expect((await post({ query: "{ _service { sdl } }" }, null)).status).toBe(401);
    const sdl = await post({ query: "{ _service { sdl } }" });
    expect(sdl.data._service.sdl).toBe(sdlOf(subgraphs.yingjiang));
    expect(sdl.extensions?.cost.requested).toBe(500);
    const hundred = await post(entities(Array.from({ length: 100 }, () => ({ __typename: "Yingjiang_Case", id: uuidv7() }))));
    expect([hundred.errors, hundred.data._entities.length, hundred.extensions?.cost.requested]).toEqual([undefined, 100, 205]);
    expect((await post({ query: "{ yingjiang_cases(areas: [], first: 101) { nodes { no } } }" })).errors[0]?.extensions?.["code"]).toBe("BAD_USER_INPUT");
  });

  it.each([
    ["too many", Array.from({ length: 101 }, () => ({ __typename: "Yingjiang_Case", id: uuidv7() }))],
    ["a type without a key", [{ __typename: "Yingjiang_Opinion", words: "x" }]],
    ["a type of another deployment", [{ __typename: "Daguan_Case", id: uuidv7() }]],
    ["a type that is none", [{ __typename: "__proto__", id: uuidv7() }]],
    ["no type", [{ id: uuidv7() }]],
    ["no object", ["Yingjiang_Case", null]],
  ])("refuses %s", async (_what, representations) => {
    const { errors } = await post(entities(representations as object[]));
    expect(errors.map(({ extensions }) => extensions?.["code"])).toEqual(["BAD_USER_INPUT"]);
  });

  it("C8: takes nothing but the key from a reference", async () => {
    const forged = { __typename: "Yingjiang_Case", id: uuidv7(), no: "1", source: { card: {}, seen: "WHOLE" }, lead: { id: "x", name: "x" } };
    expect((await post(entities([forged]))).data._entities).toEqual([null]);
  });

  it("C27, C31: keys may what they may by the names of the contract, and are written down under them", async () => {
    const file = async (access: "READ" | "WRITE"): Promise<string | undefined> => {
      const made = { name: access, areaCode: "340802001007", access, personalData: false, expiresOn: "2025-03-04", costPerMinute: 10_000, idempotencyKey: uuidv7() };
      const { data } = await yingjiang.graphql("mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { token } }", { input: made }, { as: "admin" });
      // Keys end by the database's own clock, which is not that of the test.
      await yingjiang.pool.query("update api_key set expires_at = now() + interval '1 day' where name = $1", [access]);
      const response = await fetch(`${yingjiang.url}/graphql/subgraph`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${data.createApiKey.token}` },
        body: JSON.stringify({ query: `mutation { yingjiang_collectOpinion(input: { words: "井盖松了", channel: ONLINE, kind: OPINION, idempotencyKey: "${uuidv7()}" }) { case { no } refusal { code } } }` }),
      });
      const answer = (await response.json()) as Answer;
      return answer.data?.yingjiang_collectOpinion?.case?.no ?? String(answer.errors?.[0]?.extensions?.["code"]);
    };
    expect(await file("READ")).toBe("FORBIDDEN");
    const { rows } = await yingjiang.pool.query("select action, code from audit order by id desc limit 1");
    expect(rows).toEqual([{ action: "collectOpinion", code: "FORBIDDEN" }]);
    expect(await file("WRITE")).toMatch(/^340802001007-2024-/);
  });
});

describe("without a name of its own", () => {
  it("keeps the names of the contract, and adds keys", () => {
    const sdl = sdlOf(makeSubgraph(schema));
    expect(sdl).toMatch(/\ntype Case implements Node @key\(fields: "id"\)/);
    for (const [type, key] of [["Building", "id"], ["Compound", "id"], ["Area", "code"]]) expect(sdl).toMatch(new RegExp(`\\ntype ${type}(?: implements Node)? @key\\(fields: "${key}"\\)`));
    expect(sdl).toMatch(/\n {2}cases\(/);
    expect(sdl).not.toMatch(/type Subscription/);
  });

  it("leaves the contract at /graphql alone", async () => {
    const { status, errors } = await yingjiang.graphql("{ _service { sdl } }", {}, { as: "zhou" });
    expect([status, errors[0]?.extensions["code"]]).toEqual([400, "BAD_USER_INPUT"]);
  });
});

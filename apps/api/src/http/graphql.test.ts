import { getIntrospectionQuery } from "graphql";
import pino from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../testing/api.ts";
import { insertAreas, insertPerson } from "../testing/people.ts";
import { smallSchema } from "../testing/small-schema.ts";

const { schema, seen } = smallSchema();
const lines: string[] = [];
let api: TestApi;

beforeAll(async () => {
  api = await startApi({ schema, costLimit: 200, log: pino({ level: "info" }, { write: (line) => void lines.push(line) }) });
  await insertAreas(api);
  await insertPerson(api, { username: "wang", name: "王淑芬", roles: [{ role: "CLERK", area: "340802001007" }] });
});
afterAll(() => api.stop());
beforeEach(() => void (lines.length = seen.ran.length = 0));

const ask = (query: string, variables?: Record<string, unknown>, headers?: Record<string, string>) =>
  api.graphql(query, variables, { as: "wang", ...(headers && { headers }) });
const codeOf = ({ errors }: { errors: readonly { extensions: Record<string, unknown> }[] }) => errors.map(({ extensions }) => extensions["code"]);

describe("without a session", () => {
  it("answers nothing but the name of the root", async () => {
    expect((await api.graphql("{ __typename }")).data).toEqual({ __typename: "Query" });
    expect((await api.graphql("query Probe { ...A } fragment A on Query { __typename }")).data).toEqual({ __typename: "Query" });
  });

  it.each([
    "{ hello }",
    "{ __typename hello }",
    "{ __typename ...A } fragment A on Query { hello }",
    "mutation { mark }",
    "{ __schema { types { name } } }",
    "{ nonsense }",
    "{ not graphql",
    "",
  ])("refuses %s", async (query) => {
    const answer = await api.graphql(query, {}, { headers: { "accept-language": "en" } });
    expect(answer).toMatchObject({ status: 401, data: null, errors: [{ message: "Sign in first", extensions: { code: "UNAUTHENTICATED" } }] });
    expect(seen.ran).toEqual([]);
  });
});

describe("errors", () => {
  it.each(["fault", "library", "missing"])("masks a fault nobody expected (%s)", async (field) => {
    const answer = await ask(`{ ${field} }`, {}, { "x-request-id": "my-request-0001" });
    expect(answer.errors).toEqual([
      { message: "服务器出了问题", path: [field], locations: [{ line: 1, column: 3 }], extensions: { code: "INTERNAL", requestId: "my-request-0001" } },
    ]);
    expect(answer.headers.get("x-request-id")).toBe("my-request-0001");
    const line = lines.map((text) => JSON.parse(text)).find(({ level }) => level >= 50);
    expect(line).toMatchObject({ requestId: "my-request-0001", path: [field] });
    expect(line.fault.stack).toContain("at ");
  });

  it("keeps what the database says about residents out of the log", async () => {
    await ask("{ fault }");
    expect(lines.join()).toContain("23505");
    expect(lines.join()).not.toMatch(/王淑芬|13800138000|insert into/);
  });

  it("lets an error through that was meant for the client", async () => {
    expect((await ask("{ refused }")).errors).toMatchObject([{ message: "没有权限", extensions: { code: "FORBIDDEN" } }]);
  });

  it.each([
    ["{ hallo }", {}],
    ["query ($o: Int!) { add(one: $o) }", { o: "x" }],
    ["query ($o: Int!) { add(one: $o) }", {}],
    ["{ add(one: \"x\") }", {}],
    ["{ hello ", {}],
    ["query A { hello } query B { hello }", {}],
  ])("calls %s bad input, and helps nobody guess", async (query, variables) => {
    const answer = await ask(query, variables);
    expect(answer.status).toBe(400);
    expect(new Set(codeOf(answer))).toEqual(new Set(["BAD_USER_INPUT"]));
    expect(JSON.stringify(answer.errors)).not.toMatch(/did you mean|stacktrace/i);
  });
});

describe("limits", () => {
  it("refuses a document of more than 2000 tokens before it is validated", async () => {
    const fragments = Array.from({ length: 3000 }, (_, i) => `fragment F${i} on Query { hello }`).join(" ");
    const started = performance.now();
    const answer = await ask(`{ hello } ${fragments}`);
    expect(answer.status).toBe(400);
    expect(codeOf(answer)).toEqual(["BAD_USER_INPUT"]);
    expect(performance.now() - started).toBeLessThan(500);
  });

  it("refuses a document deeper than 12", async () => {
    const deep = (depth: number) => `{ node ${"{ next ".repeat(depth - 2)} { name } ${"}".repeat(depth - 2)} }`;
    expect(codeOf(await ask(deep(20)))).toEqual(["BAD_USER_INPUT"]);
    expect((await ask(deep(6))).errors).toEqual([]);
  });

  it("tells the cost in every answer", async () => {
    expect((await ask("{ hello }")).extensions["cost"]).toMatchObject({ requested: 0, perRequest: 200, limit: 1_000_000_000 });
    expect((await ask("query ($n: Int!) { node { nodes(first: $n) { name next { name } } } }", { n: 50 })).extensions["cost"]).toMatchObject({ requested: 101, perRequest: 200 });
    expect((await ask("{ fault }")).extensions["cost"]).toMatchObject({ requested: 0, perRequest: 200 });
  });

  it("refuses what is too dear, with its price", async () => {
    const answer = await ask("query ($n: Int!) { node { nodes(first: $n) { name next { name } } } }", { n: 100 });
    expect(answer).toMatchObject({ status: 400, data: null, errors: [{ extensions: { code: "COST_EXCEEDED", cost: 201, limit: 200 } }] });
  });

  it("takes a field's own price, but nothing for a negative one", async () => {
    const priced = (first: number) => ask(`{ priced(first: ${first}) { name } node { nodes(first: 100) { next { name } } } }`);
    expect(codeOf(await priced(-1_000_000))).toEqual(["BAD_USER_INPUT"]);
    expect((await ask("{ priced(first: 7) { name } }")).extensions["cost"]).toMatchObject({ requested: 7, perRequest: 200 });
  });

  it("lets nothing run unpriced beside an argument that is wrong", async () => {
    const dear = "query ($n: Int = 1) { add(one: $n) node { nodes(first: 100) { next { nodes(first: 100) { name } } } } }";
    expect(codeOf(await ask(dear))).toEqual(["COST_EXCEEDED"]);
    expect(await ask(dear, { n: null })).toMatchObject({ status: 400, data: null, errors: [{ extensions: { code: "BAD_USER_INPUT" } }] });
  });

  it("refuses a document that grows by its fragments", async () => {
    const fragments = Array.from({ length: 60 }, (_, i) => `fragment F${i} on Query { a: node { name } ...F${i + 1} b: node { name } ...F${i + 1} }`).join(" ");
    const started = performance.now();
    const answer = await ask(`{ ...F0 } ${fragments} fragment F60 on Query { hello }`);
    expect(answer.data).toBeNull();
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it("C6: runs ten mutations in one request, but not eleven, and not a hundred", async () => {
    const many = (count: number) => `mutation { ${Array.from({ length: count }, (_, i) => `m${i}: mark`).join(" ")} }`;
    expect((await ask(many(10))).errors).toEqual([]);
    expect(seen.ran).toHaveLength(10);
    expect(codeOf(await ask(many(11)))).toEqual(["BAD_USER_INPUT"]);
    expect(codeOf(await ask(`mutation { ...M } fragment M on Mutation { ${many(11).slice(11, -2)} }`))).toEqual(["BAD_USER_INPUT"]);
    expect(codeOf(await ask(many(100)))).toEqual(["BAD_USER_INPUT"]);
    expect(seen.ran).toHaveLength(10);
  });

  it("C6: takes one request at a time, no batch", async () => {
    const response = await api.fetch("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json", cookie: await api.signIn("wang") },
      body: JSON.stringify([{ query: "mutation { mark }" }, { query: "mutation { mark }" }]),
    });
    expect(response.status).toBe(400);
    expect(seen.ran).toEqual([]);
    // Nor can a sign-in be repeated within a request: it is no field to alias, and a list of them is none.
    const many = JSON.stringify(Array.from({ length: 100 }, (_, i) => ({ username: "wang", password: `wrong-${i}` })));
    const signIn = await api.fetch("/api/auth/sign-in/username", { method: "POST", headers: { "content-type": "application/json" }, body: many });
    expect(signIn.status).toBeGreaterThanOrEqual(400);
    expect(await signIn.text()).not.toMatch(/USERNAME_OR_PASSWORD/);
  });

  it("refuses a body above 256 KiB and one that is no JSON", async () => {
    const headers = { "content-type": "application/json", cookie: await api.signIn("wang") };
    const large = await api.fetch("/graphql", { method: "POST", headers, body: JSON.stringify({ query: `{ hello } #${"x".repeat(300_000)}` }) });
    expect(large.status).toBe(413);
    const broken = await api.fetch("/graphql", { method: "POST", headers, body: "{" });
    expect(broken.status).toBe(400);
    expect(await broken.json()).toMatchObject({ errors: [{ extensions: { code: "BAD_USER_INPUT" } }] });
  });
});

describe("introspection", () => {
  it("is for people who are signed in", async () => {
    const usual = await startApi({ schema, databaseUrl: api.databaseUrl });
    const { data, errors } = await usual.graphql(getIntrospectionQuery(), {}, { as: "wang" });
    await usual.stop();
    expect(errors).toEqual([]);
    expect(data.__schema.types.length).toBeGreaterThan(5);
  });
});

describe("C7: pages of other sites", () => {
  const body = JSON.stringify({ query: "mutation { mark }" });
  const withCookie = async (init: RequestInit & { headers?: Record<string, string> }, path = "/graphql") =>
    api.fetch(path, { ...init, headers: { cookie: await api.signIn("wang"), ...init.headers } });

  it.each([
    ["text/plain", { method: "POST", body, headers: { "content-type": "text/plain" } }],
    ["a form", { method: "POST", body: `query=${encodeURIComponent("mutation { mark }")}`, headers: { "content-type": "application/x-www-form-urlencoded" } }],
    ["a multipart form", { method: "POST", body: "--x\r\n\r\n--x--", headers: { "content-type": "multipart/form-data; boundary=x" } }],
    ["no content type", { method: "POST", body: new Uint8Array(Buffer.from(body)), headers: {} }],
    ["JSON from another site", { method: "POST", body, headers: { "content-type": "application/json", origin: "https://evil.example" } }],
    ["JSON from nowhere", { method: "POST", body, headers: { "content-type": "application/json", origin: "null" } }],
    ["JSON of a request across sites", { method: "POST", body, headers: { "content-type": "application/json", "sec-fetch-site": "cross-site" } }],
    ["JSON of a name like ours", { method: "POST", body, headers: { "content-type": "application/json", origin: "http://127.0.0.1.evil.example" } }],
    ["JSON of another port", { method: "POST", body, headers: { "content-type": "application/json", origin: "http://127.0.0.1:1" } }],
    ["a form that asks for data", { method: "POST", body: "query=%7Bhello%7D", headers: { "content-type": "application/x-www-form-urlencoded" } }],
    ["a form in the clothes of JSON", { method: "POST", body, headers: { "content-type": "text/plain; application/json" } }],
    ["an unreadable content type", { method: "POST", body, headers: { "content-type": "json" } }],
    ["another method", { method: "PUT", body, headers: { "content-type": "application/json" } }],
  ])("C7: change nothing and read nothing: %s", async (_what, init) => {
    const response = await withCookie(init as RequestInit & { headers: Record<string, string> });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await response.text()).not.toMatch(/"data"|marked|"hello"/);
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
    expect(seen.ran).toEqual([]);
  });

  it("C7: read nothing by GET, and a GET never changes anything", async () => {
    const plain = await withCookie({}, "/graphql?query=%7Bhello%7D");
    expect(plain.status).toBe(400);
    expect(await plain.text()).not.toContain("hello\"");
    const headers = { "apollo-require-preflight": "true" };
    const mutation = await withCookie({ headers }, `/graphql?query=${encodeURIComponent("mutation { mark }")}`);
    expect(mutation.status).toBe(405);
    for (const site of ["cross-site", "same-site"]) {
      const foreign = await withCookie({ headers: { "sec-fetch-site": site, "sec-fetch-mode": "no-cors" } }, "/graphql?query=%7Bhello%7D");
      expect(foreign.status, site).toBeGreaterThanOrEqual(400);
    }
    // What stands in the address is no body.
    const mixed = await withCookie({ method: "POST", headers: { "content-type": "application/json" }, body: "{}" }, `/graphql?query=${encodeURIComponent("mutation { mark }")}`);
    expect(mixed.status).toBe(400);
    expect(seen.ran).toEqual([]);
  });

  it("C7: are not our own page", async () => {
    const own = await withCookie({ method: "POST", body, headers: { "content-type": "application/json", origin: api.url, "sec-fetch-site": "same-origin" } });
    expect(await own.json()).toMatchObject({ data: { mark: "marked" } });
  });

  it("C7: cannot sign anybody in", async () => {
    const credentials = JSON.stringify({ username: "wang", password: "x" });
    const foreign = await withCookie({ method: "POST", body: credentials, headers: { "content-type": "application/json", origin: "https://evil.example" } }, "/api/auth/sign-in/username");
    expect(foreign.status).toBe(403);
    for (const type of ["text/plain", "application/x-www-form-urlencoded"]) {
      const response = await withCookie({ method: "POST", body: credentials, headers: { "content-type": type } }, "/api/auth/sign-out");
      expect(response.status).toBeGreaterThanOrEqual(400);
    }
    expect((await ask("{ hello }")).data).toEqual({ hello: "hello" });
  });
});

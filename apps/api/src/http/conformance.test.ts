import { serverAudits } from "graphql-http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../testing/api.ts";
import { insertAreas, insertPerson } from "../testing/people.ts";

let api: TestApi;
let cookie: string;

beforeAll(async () => {
  api = await startApi();
  await insertAreas(api);
  await insertPerson(api, { username: "wang", name: "王淑芬", roles: [] });
  cookie = await api.signIn("wang");
});
afterAll(() => api.stop());

/** The audits send what any client might; ours says besides who it is, and that it is no foreign page. */
const asClient: typeof fetch = (input, init) => {
  const headers = new Headers(init?.headers);
  headers.set("cookie", cookie);
  headers.set("apollo-require-preflight", "true");
  return fetch(input, { ...init, headers });
};

const audits = serverAudits({ url: () => `${api.url}/graphql`, fetchFn: asClient });

describe("C1: GraphQL over HTTP, with CSRF prevention on", () => {
  it("C1: is 61 audits", () => {
    expect(audits).toHaveLength(61);
    expect(new Set(audits.map(({ id }) => id)).size).toBe(61);
  });

  it.each(audits.map(({ id, name, fn }) => [id, name, fn] as const))("C1: %s %s", async (_id, _name, fn) => {
    const result = await fn();
    const { status, ...rest } = result;
    expect(status, "reason" in rest ? String(rest.reason) : "").toBe("ok");
  });

  it("C1: prevention is on: a GET without the header is refused", async () => {
    const response = await fetch(`${api.url}/graphql?query=%7B__typename%7D`, { headers: { cookie } });
    expect(response.status).toBe(400);
  });
});

describe("C1: the status of a document that fails", () => {
  const statusFor = async (accept: string, body: object) =>
    (await asClient(`${api.url}/graphql`, { method: "POST", headers: { "content-type": "application/json", accept }, body: JSON.stringify(body) })).status;

  it.each([
    ["application/json", 200],
    ["application/json; charset=utf-8", 200],
    ["application/graphql-response+json", 400],
    // What urql, the admin page's client, sends.
    ["application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed", 400],
    ["*/*", 400],
  ])("C1: for %s is %i", async (accept, status) => {
    for (const query of ["{", "{ nonsense }", "query ($id: ID!) { __typename }"]) expect(await statusFor(accept, { query }), query).toBe(status);
    expect(await statusFor(accept, { query: 1 })).toBe(400);
  });

  it("C1: stays what it is where it is about the session or the method", async () => {
    const response = await fetch(`${api.url}/graphql`, { method: "POST", headers: { "content-type": "application/json", accept: "application/json" }, body: `{"query":"{ viewer { username } }"}` });
    expect(response.status).toBe(401);
    const get = await asClient(`${api.url}/graphql?query=${encodeURIComponent("mutation { __typename }")}`, { headers: { accept: "application/json" } });
    expect(get.status).toBe(405);
  });
});

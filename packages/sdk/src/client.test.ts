import { describe, expect, it, vi } from "vitest";
import { createClient } from "./client.ts";
import { BandengError } from "./errors.ts";
import { answers, type Prepared } from "./testing/answers.ts";
import { typed } from "./typed-document.ts";

const fault = (code: string, more: object = {}): Prepared => ({ errors: [{ message: "no", extensions: { code, requestId: "r-1", ...more } }], data: null });
const clientOf = (...prepared: readonly Prepared[]) => {
  const server = answers(...prepared);
  return { ...server, client: createClient({ url: "https://bench.example/", key: "bdk_1", fetch: server.fetch, language: "en" }) };
};
const network = new TypeError("fetch failed");
const mutation = "mutation M($input: MInput!) { m(input: $input) { refusal { code } } }";

/** Runs something that waits, without waiting. */
async function atOnce<T>(work: Promise<T>): Promise<T> {
  vi.useFakeTimers();
  try {
    const outcome = work.then((value) => ({ value }), (error: unknown) => ({ error }));
    await vi.runAllTimersAsync();
    const ended = await outcome;
    if ("error" in ended) throw ended.error;
    return ended.value;
  } finally {
    vi.useRealTimers();
  }
}

describe("a request", () => {
  it("goes to /graphql with key and language", async () => {
    const { client, asked } = clientOf({ data: { a: 1 } });
    expect(await client.request("{ a }", { b: 2 })).toEqual({ a: 1 });
    expect(asked[0]).toMatchObject({ url: "https://bench.example/graphql", query: "{ a }", variables: { b: 2 } });
    expect([asked[0]?.headers.get("authorization"), asked[0]?.headers.get("accept-language")]).toEqual(["Bearer bdk_1", "en"]);
  });

  it("takes documents as strings, as objects around strings, and parsed", async () => {
    const { client, asked } = clientOf({ data: { a: 1 } });
    class Wrapped extends String {}
    const documents = ["{ a }", new Wrapped("{ a }"), { kind: "Document", loc: { source: { body: "{ a }" } } }, typed<{ a: number }>("{ a }")];
    for (const document of documents) await client.request(document as string);
    expect(asked.map(({ query }) => query)).toEqual(documents.map(() => "{ a }"));
    await expect(client.request({ kind: "Document" } as never)).rejects.toThrow(TypeError);
  });

  it("gives errors by code, with the request's number and what was answered all the same", async () => {
    const { client } = clientOf(fault("COST_EXCEEDED", {}));
    const error = await client.request("{ a }").catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(BandengError);
    expect(error).toMatchObject({ code: "COST_EXCEEDED", requestId: "r-1", data: null, message: "no" });
  });

  it.each([
    [{ status: 401, text: "" }, "UNAUTHENTICATED"],
    [{ status: 413, text: "too large" }, "BAD_USER_INPUT"],
    [{ status: 500, text: "<html>" }, "INTERNAL"],
    [{ status: 200, text: "<html>a portal</html>" }, "UNREACHABLE"],
    [fault("SOMETHING_NEW"), "INTERNAL"],
  ] as const)("understands an answer without a code of the list: %j", async (prepared, code) => {
    const { client } = clientOf(prepared);
    await expect(atOnce(client.request(mutation, { input: {} }))).rejects.toMatchObject({ code });
  });

  it("hears what answers cost", async () => {
    const cost = { requested: 5, perRequest: 10, limit: 100, remaining: 95, resetAt: "2024-05-08T00:00:00.000Z" };
    const { fetch } = answers({ data: {}, extensions: { cost } });
    const heard: unknown[] = [];
    await createClient({ url: "https://b", fetch, onCost: (each) => void heard.push(each) }).request("{ a }");
    expect(heard).toEqual([cost]);
  });
});

describe("what fails for a while", () => {
  it("is asked again: faults of the network, and what a proxy says while the server starts", async () => {
    const { client, asked } = clientOf(network, { status: 502, text: "" }, { status: 503, text: "" }, { data: { a: 1 } });
    expect(await atOnce(client.request("{ a }"))).toEqual({ a: 1 });
    expect(asked).toHaveLength(4);
  });

  it("ends as UNREACHABLE after five times", async () => {
    const { client, asked } = clientOf(network);
    await expect(atOnce(client.request("{ a }"))).rejects.toMatchObject({ code: "UNREACHABLE" });
    expect(asked).toHaveLength(6);
  });

  it("a mutation goes again only with a key of its own, and with the same one", async () => {
    const without = clientOf(network, { data: {} });
    await expect(atOnce(without.client.request(mutation, { input: {} }))).rejects.toMatchObject({ code: "UNREACHABLE" });
    expect(without.asked).toHaveLength(1);

    const numbered = clientOf(network, { data: { ingestOpinion: { created: true } } });
    await atOnce(numbered.client.ingestOpinion({ externalRef: { source: "12345-AQ", id: "7" }, words: "楼道灯坏了", kind: "OPINION" }));
    expect(numbered.asked, "the number of the other system is its key").toHaveLength(2);

    const made = clientOf(network, network, { data: { m: { refusal: null } } });
    await atOnce(made.client.act(mutation, { words: "楼道灯坏了" }));
    const keys = made.asked.map(({ variables }) => (variables["input"] as { idempotencyKey: string }).idempotencyKey);
    expect(keys[0]).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect([keys.length, new Set(keys).size]).toEqual([3, 1]);
  });

  it("waits for its budget as long as it is told to, also with mutations: nothing of them has run", async () => {
    const limited: Prepared = { ...(fault("RATE_LIMITED") as object), status: 429, headers: { "retry-after": "7" } };
    const { client, asked } = clientOf(limited, { data: {} });
    vi.useFakeTimers();
    const done = client.request(mutation, { input: {} });
    await vi.advanceTimersByTimeAsync(6900);
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    await done;
    vi.useRealTimers();
    expect(asked).toHaveLength(2);
  });

  it("but not for ever", async () => {
    const { client } = clientOf({ ...(fault("RATE_LIMITED") as object), status: 429, headers: { "retry-after": "50" } });
    await expect(atOnce(client.request("{ a }"))).rejects.toMatchObject({ code: "RATE_LIMITED", retryAfter: 50 });
  });

  it("ends at once when it is stopped", async () => {
    const { client } = clientOf(network);
    const stop = new AbortController();
    const asking = client.request("{ a }", {}, { signal: stop.signal });
    stop.abort(new Error("enough"));
    await expect(asking).rejects.toThrow("enough");
  });
});

describe("lists", () => {
  const page = (nodes: readonly number[], endCursor: string | null): Prepared => ({ data: { cases: { nodes: nodes.map((id) => ({ id })), pageInfo: { hasNextPage: endCursor !== null, endCursor } } } });

  it("are gone through page by page, a hundred at a time, and no further than anybody looks", async () => {
    const { client, asked } = clientOf(page([1, 2], "two"), page([3], null));
    const ids: unknown[] = [];
    for await (const { id } of client.cases({ areas: ["340802001007"], filter: { kinds: ["OPINION"] } })) ids.push(id);
    expect(ids).toEqual([1, 2, 3]);
    expect(asked.map(({ variables }) => variables)).toEqual([
      { areas: ["340802001007"], filter: { kinds: ["OPINION"] }, first: 100, after: null },
      { areas: ["340802001007"], filter: { kinds: ["OPINION"] }, first: 100, after: "two" },
    ]);

    const lazy = clientOf(page([1, 2], "two"));
    for await (const { id } of lazy.client.cases({ areas: [] })) {
      expect(id).toBe(1);
      break;
    }
    expect(lazy.asked).toHaveLength(1);
  });

  it("of a document of one's own as well", async () => {
    const { client } = clientOf({ data: { points: { nodes: ["a"], pageInfo: { hasNextPage: false } } } });
    const all: string[] = [];
    for await (const each of client.pages<{ points: { nodes: string[]; pageInfo: { hasNextPage: boolean } } }, { first: number; after: string | null }, string>("query P($first: Int!, $after: String) { points }", {}, (data) => data.points)) all.push(each);
    expect(all).toEqual(["a"]);
  });
});

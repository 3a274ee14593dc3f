import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../testing/api.ts";
import { smallSchema } from "../testing/small-schema.ts";

const pageFolder = mkdtempSync(join(tmpdir(), "bandeng-headers-"));
let api: TestApi;
let plain: TestApi;

beforeAll(async () => {
  mkdirSync(join(pageFolder, "assets"));
  writeFileSync(join(pageFolder, "index.html"), "<!doctype html><title>板凳会</title>");
  writeFileSync(join(pageFolder, "assets", "index-BnIJX_Au.js"), "export {};");
  const { schema } = smallSchema();
  api = await startApi({ schema, pageFolder, baseUrl: "https://bandeng.example.cn" });
  // A route of ours that fails, for the answer to what nobody expected.
  plain = await startApi({ schema });
  await plain.pool.query("alter table demo_mark rename to gone");
});
afterAll(async () => {
  await api.stop();
  await plain.stop();
  rmSync(pageFolder, { recursive: true });
});

/** Sends bytes and returns the head of what comes back. */
function raw(url: string, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: "127.0.0.1", port: Number(new URL(url).port) }, () => socket.write(bytes));
    let text = "";
    socket.on("data", (chunk) => (text += chunk.toString("latin1")));
    socket.on("close", () => resolve(text));
    socket.on("error", reject);
  });
}

const request = (line: string, more = "host: a\r\n", body = "") => `${line} HTTP/1.1\r\n${more}connection: close\r\n\r\n${body}`;
const json = (body: string, more = "") => `host: a\r\n${more}content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`;
const big = JSON.stringify({ query: "x".repeat(300_000) });

const answers: readonly (readonly [string, number, string])[] = [
  ["the page", 200, request("GET /", "host: a\r\naccept: text/html\r\n")],
  ["a file of the page", 200, request("GET /assets/index-BnIJX_Au.js")],
  ["HEAD of the page", 200, request("HEAD /", "host: a\r\naccept: text/html\r\n")],
  ["the explorer", 200, request("GET /explorer/")],
  ["a file of the explorer", 200, request("GET /explorer/main.js")],
  ["the frame of the explorer", 200, request("GET /explorer/iframe-sandbox/index.html")],
  ["a redirection", 302, request("GET /explorer")],
  ["the contract", 200, request("GET /schema.graphql")],
  ["/health", 200, request("GET /health")],
  ["/ready", 200, request("GET /ready")],
  ["an answer of GraphQL", 200, request("POST /graphql", json(`{"query":"{ __typename }"}`), `{"query":"{ __typename }"}`)],
  ["a refusal of GraphQL", 401, request("POST /graphql", json(`{"query":"{ hello }"}`), `{"query":"{ hello }"}`)],
  ["a wrong method of GraphQL", 404, request("PUT /graphql")],
  ["a body that is no JSON", 400, request("POST /graphql", json("{"), "{")],
  ["a body of another kind", 415, request("POST /graphql", "host: a\r\ncontent-type: text/plain\r\ncontent-length: 1\r\n", "x")],
  ["a body that is too large", 413, request("POST /graphql", json(big), big)],
  ["a page of another site", 403, request("GET /api/demo-accounts", "host: a\r\norigin: https://evil.example\r\n")],
  ["a refused sign-in", 401, request("POST /api/auth/change-password", json("{}"), "{}")],
  ["OPTIONS", 404, request("OPTIONS /graphql", "host: a\r\norigin: http://a\r\n")],
  ["no such address", 404, request("GET /nowhere")],
  ["no such address of the API", 404, request("GET /api/nowhere")],
  ["an address that cannot be read", 400, request("GET /%zz")],
  ["no host", 400, request("GET /", "")],
  ["an unmet expectation", 417, request("GET /", "host: a\r\nexpect: 200-tea\r\n")],
  ["what is no HTTP", 400, "板凳\r\n\r\n"],
  ["a broken header", 400, "GET / HTTP/1.1\r\nhost a\r\n\r\n"],
  ["two lengths", 400, "POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nx"],
  ["a smuggled body", 400, "POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n"],
  ["headers without end", 431, request("GET /", `host: a\r\nx: ${"x".repeat(20_000)}\r\n`)],
];

function headersOf(head: string): Map<string, string[]> {
  const headers = new Map<string, string[]>();
  for (const line of head.split("\r\n\r\n", 1)[0]?.split("\r\n").slice(1) ?? []) {
    const name = line.slice(0, line.indexOf(":")).toLowerCase();
    headers.set(name, [...(headers.get(name) ?? []), line.slice(line.indexOf(":") + 1).trim()]);
  }
  return headers;
}

function expectSecure(head: string): Map<string, string[]> {
  const headers = headersOf(head);
  expect(headers.get("x-content-type-options")).toEqual(["nosniff"]);
  expect(headers.get("referrer-policy")).toEqual(["same-origin"]);
  expect(headers.get("cross-origin-opener-policy")).toEqual(["same-origin"]);
  expect(headers.get("x-frame-options")?.[0]).toMatch(/^(?:DENY|SAMEORIGIN)$/);
  expect(headers.get("content-security-policy")).toHaveLength(1);
  const policy = headers.get("content-security-policy")?.[0] ?? "";
  expect(policy).toMatch(/^default-src 'none'; .*frame-ancestors '(?:none|self)'$/);
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  // Sound notes are recorded by our page, and by no page in a frame; nothing else of the device is lent to anybody.
  expect(headers.get("permissions-policy")).toEqual(["camera=(), geolocation=(), microphone=(self), payment=()"]);
  return headers;
}

describe("C42: the headers of every answer", () => {
  it.each(answers)("C42: %s (%i)", async (_what, status, bytes) => {
    const answer = await raw(api.url, bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(expectSecure(answer).get("strict-transport-security")).toEqual(["max-age=31536000; includeSubDomains"]);
  });

  it("C42: a fault of ours (500), and a server whose database is gone (503)", async () => {
    const fault = await raw(plain.url, request("GET /api/demo-accounts"));
    expect(fault).toMatch(/^HTTP\/1.1 500 /);
    expectSecure(fault);
    expect(fault).not.toMatch(/demo_mark|relation|stack|select/);
  });

  it("C42: HSTS is for https only", async () => {
    expect(expectSecure(await raw(plain.url, request("GET /health"))).get("strict-transport-security")).toBeUndefined();
  });

  it("C42: what the explorer writes into its page bears a nonce, new with each page", async () => {
    const [one, two] = await Promise.all([1, 2].map(async () => {
      const response = await api.fetch("/explorer/");
      return { policy: response.headers.get("content-security-policy") ?? "", html: await response.text() };
    }));
    const nonceOf = (policy = "") => /'nonce-([\w-]{24})'/.exec(policy)?.[1];
    expect(nonceOf(one?.policy)).toBeDefined();
    expect(nonceOf(one?.policy)).not.toBe(nonceOf(two?.policy));
    expect(one?.policy).not.toContain("unsafe-inline");
    const styles = one?.html.match(/<style[^>]*>/g) ?? [];
    expect(styles.length).toBeGreaterThan(0);
    for (const style of styles) expect(style).toBe(`<style nonce="${nonceOf(one?.policy)}">`);
    // Scripts are files of ours, or bear it too.
    for (const script of one?.html.match(/<script[^>]*>/g) ?? []) expect(script).toMatch(new RegExp(`src="[\\w.-]+"|nonce="${nonceOf(one?.policy)}"`));
    expect(one?.html).toContain(`<app-root ngCspNonce="${nonceOf(one?.policy)}">`);
  });
});

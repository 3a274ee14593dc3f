import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { ApolloClient, gql, HttpLink, InMemoryCache } from "@apollo/client";
import { Client as UrqlClient, fetchExchange } from "@urql/core";
import { GraphQLClient } from "graphql-request";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createClient } from "./client.ts";
import { community, openDistrict, somethingHappens, type District } from "./testing/district.ts";

const run = promisify(execFile);
const example = (name: string): string => fileURLToPath(new URL(`../examples/${name}`, import.meta.url));
const runs = (program: string, args: string[]): Promise<boolean> => run(program, args).then(() => true, () => false);
const hasPython = await runs("python3", ["--version"]);
const hasCurl = await runs("curl", ["--version"]);

const CASES = `query ($areas: [ID!]!, $after: String) { cases(areas: $areas, order: UPDATED, first: 100, after: $after) { nodes { id no version } pageInfo { hasNextPage endCursor } } }`;
const CHANGES = `query ($areas: [ID!], $after: FeedPosition) { changes(areas: $areas, after: $after, first: 7) { after upTo head changes { position type } } }`;

interface Answers {
  cases: { nodes: { id: string; no: string; version: number }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
  changes: { after: number; upTo: number; head: number; changes: { position: number; type: string }[] };
}
type Ask = (query: string, variables: Record<string, unknown>) => Promise<Answers>;
interface Seen {
  readonly cases: string[];
  readonly positions: number[];
}

let district: District;
let start: number;
let expected: Seen;
let environment: NodeJS.ProcessEnv;
const folder = mkdtempSync(join(tmpdir(), "bandeng-strangers-"));

beforeAll(async () => {
  district = await openDistrict("READ");
  environment = { ...process.env, BANDENG_URL: district.base, BANDENG_KEY: district.key };
  const client = createClient({ url: district.base, key: district.key });
  start = (await client.feed()).head;
  await somethingHappens(district, 12);
  while ((await client.feed()).waiting > 0) await new Promise((soon) => setTimeout(soon, 50));
});
// Before each: a deadline of the demo may pass at any moment, and then the list is another one.
beforeEach(async () => {
  const client = createClient({ url: district.base, key: district.key });
  const [cases, positions]: [string[], number[]] = [[], []];
  for await (const { no, version } of client.cases({ areas: [community], order: "UPDATED" })) cases.push(`${no} ${version}`);
  for await (const { position } of client.follow({ after: start, areas: [community], untilHead: true })) positions.push(position);
  expected = { cases, positions };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As anybody would write it who has read two pages of the docs. */
async function readWith(ask: Ask): Promise<Seen> {
  const [cases, positions]: [string[], number[]] = [[], []];
  for (let after: string | null = null; ; ) {
    const { nodes, pageInfo }: Answers["cases"] = (await ask(CASES, { areas: [community], after })).cases;
    cases.push(...nodes.map(({ no, version }) => `${no} ${version}`));
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  for (let after = start; ; ) {
    const page: Answers["changes"] = (await ask(CHANGES, { areas: [community], after })).changes;
    expect(page.after).toBe(after);
    positions.push(...page.changes.map(({ position }) => position));
    after = page.upTo;
    if (after === page.head) return { cases, positions };
  }
}

describe("a stranger's program reads the same list and the same changes:", () => {
  it("ours", () => {
    expect(expected.cases.length).toBeGreaterThan(100);
    expect(expected.positions.length).toBeGreaterThanOrEqual(12);
    expect(expected.positions).toEqual([...new Set(expected.positions)].toSorted((a, b) => a - b));
  });

  it("urql", async () => {
    const client = new UrqlClient({ url: `${district.base}/graphql`, exchanges: [fetchExchange], preferGetMethod: false, fetchOptions: { headers: { authorization: `Bearer ${district.key}` } } });
    const ask: Ask = async (query, variables) => {
      const { data, error } = await client.query(query, variables).toPromise();
      if (error) throw error;
      return data as Answers;
    };
    expect(await readWith(ask)).toEqual(expected);
  });

  it("graphql-request", async () => {
    const client = new GraphQLClient(`${district.base}/graphql`, { headers: { authorization: `Bearer ${district.key}` } });
    expect(await readWith((query, variables) => client.request<Answers>(query, variables))).toEqual(expected);
  });

  it("Apollo Client", async () => {
    const client = new ApolloClient({ cache: new InMemoryCache(), link: new HttpLink({ uri: `${district.base}/graphql`, headers: { authorization: `Bearer ${district.key}` } }) });
    expect(await readWith(async (query, variables) => (await client.query({ query: gql(query), variables, fetchPolicy: "no-cache" })).data as Answers)).toEqual(expected);
  });

  it.skipIf(!hasCurl)(`curl${hasCurl ? "" : ": skipped, this machine has none"}`, async () => {
    const lines = async (...args: string[]): Promise<Answers[]> => (await run(example("curl.sh"), args, { env: environment, maxBuffer: 2 ** 26 })).stdout.trim().split("\n").map((line) => (JSON.parse(line) as { data: Answers }).data);
    const cases = (await lines("cases", community)).flatMap((page) => page.cases.nodes.map(({ no, version }) => `${no} ${version}`));
    const positions = (await lines("changes", community, String(start))).flatMap((page) => page.changes.changes.map(({ position }) => position));
    expect({ cases, positions }).toEqual(expected);
  });

  it.skipIf(!hasPython)(`Python's standard library${hasPython ? "" : ": skipped, this machine has no python3"}`, async () => {
    const said = async (state: string) => (await run("python3", [example("follow_changes.py"), community, state, "--once"], { env: environment, maxBuffer: 2 ** 26 })).stdout.trim().split("\n").filter(Boolean).map((line) => JSON.parse(line) as { case?: { no: string; version: number }; change?: { position: number } });
    const fresh = await said(join(folder, "fresh.json"));
    const resumed = join(folder, "resumed.json");
    writeFileSync(resumed, JSON.stringify({ upTo: start }));
    expect({ cases: fresh.flatMap(({ case: one }) => (one ? [`${one.no} ${one.version}`] : [])), positions: (await said(resumed)).flatMap(({ change }) => change?.position ?? []) }).toEqual(expected);
    expect(await said(resumed), "the next run goes on where this one ended").toEqual([]);
  });
});

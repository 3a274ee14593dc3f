import pino from "pino";
import { afterEach, describe, expect, it } from "vitest";
import { startApi, type GraphqlAnswer, type TestApi, type TestApiOptions } from "../testing/api.ts";
import { insertAreas, insertPerson } from "../testing/people.ts";
import { smallSchema } from "../testing/small-schema.ts";

const running: TestApi[] = [];
afterEach(async () => {
  for (const api of running.splice(0).reverse()) await api.stop();
});

async function instance(options: TestApiOptions): Promise<TestApi> {
  const api = await startApi({ schema: smallSchema().schema, ...options });
  running.push(api);
  return api;
}

/** A server with two accounts. */
async function first(options: TestApiOptions): Promise<TestApi> {
  const api = await instance(options);
  await insertAreas(api);
  for (const username of ["wang", "zhou"]) await insertPerson(api, { username, name: username, roles: [] });
  return api;
}

const ask = (api: TestApi, query = "{ hello }", as = "wang") => api.graphql(query, {}, { as, headers: { "accept-language": "en" } });
const anonymous = (api: TestApi, headers: Record<string, string> = {}) => api.graphql("{ __typename }", {}, { headers });
const ran = (answers: readonly GraphqlAnswer[]) => answers.filter(({ status }) => status === 200).length;

describe("C45: what an account may cost within a minute", () => {
  it("C45: three instances share one budget", async () => {
    const api = await first({ costPerMinute: 300 });
    const { databaseUrl } = api;
    const all = [api, await instance({ databaseUrl, costPerMinute: 300 }), await instance({ databaseUrl, costPerMinute: 300 })];
    const cookie = await api.signIn("wang");
    const answers = await Promise.all(all.flatMap((one) => Array.from({ length: 140 }, () => one.graphql("{ hello }", {}, { headers: { cookie } }))));
    expect(ran(answers)).toBeGreaterThanOrEqual(285);
    expect(ran(answers)).toBeLessThanOrEqual(315);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(answers.length - ran(answers));
    const restarted = await instance({ databaseUrl, costPerMinute: 300 });
    expect((await restarted.graphql("{ hello }", {}, { headers: { cookie } })).status).toBe(429);
    expect((await ask(restarted, "{ hello }", "zhou")).status).toBe(200);
  });

  it("C45: an instance alone tells to the point what is left, and writes once for many requests", async () => {
    const api = await first({ costPerMinute: 5000 });
    const answers = [];
    for (let i = 0; i < 7; i++) answers.push(await ask(api));
    expect(answers.map(({ headers }) => headers.get("ratelimit-remaining"))).toEqual(["4999", "4998", "4997", "4996", "4995", "4994", "4993"]);
    const { rows } = await api.pool.query("select points from rate_limit where key like 'account:%'");
    expect(rows).toEqual([{ points: 100 }]);
  });

  it("C45: who is over gets 429 and when to come again; everybody is told what is left", async () => {
    const api = await first({ costPerMinute: 120 });
    const dear = "{ node { nodes(first: 49) { next { name } } } }"; // 99
    const good = await ask(api, dear);
    expect(good.extensions["cost"]).toMatchObject({ requested: 99, limit: 120, remaining: 21 });
    const { resetAt } = good.extensions["cost"] as { resetAt: string };
    expect(Math.abs(Date.parse(resetAt) - Date.now())).toBeLessThan(61_000);
    expect(["limit", "remaining"].map((name) => good.headers.get(`ratelimit-${name}`))).toEqual(["120", "21"]);
    expect(Number(good.headers.get("ratelimit-reset"))).toBeGreaterThan(0);

    for (let i = 0; i < 3; i++) {
      const refused = await ask(api, dear);
      expect(refused).toMatchObject({ status: 429, data: null, errors: [{ message: expect.stringContaining("Too many requests"), extensions: { code: "RATE_LIMITED" } }] });
      const seconds = Number(refused.headers.get("retry-after"));
      expect(seconds).toBeGreaterThan(0);
      expect(seconds).toBeLessThanOrEqual(60);
      expect(refused.headers.get("ratelimit-remaining")).toBe("0");
    }
  });

  it("C45: a document that is refused unread costs as well", async () => {
    const api = await first({ costPerMinute: 250 });
    for (const query of ["{ hallo }", "{ hello ", "{ nonsense { x } }"]) expect((await ask(api, query)).status).toBe(400);
    expect((await ask(api)).status).toBe(429);
    expect((await ask(api, "{ hello ")).status).toBe(429);
  });

  it("C45: without the store each instance counts in memory, and says so", async () => {
    const lines: string[] = [];
    const api = await first({ costPerMinute: 5, anonymousPerMinute: 5, log: pino({ level: "warn" }, { write: (line) => void lines.push(line) }) });
    const cookie = await api.signIn("wang");
    await api.pool.query("alter table rate_limit rename to gone");
    const answers = await Promise.all(Array.from({ length: 8 }, () => api.graphql("{ hello }", {}, { headers: { cookie } })));
    expect(ran(answers)).toBe(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(3);
    expect(lines.join()).toContain("rate limits cannot be stored");
  });
});

describe("C45: requests without a session", () => {
  it("C45: are counted by their address, and leave those with a session alone", async () => {
    const api = await first({ anonymousPerMinute: 4 });
    const other = await instance({ databaseUrl: api.databaseUrl, anonymousPerMinute: 4 });
    const answers = [];
    for (const one of [api, other, api, other, api, other]) answers.push(await anonymous(one));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 429, 429]);
    expect(answers[0]?.headers.get("ratelimit-remaining")).toBe("3");
    expect(answers[5]).toMatchObject({ errors: [{ extensions: { code: "RATE_LIMITED" } }] });
    expect(Number(answers[5]?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await ask(api)).status).toBe(200);
  });

  it("C28: cannot get a new budget by naming another address", async () => {
    const api = await first({ anonymousPerMinute: 3 });
    const forged = ["x-forwarded-for", "x-real-ip", "forwarded", "client-ip", "x-client-ip", "cf-connecting-ip", "true-client-ip"];
    for (const [i, name] of forged.entries()) {
      const address = `198.51.100.${i + 1}`;
      const answer = await anonymous(api, { [name]: name === "forwarded" ? `for=${address}` : address });
      expect(answer.status, name).toBe(i < 3 ? 200 : 429);
    }
    const { rows } = await api.pool.query("select key from rate_limit where key like 'address:%'");
    expect(rows).toEqual([{ key: "address:127.0.0.1" }]);
  });

  it("C28: count for the client that a trusted proxy names, an IPv6 network as one", async () => {
    const api = await first({ anonymousPerMinute: 2, proxies: ["loopback", "10.0.0.0/8"] });
    const from = (address: string) => anonymous(api, { "x-forwarded-for": address });
    expect((await from("198.51.100.1")).status).toBe(200);
    expect((await from("198.51.100.2, 10.1.2.3")).status).toBe(200);
    // Whatever the client itself wrote stands left of what the proxy saw.
    expect((await from("203.0.113.9, 198.51.100.1")).status).toBe(200);
    expect((await from("203.0.113.8, 198.51.100.1")).status).toBe(429);
    for (const [i, address] of ["2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:2:3:4:5:6"].entries()) expect((await from(address)).status, address).toBe(i < 2 ? 200 : 429);
    expect((await from("2001:db8:1:3::1")).status).toBe(200);
    const { rows } = await api.pool.query("select key from rate_limit where key like 'address:%' order by key");
    expect(rows.map(({ key }) => key)).toEqual(["address:198.51.100.1", "address:198.51.100.2", "address:2001:db8:1:2::", "address:2001:db8:1:3::"]);
  });
});

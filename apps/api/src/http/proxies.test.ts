import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../testing/api.ts";
import { insertAreas, insertPerson } from "../testing/people.ts";
import { smallSchema } from "../testing/small-schema.ts";

let alone: TestApi;
let behind: TestApi;

beforeAll(async () => {
  const { schema } = smallSchema();
  alone = await startApi({ schema, signInsPerMinute: 3 });
  behind = await startApi({ schema, proxies: ["loopback"] });
  for (const api of [alone, behind]) {
    await insertAreas(api);
    await insertPerson(api, { username: "wang", name: "王淑芬", roles: [] });
  }
});
afterAll(async () => {
  await alone.stop();
  await behind.stop();
});

const statusOf = async (api: TestApi, headers: Record<string, string>) => (await api.graphql("{ hello }", {}, { as: "wang", headers })).status;

const SIGNS_IN = ["x-remote-user", "remote-user", "x-forwarded-user", "x-auth-request-user", "x-webauth-user", "x-authenticated-user", "x-forwarded-preferred-username", "ssl-client-s-dn", "x-client-cert"];

describe("C28: headers of proxies", () => {
  it.each(SIGNS_IN)("C28: nobody signs in by %s, not even through a trusted proxy", async (name) => {
    for (const api of [alone, behind]) {
      const answer = await api.graphql("{ hello }", {}, { headers: { [name]: "wang", authorization: `Basic ${btoa("wang:")}` } });
      expect(answer).toMatchObject({ status: 401, data: null });
    }
  });

  it("C28: the host of the origin check is not what a client says it is", async () => {
    const evil = { origin: "https://evil.example", "x-forwarded-host": "evil.example", "x-original-host": "evil.example", forwarded: "host=evil.example" };
    expect(await statusOf(alone, evil)).toBe(403);
    const through = { "x-forwarded-host": "bandeng.example.cn" };
    expect(await statusOf(behind, { ...through, origin: "http://bandeng.example.cn" })).toBe(200);
    expect(await statusOf(behind, { ...through, origin: "https://evil.example" })).toBe(403);
    // Over https, a page that came unencrypted is not one of ours.
    expect(await statusOf(behind, { ...through, "x-forwarded-proto": "https", origin: "http://bandeng.example.cn" })).toBe(403);
    expect(await statusOf(behind, { ...through, "x-forwarded-proto": "https", origin: "https://bandeng.example.cn" })).toBe(200);
  });

  it("C28: the scheme is believed from a trusted proxy only", async () => {
    const strict = async (api: TestApi) => (await api.fetch("/health", { headers: { "x-forwarded-proto": "https", "x-forwarded-ssl": "on", forwarded: "proto=https" } })).headers.has("strict-transport-security");
    expect([await strict(alone), await strict(behind)]).toEqual([false, true]);
  });

  it("C28: sign-ins are counted for the peer, whatever it calls itself", async () => {
    const statuses = [];
    for (let i = 1; i <= 4; i++) {
      const address = `198.51.100.${i}`;
      const response = await alone.fetch("/api/auth/sign-in/username", {
        method: "POST",
        headers: { "content-type": "application/json", "x-forwarded-for": address, "x-real-ip": address, forwarded: `for=${address}`, "x-bandeng-client-address": address },
        body: JSON.stringify({ username: `nobody${i}`, password: "wrong-password" }),
      });
      statuses.push(response.status);
    }
    expect(statuses).toContain(429);
  });
});

import type { lookup } from "node:dns";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isLoopback, isPublicAddress } from "./address-check.ts";
import { endpointUrl, guardedPost } from "./guarded-fetch.ts";

/** Listens on every address of this machine and writes down who connects, whatever they then say. */
let canary: Server;
let port: number;
let connections = 0;
let requests: string[] = [];

beforeAll(async () => {
  canary = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const to = /^\/away\/(30\d)$/.exec(request.url ?? "")?.[1];
    if (to !== undefined) response.writeHead(Number(to), { location: `http://127.0.0.1:${port}/secret`, refresh: "0; url=/secret" });
    else if (request.url === "/away") response.writeHead(302, { location: `http://127.0.0.1:${port}/secret` });
    else if (request.url === "/slow") return;
    else if (request.url === "/endless") return void response.writeHead(200).write("x".repeat(100_000));
    else response.writeHead(204);
    response.end();
  });
  canary.on("connection", () => connections++);
  await new Promise<void>((ready) => canary.listen(0, "::", ready));
  port = (canary.address() as AddressInfo).port;
});
afterAll(() => {
  canary.closeAllConnections();
  canary.close();
});
beforeEach(() => {
  connections = 0;
  requests = [];
});

const message = (url: string) => ({ url, headers: { "content-type": "application/json" }, body: "{}" });

/** Hosts in every spelling; P is the canary's port. */
const forms = [
  "127.0.0.1", "127.1", "127.0.1", "0", "0.0.0.0", "2130706433", "0x7f000001", "0x7f.1", "0x7F.0x0.0x0.0x1", "0177.0.0.1", "017700000001", "127.0.0.1.", "127.000.000.001", "127.255.255.254",
  "%31%32%37.0.0.1", "１２７.０.０.１", "①②⑦.⓪.⓪.①", "127。0。0。1", "[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[::ffff:0:127.0.0.1]", "[64:ff9b::7f00:1]", "[64:ff9b:1::7f00:1]",
  "[2002:7f00:1::]", "[2001:0:4136:e378:8000:63bf:3fff:fdd2]", "[fe80::1]", "[fc00::1]", "[fd00:ec2::254]", "[ff02::1]", "[100::1]", "[2001:db8::1]", "[3fff::1]", "[5f00::1]", "[fec0::1]",
  "localhost", "LOCALHOST", "localhost.", "sub.localhost", "printer.local", "db.internal", "router", "nas.lan", "intranet", "169.254.169.254", "10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.1.1",
  "100.64.0.1", "198.18.0.1", "192.0.2.1", "198.51.100.1", "203.0.113.7", "192.0.0.1", "192.88.99.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "3232235777", "0xa9fea9fe", "0251.0376.0251.0376",
  "[::ffff:169.254.169.254]", "[0:0:0:0:0:ffff:10.0.0.1]", "[::ffff:c0a8:101]", "[64:ff9b::169.254.169.254]", "[64:ff9b::10.0.0.1]", "[2002:a9fe:a9fe::]", "[fe80::1%25lo]", "[::0001]", "[ff05::1:3]",
  "metadata.google.internal", "localhost.localdomain", "ip6-localhost", "a.b.localhost.", "00000177.0.0.1", "0x7f000001.", "127.0.0.1\t", "127.0.0.1%00.example.cn", "127.0.0.1%2f.example.cn", "1.1.1.1.1", "0xffffffffff",
];

describe("what may be an endpoint", () => {
  it.each(forms)("C16, S7: not %s, by any scheme, and nothing connects", async (host) => {
    for (const url of [`https://${host}:${port}/`, `http://${host}:${port}/`]) {
      expect(URL.canParse(url) && endpointUrl(url, { loopback: false }), url).toBeFalsy();
      expect(await guardedPost(message(url), { loopback: false })).toEqual({ kind: "REFUSED" });
    }
    expect(connections).toBe(0);
  });

  it("C16: more than sixty forms are tried", () => expect(forms.length).toBeGreaterThan(60));

  it.each([
    "", "x", "//127.0.0.1", "http://hook.example.cn/", "ftp://hook.example.cn/", "file:///etc/passwd", "gopher://hook.example.cn/", "javascript:alert(1)", "data:text/plain,x", "unix:/var/run/docker.sock",
    "https://user@hook.example.cn/", "https://user:pass@hook.example.cn/", "https://hook.example.cn@127.0.0.1/", "https://127.0.0.1#@hook.example.cn/", "https://127.0.0.1\\@hook.example.cn/", `https://hook.example.cn/${"x".repeat(500)}`,
  ])("C16: not %s", async (url) => {
    expect(endpointUrl(url, { loopback: false })).toBeNull();
    expect(await guardedPost(message(url), { loopback: false })).toEqual({ kind: "REFUSED" });
    expect(connections).toBe(0);
  });

  it.each(["https://hook.example.cn/path?key=1", "https://hook.example.cn:8443/", "https://1.1.1.1/", "https://[2606:4700:4700::1111]/", "https://消息.example.cn/"])("but %s", (url) => {
    expect(endpointUrl(url, { loopback: false })?.href).toBe(new URL(url).href);
  });
});

describe("a name", () => {
  const answering = (...answers: string[][]): { resolve: typeof lookup; asked: () => number } => {
    let asked = 0;
    const resolve = ((_host: string, _options: object, done: (error: Error | null, found: object[]) => void) => {
      const addresses = answers[Math.min(asked++, answers.length - 1)] ?? [];
      done(null, addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })));
    }) as unknown as typeof lookup;
    return { resolve, asked: () => asked };
  };

  it.each([[["127.0.0.1"]], [["::1"]], [["10.1.2.3"]], [["169.254.169.254"]], [["::ffff:127.0.0.1"]], [["1.1.1.1", "127.0.0.1"]], [["64:ff9b::7f00:1"]], [[]]])("C16: that is looked up as %j is not connected to", async (addresses) => {
    expect(await guardedPost(message(`https://hook.example.cn:${port}/`), { loopback: false, ...answering(addresses) })).toMatchObject({ kind: "REFUSED" });
    expect(connections).toBe(0);
  });

  it("C16: that is looked up as something else the second time (rebinding) is looked up once, and the connection goes to what was checked", async () => {
    const dns = answering(["192.0.2.1"], ["127.0.0.1"]);
    expect(await guardedPost(message(`https://hook.example.cn:${port}/`), { loopback: false, resolve: dns.resolve })).toEqual({ kind: "REFUSED" });
    const fine = answering(["127.0.0.1"], ["10.0.0.1"]);
    expect(await guardedPost(message(`http://localhost:${port}/ok`), { loopback: true, resolve: fine.resolve })).toEqual({ kind: "ANSWERED", status: 204, text: "" });
    expect([dns.asked(), fine.asked(), requests]).toEqual([1, 1, ["POST /ok"]]);
  });
});

describe("on this machine, where the operator allows it", () => {
  const here = (path: string): string => `http://127.0.0.1:${port}${path}`;

  it("it posts, and says what was answered", async () => {
    expect(await guardedPost(message(here("/ok")), { loopback: true })).toEqual({ kind: "ANSWERED", status: 204, text: "" });
    expect(await guardedPost(message(`http://[::1]:${port}/ok`), { loopback: true })).toEqual({ kind: "ANSWERED", status: 204, text: "" });
    expect(requests).toEqual(["POST /ok", "POST /ok"]);
  });

  it("C16: it follows no redirect", async () => {
    expect(await guardedPost(message(here("/away")), { loopback: true })).toEqual({ kind: "ANSWERED", status: 302, text: "" });
    expect(requests).toEqual(["POST /away"]);
  });

  it.each([301, 302, 303, 307, 308])("C16: nor by %i, of whichever kind", async (status) => {
    expect(await guardedPost(message(here(`/away/${status}`)), { loopback: true })).toMatchObject({ kind: "ANSWERED", status });
    expect(requests).toEqual([`POST /away/${status}`]);
  });

  it("it waits no longer than it should, reads no endless answer, and stops when the server stops", async () => {
    expect(await guardedPost(message(here("/slow")), { loopback: true, timeoutMs: 50 })).toEqual({ kind: "FAILED", why: "TIMEOUT" });
    expect(await guardedPost(message(here("/endless")), { loopback: true })).toEqual({ kind: "ANSWERED", status: 200, text: "x".repeat(1024) });
    const ending = new AbortController();
    const waiting = guardedPost(message(here("/slow")), { loopback: true, signal: ending.signal });
    ending.abort();
    expect(await waiting).toEqual({ kind: "FAILED", why: "STOPPED" });
    expect(await guardedPost(message("http://127.0.0.1:1/"), { loopback: true })).toEqual({ kind: "FAILED", why: "UNREACHABLE" });
  });

  it("C16: every other address stays closed", async () => {
    for (const host of forms.filter((form) => !/^(?:127|0x7|0+177|0?1?2?7|017700000001|2130706433|%31|１|①|localhost$|LOCALHOST)/.test(form) && !["[::1]", "[::0001]", "[0:0:0:0:0:0:0:1]"].includes(form))) {
      expect([host, await guardedPost(message(`http://${host}:${port}/`), { loopback: true })]).toEqual([host, { kind: "REFUSED" }]);
    }
    expect(connections).toBe(0);
  });
});

it("addresses of the public internet are told from all others", () => {
  expect(["1.1.1.1", "8.8.8.8", "172.15.255.255", "172.32.0.0", "100.128.0.0", "2606:4700::1", "2001:200::1"].filter((address) => !isPublicAddress(address))).toEqual([]);
  expect(["", "x", "1.1.1", "127.0.0.1", "::ffff:1.1.1.1", "64:ff9b::101:101"].filter(isPublicAddress)).toEqual([]);
  expect(["127.0.0.1", "127.8.9.1", "::1", "::ffff:127.0.0.1", "10.0.0.1"].map(isLoopback)).toEqual([true, true, true, false, false]);
});

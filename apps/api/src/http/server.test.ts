import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../testing/api.ts";
import { insertAreas, insertPerson } from "../testing/people.ts";
import { smallSchema } from "../testing/small-schema.ts";

const lines: string[] = [];
const pageFolder = mkdtempSync(join(tmpdir(), "bandeng-page-"));
let api: TestApi;

beforeAll(async () => {
  mkdirSync(join(pageFolder, "assets"));
  writeFileSync(join(pageFolder, "index.html"), "<!doctype html><title>板凳会</title>");
  writeFileSync(join(pageFolder, "assets", "index-BnIJX_Au.js"), `export const words = "${"板凳".repeat(2000)}";`);
  api = await startApi({ pageFolder, log: pino({ level: "info" }, { write: (line) => void lines.push(line) }) });
});
afterAll(async () => {
  await api.stop();
  rmSync(pageFolder, { recursive: true });
});

const html = { headers: { accept: "text/html,*/*" } };

describe("every answer", () => {
  it.each(["/", "/health", "/ready", "/schema.graphql", "/explorer/", "/nowhere", "/api/nowhere", "/graphql"])("of %s carries the security headers", async (path) => {
    const { headers } = await api.fetch(path);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toMatch(/default-src 'none'.*frame-ancestors/);
    expect(headers.get("content-security-policy")).not.toMatch(/script-src[^;]*unsafe-inline/);
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("x-request-id")).toMatch(/^[\w-]{36}$/);
    expect(headers.get("x-powered-by")).toBeNull();
  });

  it("repeats a request id that is well formed, and no other", async () => {
    const idFor = async (id: string) => (await api.fetch("/health", { headers: { "x-request-id": id } })).headers.get("x-request-id");
    expect(await idFor("trace-0001.A_b")).toBe("trace-0001.A_b");
    for (const bad of ["short", "a".repeat(65), "<script>alert(1)</script>", "{\"level\":60}", "王淑芬王淑芬"]) {
      expect(await idFor(encodeURI(bad)), bad).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it("is logged by its route, without what was asked", async () => {
    lines.length = 0;
    await api.fetch("/ready?phone=13800138000", { headers: { cookie: "bandeng.session_token=canary" } });
    await api.fetch("/people/13800138000");
    await api.graphql("{ viewer { username } }", { phone: "13800138000" });
    await expect.poll(() => lines.length).toBe(3);
    expect(lines.map((line) => JSON.parse(line)).map(({ route, status }) => [route, status])).toEqual([
      ["/ready", 200],
      ["/*", 404],
      ["/graphql", 401],
    ]);
    expect(lines.join()).not.toMatch(/13800138000|canary|viewer/);
  });
});

describe("the page", () => {
  it("comes for every address that a person opens", async () => {
    for (const path of ["/", "/cases/123", "/index.html"]) {
      const response = await api.fetch(path, html);
      expect(await response.text()).toContain("板凳会");
      expect(response.headers.get("cache-control")).toBe("no-cache");
    }
  });

  it("does not come for files that are gone, for the API or for programs", async () => {
    expect((await api.fetch("/assets/index-00000000.js", html)).status).toBe(404);
    expect((await api.fetch("/api/nowhere", html)).status).toBe(404);
    expect((await api.fetch("/nowhere")).status).toBe(404);
    expect((await api.fetch("/cases/123", { method: "POST" })).status).toBe(404);
  });

  it("has files that never change, compressed", async () => {
    const response = await api.fetch("/assets/index-BnIJX_Au.js", { headers: { "accept-encoding": "gzip;q=0.5, br" } });
    expect(response.headers.get("content-encoding")).toBe("br");
    expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(await response.text()).toContain("板凳");
    const etag = response.headers.get("etag") ?? "";
    expect((await api.fetch("/assets/index-BnIJX_Au.js", { headers: { "if-none-match": etag } })).status).toBe(304);
    const plain = await api.fetch("/assets/index-BnIJX_Au.js", { headers: { "accept-encoding": "identity" } });
    expect(plain.headers.get("content-encoding")).toBeNull();
  });

  it("cannot be left by its path", async () => {
    for (const path of ["/../package.json", "/assets/../../package.json", "/%2e%2e/%2e%2e/etc/passwd", "/..%2fpackage.json", "//etc/passwd"]) {
      const status = await new Promise<number | undefined>((resolve, reject) => {
        request({ ...addressOf(api.url), path }, (response) => resolve(response.resume().statusCode)).on("error", reject).end();
      });
      expect(status, path).toBe(404);
    }
  });
});

function addressOf(url: string): { host: string; port: string } {
  return { host: new URL(url).hostname, port: new URL(url).port };
}

describe("for machines", () => {
  it("lives, and is ready while its database answers", async () => {
    expect(await (await api.fetch("/health")).json()).toEqual({ status: "ok" });
    expect(await (await api.fetch("/ready")).json()).toEqual({ status: "ok" });
    const other = await startApi();
    await other.pool.query("alter table mikro_orm_migrations rename to gone");
    const response = await other.fetch("/ready");
    expect([response.status, await response.json()]).toEqual([503, { status: "database" }]);
    expect((await other.fetch("/health")).status).toBe(200);
    await other.stop();
  });

  it("publishes the contract", async () => {
    const response = await api.fetch("/schema.graphql");
    expect(response.headers.get("content-type")).toContain("text/plain");
    expect(await response.text()).toContain("type Viewer {");
  });
});

describe("the explorer", () => {
  it("is served from here alone", async () => {
    const page = await (await api.fetch("/explorer/")).text();
    expect(page).toContain(`<base href="/explorer/"`);
    expect(page).not.toMatch(/(?:src|href)=["'](?:https?:)?\/\//);
    const parts = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, part]) => part ?? "").filter((part) => part !== "/explorer/");
    expect(parts.length).toBeGreaterThan(5);
    for (const part of parts) expect((await api.fetch(`/explorer/${part}`)).status, part).toBe(200);
    expect(page).toContain("endpointURL: `/graphql`");
    expect(page).not.toMatch(/https?:\/\//);
  });

  it("may reach nobody else", async () => {
    const policy = (await api.fetch("/explorer/")).headers.get("content-security-policy") ?? "";
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/https?:|\*/);
  });

  it("is found without the slash", async () => {
    const response = await api.fetch("/explorer", { redirect: "manual" });
    expect([response.status, response.headers.get("location")]).toEqual([302, "/explorer/"]);
  });
});

describe("stopping", () => {
  it("finishes what runs and takes nothing new", async () => {
    const { schema, seen } = smallSchema();
    const other = await startApi({ schema });
    await insertAreas(other);
    await insertPerson(other, { username: "wang", name: "王淑芬", roles: [] });
    await other.signIn("wang");
    const running = other.graphql("{ slow }", {}, { as: "wang" });
    await expect.poll(() => seen.ran).toEqual(["slow"]);
    const stopped = other.stop();
    await expect.poll(() => other.fetch("/health").then(({ status }) => status, () => "refused")).not.toBe(200);
    seen.release();
    expect((await running).data).toEqual({ slow: "done" });
    await stopped;
    await expect(other.fetch("/health")).rejects.toThrow();
  });
});

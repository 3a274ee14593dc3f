// The packages that others install, as they get them: packed, installed in an empty project, run in Node and in a browser.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBrowser } from "./browser.mjs";
import { innerEnvironment, outerEnvironment, program, root } from "./repository.mjs";

/** What an installed package weighs at most, all of its code in one, gzipped. */
const MOST_BYTES: Partial<Record<string, number>> = { sdk: 8 * 1024 };

describe.each([
  ["domain", ["index.d.ts", "index.js"]],
  ["sdk", ["index.d.ts", "index.js", "schema.graphql"]],
])("@bandeng/%s", (name, built) => {
  let project: string;
  let installed: string;

  beforeAll(() => {
    execFileSync(program("turbo"), ["run", "build", `--filter=@bandeng/${name}`], { cwd: root, env: innerEnvironment(), stdio: "pipe" });
    project = mkdtempSync(join(tmpdir(), "bandeng-consumer-"));
    const npm = (cwd: string, ...args: string[]): void => void execFileSync("npm", args, { cwd, env: outerEnvironment(), stdio: "pipe" });
    npm(join(root, "packages", name), "pack", "--pack-destination", project);
    const tarball = readdirSync(project).find((file) => file.endsWith(".tgz")) ?? "";
    writeFileSync(join(project, "package.json"), `{ "private": true, "type": "module" }`);
    npm(project, "install", "--offline", "--no-audit", "--no-fund", "--ignore-scripts", `./${tarball}`);
    installed = join(project, "node_modules", "@bandeng", name);
  }, 120_000);
  afterAll(() => rmSync(project, { recursive: true, force: true }));

  function namesInNode(): string[] {
    const script = `import * as all from "@bandeng/${name}"; console.log(JSON.stringify(Object.keys(all).sort()));`;
    return JSON.parse(execFileSync(process.execPath, ["--input-type=module", "-e", script], { cwd: project, encoding: "utf8" })) as string[];
  }

  it("holds what a reader needs, and nothing comes with it", () => {
    expect(readdirSync(installed).sort()).toEqual(["LICENSE", "README.md", "dist", "package.json"]);
    expect(readdirSync(join(installed, "dist")).sort()).toEqual(built);
    expect(readdirSync(join(project, "node_modules")).filter((each) => !each.startsWith("."))).toEqual(["@bandeng"]);
  });

  it.runIf(MOST_BYTES[name])(`weighs ${MOST_BYTES[name]} bytes at most, gzipped`, () => {
    expect(gzipSync(readFileSync(join(installed, "dist/index.js"))).byteLength).toBeLessThanOrEqual(MOST_BYTES[name] ?? 0);
  });

  it("runs in Node", () => {
    expect(namesInNode().length).toBeGreaterThan(0);
  });

  it("runs in a browser, without a bundler", async () => {
    const server = createServer((request, response) => {
      const isScript = request.url?.endsWith(".js") === true;
      response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
      response.end(isScript ? readFileSync(join(installed, "dist", request.url ?? "")) : "<!doctype html>");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const browser = await chromium.launch(await findBrowser());
    try {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      const names = await page.evaluate(`import("/index.js").then((all) => Object.keys(all).sort())`);
      expect(names).toEqual(namesInNode());
    } finally {
      await browser.close();
      server.close();
    }
  });
});

// The real thing: `npm start` with the real server, page and PostgreSQL, on a port and a data folder of its own.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { root } from "./repository.mjs";
import { npmStart, type HouseRun } from "./testing/fake-house.ts";

/** The first start also builds, and makes the demo data. */
const FIRST_START_MS = 240_000;
const READY = "Press Ctrl-C to stop";

let data: string;
let address: string;
let env: NodeJS.ProcessEnv;
const runs: HouseRun[] = [];

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), "bandeng-product-"));
  chmodSync(data, 0o755); // as root, another account runs the database
  const port = await freePort();
  address = `http://127.0.0.1:${port}`;
  env = { BANDENG_DATA: data, PORT: String(port), NODE_ENV: undefined, DATABASE_URL: undefined };
});
afterEach(() => {
  for (const pid of runs.splice(0).flatMap((run) => run.living())) process.kill(pid, "SIGKILL");
});
afterAll(() => rmSync(data, { recursive: true, force: true, maxRetries: 5 }));

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

function start(more?: NodeJS.ProcessEnv): HouseRun {
  const run = npmStart(root, { ...env, ...more });
  runs.push(run);
  return run;
}

async function startAndWait(): Promise<{ run: HouseRun; postmaster: number }> {
  const run = start();
  await run.until(READY, FIRST_START_MS);
  expect(await pageStatus()).toBe(200);
  return { run, postmaster: Number.parseInt(readFileSync(join(data, "postgres/data/postmaster.pid"), "utf8"), 10) };
}

async function pageStatus(): Promise<number> {
  return (await fetch(address, { headers: { accept: "text/html" } })).status;
}

async function expectNothingLeft(run: HouseRun, postmaster: number): Promise<void> {
  await vi.waitFor(() => expect(run.living()).toEqual([]), 10_000);
  await vi.waitFor(() => expect(readCommand(postmaster)).not.toContain("postgres"), 10_000);
  await expect(fetch(address)).rejects.toThrow();
}

function readCommand(pid: number): string {
  return existsSync(`/proc/${pid}/cmdline`) ? readFileSync(`/proc/${pid}/cmdline`, "utf8") : "";
}

it("answers, refuses a second start at once, and ends with Ctrl-C", { timeout: FIRST_START_MS }, async () => {
  const { run, postmaster } = await startAndWait();

  const samePort = start();
  expect(await samePort.exit()).toBe(1);
  expect(samePort.output()).toMatch(/端口 \d+ 已被占用.*Port \d+ is in use/);
  const sameData = start({ PORT: String(await freePort()) });
  expect(await sameData.exit()).toBe(1);
  expect(sameData.output()).toMatch(/另一个板凳会程序.*Another Bandeng/);
  expect(sameData.output() + samePort.output()).not.toMatch(/\n\s+at /);
  expect(await pageStatus()).toBe(200);

  process.kill(-run.npm, "SIGINT");
  expect(await run.exit(), run.output()).toBe(0);
  expect(run.output()).not.toMatch(/\n\s+at /);
  await expectNothingLeft(run, postmaster);
});

it("leaves nothing running when npm or the server is killed with -9, and starts again", { timeout: FIRST_START_MS }, async () => {
  const first = await startAndWait();
  process.kill(first.run.npm, "SIGKILL");
  await expectNothingLeft(first.run, first.postmaster);

  const second = await startAndWait();
  process.kill(second.run.find("dist/main.js"), "SIGKILL");
  expect(await second.run.exit()).toBe(1);
  const third = await startAndWait();
  process.kill(third.run.npm, "SIGINT");
  expect(await third.run.exit()).toBe(0);
  await expectNothingLeft(third.run, third.postmaster);
});

it("ends cleanly with a signal at any moment of starting", { timeout: FIRST_START_MS }, async () => {
  for (const moment of ["Building", "Starting"]) {
    const run = start();
    await run.until(moment);
    process.kill(run.npm, "SIGTERM");
    expect(await run.exit(), run.output()).toBe(0);
    expect(run.output()).not.toMatch(/\n\s+at /);
    await vi.waitFor(() => expect(run.living()).toEqual([]), 10_000);
  }
});

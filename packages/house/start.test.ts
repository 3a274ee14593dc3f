import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeFakeHouse, npmStart, type HouseRun } from "./testing/fake-house.ts";

let house: ReturnType<typeof makeFakeHouse>;
let run: HouseRun | undefined;

beforeEach(() => void (house = makeFakeHouse()));
afterEach(() => {
  for (const pid of run?.living() ?? []) process.kill(pid, "SIGKILL");
  house.remove();
});

function start(env?: NodeJS.ProcessEnv, args?: readonly string[]): HouseRun {
  return (run = npmStart(house.folder, env, args));
}

const lines = (file: string): string[] => {
  const path = join(house.folder, file);
  return existsSync(path) ? readFileSync(path, "utf8").trim().split("\n") : [];
};

/** What a stopped start must look like: a clean exit, no stack, nothing alive. */
async function expectCleanEnd(running: HouseRun): Promise<void> {
  expect(await running.exit(), running.output()).toBe(0);
  expect(running.output()).not.toMatch(/\bat .*:\d+:\d+|Error/);
  await vi.waitFor(() => expect(running.living()).toEqual([]), 5_000);
}

/** The ways in which a person or a system ends `npm start`. */
const endings: [string, (running: HouseRun) => unknown][] = [
  ["Ctrl-C in a terminal (SIGINT to the whole group)", (running) => process.kill(-running.npm, "SIGINT")],
  ["SIGINT to npm alone", (running) => process.kill(running.npm, "SIGINT")],
  ["SIGTERM to npm alone", (running) => process.kill(running.npm, "SIGTERM")],
  ["SIGTERM to start.mjs alone", (running) => process.kill(running.find("start.mjs"), "SIGTERM")],
  [
    "an impatient person",
    async (running) => {
      for (let press = 0; press < 4; press++) {
        process.kill(-running.npm, "SIGINT");
        await sleep(30);
      }
    },
  ],
];

describe.each(endings)("%s", (_name, end) => {
  it("stops the server with one signal", async () => {
    const running = start();
    await running.until("ready");
    await end(running);
    await expectCleanEnd(running);
    expect(lines("signals")).toEqual(["SIGTERM"]);
  });

  it("stops the install", async () => {
    const running = start({ FAKE_INSTALL: "30" });
    await vi.waitFor(() => expect(lines("installs")).toHaveLength(2), 10_000);
    await end(running);
    await expectCleanEnd(running);
    expect(running.output()).not.toContain("Building");
  });

  it("stops the build", async () => {
    const running = start({ FAKE_BUILD: "30" });
    await running.until("Building");
    await vi.waitFor(() => expect(running.find("sleep")).not.toBe(0), 5_000);
    await end(running);
    await expectCleanEnd(running);
    expect(running.output()).not.toContain("Starting");
  });
});

describe("killed with -9", () => {
  it("npm: the server stops properly all the same", async () => {
    const running = start();
    await running.until("ready");
    process.kill(running.npm, "SIGKILL");
    await vi.waitFor(() => expect(running.living()).toEqual([]), 5_000);
    expect(lines("signals")).toEqual(["SIGTERM"]);
  });

  it("start.mjs: the server stops properly all the same", async () => {
    const running = start();
    await running.until("ready");
    process.kill(running.find("start.mjs"), "SIGKILL");
    await vi.waitFor(() => expect(running.living()).toEqual([]), 5_000);
    expect(lines("signals")).toEqual(["SIGTERM"]);
  });
});

describe("what was done before", () => {
  it("is installed again when it was interrupted", async () => {
    const interrupted = start({ FAKE_INSTALL: "30" });
    await vi.waitFor(() => expect(lines("installs")).toHaveLength(2), 10_000);
    process.kill(interrupted.npm, "SIGTERM");
    await interrupted.exit();
    await start().until("ready");
    expect(lines("installs")).toHaveLength(4);
  });

  it("is not installed again until something changes", async () => {
    const again = async (): Promise<number> => {
      const running = start();
      await running.until("ready");
      process.kill(running.npm, "SIGTERM");
      await running.exit();
      return lines("installs").length / 2;
    };
    expect(await again()).toBe(1);
    expect(await again()).toBe(1);
    writeFileSync(join(house.folder, "pnpm-lock.yaml"), "second");
    expect(await again()).toBe(2);
    writeFileSync(join(house.folder, "apps/api/package.json"), `{ "version": "2" }`);
    expect(await again()).toBe(3);
    rmSync(join(house.folder, "node_modules/.cache"), { recursive: true });
    expect(await again()).toBe(4);
    expect(lines("installs").slice(-2)).toEqual([expect.stringMatching(/^--yes --package pnpm@[\d.]+ -c$/), "pnpm install --frozen-lockfile"]);
  });
});

describe("exit codes", () => {
  it("come from the server", async () => {
    expect(await start({ FAKE_EXIT: "3" }).exit()).toBe(3);
  });

  it("come from a failing build, with what it said", async () => {
    const running = start({ FAKE_BUILD_EXIT: "4" });
    expect(await running.exit()).toBe(4);
    expect(running.output()).toContain("output of the build");
    expect(running.output()).toContain("The build failed");
  });

  it("arguments reach the server; a good build says nothing", async () => {
    const running = start({}, ["--port", "4001"]);
    await running.until("ready --port 4001");
    expect(running.output()).not.toContain("output of the build");
  });
});

import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { program, root } from "../repository.mjs";

/** A run of `npm start`, and all that belongs to it. */
export interface HouseRun {
  /** The process id of npm. */
  readonly npm: number;
  output(): string;
  /** Waits until a text was printed. */
  until(text: string, milliseconds?: number): Promise<void>;
  /** Waits for npm's exit code; null when a signal killed it. */
  exit(): Promise<number | null>;
  /** Whatever of this run is alive. */
  living(): number[];
  /** The process id whose arguments contain a text. */
  find(text: string): number;
}

/** A server that does nothing but say which signals it got. */
const MAIN = `
const { appendFileSync } = await import("node:fs");
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, () => {
  appendFileSync("signals", name + "\\n");
  setTimeout(() => process.exit(0), 300);
});
console.log("ready", process.argv.slice(2).join(" "));
if (process.env.FAKE_EXIT) process.exit(Number(process.env.FAKE_EXIT));
setTimeout(() => process.exit(9), 60_000); // should a test be killed itself
`;

/**
 * A repository that has the real start command and the real npm script, but stand-ins for the install, the build and
 * the server, so that signals can be tried out at any moment.
 */
export function makeFakeHouse(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "bandeng-house-"));
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: object };
  const write = (file: string, text: string, mode = 0o644): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text, { mode });
    chmodSync(join(folder, file), mode);
  };
  write("package.json", JSON.stringify({ name: "fake", private: true, scripts }));
  write("pnpm-lock.yaml", "first");
  write("apps/api/package.json", "{}");
  write("apps/api/dist/package.json", `{ "type": "module" }`);
  write("apps/api/dist/main.js", MAIN);
  write("bin/npx", `#!/bin/sh\necho "$1 $2 $3 $4" >> installs\nsh -c "$5"\n`, 0o755);
  write("bin/pnpm", `#!/bin/sh\necho "pnpm $@" >> installs\nsleep \${FAKE_INSTALL:-0}\n`, 0o755);
  write("node_modules/.bin/turbo", `#!/bin/sh\necho "output of the build"\nsleep \${FAKE_BUILD:-0} & wait\nexit \${FAKE_BUILD_EXIT:-0}\n`, 0o755);
  symlinkSync(program("node"), join(folder, "node_modules/.bin/node"));
  for (const file of readdirSync(join(root, "packages/house"))) {
    if (file.endsWith(".mjs")) cpSync(join(root, "packages/house", file), join(folder, "packages/house", file));
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }) };
}

/** Starts `npm start` in a folder, in a process group of its own, as a terminal would. */
export function npmStart(folder: string, env: NodeJS.ProcessEnv = {}, args: readonly string[] = []): HouseRun {
  const mark = randomUUID();
  const clean = Object.entries(process.env).filter(([name]) => !name.startsWith("npm_"));
  const path = [join(folder, "bin"), process.env["PATH"]].join(delimiter);
  const child = spawn("npm", ["start", "--silent", "--", ...args], {
    cwd: folder,
    env: { ...Object.fromEntries(clean), PATH: path, ...env, HOUSE_TEST_MARK: mark },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  const exited = once(child, "exit");
  const living = (): number[] => processesWith(mark);
  return {
    npm: child.pid ?? 0,
    output: () => output,
    until: async (text, milliseconds = 60_000) => {
      for (const end = Date.now() + milliseconds; !output.includes(text); await sleep(20)) {
        if (Date.now() > end || child.exitCode !== null) throw new Error(`"${text}" was never printed, but:\n${output}`);
      }
    },
    exit: async () => {
      await exited;
      return child.exitCode;
    },
    living,
    find: (text) => living().find((pid) => argumentsOf(pid).includes(text)) ?? 0,
  };
}

/** Processes that carry a mark in their environment, as their children do. */
function processesWith(mark: string): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((name) => read(`/proc/${name}/environ`).includes(mark))
    .map(Number);
}

function argumentsOf(pid: number): string {
  return read(`/proc/${pid}/cmdline`).replaceAll("\0", " ");
}

function read(file: string): string {
  try {
    return existsSync(file) ? readFileSync(file, "utf8") : "";
  } catch {
    return ""; // it ended while we looked
  }
}

import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const top = fileURLToPath(new URL("../../../../../", import.meta.url));
const api = fileURLToPath(new URL("../../../../../apps/api", import.meta.url));
/** Lets a program of Node end with whoever started it, should that end without a word. */
export const endsWithUs: readonly string[] = ["--import", pathToFileURL(join(top, "packages", "house", "stop-with-parent.mjs")).href];
const STARTS_WITHIN_MS = 180_000;

/** One process of the program, at an address that it keeps over its deaths. */
export interface Instance {
  readonly name: string;
  readonly base: string;
  /** Lines of its log that say that something went wrong. */
  readonly faults: readonly string[];
  isUp(): boolean;
  /** Until it answers. */
  start(more?: NodeJS.ProcessEnv): Promise<void>;
  /** SIGKILL: it closes nothing and says goodbye to nobody. */
  kill(): Promise<void>;
}

/** Below the ports that outgoing connections are given: nobody takes it while the instance is dead. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    const free = await new Promise<boolean>((done) => {
      const probe = createServer().once("error", () => done(false));
      probe.listen(port, "127.0.0.1", () => probe.close(() => done(true)));
    });
    if (free) return port;
  }
}

/** The program as it is released, made of its sources in a moment: one file starts in a third of the time. @returns the file's folder, which is the caller's to remove */
export async function bundleProgram(): Promise<string> {
  const cache = join(api, "node_modules", ".cache");
  mkdirSync(cache, { recursive: true });
  // Inside the package: what it does not bundle is found from there.
  const folder = mkdtempSync(join(cache, "hour-"));
  await run(join(top, "node_modules", ".bin", "tsdown"), ["--out-dir", folder, "--no-sourcemap", "--logLevel", "error"], { cwd: api });
  return folder;
}

export async function makeInstance(name: string, folder: string, environment: NodeJS.ProcessEnv): Promise<Instance> {
  const port = await freePort();
  const faults: string[] = [];
  let program: ChildProcess | undefined;
  let up = false;

  const start = (more: NodeJS.ProcessEnv = {}): Promise<void> =>
    new Promise((done, failed) => {
      const env = { ...process.env, LOG_LEVEL: "error", ...environment, ...more, PORT: String(port) };
      const mine = spawn(process.execPath, ["--conditions=@bandeng/source", "--disable-warning=ExperimentalWarning", ...endsWithUs, join(folder, "main.js")], { cwd: api, env, stdio: ["ignore", "pipe", "pipe", "ipc"] });
      program = mine;
      let said = "";
      const timer = setTimeout(() => failed(new Error(`${name} was not ready in time:\n${said}`)), STARTS_WITHIN_MS);
      const hear = (chunk: Buffer): void => {
        const text = chunk.toString();
        said = (said + text).slice(-10_000);
        faults.push(...text.split("\n").filter((line) => /"level":(50|60)/.test(line)));
        if (up || !said.includes(`http://127.0.0.1:${port}`)) return;
        up = true;
        clearTimeout(timer);
        done();
      };
      mine.stdout?.on("data", hear);
      mine.stderr?.on("data", hear);
      mine.once("exit", (code, signal) => {
        up = false;
        clearTimeout(timer);
        if (signal !== "SIGKILL") failed(new Error(`${name} ended with ${code}:\n${said}`));
      });
    });

  return {
    name,
    base: `http://127.0.0.1:${port}`,
    faults,
    isUp: () => up,
    start,
    async kill() {
      up = false;
      const mine = program;
      if (mine === undefined || mine.exitCode !== null || mine.signalCode !== null) return;
      const gone = new Promise((done) => mine.once("exit", done));
      mine.kill("SIGKILL");
      await gone;
    },
  };
}

import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { cache, innerEnvironment, outerEnvironment, pnpmLink, program, root, workspaceFolders } from "./repository.mjs";
import { run } from "./running.mjs";

const PNPM = "pnpm@12.21.0";
const stamp = join(cache, "installed");

/**
 * What npx runs. turbo needs a pnpm on its path, which npx knows only while it runs and takes 1.5 s to find: so a link
 * to it is kept.
 */
const INSTALL = `pnpm install --frozen-lockfile && mkdir -p "${dirname(pnpmLink)}" && ln -sf "$(command -v pnpm)" "${pnpmLink}"`;

/** A step of ours ended badly; the message is for a person, the output is what the program said. */
export class StepFailed extends Error {
  /**
   * @param {string} message
   * @param {string} output
   * @param {number} code
   */
  constructor(message, output, code) {
    super(message);
    this.output = output;
    this.code = code;
  }
}

/** @param {string} line */
export const say = (line) => void process.stdout.write(`${line}\n`);

/**
 * Installs what the lockfile names, unless nothing changed since that last succeeded.
 * @throws {StepFailed}
 */
export async function install() {
  const wanted = fingerprint();
  if (isInstalled(wanted)) return;
  say("安装依赖（首次约一分钟）… · Installing dependencies (about a minute the first time)…");
  const { code, output } = await run("npx", ["--yes", "--package", PNPM, "-c", INSTALL], {
    cwd: root,
    env: outerEnvironment(),
  });
  if (code !== 0) throw new StepFailed("安装依赖失败 · Installing the dependencies failed", output, code);
  writeFileSync(stamp, wanted);
}

/**
 * Builds every package; what has not changed comes out of turbo's cache.
 * @throws {StepFailed}
 */
export async function build() {
  say("构建… · Building…");
  const { code, output } = await turbo("build");
  if (code !== 0) throw new StepFailed("构建失败 · The build failed", output, code);
}

/**
 * Runs a task of every package that has it.
 * @param {string} task
 */
export function turbo(task) {
  const args = ["run", task, "--output-logs=errors-only", "--ui=stream"];
  return run(program("turbo"), args, { cwd: root, env: innerEnvironment() });
}

/** @param {string} wanted */
function isInstalled(wanted) {
  return existsSync(program("node")) && existsSync(pnpmLink) && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;
}

/** Everything that decides what an install does. */
function fingerprint() {
  const files = ["pnpm-lock.yaml", "pnpm-workspace.yaml", ".npmrc", "package.json"];
  const hash = createHash("sha256").update(`${PNPM} ${process.platform} ${process.arch}`);
  for (const file of [...files, ...workspaceFolders().map((folder) => `${folder}/package.json`)]) {
    if (existsSync(join(root, file))) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest("hex");
}

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { unpackBrowser } from "./packaged-browser.mjs";

/**
 * @typedef {object} Browser
 * @property {string} executablePath
 * @property {string[]} args What to start it with, beside what the test driver adds.
 */

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "Google Chrome", "Chromium"];
const USUAL_FOLDERS = [
  "/usr/bin",
  "/usr/local/bin",
  "/snap/bin",
  "/opt/google/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS",
  "/Applications/Chromium.app/Contents/MacOS",
];

/** Tests load our own pages only: the browser should talk to nobody else. */
const QUIET = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Finds a Chromium for tests: the one that BANDENG_BROWSER names, one of the machine, or the one from npm.
 * @param {{ env?: NodeJS.ProcessEnv, folders?: readonly string[] }} [machine] What to look at, for tests.
 * @returns {Promise<Browser>}
 * @throws {Error} with one sentence that says what to do, when there is none.
 */
export async function findBrowser({ env = process.env, folders = USUAL_FOLDERS } = {}) {
  const isRoot = process.getuid?.() === 0;
  const named = env["BANDENG_BROWSER"];
  if (named !== undefined && named !== "") {
    if (!works(named)) {
      throw new Error(`BANDENG_BROWSER 指定的浏览器无法运行：${named} · The browser that BANDENG_BROWSER names does not run: ${named}`);
    }
    return { executablePath: named, args: argsFor(isRoot) };
  }

  const path = (env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const installed = [...path, ...folders].flatMap((folder) => NAMES.map((name) => join(folder, name))).find(works);
  if (installed !== undefined) return { executablePath: installed, args: argsFor(isRoot) };

  const packaged = await unpackBrowser();
  // The sandbox of the packaged one would need a helper that belongs to root.
  if (packaged !== undefined && works(packaged)) return { executablePath: packaged, args: argsFor(true) };
  throw new Error(
    "找不到可用的浏览器：请安装 Chromium 或 Chrome，或用 BANDENG_BROWSER 指定 · No browser was found: install Chromium or Chrome, or name one in BANDENG_BROWSER",
  );
}

/** @param {boolean} withoutSandbox Chromium refuses to run as root with it. */
function argsFor(withoutSandbox) {
  return withoutSandbox ? ["--no-sandbox", ...QUIET] : QUIET;
}

/**
 * Some systems have a `chromium` that only says how to install it: being there is not enough.
 * @param {string} path
 */
function works(path) {
  if (!existsSync(path)) return false;
  const { status, stdout } = spawnSync(path, ["--version"], { encoding: "utf8", timeout: 20_000 });
  return status === 0 && /\d+\.\d+/.test(stdout);
}

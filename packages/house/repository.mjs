import { existsSync, readdirSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The top of the checkout. */
export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

const bin = join(root, "node_modules", ".bin");

/** What our commands keep between two runs. */
export const cache = join(root, "node_modules", ".cache", "bandeng");

/** The pnpm that installed everything, for turbo. */
export const pnpmLink = join(cache, "bin", "pnpm");

/**
 * Where an installed program lies.
 * @param {string} name
 */
export const program = (name) => join(bin, name);

/**
 * The folders of the workspace's packages, relative to the top: apps and packages.
 * @param {string} [top]
 */
export function workspaceFolders(top = root) {
  return ["apps", "packages"].flatMap((group) =>
    readdirSync(join(top, group), { withFileTypes: true, encoding: "utf8" })
      .filter((entry) => entry.isDirectory() && existsSync(join(top, group, entry.name, "package.json")))
      .map((entry) => `${group}/${entry.name}`)
      .sort(),
  );
}

/**
 * The environment for our own programs: Node 24 from node_modules comes first, nobody phones home.
 * @param {Record<string, string>} [more]
 * @returns {NodeJS.ProcessEnv}
 */
export function innerEnvironment(more) {
  const quiet = { TURBO_TELEMETRY_DISABLED: "1", TURBO_NO_UPDATE_NOTIFIER: "1", DO_NOT_TRACK: "1" };
  return { ...process.env, ...quiet, PATH: [bin, dirname(pnpmLink), ...searchPath()].join(delimiter), ...more };
}

/**
 * The environment for the install: npm puts node_modules/.bin in front of the path, but what is being (re)installed
 * there must not run the installation.
 * @returns {NodeJS.ProcessEnv}
 */
export function outerEnvironment() {
  return { ...process.env, PATH: searchPath().join(delimiter), CI: "true" };
}

function searchPath() {
  return (process.env["PATH"] ?? "").split(delimiter).filter((folder) => !folder.endsWith("node_modules/.bin"));
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { innerEnvironment, program, root, workspaceFolders } from "./repository.mjs";
import { run } from "./running.mjs";
import { turbo } from "./set-up.mjs";

/**
 * @typedef {object} Check Something that passes or fails as a whole.
 * @property {string} name
 * @property {() => Promise<{ code: number, output: string }>} run
 */

/**
 * @param {string} name
 * @param {readonly string[]} args
 * @param {string} [cwd]
 */
const tool = (name, args, cwd = root) => run(program(name), args, { cwd, env: innerEnvironment() });

/**
 * The checks over the whole repository, in the order in which they run.
 * @returns {Check[]}
 */
export function checks() {
  return [
    { name: "lint", run: () => tool("oxlint", ["--deny-warnings"]) },
    { name: "knip", run: () => tool("knip", ["--no-progress"]) },
    { name: "types", run: () => turbo("types") },
    { name: "build", run: () => turbo("build") },
    ...publishedPackages().flatMap((folder) => [
      // publint would ask pnpm, which is not on the path.
      { name: `publint ${folder}`, run: () => tool("publint", ["--strict", "--pack", "npm"], join(root, folder)) },
      { name: `attw ${folder}`, run: () => tool("attw", ["--pack", ".", "--profile", "esm-only"], join(root, folder)) },
    ]),
  ];
}

/** The packages that others install from npm. */
function publishedPackages() {
  return workspaceFolders().filter((folder) => {
    const { private: isPrivate } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
    return isPrivate !== true;
  });
}

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./repository.mjs";

/**
 * @typedef {object} Tree The files of the repository.
 * @property {readonly string[]} files Paths from the top.
 * @property {(file: string) => string} read
 */

/** What nobody writes by hand; the same as .gitignore, for a copy without git. */
const MADE = new Set([".git", "node_modules", "dist", "coverage", ".turbo", ".bandeng"]);

/**
 * The files that git tracks; in a copy without git, every file that is not made by a command.
 * @param {{ top?: string, untracked?: boolean }} [options] `untracked`: also what is not added yet.
 * @returns {Tree}
 */
export function readTree({ top = root, untracked = false } = {}) {
  // A checkout that belongs to another user (root in a container) is still this one.
  const args = ["-c", "safe.directory=*", "ls-files", "-z", "--cached", ...(untracked ? ["--others", "--exclude-standard"] : [])];
  const git = spawnSync("git", args, { cwd: top, encoding: "utf8", maxBuffer: 2 ** 26 });
  const tracked = git.status === 0 ? git.stdout.split("\0").filter((file) => file !== "" && existsSync(join(top, file))) : [];
  return {
    files: tracked.length > 0 ? tracked : walk(top, ""),
    read: (file) => readFileSync(join(top, file), "utf8"),
  };
}

/**
 * @param {string} top
 * @param {string} folder
 * @returns {string[]}
 */
function walk(top, folder) {
  return readdirSync(join(top, folder), { withFileTypes: true }).flatMap((entry) => {
    if (MADE.has(entry.name)) return [];
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? walk(top, path) : [path];
  });
}

// pnpm planted [--only=C21,second-factor]: plants each defect of apps/api/planted-defects.json in a copy of the repository
// and runs the test that is named with it. A test that still passes cannot fail: the defect has survived.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { patternOf, readDefects, verdictOf } from "./planted-defects.mjs";
import { innerEnvironment, root, workspaceFolders } from "./repository.mjs";
import { readTree } from "./tree.mjs";

const TOO_LONG_MS = 600_000;
/** A busy machine is no defect. */
const TEST_TIMEOUT_MS = 240_000;

const only = process.argv.find((argument) => argument.startsWith("--only="))?.slice("--only=".length).split(",");
const defects = readDefects().filter(({ row, test }) => only?.some((wanted) => wanted === row || test.includes(wanted)) ?? true);

/** A copy with packages of its own: the copy's own sources are what its tests import. */
function copyAll() {
  const folder = mkdtempSync(join(tmpdir(), "bandeng-planted-"));
  for (const file of readTree({ untracked: true }).files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
  for (const part of ["", ...workspaceFolders()]) {
    copy(part, "node_modules");
    copy(part, "dist");
  }
  return folder;

  /** @param {string} part @param {string} name */
  function copy(part, name) {
    const from = join(root, part, name);
    // Packages as links to the same files; what is built is written to, and must not be the checkout's.
    if (existsSync(from)) spawnSync("cp", [name === "dist" ? "-a" : "-al", from, join(folder, part, name)]);
  }
}

/** Whether the tests named with some defects pass as long as nothing is planted: only then do they notice anything. @param {string} folder @param {import("./planted-defects.mjs").Defect[]} some of one test file */
function runSound(folder, some) {
  const [{ suite = "", test = "" } = {}] = some;
  return verdictOf(runNamed(folder, suite, test, some.map(({ name }) => patternOf(name)).join("|")));
}

/** @param {string} folder @param {import("./planted-defects.mjs").Defect} defect */
function runPlanted(folder, { plant, suite, test, name }) {
  const before = plant.map(({ file }) => ({ file, text: readFileSync(join(folder, file), "utf8") }));
  const parts = new Set(plant.map(({ file }) => file.split("/", 2).join("/")));
  const journeys = test.endsWith(".e2e.ts");
  try {
    for (const { file, from, to } of plant) {
      const path = join(folder, file);
      writeFileSync(path, readFileSync(path, "utf8").replace(from, () => to));
    }
    // Journeys are made through what is built.
    if (journeys) for (const part of parts) build(folder, part);
    return verdictOf(runNamed(folder, suite, test, patternOf(name)));
  } finally {
    for (const { file, text } of before) writeFileSync(join(folder, file), text);
    if (journeys) for (const part of parts) build(folder, part);
  }
}

/** Runs some tests of a file and returns vitest's report, if there is one. @param {string} folder @param {string} suite @param {string} test @param {string} pattern */
function runNamed(folder, suite, test, pattern) {
  const report = join(folder, "report.json");
  rmSync(report, { force: true });
  const config = test.endsWith(".e2e.ts") ? ["--config=vitest.e2e.config.ts"] : [];
  const args = ["run", test, "-t", pattern, ...config, `--testTimeout=${TEST_TIMEOUT_MS}`, `--hookTimeout=${TEST_TIMEOUT_MS}`, "--reporter=json", `--outputFile.json=${report}`];
  run(folder, join(folder, suite), "vitest", args);
  return existsSync(report) ? readFileSync(report, "utf8") : undefined;
}

/** @param {string} folder @param {string} part */
function build(folder, part) {
  const script = JSON.parse(readFileSync(join(folder, part, "package.json"), "utf8")).scripts.build;
  run(folder, join(folder, part), "sh", ["-c", script]);
}

/** @param {string} folder @param {string} cwd @param {string} command @param {string[]} args */
function run(folder, cwd, command, args) {
  const { PATH, ...env } = innerEnvironment({ NO_COLOR: "1" });
  const own = [join(cwd, "node_modules/.bin"), join(folder, "node_modules/.bin")].join(":");
  spawnSync(command, args, { cwd, env: { ...env, PATH: `${own}:${PATH}` }, stdio: "ignore", timeout: TOO_LONG_MS });
}

const folder = copyAll();
const survivors = [];
try {
  const sound = new Map();
  for (const defect of defects) {
    const file = join(defect.suite, defect.test);
    if (!sound.has(file)) sound.set(file, runSound(folder, defects.filter(({ suite, test }) => join(suite, test) === file)));
    const without = sound.get(file);
    const { verdict, said } = without.verdict === "SURVIVED" ? runPlanted(folder, defect) : { verdict: "FAILS ANYWAY", said: without.said };
    if (verdict !== "killed") survivors.push(defect.row);
    process.stdout.write(`${defect.row.padEnd(5)} ${verdict.padEnd(13)} ${defect.test} › ${defect.name}\n      ${said}\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`${defects.length - survivors.length} of ${defects.length} defects killed${survivors.length > 0 ? `; not: ${survivors.join(", ")}` : ""}\n`);
process.exit(survivors.length > 0 ? 1 : 0);

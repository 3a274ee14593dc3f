import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { cache, innerEnvironment, program, root, workspaceFolders } from "./repository.mjs";
import { run } from "./running.mjs";

const TOO_LONG_MS = 15 * 60_000;
const reports = join(cache, "reports");

/** What fails first tells most: the rules, then the house, then what stands on them. */
const ORDER = ["domain", "house", "sdk", "api", "admin", "admin-e2e"];

/**
 * @typedef {object} Suite A vitest run of one workspace package.
 * @property {string} name The package's folder, with "-e2e" or the like for a second configuration.
 * @property {string} folder
 * @property {string} config
 */

/** @typedef {{ passed: number, failed: number, skipped: number, output: string }} SuiteResult */

/**
 * Every vitest configuration of the workspace: `vitest.config.ts`, `vitest.e2e.config.ts`, `e2e/vitest.config.ts`.
 * @param {string} [top] Where to look, for tests.
 * @returns {Suite[]}
 */
export function suites(top = root) {
  const found = workspaceFolders(top).flatMap((folder) =>
    ["", "e2e"].flatMap((part) => {
      const place = join(top, folder, part);
      return configsIn(place).map((file) => {
        const kind = [part, ...file.split(".").slice(1, -2)].find((word) => word !== "");
        return { name: [basename(folder), kind].filter(Boolean).join("-"), folder: join(top, folder), config: join(place, file) };
      });
    }),
  );
  return found.sort((a, b) => rank(a.name) - rank(b.name));
}

/** @param {string} place */
function configsIn(place) {
  return existsSync(place) ? readdirSync(place).filter((file) => /^vitest(\.\w+)?\.config\.m?[jt]s$/.test(file)) : [];
}

/** @param {string} name */
function rank(name) {
  const index = ORDER.indexOf(name);
  return index === -1 ? ORDER.length : index;
}

/**
 * Runs one suite and counts its tests.
 * @param {Suite} suite
 * @returns {Promise<SuiteResult>}
 */
export async function runSuite(suite) {
  const report = join(reports, `${suite.name}.json`);
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const args = ["run", "--config", suite.config, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { code, output } = await run(program("vitest"), args, {
    cwd: suite.folder,
    env: innerEnvironment({ NO_COLOR: "1" }),
    timeout: TOO_LONG_MS,
  });
  const text = existsSync(report) ? readFileSync(report, "utf8") : undefined;
  return { ...countTests(text, code), output };
}

/**
 * What a report says. A suite that ran nothing, ended badly without saying why, or left no report, has failed: silence
 * must never look like success.
 * @param {string | undefined} report The text of vitest's JSON report.
 * @param {number} code vitest's exit code
 */
export function countTests(report, code) {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests: passed, numFailedTests, numPendingTests: skipped, testResults } = JSON.parse(report);
  // A file that could not even be loaded has no failed test of its own.
  const broken = testResults.filter(
    (/** @type {{ status: string, assertionResults: { status: string }[] }} */ file) =>
      file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  ).length;
  const failed = numFailedTests + broken;
  const silent = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: silent ? 1 : failed, skipped };
}

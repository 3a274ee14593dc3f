import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { countTests, suites } from "./suites.mjs";

/** A report in vitest's form, with files that hold tests with these states. */
function report(...files: string[][]): string {
  const states = files.flat();
  const count = (state: string): number => states.filter((each) => each === state).length;
  return JSON.stringify({
    numPassedTests: count("passed"),
    numFailedTests: count("failed"),
    numPendingTests: count("skipped"),
    testResults: files.map((file) => ({
      status: file.length === 0 || file.includes("failed") ? "failed" : "passed",
      assertionResults: file.map((status) => ({ status })),
    })),
  });
}

it("counts what a suite says", () => {
  expect(countTests(report(["passed", "passed"], ["passed", "skipped"]), 0)).toEqual({ passed: 3, failed: 0, skipped: 1 });
  expect(countTests(report(["passed", "failed"]), 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

it("takes silence for failure", () => {
  expect(countTests(undefined, 0).failed).toBe(1);
  expect(countTests(report(), 0).failed).toBe(1);
  expect(countTests(report(["skipped"]), 0).failed).toBe(1);
  expect(countTests(report(["passed"]), 1).failed, "an error outside of the tests").toBe(1);
  expect(countTests(report(["passed"], []), 1), "a file that could not be loaded").toEqual({ passed: 1, failed: 1, skipped: 0 });
});

it("finds every configuration, the rules first and the whole product last", () => {
  const top = mkdtempSync(join(tmpdir(), "bandeng-suites-"));
  const files = ["apps/admin/e2e/vitest.config.ts", "apps/admin/vitest.config.ts", "apps/api/vitest.config.ts", "packages/domain/vitest.config.ts"];
  for (const file of [...files, ...["apps/admin", "apps/api", "packages/domain"].map((folder) => `${folder}/package.json`)]) {
    mkdirSync(dirname(join(top, file)), { recursive: true });
    writeFileSync(join(top, file), "");
  }
  expect(suites(top).map(({ name }) => name)).toEqual(["domain", "api", "admin", "admin-e2e"]);
  rmSync(top, { recursive: true });
});

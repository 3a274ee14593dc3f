import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { defectTable, patternOf, readDefects, verdictOf } from "./planted-defects.mjs";
import { root } from "./repository.mjs";

// `pnpm planted` plants them all, which takes its time. Here: that the list is still about this code.
const textOf = (file: string): string => readFileSync(join(root, file), "utf8");

describe("the planted defects", () => {
  it.each(readDefects())("$row: $what", ({ plant, suite, test, name }) => {
    for (const { file, from, to } of plant) {
      expect(textOf(file).split(from).length - 1, `${from} in ${file}`).toBe(1);
      expect(to).not.toBe(from);
    }
    expect(existsSync(join(root, suite, test))).toBe(true);
    expect(textOf(join(suite, test))).toContain(name);
  });

  it.each([
    ["C5: %s (%i) in a variable", "C5: NUL (3) in a variable", "C5: NUL 3 in a variable"],
    ["C12: ${key} sees $what.name", "C12: own/CLERK sees all", "C12: own/CLERK saw all"],
    ["C13: 1+1", "C13: 1+1", "C13: 11"],
  ])("are found by the name %s", (name, one, other) => {
    const pattern = new RegExp(patternOf(name));
    expect([pattern.test(one), pattern.test(other)]).toEqual([true, false]);
  });

  const failed = (message: string) => ({ assertionResults: [{ status: "skipped", title: "a" }, { status: "failed", title: "b", failureMessages: [message] }] });
  it.each([
    ["killed", [failed("AssertionError: expected 1 to be 2\n at")]],
    ["TIMED OUT", [failed("Error: Test timed out in 240000ms.")]],
    ["TIMED OUT", undefined],
    ["SURVIVED", [{ assertionResults: [{ status: "passed", title: "a" }] }]],
    ["NO SUCH TEST", [{ assertionResults: [{ status: "skipped", title: "a" }] }]],
    ["DOES NOT LOAD", [{ message: "SyntaxError", assertionResults: [] }]],
  ])("are %s by what the report says", (verdict, testResults) => {
    expect(verdictOf(testResults && JSON.stringify({ testResults })).verdict).toBe(verdict);
  });

  it("stand in the README as the list has them", () => {
    const readme = textOf("apps/api/README.md");
    const [table = ""] = readme.slice(readme.indexOf("| row | test | defect")).split("\n\n");
    expect(table.trim()).toBe(defectTable(readDefects()));
  });
});

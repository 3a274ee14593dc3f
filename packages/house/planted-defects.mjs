import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./repository.mjs";

/**
 * @typedef {object} Defect A defect to plant, and the test that has to notice it.
 * @property {string} row Of the checklist: C1 to C47, or S1 to S9.
 * @property {string} what The defect, in words.
 * @property {{ file: string, from: string, to: string }[]} plant Texts to replace, each found once in its file.
 * @property {string} suite Folder of the test's package.
 * @property {string} test File of the test, in that folder.
 * @property {string} name Part of the test's name, as its file has it: placeholders of a table stand for anything.
 */

/** The list, kept beside the API whose checklist it is. @returns {Defect[]} */
export const readDefects = () => JSON.parse(readFileSync(join(root, "apps/api/planted-defects.json"), "utf8"));

/** The table of the API's README. @param {Defect[]} defects */
export function defectTable(defects) {
  const rows = defects.map(({ row, test, name, what }) => `| ${row} | \`${test.replace(/^src\//, "")}\` › ${name.replaceAll("|", "\\|")} | ${what.replaceAll("|", "\\|")} |`);
  return ["| row | test | defect that it was seen to notice |", "|---|---|---|", ...rows].join("\n");
}

/** What the name comes to when the test runs, for vitest's -t. @param {string} name */
export function patternOf(name) {
  const parts = name.split(/\$\{[^}]*\}|\$[\w.]+|%[sdifjo]/);
  return parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".*");
}

/**
 * What a run of the named test says about its defect. Only a test that ran to a wrong answer has noticed it: one that takes
 * too long, or a file that does not load, has told nothing about what it tests.
 * @param {string | undefined} report The text of vitest's JSON report; none when vitest was stopped.
 * @returns {{ verdict: "killed" | "SURVIVED" | "TIMED OUT" | "DOES NOT LOAD" | "NO SUCH TEST", said: string }} and what the test said first.
 */
export function verdictOf(report) {
  if (report === undefined) return { verdict: "TIMED OUT", said: "" };
  /** @type {{ message?: string, assertionResults: { status: string, title: string, failureMessages?: string[] }[] }[]} */
  const files = JSON.parse(report).testResults;
  const tests = files.flatMap(({ assertionResults }) => assertionResults);
  const failures = tests.filter(({ status }) => status === "failed").map(({ title, failureMessages }) => ({ title, message: firstLine(failureMessages?.[0] ?? "") }));
  const noticed = failures.filter(({ message }) => !/^Error: (?:Test|Hook) timed out/.test(message));
  if (noticed[0] !== undefined) return { verdict: "killed", said: `${noticed.length} failed, first "${noticed[0].title}": ${noticed[0].message}` };
  if (failures[0] !== undefined) return { verdict: "TIMED OUT", said: failures[0].message };
  const broken = files.find(({ message }) => message);
  if (broken !== undefined) return { verdict: "DOES NOT LOAD", said: firstLine(broken.message ?? "") };
  return { verdict: tests.some(({ status }) => status === "passed") ? "SURVIVED" : "NO SUCH TEST", said: "" };
}

/** @param {string} text */
function firstLine(text) {
  return text.split("\n", 1)[0]?.slice(0, 200) ?? "";
}

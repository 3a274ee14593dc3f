import { expect, test } from "vitest";
import { caseWords } from "./case-words.ts";

/** Every text with its path; functions are asked with sample parameters. */
function texts(tree: object, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] => {
    const here = path ? `${path}.${key}` : key;
    if (typeof value === "string") return [[here, value]];
    if (typeof value === "function") return [[here, String((value as (...given: unknown[]) => unknown)(3, 2, 1))]];
    return texts(value as object, here);
  });
}

test("both languages say everything, in their own letters and marks", () => {
  const [zh, en] = [texts(caseWords.zh), texts(caseWords.en)];
  expect(en.map(([path]) => path)).toEqual(zh.map(([path]) => path));
  for (const [path, text] of [...zh, ...en]) expect(text.trim(), path).not.toBe("");
  expect(en.filter(([, text]) => /[\u4e00-\u9fff]/.test(text))).toEqual([]);
  expect(zh.filter(([, text]) => /[\u4e00-\u9fff][,;:?!]/.test(text))).toEqual([]);
});

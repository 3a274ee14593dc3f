import { describe, expect, it } from "vitest";
import readme from "../README.md?raw";
import { caseActionNames } from "./case/case-actions.ts";
import { caseKinds, caseLevels, caseStatuses } from "./case/case.ts";
import { namesIn } from "./phrases/phrase-of.ts";
import { dueAt, events, sentence } from "./testing/first-example.ts";

// The same file once as a program and once as text; linters read the first when it is imported in one go.
const { default: example } = await import("./testing/first-example.ts?raw");

describe("the README", () => {
  it("shows the example that is run here, word for word", () => {
    const shown = /```ts\n([\s\S]*?)```/.exec(readme)?.[1];
    expect(shown).toBe(example.replace('"../index.ts"', '"@bandeng/domain"'));
  });
  it("and the example gives what its comments say", () => {
    const said = [...example.matchAll(/^export const .*; \/\/ (.*)$/gm)].map((match) => JSON.parse(match[1] as string) as unknown);
    expect([dueAt, events, sentence]).toEqual(said);
  });
  it("calls things as the program does", () => {
    const { kind, status, level } = namesIn("zh");
    for (const id of [...caseKinds, ...caseStatuses, ...caseLevels]) expect(readme).toContain(`\`${id}\``);
    for (const word of [...Object.values(kind), ...Object.values(status), ...Object.values(level)]) expect(readme).toContain(word);
    const verbs = [...(/## Verbs\n([\s\S]*?)\n## /.exec(readme)?.[1] ?? "").matchAll(/`(\w+)`/g)].map((match) => match[1]);
    expect(verbs).toEqual(expect.arrayContaining([...caseActionNames]));
  });
});

// The gates are alive: for each of them a violation is planted, in a copy of the repository, and the gate must name it.
// A gate that is switched off fails here.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { innerEnvironment, program } from "./repository.mjs";
import { copyRepository, type RepositoryCopy } from "./testing/repository-copy.ts";
import { readTree, type Tree } from "./tree.mjs";
import { treeRules } from "./tree-rules.mjs";

let copy: RepositoryCopy;
const { files, read } = readTree({ untracked: true });

function runTool(name: string, args: readonly string[], part = ""): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(program(name), args, {
    cwd: join(copy.folder, part),
    env: innerEnvironment({ NO_COLOR: "1" }),
    encoding: "utf8",
  });
  return { status, output: stdout + stderr };
}

describe("oxlint", () => {
  beforeAll(() => void (copy = copyRepository()));
  afterAll(() => copy.remove());

  const restricted = "no-restricted-imports";
  const use = (what: string): string => `import * as it from "${what}";\nexport const planted = it;\n`;
  it.each([
    ["a node module in the domain", "packages/domain/src/case/planted.ts", use("node:fs"), restricted],
    ["a package in the domain", "packages/domain/src/case/planted.ts", use("graphql"), restricted],
    ["a type from a package in the domain", "packages/domain/src/case/planted.ts", `export type { A } from "pg";\n`, restricted],
    ["a dynamic import in the domain", "packages/domain/src/case/planted.ts", `export const it = await import("node:fs");\n`, restricted],
    ["the domain reaching out of its folder", "packages/domain/src/case/planted.ts", use("../../../house/tree.mjs"), restricted],
    ["the domain importing what is made for its tests", "packages/domain/src/case/planted.ts", use("../testing/people.ts"), restricted],
    ["a node module in a test of the domain", "packages/domain/src/case/planted.test.ts", use("node:fs"), restricted],
    ["a node module in the sdk", "packages/sdk/src/planted.ts", use("node:fs"), restricted],
    ["a package in the sdk", "packages/sdk/src/planted.ts", use("graphql"), restricted],
    ["a test of the sdk reaching into the API", "packages/sdk/src/planted.test.ts", use("../../../apps/api/src/main.ts"), restricted],
    ["the API importing the page by its name", "apps/api/src/cases/planted.ts", use("@bandeng/admin"), restricted],
    ["the API importing the page by its path", "apps/api/src/cases/planted.ts", use("../../../admin/src/main.tsx"), restricted],
    ["the page importing the API by its name", "apps/admin/src/board/planted.tsx", use("@bandeng/api"), restricted],
    ["the page importing the API by its path", "apps/admin/src/board/planted.tsx", use("../../../api/src/main.ts"), restricted],
    ["a primitive importing a feature", "apps/admin/src/ui/planted.tsx", use("../board/Board.tsx"), restricted],
    ["a primitive importing the domain", "apps/admin/src/ui/planted.tsx", use("@bandeng/domain"), restricted],
    ["an any", "apps/api/src/cases/planted.ts", "export const planted = (it: any): unknown => it;\n", "no-explicit-any"],
    ["a word to the console", "apps/api/src/cases/planted.ts", `console.log("planted");\n`, "no-console"],
  ])("refuses %s", (_name, file, text, rule) => {
    copy.plant(file, text);
    const { status, output } = runTool("oxlint", ["--deny-warnings", file]);
    expect(output).toContain(rule);
    expect(status).toBe(1);
  });

  it("refuses a cycle, also when it looks at everything", () => {
    copy.plant("apps/api/src/cases/chicken.ts", `import { egg } from "./egg.ts";\nexport const chicken = (): unknown => egg;\n`);
    copy.plant("apps/api/src/cases/egg.ts", `import { chicken } from "./chicken.ts";\nexport const egg = (): unknown => chicken;\n`);
    const { status, output } = runTool("oxlint", ["--deny-warnings"]);
    expect(output).toMatch(/no-cycle[\s\S]*chicken\.ts/);
    expect(output).toContain("planted.tsx");
    expect(status).toBe(1);
  });

  it.each([
    ["packages/domain/src/case/good.ts", `import * as it from "../refusal.ts";\nexport const good = it;\n`],
    ["packages/domain/src/case/good.test.ts", use("vitest")],
    ["packages/domain/src/testing/good.ts", use("fast-check")],
    ["apps/api/src/cases/good.ts", use("@bandeng/domain")],
    ["apps/admin/src/ui/good.tsx", use("./Icon.tsx")],
    ["apps/admin/src/ui/good.tsx", use("../words/useWords.tsx")],
  ])("lets through what %s may do", (file, text) => {
    copy.plant(file, text);
    expect(runTool("oxlint", ["--deny-warnings", file])).toMatchObject({ status: 0 });
  });
});

describe("the compiler", () => {
  beforeAll(() => {
    copy = copyRepository();
    // The only file: errors of the others are not what is asked here.
    copy.plant("packages/domain/tsconfig.planted.json", `{ "extends": "./tsconfig.json", "include": [], "files": ["src/planted.ts"] }`);
  });
  afterAll(() => copy.remove());

  it.each([
    ["a node module", `import "node:fs";\nexport {};\n`, "node:fs"],
    ["a global of Node", "export const planted = process.pid;\n", "process"],
    ["a global of the browser", "export const planted = document.title;\n", "document"],
    ["the network", `export const planted = fetch("/");\n`, "fetch"],
    ["a value that may be missing", "export const planted: number = [1][0];\n", "undefined"],
  ])("refuses %s in the domain", (_name, text, word) => {
    copy.plant("packages/domain/src/planted.ts", text);
    const { status, output } = runTool("tsc", ["--noEmit", "-p", "tsconfig.planted.json"], "packages/domain");
    expect(output).toMatch(new RegExp(`planted\\.ts.*error.*${word}`));
    expect(status).not.toBe(0);
  });

  it("lets through what the domain may do", () => {
    copy.plant("packages/domain/src/planted.ts", "export const planted = (numbers: number[]): number[] => numbers.toSorted();\n");
    expect(runTool("tsc", ["--noEmit", "-p", "tsconfig.planted.json"], "packages/domain")).toEqual({ status: 0, output: "" });
  });
});

describe("knip", () => {
  beforeAll(() => void (copy = copyRepository()));
  afterAll(() => copy.remove());

  it("names a dead export, a dead file and a dead dependency in every part", () => {
    const parts = ["packages/domain/src", "packages/sdk/src", "packages/house", "apps/api/src", "apps/admin/src"];
    for (const part of parts) copy.plant(`${part}/planted-file.ts`, "export const planted = 1;\n");
    copy.plant("packages/domain/src/planted-pair.ts", "export const plantedExport = 1;\nexport const plantedUsed = 2;\n");
    copy.plant("packages/domain/src/refusal.ts", `${read("packages/domain/src/refusal.ts")}\nimport { plantedUsed } from "./planted-pair.ts";\nvoid plantedUsed;\n`);
    copy.plant("packages/house/tree.mjs", `${read("packages/house/tree.mjs")}\nexport const plantedExport = 1;\n`);
    const manifest = JSON.parse(read("apps/api/package.json")) as { dependencies: Record<string, string> };
    manifest.dependencies["planted-dependency"] = "1.0.0";
    copy.plant("apps/api/package.json", JSON.stringify(manifest));

    const { status, output } = runTool("knip", ["--no-progress"]);
    for (const part of parts) expect(output).toContain(`${part}/planted-file.ts`);
    expect(output).toMatch(/plantedExport.*packages\/house\/tree\.mjs/);
    expect(output).toMatch(/plantedExport.*packages\/domain\/src\/planted-pair\.ts/);
    expect(output).not.toMatch(/plantedUsed/);
    expect(output).toMatch(/planted-dependency.*apps\/api\/package\.json/);
    expect(status).toBe(1);
  });
});

describe("publint and are-the-types-wrong", () => {
  const part = "packages/domain";
  type Manifest = { exports: Record<string, Record<string, string>> };

  beforeEach(() => {
    copy = copyRepository();
    copy.plant(`${part}/dist/index.js`, "export const good = 1;\n");
    copy.plant(`${part}/dist/index.d.ts`, "export declare const good: number;\n");
    return () => copy.remove();
  });

  const publint = (): ReturnType<typeof runTool> => runTool("publint", ["--strict", "--pack", "npm"], part);
  const attw = (): ReturnType<typeof runTool> => runTool("attw", ["--pack", ".", "--profile", "esm-only"], part);

  it("let a good package through", () => {
    expect(publint()).toMatchObject({ status: 0 });
    expect(attw()).toMatchObject({ status: 0 });
  });

  it("publint refuses an entry that is not in the package", () => {
    const manifest = JSON.parse(readFileSync(join(copy.folder, part, "package.json"), "utf8")) as Manifest;
    manifest.exports["."] = { ...manifest.exports["."], default: "./dist/planted.js" };
    copy.plant(`${part}/package.json`, JSON.stringify(manifest));
    const { status, output } = publint();
    expect(output).toContain("./dist/planted.js but the file does not exist");
    expect(status).toBe(1);
  });

  it("are-the-types-wrong refuses types that do not fit the code", () => {
    copy.plant(`${part}/dist/index.d.ts`, `export * from "./planted";\n`);
    const { status, output } = attw();
    expect(output).toMatch(/internal resolution error/i);
    expect(status).toBe(1);
  });
});

describe("the rules of the tree", () => {
  const clean: Tree = { files, read };
  const withFile = (file: string, text = ""): Tree => ({
    files: [...files.filter((each) => each !== file), file],
    read: (each) => (each === file ? text : read(each)),
  });
  const long = (lines: number): string => "export const line = 1;\n".repeat(lines);
  const manifest = (more: object): string => JSON.stringify({ ...JSON.parse(read("packages/domain/package.json")), ...more });

  it.each([
    ["top level", withFile("notes.txt")],
    ["top level", withFile("docs/plan.md")],
    ["top level", { files: files.filter((file) => file !== "LICENSE"), read }],
    ["name", withFile("apps/api/src/cases/utils.ts")],
    ["name", withFile("apps/api/src/common/cases.ts")],
    ["name", withFile("apps/admin/src/board/CaseManager.tsx")],
    ["name", withFile("packages/domain/src/case/case-helpers.test.ts")],
    ["lines", withFile("apps/api/src/cases/long.ts", long(351))],
    ["depend on nothing", withFile("packages/domain/package.json", manifest({ dependencies: { graphql: "16.15.0" } }))],
    ["depend on nothing", withFile("packages/domain/package.json", manifest({ peerDependencies: { graphql: "16.15.0" } }))],
    ["depend on nothing", withFile("packages/sdk/package.json", manifest({ dependencies: { graphql: "16.15.0" } }))],
    ["barrel", withFile("apps/api/src/cases/index.ts", `// cases\nexport * from "./a.ts";\nexport { b, type C } from "./b.ts";\n`)],
    ["barrel", withFile("apps/admin/src/ui/all.ts", `export type { A } from "./a.ts";`)],
  ])("%s: names what was planted", (name, planted) => {
    const rule = treeRules.find((each) => each.name.includes(name));
    const before = rule?.violations(clean) ?? [];
    const after = rule?.violations(planted) ?? [];
    expect(after.length).toBe(before.length + 1);
  });

  it("lets through what is allowed", () => {
    for (const [file, text] of [
      ["apps/api/src/cases/long.ts", long(350)],
      ["apps/api/src/cases/long.test.ts", long(900)],
      ["apps/api/src/database/migrations/first.ts", long(900)],
      ["apps/api/src/cases/database.ts", `export * from "./a.ts";\nexport const b = 1;\n`],
    ] as const) {
      for (const rule of treeRules) expect(rule.violations(withFile(file, text))).toEqual(rule.violations(clean));
    }
  });
});

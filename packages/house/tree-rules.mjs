/** @import { Tree } from "./tree.mjs" */

/**
 * @typedef {object} TreeRule
 * @property {string} name
 * @property {(tree: Tree) => string[]} violations One line each, for the person who made it.
 */

const TOP_LEVEL = new Set([
  ".ci",
  ".gitignore",
  ".knip.json",
  ".npmrc",
  ".oxlintrc.json",
  "LICENSE",
  "README.md",
  "apps",
  "package.json",
  "packages",
  "pnpm-lock.yaml",
  "pnpm-workspace.yaml",
  "tsconfig.base.json",
  "turbo.json",
]);

/** Names that say where something did not fit, not what it is. */
const EMPTY_NAMES = new Set(["util", "utils", "helper", "helpers", "misc", "common", "manager", "base", "dto"]);

const LONGEST = 350;

/** The public faces of the packages that others install. */
const BARRELS = new Set(["packages/domain/src/index.ts", "packages/sdk/src/index.ts"]);

/** @type {readonly TreeRule[]} */
export const treeRules = [
  {
    name: "the top level holds exactly what the architecture lists",
    violations({ files }) {
      const present = new Set(files.map((file) => file.split("/", 1)[0] ?? file));
      return [
        ...[...present].filter((entry) => !TOP_LEVEL.has(entry)).map((entry) => `${entry}: not on the list`),
        ...[...TOP_LEVEL].filter((entry) => !present.has(entry)).map((entry) => `${entry}: missing`),
      ];
    },
  },
  {
    name: "every file and folder has a name that says something",
    violations: ({ files }) =>
      files.filter((file) => /^(apps|packages)\//.test(file) && file.split("/").some((part) => wordsOf(part).some((word) => EMPTY_NAMES.has(word)))),
  },
  {
    name: `a file written by hand has at most ${LONGEST} lines`,
    violations({ files, read }) {
      const written = files.filter((file) => /^(apps|packages)\/.*\.(tsx?|mjs)$/.test(file) && !isTestOrMade(file));
      const lengths = written.map((file) => ({ file, lines: read(file).trimEnd().split("\n").length }));
      return lengths.filter(({ lines }) => lines > LONGEST).map(({ file, lines }) => `${file}: ${lines} lines`);
    },
  },
  {
    name: "the domain and the sdk depend on nothing",
    violations({ read }) {
      const kinds = ["dependencies", "peerDependencies", "optionalDependencies", "bundledDependencies", "bundleDependencies"];
      return ["packages/domain", "packages/sdk"].flatMap((folder) => {
        const manifest = JSON.parse(read(`${folder}/package.json`));
        return kinds.flatMap((kind) => Object.keys(manifest[kind] ?? {}).map((name) => `${folder} ${kind}: ${name}`));
      });
    },
  },
  {
    name: "the indexes of domain and sdk are the only barrels",
    violations: ({ files, read }) =>
      files.filter((file) => /^(apps|packages)\/.*\.(tsx?|mjs)$/.test(file) && !BARRELS.has(file) && isBarrel(read(file))),
  },
];

/** @param {string} part For example "caseManager.test.ts" -> case, manager, test, ts. */
function wordsOf(part) {
  return part
    .replace(/([a-z\d])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .split(/[^a-z\d]+/);
}

/** @param {string} file */
function isTestOrMade(file) {
  return /\.(test|e2e|bench)\.|\.d\.ts$|\/(e2e|generated|graphql|migrations)\//.test(file);
}

/** @param {string} text A file that does nothing but hand on what others export. */
function isBarrel(text) {
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "").trim();
  return /^(export\s+(type\s+)?(\*(\s+as\s+\w+)?|\{[^}]*\})\s+from\s+["'][^"']+["'];?\s*)+$/.test(code);
}

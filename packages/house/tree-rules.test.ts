import { expect, it } from "vitest";
import { readTree, type Tree } from "./tree.mjs";
import { treeRules } from "./tree-rules.mjs";

const tree: Tree = readTree();

it.each(treeRules)("$name", ({ violations }) => {
  expect(violations(tree)).toEqual([]);
});

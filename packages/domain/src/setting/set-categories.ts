import type { CommunitySetting } from "./community-setting.ts";
import { ifChanged, whyNotConfigure, type SettingDecision } from "./record-setting.ts";
import type { CaseKind } from "../case/case.ts";
import type { Category } from "../case/categories.ts";
import { textProblem } from "../case/guards.ts";
import type { Facts } from "../case/record.ts";
import { refuse, type Refusal } from "../refusal.ts";

/** The three branches of the tree: assets 部件, events 事件, disputes 纠纷. They are the same everywhere, for statistics. */
export const categoryBranches = ["assets", "events", "disputes"] as const;
export type CategoryBranch = (typeof categoryBranches)[number];

/** Most leaves of a tree, and the longest name of one in characters. */
export const mostCategories = 100;
export const categoryNameLimit = 20;

/** A leaf as somebody wants it. */
export interface CategoryInput {
  /** Null for a new one. */
  readonly id: string | null;
  readonly branch: CategoryBranch;
  readonly zh: string;
  /** Empty: the Chinese name stands for it. */
  readonly en: string;
  readonly off: boolean;
}

/** The branch a category belongs to: the first part of its id, which never changes. */
export function branchOf({ id }: Pick<Category, "id">): CategoryBranch {
  return id.split(".")[0] as CategoryBranch;
}

const kindsOf = (branch: CategoryBranch): readonly CaseKind[] => (branch === "disputes" ? ["DISPUTE"] : ["OPINION", "DIFFICULTY"]);

/** `assets.own3`: the next number that no leaf of the tree ever had, for leaves are never taken out. */
function newIds(before: readonly Category[]): (branch: CategoryBranch) => string {
  let last = Math.max(0, ...before.map(({ id }) => Number(/\.own(\d+)$/.exec(id)?.[1] ?? 0)));
  return (branch) => `${branch}.own${(last += 1)}`;
}

function problemOf(before: readonly Category[], given: readonly CategoryInput[]): Refusal | null {
  if (given.length > mostCategories) return refuse("LIST_TOO_LONG", { most: mostCategories }, "categories");
  const ids = given.flatMap(({ id }) => id ?? []);
  if (before.some(({ id }) => !ids.includes(id))) return refuse("CATEGORY_MISSING", {}, "categories");
  if (ids.length !== before.length || given.some(({ id, branch }) => id !== null && branchOf({ id }) !== branch)) return refuse("UNKNOWN_CATEGORY", {}, "categories");
  for (const { zh, en } of given) {
    const wrong = textProblem("name", zh, categoryNameLimit) ?? (en.length > 2 * categoryNameLimit ? refuse("TEXT_TOO_LONG", { field: "name", limit: 2 * categoryNameLimit }, "categories") : null);
    if (wrong) return wrong;
  }
  for (const branch of categoryBranches) {
    const names = given.filter((one) => one.branch === branch).map(({ zh }) => zh.trim());
    const twice = names.find((name, i) => names.indexOf(name) !== i);
    if (twice !== undefined) return refuse("CATEGORY_TWICE", { name: twice }, "categories");
    if (!given.some((one) => one.branch === branch && !one.off)) return refuse("BRANCH_EMPTY", { branch }, "categories");
  }
  return null;
}

/**
 * 设置分类: the community's own tree as a whole: names, order, leaves switched off, leaves of its own. No leaf is taken out,
 * for cases keep their category; statistics go by the id, whatever it is called.
 */
export function decideSetCategories(before: CommunitySetting, given: readonly CategoryInput[], facts: Facts): SettingDecision {
  const no = whyNotConfigure(before.communityCode, facts) ?? problemOf(before.categories, given);
  if (no) return no;
  const newId = newIds(before.categories);
  const categories = categoryBranches.flatMap((branch) =>
    given
      .filter((one) => one.branch === branch)
      .map(({ id, zh, en, off }): Category => ({ id: id ?? newId(branch), zh: zh.trim(), en: en.trim() || zh.trim(), kinds: kindsOf(branch), ...(off ? { off: true } : {}) })),
  );
  return ifChanged({ type: "CATEGORIES_SET", at: facts.now, payload: { categories } }, before);
}

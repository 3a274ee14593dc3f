import type { CaseKind } from "./case.ts";
import type { Facts } from "./record.ts";
import { refuse, type Refusal } from "../refusal.ts";

/** A node of the category tree: `assets.sewer`. A DISPUTE has categories of its own. */
export interface Category {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly kinds: readonly CaseKind[];
  /** Switched off by the community: cases that have it keep it, no other one gets it. */
  readonly off?: true;
}

const matter = ["OPINION", "DIFFICULTY"] as const;
const dispute = ["DISPUTE"] as const;

/** The default tree: assets 部件, events 事件 (GB/T 34300 vocabulary) and disputes 纠纷. */
export const categories: readonly Category[] = [
  { id: "assets.sewer", zh: "下水管道", en: "Sewer", kinds: matter },
  { id: "assets.leak", zh: "公共部位漏水", en: "Leak in common parts", kinds: matter },
  { id: "assets.lighting", zh: "楼道照明", en: "Lighting", kinds: matter },
  { id: "assets.lift", zh: "电梯", en: "Lift", kinds: matter },
  { id: "assets.road", zh: "道路铺装", en: "Road and paving", kinds: matter },
  { id: "assets.drying", zh: "晾晒设施", en: "Drying of laundry", kinds: matter },
  { id: "assets.stairwell", zh: "楼道设施", en: "Stairwell", kinds: matter },
  { id: "assets.roof", zh: "屋面", en: "Roof", kinds: matter },
  { id: "events.parking", zh: "停车", en: "Parking", kinds: matter },
  { id: "events.charging", zh: "飞线充电", en: "Wiring and charging", kinds: matter },
  { id: "events.litter", zh: "环境卫生", en: "Litter", kinds: matter },
  { id: "events.noise", zh: "噪声", en: "Noise", kinds: matter },
  { id: "events.dogs", zh: "犬只", en: "Dogs", kinds: matter },
  { id: "events.greenery", zh: "绿化", en: "Greenery", kinds: matter },
  { id: "events.fireLane", zh: "消防通道", en: "Fire lane", kinds: matter },
  { id: "disputes.leak", zh: "楼上楼下漏水", en: "Leak between floors", kinds: dispute },
  { id: "disputes.dogs", zh: "犬只扰民", en: "Dogs", kinds: dispute },
  { id: "disputes.drying", zh: "不文明晾晒", en: "Drying of laundry", kinds: dispute },
  { id: "disputes.noise", zh: "噪声扰民", en: "Noise", kinds: dispute },
  { id: "disputes.stairwell", zh: "楼道堆物", en: "Things in the stairwell", kinds: dispute },
  { id: "disputes.family", zh: "家庭纠纷", en: "Family", kinds: dispute },
  { id: "disputes.fee", zh: "物业费", en: "Property fee", kinds: dispute },
];

/** The category of an id in a tree, also one that is switched off; null when there is none. */
export function categoryOf(id: string, tree: readonly Category[] = categories): Category | null {
  return tree.find((category) => category.id === id) ?? null;
}

/** Whether a category is for this kind of case, whatever a community calls it: its branch says so. */
export function fitsKind(id: string, kind: CaseKind): boolean {
  return id.startsWith("disputes.") === (kind === "DISPUTE");
}

/** The categories a case of this kind can be given, in the tree's order. */
export function offeredCategories(tree: readonly Category[], kind: CaseKind): readonly Category[] {
  return tree.filter(({ kinds, off }) => off !== true && kinds.includes(kind));
}

/** Refuses a category that a case of this kind cannot be given; null when it can. */
export function categoryProblem(id: string, kind: CaseKind, { categories: tree = categories }: Pick<Facts, "categories">): Refusal | null {
  const category = categoryOf(id, tree);
  if (!category) return refuse("UNKNOWN_CATEGORY", {}, "category");
  if (category.off) return refuse("CATEGORY_OFF", {}, "category");
  return category.kinds.includes(kind) ? null : refuse("CATEGORY_OF_OTHER_KIND", {}, "category");
}

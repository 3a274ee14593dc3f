import { categories, type CaseKind, type Category, categoryOf, offeredCategories } from "@bandeng/domain";
import { useSyncExternalStore } from "react";
import type { Language } from "../words/language.ts";

/** The trees of communities that have their own, by the community's code. */
type Trees = ReadonlyMap<string, readonly Category[]>;

let trees: Trees = new Map();
const listeners = new Set<() => void>();

/** Takes the trees as the server has them; what is not among them has the default tree. */
export function setOwnTrees(next: Trees): void {
  trees = next;
  for (const tell of listeners) tell();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Draws again when the trees arrive. Names are then asked of {@link categoryName} and {@link categoriesFor}. */
export function useOwnTrees(): void {
  useSyncExternalStore(subscribe, () => trees);
}

const treeOf = (areaCode: string | null | undefined): readonly Category[] => trees.get(areaCode?.slice(0, 12) ?? "") ?? categories;

/** What the community of an area calls a category; null for an id that nobody knows. */
export function categoryName(id: string, areaCode: string | null | undefined, language: Language): string | null {
  return (categoryOf(id, treeOf(areaCode)) ?? categoryOf(id))?.[language] ?? null;
}

/** What a case in this area can be given; of every kind where none is chosen yet. */
export function categoriesFor(kind: CaseKind | null, areaCode: string | null | undefined): readonly Category[] {
  const tree = treeOf(areaCode);
  return kind === null ? tree.filter(({ off }) => off !== true) : offeredCategories(tree, kind);
}

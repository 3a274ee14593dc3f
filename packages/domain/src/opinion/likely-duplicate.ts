import type { CaseKind, CasePlace, CaseStatus } from "../case/case.ts";
import { isOpen } from "../case/case.ts";
import type { Instant } from "../deadline/moment.ts";

/** Natural days in which somebody else who speaks of the same place probably speaks of the same matter. */
export const duplicateDays = 90;

/** How exactly two places are the same. */
export const samePlaces = ["UNIT", "BUILDING", "COMPOUND"] as const;
export type SamePlace = (typeof samePlaces)[number];

/** What is being written down, as far as it is known while typing. */
export interface DraftMatter {
  readonly place: CasePlace;
  readonly kind: CaseKind | null;
  readonly category: string | null;
  /** What was typed so far, and how that is typed on a keyboard (pinyin); more than one way to say it may be given. */
  readonly said: readonly string[];
  readonly now: Instant;
}

/** A case that may be the same matter. */
export interface KnownMatter {
  readonly place: CasePlace;
  readonly kind: CaseKind;
  readonly category: string | null;
  readonly status: CaseStatus;
  readonly closedAt: Instant | null;
  /** When somebody spoke of it last. */
  readonly heardAt: Instant;
  /** Its title and the words of its reporters, and how these are typed. */
  readonly said: readonly string[];
}

export interface Likeness {
  /** 0 to 100: the higher, the likelier the same matter. */
  readonly score: number;
  readonly samePlace: SamePlace;
  readonly sameCategory: boolean;
  /** Share of what was typed that the other one says too, in whole percent. */
  readonly wordsPercent: number;
}

/** From which share on words count as similar by themselves, in percent. */
export const similarFrom = 30;

/** The most exact place two matters share; null when none is known to be shared. */
export function sharedPlace(one: CasePlace, other: CasePlace): SamePlace | null {
  if (one.unitId !== null && one.unitId === other.unitId) return "UNIT";
  if (one.buildingId !== null && one.buildingId === other.buildingId) return "BUILDING";
  return one.compoundId !== null && one.compoundId === other.compoundId ? "COMPOUND" : null;
}

/** Neighbouring pairs of letters and digits: two of them tell Chinese words apart, where spaces do not. */
function pairs(text: string): ReadonlySet<string> {
  const signs = [...text.toLowerCase()].filter((sign) => /[\p{L}\p{N}]/u.test(sign));
  return new Set(signs.slice(1).map((sign, i) => `${signs[i]}${sign}`));
}

/**
 * How much of the shorter text stands in the longer one, in whole percent: of its neighbouring pairs of signs. Less than
 * two pairs say nothing.
 */
export function wordsAlike(one: string, other: string): number {
  const [fewer, more] = [pairs(one), pairs(other)].toSorted((a, b) => a.size - b.size) as [ReadonlySet<string>, ReadonlySet<string>];
  if (fewer.size < 2) return 0;
  return Math.floor((100 * [...fewer].filter((pair) => more.has(pair)).length) / fewer.size);
}

const DAY = 86_400_000;

/** Whether somebody still looks there: open and spoken of, or closed, within 90 days. */
function isRecent(known: KnownMatter, now: Instant): boolean {
  const last = known.status === "CLOSED" ? known.closedAt : isOpen(known.status) ? known.heardAt : null;
  return last !== null && Date.parse(now) - Date.parse(last) <= duplicateDays * DAY;
}

const placeScore: Readonly<Record<SamePlace, number>> = { UNIT: 40, BUILDING: 30, COMPOUND: 15 };

/**
 * Whether a case probably is the matter that is being written down, and how probably. It must be at the same place, open
 * or closed, within 90 days, of a kind it could be merged with (a dispute only with a dispute), and of the same category
 * or in similar words. Score = place (unit 40, building 30, compound 15) + category (30; the same branch of the tree 10)
 * + 30 × the share of common words. Proposes only: people decide.
 *
 * @returns null when it is not likely
 */
export function likeness(draft: DraftMatter, known: KnownMatter): Likeness | null {
  const place = sharedPlace(draft.place, known.place);
  if (place === null || !isRecent(known, draft.now)) return null;
  if (draft.kind !== null && draft.kind !== known.kind && (draft.kind === "DISPUTE" || known.kind === "DISPUTE")) return null;
  const sameCategory = draft.category !== null && draft.category === known.category;
  const wordsPercent = Math.max(0, ...draft.said.flatMap((one) => known.said.map((other) => wordsAlike(one, other))));
  if (!sameCategory && wordsPercent < similarFrom) return null;
  const branch = (category: string | null): string | undefined => category?.split(".")[0];
  const sameBranch = draft.category !== null && branch(draft.category) === branch(known.category);
  const score = placeScore[place] + (sameCategory ? 30 : sameBranch ? 10 : 0) + Math.floor((30 * wordsPercent) / 100);
  return { score, samePlace: place, sameCategory, wordsPercent };
}

/** The likely ones of several, the likeliest first, equal ones by when they were last spoken of, then by id. */
export function likelyDuplicates<K extends KnownMatter & { readonly id: string }>(draft: DraftMatter, known: readonly K[]): readonly (Likeness & { readonly of: K })[] {
  return known
    .flatMap((of) => {
      const like = likeness(draft, of);
      return like ? [{ ...like, of }] : [];
    })
    .toSorted((a, b) => b.score - a.score || (a.of.heardAt < b.of.heardAt ? 1 : a.of.heardAt > b.of.heardAt ? -1 : 0) || (a.of.id < b.of.id ? -1 : 1));
}

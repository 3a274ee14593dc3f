import type { Stance } from "./agenda-item.ts";

/** How a bench agrees. The presets of the Civil Code, art. 278: HALF of both, or THREE_QUARTERS of both to raise maintenance funds, rebuild or change use. */
export const consensusRules = ["WIDEST_AGREEMENT", "MAJORITY", "CIVIL_CODE_278_HALF", "CIVIL_CODE_278_THREE_QUARTERS"] as const;
export type ConsensusRule = (typeof consensusRules)[number];

/** Whether a rule is one of the two presets of the Civil Code, art. 278, which count all owners and their areas. */
export function isCivilCode278(rule: ConsensusRule): boolean {
  return rule === "CIVIL_CODE_278_HALF" || rule === "CIVIL_CODE_278_THREE_QUARTERS";
}

/** What the rules look at: households, not people. Whoever is recused was taken out before. */
export interface Ballot {
  readonly optionIds: readonly string[];
  /** Every household the matter concerns, each once. `areaCm2` (integer) matters to the Civil Code's presets alone. */
  readonly affected: readonly { readonly householdId: string; readonly areaCm2: number | null; readonly direct: boolean }[];
  /** Households with somebody on the bench. */
  readonly present: readonly string[];
  readonly positions: readonly { readonly householdId: string; readonly optionId: string; readonly stance: Stance }[];
}

/** How the affected households stand to one option. Areas in cm², 0 where they are not known. */
export interface OptionTally {
  readonly optionId: string;
  readonly for: number;
  readonly accept: number;
  readonly against: number;
  /** AGAINST of households that are concerned directly. */
  readonly directAgainst: number;
  readonly agreeCm2: number;
  readonly againstCm2: number;
}

/** The count behind an outcome, for everybody to check. */
export interface Tally {
  readonly affected: number;
  readonly present: number;
  /** Households with a position on any option, and their area: who takes part, in the words of the Civil Code, art. 278. */
  readonly takePart: number;
  readonly affectedCm2: number;
  readonly takePartCm2: number;
  readonly options: readonly OptionTally[];
}

/**
 * Why no option was reached. NO_OPTION: nobody is for any. NO_MAJORITY: none has the share the rule wants. CONTESTED: each
 * has a directly concerned household against it, and two thirds do not carry it. TIE: equal on all counts.
 * TURNOUT: fewer than two thirds of owners or area take part.
 */
export const whyNotReached = ["NO_OPTION", "NO_MAJORITY", "CONTESTED", "TIE", "TURNOUT"] as const;
export type WhyNotReached = (typeof whyNotReached)[number];

export type Consensus =
  | { readonly reached: string; readonly tally: Tally }
  | { readonly reached: null; readonly why: WhyNotReached; readonly tally: Tally };

type Chosen = string | WhyNotReached;

/** Which of two stances of one household counts: the more cautious one, so that no order of writing down changes an outcome. */
const caution: Record<Stance, number> = { FOR: 0, ACCEPT: 1, AGAINST: 2 };

interface Voice {
  readonly optionId: string;
  readonly householdId: string;
  readonly stance: Stance;
}

/** One voice of each affected household on each known option. */
function voicesOf({ optionIds, affected, present, positions }: Ballot): readonly Voice[] {
  const here = new Set(present);
  const known = new Set(affected.map((a) => a.householdId).filter((id) => here.has(id)));
  const options = new Set(optionIds);
  const voices = new Map<string, Voice>();
  for (const { householdId, optionId, stance } of positions) {
    if (!known.has(householdId) || !options.has(optionId)) continue;
    const key = JSON.stringify([householdId, optionId]);
    const earlier = voices.get(key);
    if (!earlier || caution[stance] > caution[earlier.stance]) voices.set(key, { householdId, optionId, stance });
  }
  return [...voices.values()];
}

/** Counts the positions of affected households, each once an option; nobody else's count. */
export function tallyOf(ballot: Ballot): Tally {
  const { affected, optionIds } = ballot;
  const present = new Set(ballot.present);
  const voices = voicesOf(ballot);
  const byId = new Map(affected.map((a) => [a.householdId, a]));
  const cm2 = (ids: Iterable<string>): number => [...ids].reduce((sum, id) => sum + (byId.get(id)?.areaCm2 ?? 0), 0);
  const takePart = new Set(voices.map((v) => v.householdId));
  const options = optionIds.map((optionId): OptionTally => {
    const own = voices.filter((v) => v.optionId === optionId);
    const of = (stance: Stance) => own.filter((v) => v.stance === stance).map((v) => v.householdId);
    const [pro, accept, against] = [of("FOR"), of("ACCEPT"), of("AGAINST")];
    return {
      optionId, for: pro.length, accept: accept.length, against: against.length,
      directAgainst: against.filter((id) => byId.get(id)?.direct === true).length,
      agreeCm2: cm2([...pro, ...accept]), againstCm2: cm2(against),
    };
  });
  return {
    affected: byId.size, present: [...byId.keys()].filter((id) => present.has(id)).length,
    takePart: takePart.size, affectedCm2: cm2(byId.keys()), takePartCm2: cm2(takePart), options,
  };
}

const agree = (option: OptionTally): number => option.for + option.accept;

/** The one with the most FOR, then the most ACCEPT; TIE when two are equal in both. */
function strongest(options: readonly OptionTally[]): Chosen {
  const [first, second] = options.toSorted((a, b) => b.for - a.for || b.accept - a.accept);
  if (!first) return "NO_MAJORITY";
  return second && second.for === first.for && second.accept === first.accept ? "TIE" : first.optionId;
}

/**
 * 最大公约数. An option needs a FOR, and FOR or ACCEPT of more than half of the affected households present. Of those that no
 * directly concerned household is against, the strongest; where none is free of that, those with the fewest against, the
 * strongest of them that carry two thirds of the affected households present.
 */
function widest({ present, options }: Tally): Chosen {
  const possible = options.filter((o) => o.for >= 1 && agree(o) * 2 > present);
  if (possible.length === 0) return options.some((o) => o.for >= 1) ? "NO_MAJORITY" : "NO_OPTION";
  const free = possible.filter((o) => o.directAgainst === 0);
  if (free.length > 0) return strongest(free);
  const fewest = Math.min(...possible.map((o) => o.directAgainst));
  const carried = possible.filter((o) => o.directAgainst === fewest && agree(o) * 3 >= present * 2);
  return carried.length === 0 ? "CONTESTED" : strongest(carried);
}

/** FOR or ACCEPT of more than half of the households present, the most FOR first. */
function majority({ present, options }: Tally): Chosen {
  const carried = options.filter((o) => agree(o) * 2 > present);
  if (carried.length === 0) return options.some((o) => agree(o) >= 1) ? "NO_MAJORITY" : "NO_OPTION";
  return strongest(carried);
}

/**
 * Joint decisions of owners: two thirds by head and by area take part, and of those more than half (or three quarters) by
 * head and by area agree. Source: Civil Code, art. 278.
 */
function civilCode278({ affected, affectedCm2, takePart, takePartCm2, options }: Tally, threeQuarters: boolean): Chosen {
  if (takePart === 0) return "NO_OPTION";
  if (takePart * 3 < affected * 2 || takePartCm2 * 3 < affectedCm2 * 2) return "TURNOUT";
  const enough = (part: number, whole: number): boolean => (threeQuarters ? part * 4 >= whole * 3 : part * 2 > whole);
  return strongest(options.filter((o) => enough(agree(o), takePart) && enough(o.agreeCm2, takePartCm2)));
}

function choose(rule: ConsensusRule, tally: Tally): Chosen {
  switch (rule) {
    case "WIDEST_AGREEMENT":
      return widest(tally);
    case "MAJORITY":
      return majority(tally);
    case "CIVIL_CODE_278_HALF":
      return civilCode278(tally, false);
    case "CIVIL_CODE_278_THREE_QUARTERS":
      return civilCode278(tally, true);
  }
}

/**
 * What a bench has agreed on by a rule, or why on nothing, with the count. Pure and exact: integers only, and no order of
 * options, positions or households changes the outcome. Quorum and hearing are asked before (`decideResolveItem`).
 */
export function consensus(rule: ConsensusRule, ballot: Ballot): Consensus {
  const tally = tallyOf(ballot);
  const chosen = choose(rule, tally);
  const why = whyNotReached.find((reason) => reason === chosen);
  return why === undefined ? { reached: chosen, tally } : { reached: null, why, tally };
}

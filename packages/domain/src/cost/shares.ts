import { apportion } from "./apportion.ts";
import type { CostEventBody } from "./cost-events.ts";
import { toShareFen, type CostMethod, type CostPlan } from "./cost-plan.ts";
import { fenProblem, sumFen } from "./fen.ts";
import type { CostDecision } from "./record-cost.ts";
import { whyNotCost } from "./why-not-cost.ts";
import type { Case } from "../case/case.ts";
import type { Facts } from "../case/record.ts";
import { compareHouseholds, type HouseholdPosition } from "../place/household-order.ts";
import { withoutArea } from "../place/household.ts";
import { isRefusal, refuse, type Refusal } from "../refusal.ts";

/** Most households of one plan: a compound with more shares by its maintenance fund. */
export const costHouseholdsLimit = 500;

/** A household that is to bear a part. */
export interface SharingHousehold {
  readonly position: HouseholdPosition;
  readonly areaCm2: number | null;
}

export interface SharesInput {
  readonly method: CostMethod;
  /** Who shares: those affected by the case, or those who were named; in any order. */
  readonly households: readonly SharingHousehold[];
  /** The amounts of CUSTOM, in fen; of the other methods null. */
  readonly customShares: readonly { readonly householdId: string; readonly fen: number }[] | null;
}

type BareShares = readonly { readonly householdId: string; readonly areaCm2: number | null; readonly fen: number }[];

function customFen(toShare: number, ids: readonly string[], given: SharesInput["customShares"]): readonly number[] | Refusal {
  const wrong = (given ?? []).map(({ fen }) => fenProblem(fen, "customShares", 0)).find((problem) => problem !== null);
  if (wrong) return wrong;
  const byId = new Map((given ?? []).map(({ householdId, fen }) => [householdId, fen]));
  if (byId.size !== (given?.length ?? 0)) return refuse("ID_TWICE", {}, "customShares");
  if ([...byId.keys()].some((id) => !ids.includes(id))) return refuse("HOUSEHOLD_NOT_OF_PLAN", {}, "customShares");
  const sum = sumFen(given ?? []);
  return sum === toShare ? ids.map((id) => byId.get(id) ?? 0) : refuse("SHARES_SUM", { fen: toShare, given: sum }, "customShares");
}

/**
 * What each household bears of an amount, to the fen, in the household order. By area, in equal parts, or as it was agreed
 * on; the sum is the amount, always.
 */
export function sharesOf(toShare: number, { method, households, customShares }: SharesInput): BareShares | Refusal {
  if (toShare <= 0) return refuse("NOTHING_TO_SHARE", {});
  if (households.length === 0) return refuse("COST_NOBODY", {}, "households");
  if (households.length > costHouseholdsLimit) return refuse("HOUSEHOLDS_TOO_MANY", { limit: costHouseholdsLimit }, "households");
  const ordered = households.toSorted((a, b) => compareHouseholds(a.position, b.position));
  const ids = ordered.map(({ position }) => position.id);
  if (new Set(ids).size !== ids.length) return refuse("ID_TWICE", {}, "households");
  const missing = method === "AREA" ? withoutArea(households).length : 0;
  if (missing > 0) return refuse("AREA_UNKNOWN", { missing }, "households");
  const fen = method === "CUSTOM" ? customFen(toShare, ids, customShares) : apportion(toShare, ordered.map(({ areaCm2 }) => (method === "AREA" ? (areaCm2 ?? 0) : 1)));
  return isRefusal(fen) ? fen : ordered.map(({ areaCm2 }, i) => ({ householdId: ids[i] as string, areaCm2, fen: fen[i] as number }));
}

/**
 * What is to be shared changed: the same households by the same method. Amounts that were agreed on do not follow by
 * themselves, and go.
 */
export function reshared(plan: CostPlan, toShare: number, { at }: Pick<Facts, "at">): readonly CostEventBody[] {
  if (plan.shares.length === 0 || toShare === toShareFen(plan)) return [];
  const { method, agendaItemId } = plan;
  const fen = method === "CUSTOM" || toShare === 0 ? null : apportion(toShare, plan.shares.map(({ areaCm2 }) => (method === "AREA" ? (areaCm2 ?? 0) : 1)));
  const shares = fen ? plan.shares.map(({ householdId, areaCm2 }, i) => ({ householdId, areaCm2, fen: fen[i] as number })) : [];
  return [{ type: "SHARES_SET", at, bySystem: true, payload: { method, agendaItemId, shares } }];
}

export interface SetMethodInput extends SharesInput {
  /** What the bench agreed on, where the method needs it: an item of this case, and whether it has a resolution. */
  readonly resolution: { readonly agendaItemId: string; readonly caseId: string; readonly adopted: boolean } | null;
}

/**
 * 分摊方式: by floor area as the law has it, without a vote; in any other way only by a resolution on this case (Civil Code,
 * art. 283: costs are shared as agreed, else by floor area).
 */
export function decideSetCostMethod(plan: CostPlan, c: Case, input: SetMethodInput, facts: Facts): CostDecision {
  const no = whyNotCost("setMethod", plan, c, facts.viewer);
  if (no) return no;
  const { method, resolution } = input;
  const agreed = resolution !== null && resolution.adopted && resolution.caseId === c.id;
  if (method !== "AREA" && !agreed) return refuse("METHOD_NEEDS_RESOLUTION", {}, "agendaItemId");
  if (plan.chosenQuoteId === null) return refuse("QUOTE_MISSING", {});
  const shares = sharesOf(toShareFen(plan), input);
  if (isRefusal(shares)) return shares;
  return [{ type: "SHARES_SET", at: facts.at, payload: { method, agendaItemId: method === "AREA" ? null : (resolution?.agendaItemId ?? null), shares } }];
}

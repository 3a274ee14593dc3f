import { apportion } from "./apportion.ts";
import { balanceFen, borneBy, chosenQuote, owedFen, residentsCostFen, validReceipts, type CostPlan, type PayMethod } from "./cost-plan.ts";
import { fenProblem, sumFen } from "./fen.ts";
import type { CostDecision } from "./record-cost.ts";
import { whyNotCost } from "./why-not-cost.ts";
import type { Case } from "../case/case.ts";
import { optionalTextProblem, textProblem } from "../case/guards.ts";
import type { Facts } from "../case/record.ts";
import { refuse } from "../refusal.ts";

/** 付款: to the contractor whose quote was chosen; never more than there is, nor than the residents' part of the final account. */
export function decidePayOut(plan: CostPlan, c: Case, { payoutId, fen, note }: { readonly payoutId: string; readonly fen: number; readonly note: string }, facts: Facts): CostDecision {
  const no = whyNotCost("payOut", plan, c, facts.viewer) ?? fenProblem(fen, "fen") ?? optionalTextProblem("note", note);
  if (no) return no;
  const quote = chosenQuote(plan);
  if (!quote) return refuse("QUOTE_MISSING", {});
  const left = plan.final ? residentsCostFen(plan, plan.final.totalFen) - sumFen(plan.payouts) : balanceFen(plan);
  const most = Math.min(left, balanceFen(plan));
  if (fen > most) return refuse("COST_BALANCE_SHORT", { fen: most }, "fen");
  const texts = note.trim() === "" ? {} : { texts: [{ kind: "PAYOUT", itemId: payoutId, text: note }] as const };
  return [{ type: "PAID_OUT", at: facts.at, payload: { payoutId, contractorId: quote.contractorId, fen }, ...texts }];
}

/** What the residents get back, by what each bore (receipts by payer), to the fen, in the household order; nobody with nothing. */
export function refundsOf(plan: Pick<CostPlan, "shares" | "receipts">, savedFen: number): readonly { readonly householdId: string; readonly fen: number }[] {
  const ids = plan.shares.map(({ householdId }) => householdId);
  const fen = apportion(savedFen, ids.map((id) => borneBy(plan, id)));
  return ids.map((householdId, i) => ({ householdId, fen: fen[i] as number })).filter((refund) => refund.fen > 0);
}

export interface FinalAccountInput {
  /** All of it, the part of bodies that pay directly included; 0 when the work fell through. */
  readonly totalFen: number;
  readonly note: string;
  /** An id for each refund there may be: given by whoever stores it. */
  readonly newId: () => string;
}

/**
 * 决算: what it really cost. What the residents paid too much goes back by what each bore. Every share is paid or borne by
 * then, unless nothing is owed for anything. May be made anew until the first refund is paid.
 */
export function decideSetFinalAccount(plan: CostPlan, c: Case, { totalFen, note, newId }: FinalAccountInput, facts: Facts): CostDecision {
  const no = whyNotCost("setFinalAccount", plan, c, facts.viewer) ?? fenProblem(totalFen, "totalFen", 0) ?? textProblem("note", note);
  if (no) return no;
  if (plan.refunds.some(({ paidAt }) => paidAt !== null)) return refuse("REFUNDS_STARTED", {});
  const cost = residentsCostFen(plan, totalFen);
  const received = sumFen(validReceipts(plan));
  const left = plan.shares.filter((share) => owedFen(plan, share) > 0).length;
  if (cost > 0 && left > 0) return refuse("SHARES_OPEN", { left });
  if (cost > received) return refuse("FINAL_TOO_HIGH", { fen: totalFen - (cost - received) }, "totalFen");
  const paidOut = sumFen(plan.payouts);
  if (cost < paidOut) return refuse("FINAL_BELOW_PAYOUTS", { fen: paidOut }, "totalFen");
  const refunds = refundsOf(plan, received - cost).map((refund) => ({ id: newId(), ...refund }));
  return [{ type: "FINAL_ACCOUNT_SET", at: facts.at, payload: { totalFen, refunds }, texts: [{ kind: "FINAL", itemId: null, text: note }] }];
}

/** 退款: one household gets back what the final account says. */
export function decidePayRefund(plan: CostPlan, c: Case, { refundId, method }: { readonly refundId: string; readonly method: PayMethod }, facts: Facts): CostDecision {
  const no = whyNotCost("payRefund", plan, c, facts.viewer);
  if (no) return no;
  const refund = plan.refunds.find(({ id }) => id === refundId);
  if (!refund) return refuse("REFUND_UNKNOWN", {}, "refundId");
  if (refund.paidAt !== null) return refuse("REFUND_PAID_ALREADY", {}, "refundId");
  const balance = balanceFen(plan);
  if (refund.fen > balance) return refuse("COST_BALANCE_SHORT", { fen: balance });
  return [{ type: "REFUND_PAID", at: facts.at, payload: { refundId, method } }];
}

/** 结清: the final account is made, everything is paid out or back, and nothing is left over. */
export function decideSettleCosts(plan: CostPlan, c: Case, facts: Facts): CostDecision {
  const no = whyNotCost("settleCosts", plan, c, facts.viewer);
  if (no) return no;
  if (!plan.final) return refuse("FINAL_MISSING", {});
  const balance = balanceFen(plan);
  return balance === 0 ? [{ type: "COSTS_SETTLED", at: facts.at, payload: {} }] : refuse("COST_NOT_BALANCED", { fen: balance });
}

/** 取消: a plan nobody paid for yet is given up. What was paid goes back by a final account. */
export function decideCancelCosts(plan: CostPlan, c: Case, { reason }: { readonly reason: string }, facts: Facts): CostDecision {
  const no = whyNotCost("cancelCosts", plan, c, facts.viewer) ?? textProblem("reason", reason);
  if (no) return no;
  if (validReceipts(plan).length > 0) return refuse("COST_PAID", {});
  return [{ type: "COSTS_CANCELLED", at: facts.at, payload: {}, texts: [{ kind: "CANCEL", itemId: null, text: reason }] }];
}

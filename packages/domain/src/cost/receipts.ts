import { balanceFen, owedFen, payerOf, shareState, type CostPlan, type CostShare, type PayMethod, type Waiver } from "./cost-plan.ts";
import { fenProblem } from "./fen.ts";
import { caseOverProblem } from "./publicity.ts";
import type { CostDecision } from "./record-cost.ts";
import { whyNotCost } from "./why-not-cost.ts";
import type { Case } from "../case/case.ts";
import { textProblem } from "../case/guards.ts";
import type { Facts } from "../case/record.ts";
import { refuse, type Refusal } from "../refusal.ts";

const receiptNoLimit = 40;

const shareOf = (plan: CostPlan, householdId: string): CostShare | undefined => plan.shares.find((share) => share.householdId === householdId);
const unknownDoor = (path = "householdId"): Refusal => refuse("HOUSEHOLD_NOT_OF_PLAN", {}, path);

export interface RecordReceiptInput {
  readonly receiptId: string;
  /** The number on the paper, unique in the community. */
  readonly no: string;
  /** For whose share. */
  readonly householdId: string;
  /** Who paid: the household itself, or the one that bears its share. */
  readonly payerId: string;
  readonly fen: number;
  readonly method: PayMethod;
  /** Whether a receipt of the community has this number already. */
  readonly noTaken: boolean;
}

/** 收款: money of a household, with the number of the receipt it got. In parts, too; never more than is owed. */
export function decideRecordReceipt(plan: CostPlan, c: Case, input: RecordReceiptInput, facts: Facts): CostDecision {
  const no = whyNotCost("recordReceipt", plan, c, facts.viewer) ?? caseOverProblem(c) ?? fenProblem(input.fen, "fen") ?? textProblem("receiptNo", input.no, receiptNoLimit);
  if (no) return no;
  const { receiptId, householdId, payerId, fen, method, noTaken } = input;
  const number = input.no.trim();
  if (noTaken || plan.receipts.some((r) => r.no === number)) return refuse("RECEIPT_NO_TAKEN", {}, "no");
  if (plan.final) return refuse("FINAL_SET_ALREADY", {});
  const share = shareOf(plan, householdId);
  if (!share) return unknownDoor();
  if (payerId !== payerOf(share)) return shareOf(plan, payerId) ? refuse("PAYER_NOT_BEARER", {}, "payerId") : unknownDoor("payerId");
  const owed = owedFen(plan, share);
  if (fen > owed) return refuse("PAID_TOO_MUCH", { fen: owed }, "fen");
  return [{ type: "RECEIPT_RECORDED", at: facts.at, payload: { receiptId, no: number, householdId, payerId, fen, method } }];
}

/** 作废: a receipt that was mistyped; it stays on record with the reason, and its number is never used again. */
export function decideVoidReceipt(plan: CostPlan, c: Case, { receiptId, reason }: { readonly receiptId: string; readonly reason: string }, facts: Facts): CostDecision {
  const no = whyNotCost("voidReceipt", plan, c, facts.viewer) ?? textProblem("reason", reason);
  if (no) return no;
  const receipt = plan.receipts.find(({ id }) => id === receiptId);
  if (!receipt) return refuse("RECEIPT_UNKNOWN", {}, "receiptId");
  if (receipt.voidedAt !== null) return refuse("RECEIPT_VOID", {}, "receiptId");
  if (plan.refunds.some(({ paidAt }) => paidAt !== null)) return refuse("REFUNDS_STARTED", {});
  const balance = balanceFen(plan);
  if (receipt.fen > balance) return refuse("COST_BALANCE_SHORT", { fen: balance });
  return [{ type: "RECEIPT_VOIDED", at: facts.at, payload: { receiptId }, texts: [{ kind: "VOID", itemId: receiptId, text: reason }] }];
}

/** 拒缴: somebody at the door says no. He may still pay; somebody else may bear it. */
export function decideRecordFeeRefusal(plan: CostPlan, c: Case, { householdId, reason }: { readonly householdId: string; readonly reason: string }, facts: Facts): CostDecision {
  const no = whyNotCost("recordRefusal", plan, c, facts.viewer) ?? textProblem("reason", reason);
  if (no) return no;
  const share = shareOf(plan, householdId);
  if (!share) return unknownDoor();
  if (shareState(plan, share) !== "DUE") return refuse("SHARE_NOT_DUE", {}, "householdId");
  return [{ type: "FEE_REFUSED", at: facts.at, payload: { householdId }, texts: [{ kind: "REFUSAL", itemId: householdId, text: reason }] }];
}

export interface WaiveShareInput {
  readonly householdId: string;
  /** Another household of the plan, or null. */
  readonly bearerId: string | null;
  /** A body that pays it to the contractor directly, or null. One of the two. */
  readonly fund: string | null;
  readonly reason: string;
}

/** Who bears it, or why that is nobody. What a body pays directly is what is owed now. */
function bearerOf(plan: CostPlan, { householdId, bearerId, fund }: WaiveShareInput, owed: number): Waiver | Refusal {
  const body = fund?.trim() ?? "";
  if ((bearerId === null) === (body === "")) return refuse("BEARER_REQUIRED", {}, "bearerId");
  if (bearerId === null) return textProblem("name", body, 60) ?? { bearerId: null, fund: body, fen: owed };
  const bearer = shareOf(plan, bearerId);
  if (!bearer) return unknownDoor("bearerId");
  return bearerId === householdId || bearer.waiver ? refuse("BEARER_INVALID", {}, "bearerId") : { bearerId, fund: null, fen: 0 };
}

/** 免缴: a share is let off, and somebody who is named bears it; by whoever never collected in this plan. */
export function decideWaiveShare(plan: CostPlan, c: Case, input: WaiveShareInput, facts: Facts): CostDecision {
  const no = whyNotCost("waive", plan, c, facts.viewer) ?? textProblem("reason", input.reason);
  if (no) return no;
  if (plan.final) return refuse("FINAL_SET_ALREADY", {});
  const share = shareOf(plan, input.householdId);
  if (!share) return unknownDoor();
  // Whoever bears another's share has his own to pay.
  if (plan.shares.some(({ waiver }) => waiver?.bearerId === share.householdId)) return refuse("BEARER_INVALID", {}, "householdId");
  const owed = owedFen(plan, { ...share, waiver: null });
  if (owed === 0) return refuse("SHARE_NOT_DUE", {}, "householdId");
  const waiver = bearerOf(plan, input, owed);
  if ("refused" in waiver) return waiver;
  return [{ type: "SHARE_WAIVED", at: facts.at, payload: { householdId: share.householdId, waiver }, texts: [{ kind: "WAIVER", itemId: share.householdId, text: input.reason }] }];
}

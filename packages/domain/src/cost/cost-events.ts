import type { CostMethod, CostQuote, CostRefund, CostShare, PayMethod, Waiver } from "./cost-plan.ts";
import type { Instant } from "../deadline/moment.ts";
import type { Fund } from "../project/project.ts";

/** Everything that can have happened to a cost plan, with its payload: ids, sums and dates, and not a word of what was said. */
export interface CostEventPayloads {
  COSTS_OPENED: { readonly no: string; readonly caseId: string; readonly areaCode: string; readonly title: string };
  QUOTE_ADDED: Omit<CostQuote, "at">;
  QUOTE_REMOVED: { readonly quoteId: string };
  QUOTE_CHOSEN: { readonly quoteId: string; readonly fewQuotesExplained: boolean };
  FUNDS_SET: { readonly funds: readonly Fund[] };
  /** Empty when what was to be shared changed, and the shares with it have to be agreed on anew. */
  SHARES_SET: { readonly method: CostMethod; readonly agendaItemId: string | null; readonly shares: readonly Pick<CostShare, "householdId" | "areaCm2" | "fen">[] };
  DOCUMENT_ADDED: { readonly documentId: string; readonly attachmentId: string | null };
  DOCUMENT_APPROVED: { readonly documentId: string };
  COSTS_PUBLICISED: { readonly until: Instant; readonly place: string };
  COSTS_OBJECTED: { readonly objectionId: string };
  COST_OBJECTION_ANSWERED: { readonly objectionId: string };
  COLLECTING_STARTED: Record<never, never>;
  RECEIPT_RECORDED: { readonly receiptId: string; readonly no: string; readonly householdId: string; readonly payerId: string; readonly fen: number; readonly method: PayMethod };
  /** A final account that counted it has to be made anew. */
  RECEIPT_VOIDED: { readonly receiptId: string };
  FEE_REFUSED: { readonly householdId: string };
  SHARE_WAIVED: { readonly householdId: string; readonly waiver: Waiver };
  PAID_OUT: { readonly payoutId: string; readonly contractorId: string; readonly fen: number };
  FINAL_ACCOUNT_SET: { readonly totalFen: number; readonly refunds: readonly Pick<CostRefund, "id" | "householdId" | "fen">[] };
  REFUND_PAID: { readonly refundId: string; readonly method: PayMethod };
  FINAL_PUBLICISED: { readonly until: Instant; readonly place: string };
  COSTS_SETTLED: Record<never, never>;
  COSTS_CANCELLED: Record<never, never>;
}

export type CostEventType = keyof CostEventPayloads;

/** What is said about costs, by what it is; `itemId` is the quote, document, objection, receipt, household or payout it belongs to. */
export const costTextKinds = ["QUOTE", "CHOICE", "DOCUMENT", "OBJECTION", "ANSWER", "VOID", "REFUSAL", "WAIVER", "PAYOUT", "FINAL", "CANCEL"] as const;
export type CostTextKind = (typeof costTextKinds)[number];

/** Words beside the log: stored in a row of their own that is as confidential as the case and can be erased. */
export interface CostText {
  readonly kind: CostTextKind;
  /** Null where there is only one. */
  readonly itemId: string | null;
  readonly text: string;
}

/** What a verb decides: the fact, when it took effect, and the words that are kept apart from it. */
export type CostEventBody = {
  [T in CostEventType]: { readonly type: T; readonly at: Instant; readonly payload: CostEventPayloads[T]; readonly texts?: readonly CostText[]; readonly bySystem?: true };
}[CostEventType];

/** A fact in the log of a cost plan. `seq` is gap-free from 1; `at` ≤ `recordedAt`. */
export type CostEvent = CostEventBody & {
  readonly costPlanId: string;
  readonly seq: number;
  readonly recordedAt: Instant;
  /** True when the client's clock was ahead, so that `at` is the server's time. */
  readonly ahead?: true;
  readonly actorId: string | null;
};

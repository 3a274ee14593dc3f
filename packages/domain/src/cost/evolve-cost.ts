import type { CostEvent } from "./cost-events.ts";
import type { CostPlan, CostShare, CostState } from "./cost-plan.ts";
import type { Instant } from "../deadline/moment.ts";

function opened(event: CostEvent & { type: "COSTS_OPENED" }): CostPlan {
  return {
    id: event.costPlanId, version: event.seq, ...event.payload, state: "DRAFT", quotes: [], chosenQuoteId: null, fewQuotesExplained: false, funds: [], method: "AREA", agendaItemId: null, shares: [],
    documents: [], publicity: null, objections: [], receipts: [], payouts: [], final: null, refunds: [], collectorIds: [], approverIds: [], openedAt: event.at, settledAt: null, movedAt: event.at,
  };
}

function moved(state: CostState, at: Instant): Pick<CostPlan, "state" | "movedAt"> {
  return { state, movedAt: at };
}

const joined = (ids: readonly string[], id: string): readonly string[] => (ids.includes(id) ? ids : [...ids, id]);
/** The list with the one of this id changed. */
const changed = <T extends { readonly id: string }>(list: readonly T[], id: string, by: Partial<T>): readonly T[] => list.map((one) => (one.id === id ? { ...one, ...by } : one));
const reshaped = (plan: CostPlan, householdId: string, by: Partial<CostShare>): readonly CostShare[] => plan.shares.map((share) => (share.householdId === householdId ? { ...share, ...by } : share));

/** What an event changes. One case of the switch per event type, so that a new type does not compile until it is here. */
function change(plan: CostPlan, event: CostEvent): Partial<CostPlan> {
  const { at } = event;
  const by = event.actorId ?? "";
  const approved = () => ({ approverIds: joined(plan.approverIds, by) });
  switch (event.type) {
    case "COSTS_OPENED":
      return opened(event);
    case "QUOTE_ADDED":
      return { quotes: [...plan.quotes, { ...event.payload, at }] };
    case "QUOTE_REMOVED": {
      const quotes = plan.quotes.filter(({ id }) => id !== event.payload.quoteId);
      return plan.chosenQuoteId === event.payload.quoteId ? { quotes, chosenQuoteId: null, shares: [] } : { quotes };
    }
    case "QUOTE_CHOSEN":
      return { chosenQuoteId: event.payload.quoteId, fewQuotesExplained: event.payload.fewQuotesExplained };
    case "FUNDS_SET":
      return { funds: event.payload.funds };
    case "SHARES_SET":
      return { ...event.payload, shares: event.payload.shares.map((share) => ({ ...share, refused: false, waiver: null })) };
    case "DOCUMENT_ADDED": {
      const { documentId, attachmentId } = event.payload;
      return { documents: [...plan.documents, { id: documentId, version: plan.documents.length + 1, attachmentId, addedAt: at, addedBy: by, approvedAt: null, approvedBy: null }] };
    }
    case "DOCUMENT_APPROVED":
      return { documents: changed(plan.documents, event.payload.documentId, { approvedAt: at, approvedBy: by }) };
    case "COSTS_PUBLICISED":
      return { ...moved("PUBLICISED", at), publicity: { place: event.payload.place, from: at, until: event.payload.until } };
    case "COSTS_OBJECTED":
      return { objections: [...plan.objections, { id: event.payload.objectionId, at, answeredAt: null }] };
    case "COST_OBJECTION_ANSWERED":
      return { objections: changed(plan.objections, event.payload.objectionId, { answeredAt: at }) };
    case "COLLECTING_STARTED":
      return moved("COLLECTING", at);
    case "RECEIPT_RECORDED": {
      const { receiptId, ...receipt } = event.payload;
      return { receipts: [...plan.receipts, { id: receiptId, ...receipt, collectorId: by, at, voidedAt: null }], collectorIds: joined(plan.collectorIds, by) };
    }
    case "RECEIPT_VOIDED":
      return { receipts: changed(plan.receipts, event.payload.receiptId, { voidedAt: at }), final: null, refunds: [], ...approved() };
    case "FEE_REFUSED":
      return { shares: reshaped(plan, event.payload.householdId, { refused: true }) };
    case "SHARE_WAIVED":
      return { shares: reshaped(plan, event.payload.householdId, { waiver: event.payload.waiver }), ...approved() };
    case "PAID_OUT": {
      const { payoutId, contractorId, fen } = event.payload;
      return { payouts: [...plan.payouts, { id: payoutId, contractorId, fen, by, at }], ...approved() };
    }
    case "FINAL_ACCOUNT_SET":
      return { final: { totalFen: event.payload.totalFen, by, at, publicity: null }, refunds: event.payload.refunds.map((refund) => ({ ...refund, paidAt: null, method: null })), ...approved() };
    case "REFUND_PAID":
      return { refunds: changed(plan.refunds, event.payload.refundId, { paidAt: at, method: event.payload.method }), ...approved() };
    case "FINAL_PUBLICISED":
      return { final: plan.final && { ...plan.final, publicity: { place: event.payload.place, from: at, until: event.payload.until } } };
    case "COSTS_SETTLED":
      return { ...moved("SETTLED", at), settledAt: at };
    case "COSTS_CANCELLED":
      return moved("CANCELLED", at);
  }
}

/**
 * The cost plan after one more event. Pure; equal on server, page and in tests.
 * @throws TypeError for a first event that is not COSTS_OPENED
 */
export function evolveCost(plan: CostPlan | null, event: CostEvent): CostPlan {
  if (plan === null && event.type !== "COSTS_OPENED") throw new TypeError(`A cost plan begins with COSTS_OPENED, not ${event.type}`);
  return { ...(plan as CostPlan), ...change(plan as CostPlan, event), version: event.seq };
}

/**
 * The cost plan that a whole history gives.
 * @throws TypeError for an empty history
 */
export function foldCost(history: readonly CostEvent[]): CostPlan {
  const plan = history.reduce<CostPlan | null>(evolveCost, null);
  if (!plan) throw new TypeError("A history has at least one event");
  return plan;
}

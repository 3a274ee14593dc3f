import { areaNumber, communityOf, toShareFen, type CostPayout, type CostPlan, type CostReceipt, type CostRefund, type CostShare, type CostText } from "@bandeng/domain";

type Columns = Readonly<Record<string, unknown>>;

/** The columns of a cost plan's row. */
export function costPlanColumns(plan: CostPlan, updatedAt: string): Columns {
  return {
    id: plan.id, no: plan.no, version: plan.version, case_id: plan.caseId, area_no: areaNumber(plan.areaCode), state: plan.state, to_share_fen: toShareFen(plan),
    publicity_until: plan.publicity?.until ?? null, opened_at: plan.openedAt, updated_at: updatedAt, plan,
  };
}

/** The row of a share. */
export function shareColumns(planId: string, { householdId, fen, waiver }: CostShare): Columns {
  return { plan_id: planId, household_id: householdId, fen, bearer_id: waiver?.bearerId ?? null, direct_fen: waiver?.fen ?? 0 };
}

/** The row of a receipt; its number is one of the community's. */
export function receiptColumns(plan: Pick<CostPlan, "id" | "areaCode">, r: CostReceipt): Columns {
  return {
    id: r.id, plan_id: plan.id, community_code: communityOf(plan.areaCode), no: r.no, household_id: r.householdId, payer_id: r.payerId, fen: r.fen, method: r.method, collector_id: r.collectorId, at: r.at,
    voided_at: r.voidedAt,
  };
}

/** The row of a payment to the contractor. */
export function payoutColumns(planId: string, { id, contractorId, fen, by, at }: CostPayout): Columns {
  return { id, plan_id: planId, contractor_id: contractorId, fen, paid_by: by, at };
}

/** The row of a refund. */
export function refundColumns(planId: string, { id, householdId, fen, paidAt, method }: CostRefund): Columns {
  return { id, plan_id: planId, household_id: householdId, fen, paid_at: paidAt, method };
}

/** The row of words that stand beside a plan. What there is one of has no item. */
export function costTextColumns(planId: string, { kind, itemId, text }: CostText): Columns {
  return { plan_id: planId, kind, item_id: itemId ?? "", words: text };
}

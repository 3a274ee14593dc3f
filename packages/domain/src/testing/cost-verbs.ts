import type { CostPlan } from "../cost/cost-plan.ts";
import { decidePayOut, decidePayRefund, decideSetFinalAccount } from "../cost/final-account.ts";
import { decideRecordFeeRefusal, decideRecordReceipt, decideVoidReceipt, decideWaiveShare, type WaiveShareInput } from "../cost/receipts.ts";
import { decideSetCostMethod, type SetMethodInput } from "../cost/shares.ts";
import type { RefusalCode } from "../refusal.ts";
import { collectingPlan, CostStory, receiptOf, sewerDoors } from "./cost-story.ts";
import * as people from "./people.ts";
import type { Viewer } from "../people/roles.ts";

// Verbs on a cost plan with the inputs tests mostly give them.

const { member003: collector, zhou } = people;
export type Verb = Parameters<CostStory["tries"]>[2];
export const codeOf = (story: CostStory, verb: Verb, who: Viewer = collector, now = "2024-05-17 12:00"): RefusalCode | null => story.tries(who, now, verb)?.code ?? null;
export const method = (more: Partial<SetMethodInput> = {}): Verb => (p, c, f) => decideSetCostMethod(p, c, { method: "AREA", households: sewerDoors, customShares: null, resolution: null, ...more }, f);
export const adopted = (story: CostStory) => ({ agendaItemId: "item", caseId: story.of.case.id, adopted: true });
export const fens = (plan: CostPlan): number[] => plan.shares.map(({ fen }) => fen);
export const waive = (more: Partial<WaiveShareInput> = {}): Verb => (p, c, f) => decideWaiveShare(p, c, { householdId: "501", bearerId: "商铺2", fund: null, reason: "不愿出钱", ...more }, f);
export const final = (totalFen: number): Verb => (p, c, f) => {
  let n = 0;
  return decideSetFinalAccount(p, c, { totalFen, note: "决算", newId: () => `refund-${(n += 1)}` }, f);
};
export const receipt = (householdId: string, fen: number, more: Parameters<typeof receiptOf>[3] = {}): Verb => (p, c, f) => decideRecordReceipt(p, c, receiptOf(p, householdId, fen, more), f);
export const payOut = (fen: number): Verb => (p, c, f) => decidePayOut(p, c, { payoutId: `payout-${p.payouts.length}`, fen, note: "" }, f);
export const refund = (refundId: string): Verb => (p, c, f) => decidePayRefund(p, c, { refundId, method: "CASH" }, f);
export const voided = (receiptId: string): Verb => (p, c, f) => decideVoidReceipt(p, c, { receiptId, reason: "写错了" }, f);
/** Everybody has paid his own share; 501 refused, and shop 2 bore it. */
export const allPaid = (): CostStory => {
  const story = collectingPlan();
  for (const { householdId, fen } of story.plan.shares) if (householdId !== "501") story.receipt(householdId, fen);
  return story
    .does(collector, "2024-05-17 11:00", (p, c, f) => decideRecordFeeRefusal(p, c, { householdId: "501", reason: "不出" }, f))
    .does(zhou, "2024-05-17 15:00", waive())
    .receipt("501", 52_478, { payerId: "商铺2" }, collector, "2024-05-17 16:00");
};

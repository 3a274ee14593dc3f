import { sumFen } from "./fen.ts";
import type { Instant } from "../deadline/moment.ts";
import type { Fund } from "../project/project.ts";

/** DRAFT 拟定 → PUBLICISED 公示 → COLLECTING 收缴 → SETTLED 已结清; or CANCELLED 已取消. */
export const costStates = ["DRAFT", "PUBLICISED", "COLLECTING", "SETTLED", "CANCELLED"] as const;
export type CostState = (typeof costStates)[number];

/** A plan that still wants something from somebody: a case has one at a time. */
export const runningCostStates = ["DRAFT", "PUBLICISED", "COLLECTING"] as const satisfies readonly CostState[];

/**
 * AREA: by exclusive floor area, the rule where nothing else is agreed (Civil Code, art. 283). HOUSEHOLD: in equal parts.
 * STACK: in equal parts among those above each other, with the unit's shops. CUSTOM: amounts as they were agreed on. All but
 * AREA need a resolution.
 */
export const costMethods = ["AREA", "HOUSEHOLD", "STACK", "CUSTOM"] as const;
export type CostMethod = (typeof costMethods)[number];

/** How money came or went back. */
export const payMethods = ["WECHAT", "ALIPAY", "CASH", "BANK"] as const;
export type PayMethod = (typeof payMethods)[number];

/** DUE 待缴, PAID 已缴, REFUSED 拒缴 (may still pay), WAIVED 由他人承担. */
export const shareStates = ["DUE", "PAID", "REFUSED", "WAIVED"] as const;
export type ShareState = (typeof shareStates)[number];

/** What a contractor asks, in fen. His note lies in a row of its own, as all words of a plan do. */
export interface CostQuote {
  readonly id: string;
  readonly contractorId: string;
  readonly totalFen: number;
  readonly at: Instant;
}

/** Who bears a share in the place of the household: another household of the plan, or a body that pays directly (`fen`). */
export type Waiver = { readonly bearerId: string; readonly fund: null; readonly fen: 0 } | { readonly bearerId: null; readonly fund: string; readonly fen: number };

/** What one household has to bear, in fen. */
export interface CostShare {
  readonly householdId: string;
  /** Exclusive floor area in cm²; null where the method asks for none and it is not known. */
  readonly areaCm2: number | null;
  readonly fen: number;
  readonly refused: boolean;
  readonly waiver: Waiver | null;
}

/** A version of the plan of works. All versions are kept; somebody else than who added one approves it. */
export interface CostDocument {
  readonly id: string;
  /** From 1. */
  readonly version: number;
  /** The paper itself, among the attachments of the case; null for one that is described in words only. */
  readonly attachmentId: string | null;
  readonly addedAt: Instant;
  readonly addedBy: string;
  readonly approvedAt: Instant | null;
  readonly approvedBy: string | null;
}

export interface CostObjection {
  readonly id: string;
  readonly at: Instant;
  readonly answeredAt: Instant | null;
}

/** 公示: where and how long it hangs; `until` is 18:00 of the last working day. */
export interface CostPublicity {
  readonly place: string;
  readonly from: Instant;
  readonly until: Instant;
}

/** Money of residents: for the share of `householdId`, borne by `payerId`. What was mistyped is voided and never deleted. */
export interface CostReceipt {
  readonly id: string;
  readonly no: string;
  readonly householdId: string;
  readonly payerId: string;
  readonly fen: number;
  readonly method: PayMethod;
  readonly collectorId: string;
  readonly at: Instant;
  readonly voidedAt: Instant | null;
}

export interface CostPayout {
  readonly id: string;
  readonly contractorId: string;
  readonly fen: number;
  readonly by: string;
  readonly at: Instant;
}

/** What goes back to a household, by what it bore: set by the final account, paid one by one. */
export interface CostRefund {
  readonly id: string;
  readonly householdId: string;
  readonly fen: number;
  readonly paidAt: Instant | null;
  readonly method: PayMethod | null;
}

/** 决算: what it really cost, the part of bodies that pay directly included. */
export interface CostFinal {
  readonly totalFen: number;
  readonly by: string;
  readonly at: Instant;
  readonly publicity: CostPublicity | null;
}

/**
 * 费用分摊 of one case: what a repair costs and who bears it. As confidential as its case. All money is integer fen; a body
 * that pays the contractor directly is shown and not counted. Source: Civil Code, art. 283.
 */
export interface CostPlan {
  readonly id: string;
  /** `2024-03`: year and running number in the community. */
  readonly no: string;
  readonly version: number;
  readonly caseId: string;
  /** The case's grid when it was opened. */
  readonly areaCode: string;
  readonly title: string;
  readonly state: CostState;
  readonly quotes: readonly CostQuote[];
  readonly chosenQuoteId: string | null;
  /** Whether a reason was given for fewer than three quotes. */
  readonly fewQuotesExplained: boolean;
  readonly funds: readonly Fund[];
  readonly method: CostMethod;
  /** The item whose resolution the method rests on; null for AREA. */
  readonly agendaItemId: string | null;
  /** In the household order; empty until the method was set. */
  readonly shares: readonly CostShare[];
  readonly documents: readonly CostDocument[];
  readonly publicity: CostPublicity | null;
  readonly objections: readonly CostObjection[];
  readonly receipts: readonly CostReceipt[];
  readonly payouts: readonly CostPayout[];
  readonly final: CostFinal | null;
  readonly refunds: readonly CostRefund[];
  /** Everybody who ever recorded a receipt of this plan: none of them approves anything in it. */
  readonly collectorIds: readonly string[];
  /** Everybody who ever approved a waiver, a voided receipt, a payout, a refund or the final account: none of them collects. */
  readonly approverIds: readonly string[];
  readonly openedAt: Instant;
  readonly settledAt: Instant | null;
  /** Nothing that moves it is earlier than this. */
  readonly movedAt: Instant;
}

/** The quote that was chosen; null before. */
export function chosenQuote(plan: Pick<CostPlan, "quotes" | "chosenQuoteId">): CostQuote | null {
  return plan.quotes.find(({ id }) => id === plan.chosenQuoteId) ?? null;
}

/** What the residents share, in fen: the chosen quote less what is paid directly; 0 before a quote was chosen. */
export function toShareFen(plan: Pick<CostPlan, "quotes" | "chosenQuoteId" | "funds">): number {
  const quote = chosenQuote(plan);
  return quote ? quote.totalFen - sumFen(plan.funds) : 0;
}

/** What bodies pay directly, in fen: the funds, and shares that such a body bears. */
export function directFen(plan: Pick<CostPlan, "funds" | "shares">): number {
  return sumFen(plan.funds) + plan.shares.reduce((sum, { waiver }) => sum + (waiver?.fen ?? 0), 0);
}

/** Receipts that count: those that were not voided. */
export function validReceipts(plan: Pick<CostPlan, "receipts">): readonly CostReceipt[] {
  return plan.receipts.filter(({ voidedAt }) => voidedAt === null);
}

/** What was paid for the share of a household, by whomever, in fen. */
export function paidFor(plan: Pick<CostPlan, "receipts">, householdId: string): number {
  return sumFen(validReceipts(plan).filter((r) => r.householdId === householdId));
}

/** What a household bore: the receipts it paid, for itself and for others, in fen. */
export function borneBy(plan: Pick<CostPlan, "receipts">, payerId: string): number {
  return sumFen(validReceipts(plan).filter((r) => r.payerId === payerId));
}

/** What is still to be paid for a share, in fen. */
export function owedFen(plan: Pick<CostPlan, "receipts">, share: CostShare): number {
  return share.fen - paidFor(plan, share.householdId) - (share.waiver?.fen ?? 0);
}

/** Who pays for a share: the household itself, or the one that bears it. */
export function payerOf(share: CostShare): string {
  return share.waiver?.bearerId ?? share.householdId;
}

/** Where a share stands. */
export function shareState(plan: Pick<CostPlan, "receipts">, share: CostShare): ShareState {
  if (share.waiver) return "WAIVED";
  if (owedFen(plan, share) === 0) return "PAID";
  return share.refused ? "REFUSED" : "DUE";
}

/** Residents' receipts − refunds − payouts, in fen: never below 0, and 0 at the end. */
export function balanceFen(plan: Pick<CostPlan, "receipts" | "refunds" | "payouts">): number {
  return sumFen(validReceipts(plan)) - sumFen(plan.refunds.filter(({ paidAt }) => paidAt !== null)) - sumFen(plan.payouts);
}

/** The residents' part of what it really costs, in fen: all of it less what is paid directly. */
export function residentsCostFen(plan: Pick<CostPlan, "funds" | "shares">, totalFen: number): number {
  return Math.max(0, totalFen - directFen(plan));
}

/** Objections nobody has answered yet. */
export function openCostObjections(plan: Pick<CostPlan, "objections">): number {
  return plan.objections.filter(({ answeredAt }) => answeredAt === null).length;
}

/** The sums of a plan by how its shares stand, in fen; what a body bears directly is in none of them. */
export function costSums(plan: Pick<CostPlan, "shares" | "receipts">): { readonly dueFen: number; readonly paidFen: number; readonly refusedFen: number; readonly waivedFen: number } {
  const of = (...states: readonly ShareState[]) => plan.shares.filter((share) => states.includes(shareState(plan, share)));
  const owed = (shares: readonly CostShare[]): number => shares.reduce((sum, share) => sum + owedFen(plan, share), 0);
  return { dueFen: owed(of("DUE", "WAIVED")), paidFen: sumFen(validReceipts(plan)), refusedFen: owed(of("REFUSED")), waivedFen: sumFen(of("WAIVED")) };
}

/** Households that were given a share of plans that were not given up: who paid for it is asked before the case closes. */
export function costPayers(plans: readonly Pick<CostPlan, "state" | "shares">[]): readonly string[] {
  const collected = plans.filter(({ state }) => state === "COLLECTING" || state === "SETTLED");
  return [...new Set(collected.flatMap(({ shares }) => shares.filter(({ fen }) => fen > 0).map(({ householdId }) => householdId)))];
}

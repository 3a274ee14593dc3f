import { factsAt, when } from "./clock.ts";
import { workingCase } from "./cost-story.ts";
import { deputy, li, member003, other003, zhou } from "./people.ts";
import type { Case } from "../case/case.ts";
import type { Facts } from "../case/record.ts";
import { costActions, costActionNames, type CostAction } from "../cost/cost-actions.ts";
import type { CostEvent } from "../cost/cost-events.ts";
import { balanceFen, costMethods, openCostObjections, owedFen, payerOf, payMethods, type CostPlan, type CostShare } from "../cost/cost-plan.ts";
import { decideAddCostDocument, decideApproveCostDocument } from "../cost/documents.ts";
import { decideCancelCosts, decidePayOut, decidePayRefund, decideSetFinalAccount, decideSettleCosts } from "../cost/final-account.ts";
import { decideOpenCosts } from "../cost/open-costs.ts";
import { decideAnswerCostObjection, decideObjectToCosts, decidePubliciseCosts, decidePublishFinal, decideStartCollecting } from "../cost/publicity.ts";
import { decideAddQuote, decideChooseQuote, decideRemoveQuote, decideSetFunds } from "../cost/quotes.ts";
import { decideRecordFeeRefusal, decideRecordReceipt, decideVoidReceipt, decideWaiveShare } from "../cost/receipts.ts";
import { recordCost, recordedCost, type CostDecision } from "../cost/record-cost.ts";
import { decideSetCostMethod, type SharingHousehold } from "../cost/shares.ts";
import { plusMilliseconds } from "../deadline/moment.ts";
import type { Viewer } from "../people/roles.ts";
import { isRefusal } from "../refusal.ts";

const HOUR = 3_600_000;
const people: readonly Viewer[] = [member003, other003, li, zhou, deputy];
/** Who mostly does what the table keeps apart; now and then anybody tries. */
const byDuty: Record<"COLLECTS" | "APPROVES", readonly Viewer[]> = { COLLECTS: [member003, other003, li], APPROVES: [zhou, deputy] };
const { case: matter } = workingCase();
/** Eight doors; of one the area is not known. */
const doors: readonly SharingHousehold[] = [520_001, 584_000, 621_500, 621_500, 367_500, 1, 999_999, null].map((areaCm2, i) => ({
  position: { id: `h${i}`, kind: i > 5 ? "SHOP" : "HOME", building: "甲", unit: 1, floor: 1 + Math.floor(i / 2), room: String(i) },
  areaCm2,
}));

/** What one number means: parts of it choose the verb, who does it, and with what. */
class Dice {
  #left: number;

  constructor(seed: number) {
    this.#left = seed;
  }

  /** An integer from 0 to `sides` − 1. */
  roll(sides: number): number {
    // xorshift: one number has to do for all that a step asks.
    this.#left ^= this.#left << 13;
    this.#left ^= this.#left >>> 17;
    this.#left ^= this.#left << 5;
    return (this.#left >>> 0) % Math.max(1, sides);
  }

  of<T>(list: readonly T[]): T | undefined {
    return list[this.roll(list.length)];
  }
}

type Verb = (plan: CostPlan, c: Case, facts: Facts, dice: Dice, n: number) => CostDecision;

const door = (plan: CostPlan, dice: Dice): string => dice.of(plan.shares)?.householdId ?? "nobody";
/** Mostly what is owed, sometimes a part of it, now and then what cannot be. */
function amount(owed: number, dice: Dice): number {
  const kind = dice.roll(8);
  return kind < 5 ? owed : kind === 5 ? Math.ceil(owed / 2) : kind === 6 ? owed + 1 : dice.roll(500_000);
}
const open = (plan: CostPlan): readonly CostShare[] => plan.shares.filter((share) => owedFen(plan, share) > 0);

/** Every verb, with an input that often is one it takes. */
const verbs: Record<Exclude<CostAction, "openCosts">, Verb> = {
  addQuote: (p, c, f, d, n) => decideAddQuote(p, c, { quoteId: `q${n}`, contractor: d.roll(9) === 0 ? null : { id: `k${d.roll(6)}`, active: d.roll(9) !== 0 }, totalFen: d.roll(1_200_000) - 5, note: "" }, f),
  removeQuote: (p, c, f, d) => decideRemoveQuote(p, c, { quoteId: d.of(p.quotes)?.id ?? "" }, f),
  chooseQuote: (p, c, f, d) => decideChooseQuote(p, c, { quoteId: d.of(p.quotes)?.id ?? "", reason: d.roll(2) === 0 ? "急" : "" }, f),
  setFunds: (p, c, f, d) => decideSetFunds(p, c, { funds: Array.from({ length: d.roll(3) }, () => ({ name: "市政", fen: d.roll(400_000) })) }, f),
  setMethod: (p, c, f, d) => {
    const households = doors.filter((_, i) => i < 7 - d.roll(6) || d.roll(20) === 0);
    const method = d.of(costMethods) ?? "AREA";
    const customShares = [{ householdId: "h0", fen: d.roll(500_000) }, { householdId: "h1", fen: d.roll(500_000) }];
    return decideSetCostMethod(p, c, { method, households, customShares, resolution: d.roll(8) === 0 ? null : { agendaItemId: "i", caseId: c.id, adopted: true } }, f);
  },
  addDocument: (p, c, f, _d, n) => decideAddCostDocument(p, c, { documentId: `d${n}`, attachmentId: null, note: "开挖" }, f),
  approveDocument: (p, c, f, d) => decideApproveCostDocument(p, c, { documentId: d.roll(3) === 0 ? (d.of(p.documents)?.id ?? "") : (p.documents.at(-1)?.id ?? "") }, f),
  publiciseCosts: (p, c, f) => decidePubliciseCosts(p, c, { place: "门口" }, f),
  objectToCosts: (p, c, f, _d, n) => decideObjectToCosts(p, c, { objectionId: `o${n}`, words: "不公平" }, f),
  answerCostObjection: (p, c, f) => decideAnswerCostObjection(p, c, { objectionId: p.objections.find(({ answeredAt }) => answeredAt === null)?.id ?? "", answer: "依法" }, f),
  startCollecting: (p, c, f) => decideStartCollecting(p, c, f),
  recordReceipt: (p, c, f, d, n) => {
    const share = (d.roll(6) === 0 ? undefined : d.of(open(p))) ?? d.of(p.shares);
    const payerId = share && d.roll(12) !== 0 ? payerOf(share) : door(p, d);
    const input = { receiptId: `r${n}`, no: String(d.roll(30) === 0 ? 1 : n), householdId: share?.householdId ?? "nobody", payerId, fen: amount(share ? owedFen(p, share) : 1, d), method: d.of(payMethods) ?? "CASH", noTaken: d.roll(40) === 0 };
    return decideRecordReceipt(p, c, input, f);
  },
  recordRefusal: (p, c, f, d) => decideRecordFeeRefusal(p, c, { householdId: door(p, d), reason: "不出" }, f),
  voidReceipt: (p, c, f, d) => decideVoidReceipt(p, c, { receiptId: d.of(p.receipts)?.id ?? "", reason: "写错" }, f),
  waive: (p, c, f, d) => {
    const fund = d.roll(4) === 0 ? "慈善金" : null;
    return decideWaiveShare(p, c, { householdId: d.of(open(p))?.householdId ?? door(p, d), bearerId: fund !== null || d.roll(12) === 0 ? null : door(p, d), fund, reason: "困难" }, f);
  },
  payOut: (p, c, f, d, n) => decidePayOut(p, c, { payoutId: `p${n}`, fen: amount(balanceFen(p), d), note: "" }, f),
  setFinalAccount: (p, c, f, d, n) => {
    let k = 0;
    const quote = p.quotes.find(({ id }) => id === p.chosenQuoteId)?.totalFen ?? 0;
    const totalFen = d.roll(10) === 0 ? 0 : Math.max(0, quote - d.roll(50_000) + 500);
    return decideSetFinalAccount(p, c, { totalFen, note: "决算", newId: () => `f${n}.${(k += 1)}` }, f);
  },
  payRefund: (p, c, f, d) => decidePayRefund(p, c, { refundId: (p.refunds.find(({ paidAt }) => paidAt === null) ?? d.of(p.refunds))?.id ?? "", method: "CASH" }, f),
  publishFinal: (p, c, f) => decidePublishFinal(p, c, { place: "门口" }, f),
  settleCosts: (p, c, f) => decideSettleCosts(p, c, f),
  // Given up rarely, or few plans would get any further.
  cancelCosts: (p, c, f, d) => decideCancelCosts(p, c, { reason: d.roll(12) === 0 ? "不修了" : "" }, f),
};

/** A plan as it was opened, and what happened to it. */
export interface RandomCosts {
  plan: CostPlan;
  readonly history: CostEvent[];
  /** Verbs that were done, and those that were refused. */
  done: number;
  refused: number;
}

export function openedCosts(): RandomCosts {
  const facts = factsAt(member003, "2024-05-08 16:00");
  const bodies = decideOpenCosts(matter, { no: "2024-01", title: "换管", bills: "WORK", runs: false }, facts);
  if (isRefusal(bodies)) throw new Error(bodies.code);
  const { plan, events } = recordCost(null, "plan", bodies, facts);
  return { plan, history: [...events], done: 0, refused: 0 };
}

const opening = when("2024-05-08 16:00");
const possibleIn = (plan: CostPlan): readonly CostAction[] => costActionNames.filter((action) => costActions[action].from.some((state) => state === plan.state));
const allVerbs = costActionNames.filter((action) => action !== "openCosts");

/** What brings a plan further, so that some get to their end. */
function useful(plan: CostPlan): CostAction {
  const approved = plan.documents.at(-1)?.approvedAt ?? null;
  if (plan.state === "PUBLICISED") return openCostObjections(plan) > 0 ? "answerCostObjection" : approved === null ? "approveDocument" : "startCollecting";
  if (plan.state === "COLLECTING") {
    if (open(plan).length > 0) return "recordReceipt";
    if (!plan.final) return "setFinalAccount";
    return plan.refunds.some(({ paidAt }) => paidAt === null) ? "payRefund" : balanceFen(plan) > 0 ? "payOut" : "settleCosts";
  }
  if (plan.quotes.length < 3) return "addQuote";
  if (plan.chosenQuoteId === null) return "chooseQuote";
  if (plan.shares.length === 0) return "setMethod";
  return plan.documents.length === 0 ? "addDocument" : approved === null ? "approveDocument" : "publiciseCosts";
}

/** One step: somebody tries something, mostly what the table allows in this state, some hours later. @returns the verb */
export function step(costs: RandomCosts, seed: number, n: number): CostAction {
  const dice = new Dice(seed | 1);
  const possible = possibleIn(costs.plan);
  const kind = dice.roll(20);
  const action = (kind < 11 ? useful(costs.plan) : kind < 18 ? dice.of(possible) : undefined) ?? dice.of(allVerbs) ?? "addQuote";
  const { duty } = costActions[action];
  const who = dice.of(duty === null || dice.roll(30) === 0 ? people : byDuty[duty]) ?? zhou;
  const at = plusMilliseconds(opening, n * 20 * HOUR);
  const facts: Facts = { ...factsAt(who, "2024-05-08"), at, now: at };
  const result = recordedCost(costs.plan, verbs[action as keyof typeof verbs](costs.plan, matter, facts, dice, n), facts);
  if (isRefusal(result)) {
    costs.refused += 1;
  } else {
    costs.done += 1;
    costs.plan = result.plan;
    costs.history.push(...result.events);
  }
  return action;
}

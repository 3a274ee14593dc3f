import { acceptedCase, type CaseStory } from "./case-story.ts";
import { factsAt } from "./clock.ts";
import { freeze } from "./freeze.ts";
import { li, member003, zhou } from "./people.ts";
import type { Case } from "../case/case.ts";
import type { Facts } from "../case/record.ts";
import { decideStart } from "../case/start.ts";
import type { CostEvent } from "../cost/cost-events.ts";
import type { CostPlan } from "../cost/cost-plan.ts";
import { decideAddCostDocument, decideApproveCostDocument } from "../cost/documents.ts";
import { decideOpenCosts } from "../cost/open-costs.ts";
import { decidePubliciseCosts, decideStartCollecting } from "../cost/publicity.ts";
import { decideAddQuote, decideChooseQuote, decideSetFunds } from "../cost/quotes.ts";
import { decideRecordReceipt, type RecordReceiptInput } from "../cost/receipts.ts";
import { recordCost, recordedCost, type CostDecision } from "../cost/record-cost.ts";
import { decideSetCostMethod, type SharingHousehold } from "../cost/shares.ts";
import type { Viewer } from "../people/roles.ts";
import { isRefusal, type Refusal } from "../refusal.ts";

/** Twelve homes and two shops of one unit, as S2 has them; areas in cm². */
export const sewerDoors: readonly SharingHousehold[] = [
  ...[1, 2, 3, 4, 5, 6].flatMap((floor) => [home(`${floor}01`, floor, 584_000), home(`${floor}02`, floor, 621_500)]),
  home("商铺1", 1, 412_000, "SHOP"),
  home("商铺2", 1, 367_500, "SHOP"),
];

function home(room: string, floor: number, areaCm2: number, kind: "HOME" | "SHOP" = "HOME"): SharingHousehold {
  return { position: { id: room, kind, building: "锡麟街25号", unit: 3, floor, room }, areaCm2 };
}

/** One cost plan as it is told: who did what when, beside its case. Its lead is the grid member of 003. */
export class CostStory {
  #plan: CostPlan;
  readonly history: CostEvent[] = [];
  readonly of: CaseStory;

  constructor(of: CaseStory, who: Viewer, now: string) {
    this.of = of;
    const facts = factsAt(who, now);
    const bodies = decideOpenCosts(of.case, { no: "2024-01", title: "下水道维修", bills: "WORK", runs: false }, facts);
    if (isRefusal(bodies)) throw new Error(bodies.code);
    const { plan, events } = recordCost(null, "plan", bodies, facts);
    this.#plan = freeze(plan);
    this.history.push(...events);
  }

  get plan(): CostPlan {
    return this.#plan;
  }

  /** Somebody tries something; the refusal, or null when it was done. `effective` is when it took effect, if earlier. */
  tries(who: Viewer, now: string, decide: (plan: CostPlan, c: Case, facts: Facts) => CostDecision, effective = now): Refusal | null {
    const facts = factsAt(who, now, effective);
    const result = recordedCost(this.#plan, decide(this.#plan, this.of.case, facts), facts);
    if (isRefusal(result)) return result;
    this.#plan = freeze(result.plan);
    this.history.push(...result.events.map(freeze));
    return null;
  }

  /** Somebody does something that the rules allow. @throws Error with the refusal when they do not */
  does(who: Viewer, now: string, decide: (plan: CostPlan, c: Case, facts: Facts) => CostDecision, effective = now): this {
    const refusal = this.tries(who, now, decide, effective);
    if (refusal) throw new Error(`${who.personId} ${now}: ${refusal.code} ${JSON.stringify(refusal.data)}`);
    return this;
  }

  /** A quote of a contractor. */
  quote(contractorId: string, totalFen: number): this {
    return this.does(member003, "2024-05-09 09:00", (p, c, f) => decideAddQuote(p, c, { quoteId: contractorId, contractor: { id: contractorId, active: true }, totalFen, note: "" }, f));
  }

  /** A receipt of a household for itself, unless said otherwise; the number is the next one. */
  receipt(householdId: string, fen: number, more: Partial<RecordReceiptInput> = {}, who: Viewer = member003, now = "2024-05-17 10:00"): this {
    return this.does(who, now, (p, c, f) => decideRecordReceipt(p, c, receiptOf(p, householdId, fen, more), f));
  }
}

/** The input of a receipt with the next number. */
export function receiptOf(plan: CostPlan, householdId: string, fen: number, more: Partial<RecordReceiptInput> = {}): RecordReceiptInput {
  const no = String(plan.receipts.length + 1).padStart(4, "0");
  return { receiptId: `r${no}`, no, householdId, payerId: householdId, fen, method: "WECHAT", noTaken: false, ...more };
}

/** A case on which work has begun, led by the grid member of 003. */
export function workingCase(): CaseStory {
  return acceptedCase("2024-05-06 09:00", member003).does(member003, "2024-05-06 10:00", (c, f) => decideStart(c, { measure: "请施工单位看现场", planOn: null }, f));
}

/** The sewer of S2 with its three quotes, of which A's is chosen, and the municipal section of the road. */
export function quotedPlan(): CostStory {
  const story = new CostStory(workingCase(), member003, "2024-05-08 16:00");
  story.quote("A", 960_000).quote("B", 1_040_000).quote("C", 1_115_000);
  return story
    .does(member003, "2024-05-09 10:00", (p, c, f) => decideChooseQuote(p, c, { quoteId: "A", reason: "" }, f))
    .does(member003, "2024-05-09 10:05", (p, c, f) => decideSetFunds(p, c, { funds: [{ name: "区市政所", fen: 240_000 }] }, f));
}

/** The same, shared by floor area, with an approved second version of the plan of works. */
export function sharedPlan(): CostStory {
  return quotedPlan()
    .does(member003, "2024-05-09 10:10", (p, c, f) => decideSetCostMethod(p, c, { method: "AREA", households: sewerDoors, customShares: null, resolution: null }, f))
    .does(member003, "2024-05-09 11:00", (p, c, f) => decideAddCostDocument(p, c, { documentId: "v1", attachmentId: null, note: "白天开挖" }, f))
    .does(member003, "2024-05-09 15:00", (p, c, f) => decideAddCostDocument(p, c, { documentId: "v2", attachmentId: null, note: "改为夜间施工" }, f))
    .does(zhou, "2024-05-09 16:00", (p, c, f) => decideApproveCostDocument(p, c, { documentId: "v2" }, f));
}

/** The same, publicised on 2024-05-09 and collecting since the evening of the 16th. */
export function collectingPlan(): CostStory {
  return sharedPlan()
    .does(li, "2024-05-09 17:00", (p, c, f) => decidePubliciseCosts(p, c, { place: "三单元门口" }, f))
    .does(li, "2024-05-16 18:00", decideStartCollecting);
}

import {
  decideAddCostDocument, decideAddQuote, decideAnswerCostObjection, decideApproveCostDocument, decideChooseQuote, decideObjectToCosts, decideOpenCosts, decidePayOut, decidePayRefund, decidePubliciseCosts,
  decidePublishFinal, decideRecordFeeRefusal, decideRecordReceipt, decideSetCostMethod, decideSetFinalAccount, decideSetFunds, decideSettleCosts, decideStartCollecting, decideWaiveShare, positionOf,
  recordCost, recordedCost, type Case, type CostDecision, type CostEvent, type CostPlan, type Facts, type Fund, type Instant, type PayMethod,
} from "@bandeng/domain";
import { must, type CaseBook, type DemoDoor } from "./case-book.ts";
import type { Actor, CaseStory } from "./case-story.ts";

/** A cost plan as it has been told so far. */
export interface ToldCosts {
  now: CostPlan;
  readonly events: CostEvent[];
}

/** Tells one cost plan (费用分摊), verb by verb, beside its case. Every line is decided by the domain. */
export class CostStory {
  readonly told: ToldCosts;
  readonly #book: CaseBook;
  readonly #story: CaseStory;
  readonly #doors: readonly DemoDoor[];

  constructor(book: CaseBook, story: CaseStory, by: Actor, at: Instant, title: string) {
    this.#book = book;
    this.#story = story;
    this.#doors = book.doorsOf(story.case.place);
    const facts = this.#facts(by, at);
    book.let(story.matter, facts);
    // The number is given when all stories are told.
    const opening = must(decideOpenCosts(story.case, { no: "", title, bills: "WORK", runs: false }, facts), `open costs at ${at}: ${title}`);
    const { plan, events } = recordCost(null, book.costId(at), opening, facts);
    this.told = { now: plan, events: [...events] };
    book.costs.push(this.told);
  }

  get plan(): CostPlan {
    return this.told.now;
  }

  #facts(by: Actor, at: Instant): Facts {
    return by === "LEAD" ? this.#book.factsOf(this.#story.case.leadId ?? "", at) : this.#book.facts(by, at);
  }

  #does(by: Actor, at: Instant, what: string, decide: (plan: CostPlan, c: Case, facts: Facts) => CostDecision): this {
    const facts = this.#facts(by, at);
    this.#book.let(this.#story.matter, facts);
    const { plan, events } = must(recordedCost(this.plan, must(decide(this.plan, this.#story.case, facts), `${what} at ${at}: ${this.plan.title}`), facts), what);
    this.told.now = plan;
    this.told.events.push(...events);
    return this;
  }

  /** A door of the case's place, by what is on it. */
  door(room: string): string {
    const found = this.#doors.find((one) => one.room === room);
    if (!found) throw new RangeError(`${this.plan.title} has no door ${room}`);
    return found.id;
  }

  /** Quotes of contractors of the register, and the first of them chosen. */
  quotes(by: Actor, at: Instant, ...asked: readonly (readonly [contractor: string, totalFen: number, note: string])[]): this {
    for (const [name, totalFen, note] of asked) this.#does(by, at, "addQuote", (p, c, f) => decideAddQuote(p, c, { quoteId: this.#book.costId(at), contractor: { id: this.#book.contractor(name), active: true }, totalFen, note }, f));
    return this.#does(by, at, "chooseQuote", (p, c, f) => decideChooseQuote(p, c, { quoteId: p.quotes[0]?.id ?? "", reason: "" }, f));
  }

  funds(by: Actor, at: Instant, funds: readonly Fund[]): this {
    return this.#does(by, at, "setFunds", (p, c, f) => decideSetFunds(p, c, { funds }, f));
  }

  /** By floor area among all doors of the case's place. */
  byArea(by: Actor, at: Instant): this {
    const households = this.#doors.map(({ address, unit, areaCm2, ...household }) => ({ position: positionOf(household, { address }, unit === null ? null : { number: unit }), areaCm2 }));
    return this.#does(by, at, "setMethod", (p, c, f) => decideSetCostMethod(p, c, { method: "AREA", households, customShares: null, resolution: null }, f));
  }

  document(by: Actor, at: Instant, note: string): this {
    return this.#does(by, at, "addDocument", (p, c, f) => decideAddCostDocument(p, c, { documentId: this.#book.costId(at), attachmentId: null, note }, f));
  }

  /** The last version is approved. */
  approve(by: Actor, at: Instant): this {
    return this.#does(by, at, "approveDocument", (p, c, f) => decideApproveCostDocument(p, c, { documentId: p.documents.at(-1)?.id ?? "" }, f));
  }

  publicise(by: Actor, at: Instant, place: string): this {
    return this.#does(by, at, "publicise", (p, c, f) => decidePubliciseCosts(p, c, { place }, f));
  }

  /** An objection, and its answer some time later. */
  objection(by: Actor, at: Instant, words: string, answeredAt: Instant, answer: string): this {
    const objectionId = this.#book.costId(at);
    this.#does(by, at, "object", (p, c, f) => decideObjectToCosts(p, c, { objectionId, words }, f));
    return this.#does("LEAD", answeredAt, "answerObjection", (p, c, f) => decideAnswerCostObjection(p, c, { objectionId, answer }, f));
  }

  start(by: Actor, at: Instant): this {
    return this.#does(by, at, "startCollecting", decideStartCollecting);
  }

  /** What is owed for a door, paid by itself or by who bears it. */
  pays(by: Actor, at: Instant, room: string, method: PayMethod, payer = room): this {
    const householdId = this.door(room);
    const fen = this.plan.shares.find((share) => share.householdId === householdId)?.fen ?? 0;
    const receiptId = this.#book.costId(at);
    return this.#does(by, at, `receipt of ${room}`, (p, c, f) => decideRecordReceipt(p, c, { receiptId, no: this.#book.receiptNo(at), householdId, payerId: this.door(payer), fen, method, noTaken: false }, f));
  }

  refuses(by: Actor, at: Instant, room: string, reason: string): this {
    return this.#does(by, at, "recordRefusal", (p, c, f) => decideRecordFeeRefusal(p, c, { householdId: this.door(room), reason }, f));
  }

  waive(by: Actor, at: Instant, room: string, bearer: string, reason: string): this {
    return this.#does(by, at, "waive", (p, c, f) => decideWaiveShare(p, c, { householdId: this.door(room), bearerId: this.door(bearer), fund: null, reason }, f));
  }

  payOut(by: Actor, at: Instant, fen: number, note: string): this {
    return this.#does(by, at, "payOut", (p, c, f) => decidePayOut(p, c, { payoutId: this.#book.costId(at), fen, note }, f));
  }

  final(by: Actor, at: Instant, totalFen: number, note: string): this {
    return this.#does(by, at, "setFinalAccount", (p, c, f) => decideSetFinalAccount(p, c, { totalFen, note, newId: () => this.#book.costId(at) }, f));
  }

  /** All refunds of the final account. */
  refunds(by: Actor, at: Instant, method: PayMethod): this {
    for (const { id } of this.plan.refunds) this.#does(by, at, "payRefund", (p, c, f) => decidePayRefund(p, c, { refundId: id, method }, f));
    return this;
  }

  settle(by: Actor, at: Instant, place: string): this {
    this.#does(by, at, "publishFinal", (p, c, f) => decidePublishFinal(p, c, { place }, f));
    return this.#does(by, at, "settle", decideSettleCosts);
  }
}

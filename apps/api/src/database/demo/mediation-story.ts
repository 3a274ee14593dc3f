import {
  decideAgreeTerms,
  decideEndMediation,
  decideEstablishFacts,
  decideHearParty,
  decideOpenMediation,
  decidePerformTerm,
  decideRecordOral,
  decideReturnVisit,
  decideSealAgreement,
  decideSignAgreement,
  recordedMediation,
  recordMediation,
  type Case,
  type Facts,
  type Instant,
  type LocalDate,
  type Mediation,
  type MediationDecision,
  type MediationEvent,
  type TermInput,
} from "@bandeng/domain";
import { must, type CaseBook } from "./case-book.ts";
import type { CaseStory } from "./case-story.ts";

/** A mediation as it has been told so far. */
export interface ToldMediation {
  now: Mediation;
  readonly events: MediationEvent[];
}

/** A term as stories write it: what, by the n-th party, by when. */
export type WrittenTerm = readonly [what: string, party: number, dueOn: LocalDate];

/** Tells one mediation (人民调解), verb by verb, beside its case. Every line is decided by the domain. */
export class MediationStory {
  readonly told: ToldMediation;
  readonly #book: CaseBook;
  readonly #story: CaseStory;

  /** Opened with the consent of all parties of the case. */
  constructor(book: CaseBook, story: CaseStory, by: string, at: Instant, mediators: readonly string[]) {
    this.#book = book;
    this.#story = story;
    const mediationId = book.mediationId(at);
    const facts = book.facts(by, at);
    book.let(story.matter, facts);
    const named = mediators.map((key) => ({ personId: book.people.staff(key).id, roles: ["MEDIATOR"] as const }));
    // The number is given when all stories are told.
    const opening = must(decideOpenMediation(story.case, { mediationId, no: "", partyKeys: null, mediators: named, consented: true, last: null }, facts), `mediate at ${at}: ${story.case.title}`);
    book.does(story.matter, facts, "mediate", () => opening.case);
    const { mediation, events } = recordMediation(null, mediationId, opening.mediation, facts);
    this.told = { now: mediation, events: [...events] };
    book.mediations.push(this.told);
  }

  get mediation(): Mediation {
    return this.told.now;
  }

  #does(by: string, at: Instant, what: string, decide: (m: Mediation, c: Case, facts: Facts) => MediationDecision): this {
    const facts = by === "LEAD" ? this.#book.factsOf(this.#story.case.leadId ?? "", at) : this.#book.facts(by, at);
    const { mediation, events } = must(recordedMediation(this.mediation, must(decide(this.mediation, this.#story.case, facts), `${what} at ${at}: ${this.#story.case.title}`), facts), what);
    this.told.now = mediation;
    this.told.events.push(...events);
    return this;
  }

  #party(n: number): string {
    const party = this.mediation.parties[n];
    if (!party) throw new RangeError(`${this.#story.case.title} has no party ${n}`);
    return party.key;
  }

  #terms(terms: readonly WrittenTerm[], at: Instant): TermInput[] {
    return terms.map(([what, party, dueOn]) => ({ id: this.#book.mediationId(at), what, by: this.#party(party), dueOn }));
  }

  hear(by: string, at: Instant, party: number, words: string): this {
    return this.#does(by, at, "hearParty", (m, c, f) => decideHearParty(m, c, { statementId: this.#book.mediationId(at), partyKey: this.#party(party), words }, f));
  }

  facts(by: string, at: Instant, facts: string, issues: string): this {
    return this.#does(by, at, "establishFacts", (m, c, f) => decideEstablishFacts(m, c, { facts, issues }, f));
  }

  agree(by: string, at: Instant, terms: readonly WrittenTerm[]): this {
    return this.#does(by, at, "agreeTerms", (m, c, f) => decideAgreeTerms(m, c, { terms: this.#terms(terms, at) }, f));
  }

  oral(by: string, at: Instant, record: string, terms: readonly WrittenTerm[]): this {
    return this.#does(by, at, "recordOral", (m, c, f) => decideRecordOral(m, c, { record, terms: this.#terms(terms, at) }, f));
  }

  /** The n-th party signs. */
  signs(by: string, at: Instant, party: number, kind: "SIGNED" | "FINGERPRINT" = "SIGNED"): this {
    return this.#does(by, at, "sign", (m, c, f) => decideSignAgreement(m, c, { signer: "PARTY", key: this.#party(party), kind }, f));
  }

  /** A mediator signs for himself. */
  attests(by: string, at: Instant): this {
    return this.#does(by, at, "sign", (m, c, f) => decideSignAgreement(m, c, { signer: "MEDIATOR", key: f.viewer.personId, kind: "SIGNED" }, f));
  }

  seal(by: string, at: Instant): this {
    return this.#does(by, at, "seal", decideSealAgreement);
  }

  /** The n-th term is performed. */
  performs(by: string, at: Instant, n: number): this {
    return this.#does(by, at, "performTerm", (m, c, f) => decidePerformTerm(m, c, { termId: m.terms[n]?.id ?? "" }, f));
  }

  visit(by: string, at: Instant, words: string): this {
    return this.#does(by, at, "visit", (m, c, f) => decideReturnVisit(m, c, { visitId: this.#book.mediationId(at), partyKey: null, words }, f));
  }

  fails(by: string, at: Instant, reason: string): this {
    return this.#does(by, at, "endMediation", (m, c, f) => decideEndMediation(m, c, { cause: "NOT_AGREED", reason, rightToSueNoticed: true }, f));
  }
}

import { consentProblem } from "./consent.ts";
import { hearingProblem } from "./hear-party.ts";
import type { MediationEventBody, MediationText } from "./mediation-events.ts";
import { missingSignatures, type AgreementTerm, type Mediation, type Signature, type SignatureKind } from "./mediation.ts";
import type { MediationDecision } from "./record-mediation.ts";
import { whyNotMediation } from "./why-not-mediation.ts";
import type { Case } from "../case/case.ts";
import { textProblem } from "../case/guards.ts";
import type { Facts } from "../case/record.ts";
import { confirmBy } from "../deadline/due.ts";
import { isLocalDate, laterOf, localDateOf, type Instant, type LocalDate } from "../deadline/moment.ts";
import { refuse, type Refusal } from "../refusal.ts";

/** Most terms of one agreement, and the longest of them in characters. */
const termsLimit = 20;
const termLimit = 500;

/** A term as it is put down: what, by whom, by when. */
export interface TermInput {
  readonly id: string;
  readonly what: string;
  /** Key of the party that owes it. */
  readonly by: string;
  readonly dueOn: LocalDate;
}

function termProblem(m: Mediation, term: TermInput): Refusal | null {
  const problem = textProblem("term", term.what, termLimit);
  if (problem) return problem;
  if (!m.parties.some(({ key }) => key === term.by)) return refuse("NOT_A_PARTY", {}, "terms");
  if (!isLocalDate(term.dueOn)) return refuse("DATE_INVALID", {}, "terms");
  const from = localDateOf(m.consentAt ?? m.openedAt);
  return term.dueOn < from ? refuse("TERM_DUE_EARLY", { from }, "terms") : null;
}

function termsProblem(m: Mediation, terms: readonly TermInput[]): Refusal | null {
  if (terms.length === 0) return refuse("TEXT_REQUIRED", { field: "term" }, "terms");
  if (terms.length > termsLimit) return refuse("TERMS_TOO_MANY", { limit: termsLimit }, "terms");
  if (new Set(terms.map(({ id }) => id)).size !== terms.length) return refuse("ID_TWICE", {}, "terms");
  return terms.map((term) => termProblem(m, term)).find((problem) => problem !== null) ?? null;
}

const bare = (terms: readonly TermInput[]): Omit<AgreementTerm, "doneAt">[] => terms.map(({ id, by, dueOn }) => ({ id, by, dueOn }));
const texts = (terms: readonly TermInput[]): MediationText[] => terms.map(({ id, what }) => ({ kind: "TERM", itemId: id, partyKey: null, text: what }));

/** In effect from a moment: the window of judicial confirmation is counted from its day. */
function tookEffect(effectiveAt: Instant): MediationEventBody {
  return { type: "AGREEMENT_TOOK_EFFECT", at: effectiveAt, bySystem: true, payload: { effectiveAt, confirmBy: confirmBy(localDateOf(effectiveAt)) } };
}

/** 拟定协议书: the terms of a written agreement, after every party was heard and the facts are down. Put down anew, signatures are void. */
export function decideAgreeTerms(m: Mediation, c: Case, { terms }: { readonly terms: readonly TermInput[] }, facts: Facts): MediationDecision {
  const no = whyNotMediation("agreeTerms", m, c, facts.viewer) ?? consentProblem(m) ?? hearingProblem(m, facts.at);
  if (no) return no;
  if (m.factsAt === null) return refuse("FACTS_MISSING", {});
  return termsProblem(m, terms) ?? [{ type: "TERMS_AGREED", at: facts.at, payload: { terms: bare(terms) }, texts: texts(terms) }];
}

/** What a new name under the agreement means: with the last one it takes effect, as of the latest of them (art. 29). */
function signed(m: Mediation, body: MediationEventBody, signature: Signature): MediationDecision {
  const signatures = [...m.signatures, signature];
  const { parties, mediator, seal } = missingSignatures({ parties: m.parties, signatures });
  if (parties.length > 0 || mediator || seal) return [body];
  return [body, tookEffect(signatures.reduce((latest, s) => laterOf(latest, s.at), signature.at))];
}

/** There is a written draft, and nobody signs before it was written. */
function draftProblem(m: Mediation, at: Instant): Refusal | null {
  if (m.form !== "WRITTEN" || m.termsAt === null) return refuse("AGREEMENT_MISSING", {});
  const from = laterOf(m.termsAt, m.factsAt ?? m.termsAt);
  return at < from ? refuse("EARLIER_THAN_LAST_MOVE", { at: from }, "at") : null;
}

export interface SignAgreementInput {
  readonly signer: "PARTY" | "MEDIATOR";
  /** The party's key, or the mediator's person id. */
  readonly key: string;
  readonly kind: SignatureKind;
}

/** 签名: a party or a mediator puts a name, a finger or a stamp under the agreement; `at` is when. */
export function decideSignAgreement(m: Mediation, c: Case, { signer, key, kind }: SignAgreementInput, facts: Facts): MediationDecision {
  const no = whyNotMediation("sign", m, c, facts.viewer) ?? draftProblem(m, facts.at);
  if (no) return no;
  const known = signer === "PARTY" ? m.parties.some((party) => party.key === key) : m.mediatorIds.includes(key);
  if (!known) return refuse(signer === "PARTY" ? "NOT_A_PARTY" : "NO_MEDIATOR", {}, "key");
  if (m.signatures.some((s) => s.signer === signer && s.key === key)) return refuse("SIGNED_ALREADY", {}, "key");
  return signed(m, { type: "AGREEMENT_SIGNED", at: facts.at, payload: { signer, key, kind } }, { signer, key, kind, at: facts.at });
}

/** 盖章: the people's mediation committee seals the agreement; `at` is when. */
export function decideSealAgreement(m: Mediation, c: Case, facts: Facts): MediationDecision {
  const no = whyNotMediation("seal", m, c, facts.viewer) ?? draftProblem(m, facts.at);
  if (no) return no;
  if (m.signatures.some((s) => s.signer === "COMMITTEE")) return refuse("SIGNED_ALREADY", {});
  return signed(m, { type: "AGREEMENT_SEALED", at: facts.at, payload: {} }, { signer: "COMMITTEE", key: null, kind: "STAMPED", at: facts.at });
}

export interface RecordOralInput {
  /** What was agreed, as the mediator wrote it down. */
  readonly record: string;
  readonly terms: readonly TermInput[];
}

/** 口头协议: without a paper it takes effect the day the parties agree; the mediator's record is required (art. 28, 30). */
export function decideRecordOral(m: Mediation, c: Case, { record, terms }: RecordOralInput, facts: Facts): MediationDecision {
  const no = whyNotMediation("recordOral", m, c, facts.viewer) ?? consentProblem(m) ?? hearingProblem(m, facts.at) ?? textProblem("record", record) ?? termsProblem(m, terms);
  if (no) return no;
  const written: MediationText = { kind: "RECORD", itemId: null, partyKey: null, text: record };
  return [{ type: "ORAL_AGREEMENT_RECORDED", at: facts.at, payload: { terms: bare(terms) }, texts: [written, ...texts(terms)] }, tookEffect(facts.at)];
}

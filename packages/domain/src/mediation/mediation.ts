import type { Case } from "../case/case.ts";
import type { Instant, LocalDate } from "../deadline/moment.ts";

/** OPEN 调解中 → AGREED 已达成协议 → PERFORMED 已履行; or NOT_REACHED 未达成协议. */
export const mediationStates = ["OPEN", "AGREED", "PERFORMED", "NOT_REACHED"] as const;
export type MediationState = (typeof mediationStates)[number];

/** WRITTEN 调解协议书, ORAL 口头协议. Source: People's Mediation Law, art. 28. */
export const agreementForms = ["WRITTEN", "ORAL"] as const;
export type AgreementForm = (typeof agreementForms)[number];

/** How a party or a mediator puts a name to the agreement: 签名, 按指印 or 盖章 (art. 29). */
export const signatureKinds = ["SIGNED", "FINGERPRINT", "STAMPED"] as const;
export type SignatureKind = (typeof signatureKinds)[number];

/** NOT_AGREED 协商不成; PARTY_REFUSED: a party does not want it any more (art. 17, 23), which nobody has to be heard for. */
export const endCauses = ["NOT_AGREED", "PARTY_REFUSED"] as const;
export type EndCause = (typeof endCauses)[number];

/** A party of the dispute. `key` is `person:<id>`, or `opinion:<id>` for the anonymous reporter, as in `respondentsOf`. */
export interface MediationParty {
  readonly key: string;
  readonly personId: string | null;
  readonly side: string;
}

/** That a party was heard; the words lie in a row of their own. */
export interface PartyStatement {
  readonly id: string;
  readonly partyKey: string;
  readonly at: Instant;
}

/** Who does what by when; what it is lies in a row of its own. */
export interface AgreementTerm {
  readonly id: string;
  /** Key of the party that owes it. */
  readonly by: string;
  readonly dueOn: LocalDate;
  readonly doneAt: Instant | null;
}

/** A name or a seal under the agreement. `key` is a party's, a mediator's person id, or null for the committee's seal. */
export type Signature =
  | { readonly signer: "PARTY" | "MEDIATOR"; readonly key: string; readonly kind: SignatureKind; readonly at: Instant }
  | { readonly signer: "COMMITTEE"; readonly key: null; readonly kind: "STAMPED"; readonly at: Instant };

/** 回访 after the agreement: whether it holds. What was said lies in a row of its own. */
export interface ReturnVisit {
  readonly id: string;
  readonly at: Instant;
  readonly by: string;
  /** The party that was visited; null for all of them. */
  readonly partyKey: string | null;
}

/**
 * 人民调解 of one dispute. As confidential as its case, and free of charge: there is no field for a fee.
 * Source: People's Mediation Law, art. 4, 8, 15, 28 to 33.
 */
export interface Mediation {
  readonly id: string;
  /** `2024-03`: year and running number in the community. */
  readonly no: string;
  readonly version: number;
  readonly caseId: string;
  /** The case's grid when it was opened. */
  readonly areaCode: string;
  /** The resolution it was opened for: 1, one more after each reopening of the case. */
  readonly round: number;
  readonly state: MediationState;
  readonly parties: readonly MediationParty[];
  readonly mediatorIds: readonly string[];
  readonly openedAt: Instant;
  /** When the parties agreed to be mediated: the month runs from here. */
  readonly consentAt: Instant | null;
  /** Last day of the month, or of its extension. */
  readonly dueOn: LocalDate | null;
  readonly provisional: boolean;
  readonly extendedAt: Instant | null;
  readonly statements: readonly PartyStatement[];
  readonly factsAt: Instant | null;
  readonly form: AgreementForm | null;
  /** When the terms were put down as they are. */
  readonly termsAt: Instant | null;
  readonly terms: readonly AgreementTerm[];
  readonly signatures: readonly Signature[];
  readonly effectiveAt: Instant | null;
  /** Last day on which both parties may ask the court to confirm the agreement; never moved. */
  readonly confirmBy: LocalDate | null;
  readonly appliedAt: Instant | null;
  readonly confirmedAt: Instant | null;
  readonly performedAt: Instant | null;
  readonly returnVisits: readonly ReturnVisit[];
  readonly endCause: EndCause | null;
  /** When the parties were told that they may go to court, arbitration or an authority (art. 26). */
  readonly rightToSueNoticedAt: Instant | null;
  readonly endedAt: Instant | null;
  /** Nothing that moves it is earlier than this. */
  readonly movedAt: Instant;
}

/** The parties of a case as mediation names them. The anonymous one is the first opinion nobody gave a name to. */
export function mediationParties(c: Pick<Case, "parties" | "reporters">): readonly MediationParty[] {
  const anonymous = c.reporters.find((r) => r.personId === null)?.opinionId;
  return c.parties.flatMap(({ personId, side }) => {
    const key = personId !== null ? `person:${personId}` : anonymous === undefined ? null : `opinion:${anonymous}`;
    return key === null ? [] : [{ key, personId, side }];
  });
}

/** The parties that have not been heard yet. */
export function unheard(m: Pick<Mediation, "parties" | "statements">): readonly MediationParty[] {
  return m.parties.filter(({ key }) => !m.statements.some((s) => s.partyKey === key));
}

/** What a written agreement still lacks to take effect: parties without a signature, a mediator's, the committee's seal (art. 29). */
export function missingSignatures(m: Pick<Mediation, "parties" | "signatures">): { readonly parties: readonly MediationParty[]; readonly mediator: boolean; readonly seal: boolean } {
  const has = (signer: Signature["signer"], key?: string) => m.signatures.some((s) => s.signer === signer && (key === undefined || s.key === key));
  return { parties: m.parties.filter(({ key }) => !has("PARTY", key)), mediator: !has("MEDIATOR"), seal: !has("COMMITTEE") };
}

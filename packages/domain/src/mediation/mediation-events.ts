import type { AgreementTerm, EndCause, MediationParty, SignatureKind } from "./mediation.ts";
import type { Instant, LocalDate } from "../deadline/moment.ts";

/** Everything that can have happened to a mediation, with its payload: ids and dates, and not a word of what was said. */
export interface MediationEventPayloads {
  MEDIATION_OPENED: {
    readonly no: string;
    readonly caseId: string;
    readonly areaCode: string;
    readonly round: number;
    readonly parties: readonly MediationParty[];
    readonly mediatorIds: readonly string[];
  };
  /** 各方同意调解: `dueOn` is the last day of the month that begins. */
  CONSENT_GIVEN: { readonly dueOn: LocalDate; readonly provisional: boolean };
  /** With the consent of all parties, to a named day. */
  MONTH_EXTENDED: { readonly from: LocalDate; readonly until: LocalDate };
  MEDIATOR_NAMED: { readonly personId: string };
  MEDIATOR_REMOVED: { readonly personId: string };
  PARTY_HEARD: { readonly statementId: string; readonly partyKey: string };
  FACTS_ESTABLISHED: Record<never, never>;
  /** A draft; what was signed before was another one. */
  TERMS_AGREED: { readonly terms: readonly Omit<AgreementTerm, "doneAt">[] };
  AGREEMENT_SIGNED: { readonly signer: "PARTY" | "MEDIATOR"; readonly key: string; readonly kind: SignatureKind };
  AGREEMENT_SEALED: Record<never, never>;
  ORAL_AGREEMENT_RECORDED: { readonly terms: readonly Omit<AgreementTerm, "doneAt">[] };
  AGREEMENT_TOOK_EFFECT: { readonly effectiveAt: Instant; readonly confirmBy: LocalDate };
  TERM_PERFORMED: { readonly termId: string };
  AGREEMENT_PERFORMED: Record<never, never>;
  RETURN_VISITED: { readonly visitId: string; readonly partyKey: string | null };
  CONFIRMATION_APPLIED: Record<never, never>;
  CONFIRMED_BY_COURT: Record<never, never>;
  /** 调解不成: the parties were told of their right to sue in the same moment. */
  MEDIATION_ENDED: { readonly cause: EndCause };
}

export type MediationEventType = keyof MediationEventPayloads;

/** What is said in a mediation, by what it is: STATEMENT, TERM and VISIT belong to the thing of `itemId`, the others are one each. */
export const mediationTextKinds = ["STATEMENT", "FACTS", "ISSUES", "TERM", "RECORD", "VISIT", "REASON"] as const;
export type MediationTextKind = (typeof mediationTextKinds)[number];

/** Words beside the log: stored in a row of their own that is as confidential as the case and can be erased. */
export interface MediationText {
  readonly kind: MediationTextKind;
  /** The statement, term or visit; null where there is only one. */
  readonly itemId: string | null;
  /** Key of the party whose own words they are; null for what mediators write. */
  readonly partyKey: string | null;
  readonly text: string;
}

/** What a verb decides: the fact, when it took effect, and the words that are kept apart from it. */
export type MediationEventBody = {
  [T in MediationEventType]: {
    readonly type: T;
    readonly at: Instant;
    readonly payload: MediationEventPayloads[T];
    readonly texts?: readonly MediationText[];
    /** True when it follows from the others by itself. */
    readonly bySystem?: true;
  };
}[MediationEventType];

/** A fact in the log of a mediation. `seq` is gap-free from 1; `at` ≤ `recordedAt`. */
export type MediationEvent = MediationEventBody & {
  readonly mediationId: string;
  readonly seq: number;
  readonly recordedAt: Instant;
  /** True when the client's clock was ahead, so that `at` is the server's time. */
  readonly ahead?: true;
  readonly actorId: string | null;
};

import type { MediationEvent } from "./mediation-events.ts";
import type { AgreementForm, AgreementTerm, Mediation, MediationState } from "./mediation.ts";
import type { Instant } from "../deadline/moment.ts";

function opened(event: MediationEvent & { type: "MEDIATION_OPENED" }): Mediation {
  return {
    id: event.mediationId, version: event.seq, ...event.payload,
    state: "OPEN", openedAt: event.at, consentAt: null, dueOn: null, provisional: false, extendedAt: null, statements: [], factsAt: null, form: null, termsAt: null, terms: [], signatures: [],
    effectiveAt: null, confirmBy: null, appliedAt: null, confirmedAt: null, performedAt: null, returnVisits: [], endCause: null, rightToSueNoticedAt: null, endedAt: null, movedAt: event.at,
  };
}

function moved(state: MediationState, at: Instant): Pick<Mediation, "state" | "movedAt"> {
  return { state, movedAt: at };
}

/** Terms put down anew: signatures under other terms are void. */
function drafted(form: AgreementForm, terms: readonly Omit<AgreementTerm, "doneAt">[], at: Instant): Partial<Mediation> {
  return { form, termsAt: at, terms: terms.map((term) => ({ ...term, doneAt: null })), signatures: [] };
}

/** What an event changes. One case of the switch per event type, so that a new type does not compile until it is here. */
function change(m: Mediation, event: MediationEvent): Partial<Mediation> {
  const { at } = event;
  switch (event.type) {
    case "MEDIATION_OPENED":
      return opened(event);
    case "CONSENT_GIVEN":
      return { consentAt: at, dueOn: event.payload.dueOn, provisional: event.payload.provisional };
    case "MONTH_EXTENDED":
      return { dueOn: event.payload.until, provisional: false, extendedAt: at };
    case "MEDIATOR_NAMED":
      return { mediatorIds: [...m.mediatorIds.filter((id) => id !== event.payload.personId), event.payload.personId] };
    case "MEDIATOR_REMOVED": {
      const { personId } = event.payload;
      return { mediatorIds: m.mediatorIds.filter((id) => id !== personId), signatures: m.signatures.filter((s) => s.signer !== "MEDIATOR" || s.key !== personId) };
    }
    case "PARTY_HEARD":
      return { statements: [...m.statements, { id: event.payload.statementId, partyKey: event.payload.partyKey, at }] };
    case "FACTS_ESTABLISHED":
      return { factsAt: at, signatures: [] };
    case "TERMS_AGREED":
      return drafted("WRITTEN", event.payload.terms, at);
    case "AGREEMENT_SIGNED":
      return { signatures: [...m.signatures, { ...event.payload, at }] };
    case "AGREEMENT_SEALED":
      return { signatures: [...m.signatures, { signer: "COMMITTEE", key: null, kind: "STAMPED", at }] };
    case "ORAL_AGREEMENT_RECORDED":
      return drafted("ORAL", event.payload.terms, at);
    case "AGREEMENT_TOOK_EFFECT":
      return { ...moved("AGREED", at), ...event.payload, endedAt: at };
    case "TERM_PERFORMED":
      return { terms: m.terms.map((term) => (term.id === event.payload.termId ? { ...term, doneAt: at } : term)) };
    case "AGREEMENT_PERFORMED":
      return { ...moved("PERFORMED", at), performedAt: at };
    case "RETURN_VISITED":
      return { returnVisits: [...m.returnVisits, { id: event.payload.visitId, at, by: event.actorId ?? "", partyKey: event.payload.partyKey }] };
    case "CONFIRMATION_APPLIED":
      return { appliedAt: at };
    case "CONFIRMED_BY_COURT":
      return { confirmedAt: at };
    case "MEDIATION_ENDED":
      return { ...moved("NOT_REACHED", at), endCause: event.payload.cause, rightToSueNoticedAt: at, endedAt: at };
  }
}

/**
 * The mediation after one more event. Pure; equal on server, page and in tests.
 * @throws TypeError for a first event that is not MEDIATION_OPENED
 */
export function evolveMediation(m: Mediation | null, event: MediationEvent): Mediation {
  if (m === null && event.type !== "MEDIATION_OPENED") throw new TypeError(`A mediation begins with MEDIATION_OPENED, not ${event.type}`);
  return { ...(m as Mediation), ...change(m as Mediation, event), version: event.seq };
}

/**
 * The mediation that a whole history gives.
 * @throws TypeError for an empty history
 */
export function foldMediation(history: readonly MediationEvent[]): Mediation {
  const m = history.reduce<Mediation | null>(evolveMediation, null);
  if (!m) throw new TypeError("A history has at least one event");
  return m;
}

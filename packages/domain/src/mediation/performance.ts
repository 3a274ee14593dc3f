import type { Mediation } from "./mediation.ts";
import type { MediationDecision } from "./record-mediation.ts";
import { whyNotMediation } from "./why-not-mediation.ts";
import type { Case } from "../case/case.ts";
import { textProblem } from "../case/guards.ts";
import type { Facts } from "../case/record.ts";
import { laterOf } from "../deadline/moment.ts";
import { refuse } from "../refusal.ts";

/** 履行: a term is performed; with the last one the agreement is, and no court needs to confirm it any more (art. 31). */
export function decidePerformTerm(m: Mediation, c: Case, { termId }: { readonly termId: string }, facts: Facts): MediationDecision {
  const no = whyNotMediation("performTerm", m, c, facts.viewer);
  if (no) return no;
  const term = m.terms.find(({ id }) => id === termId);
  if (!term) return refuse("TERM_UNKNOWN", {}, "termId");
  if (term.doneAt !== null) return refuse("TERM_DONE", {}, "termId");
  const body = { type: "TERM_PERFORMED", at: facts.at, payload: { termId } } as const;
  const others = m.terms.filter(({ id }) => id !== termId);
  if (others.some(({ doneAt }) => doneAt === null)) return [body];
  const last = others.reduce((latest, { doneAt }) => laterOf(latest, doneAt ?? latest), facts.at);
  return [body, { type: "AGREEMENT_PERFORMED", at: last, bySystem: true, payload: {} }];
}

export interface ReturnVisitInput {
  readonly visitId: string;
  /** The party that was visited; null for all of them. */
  readonly partyKey: string | null;
  /** What was found and said. */
  readonly words: string;
}

/** 回访: somebody asks whether the agreement holds; as often as it takes, and after a failed mediation too. */
export function decideReturnVisit(m: Mediation, c: Case, { visitId, partyKey, words }: ReturnVisitInput, facts: Facts): MediationDecision {
  const no = whyNotMediation("visit", m, c, facts.viewer);
  if (no) return no;
  if (partyKey !== null && !m.parties.some(({ key }) => key === partyKey)) return refuse("NOT_A_PARTY", {}, "partyKey");
  const texts = [{ kind: "VISIT", itemId: visitId, partyKey, text: words }] as const;
  return textProblem("words", words) ?? [{ type: "RETURN_VISITED", at: facts.at, payload: { visitId, partyKey }, texts }];
}

import { consentProblem } from "./consent.ts";
import { unheard, type Mediation } from "./mediation.ts";
import type { MediationDecision } from "./record-mediation.ts";
import { whyNotMediation } from "./why-not-mediation.ts";
import type { Case } from "../case/case.ts";
import { textProblem } from "../case/guards.ts";
import type { Facts } from "../case/record.ts";
import type { Instant } from "../deadline/moment.ts";
import { refuse, type Refusal } from "../refusal.ts";

export interface HearPartyInput {
  readonly statementId: string;
  readonly partyKey: string;
  /** What the party said. */
  readonly words: string;
}

/** 听取陈述: a party is heard (People's Mediation Law, art. 22); as often as it takes. */
export function decideHearParty(m: Mediation, c: Case, { statementId, partyKey, words }: HearPartyInput, facts: Facts): MediationDecision {
  const no = whyNotMediation("hearParty", m, c, facts.viewer) ?? consentProblem(m);
  if (no) return no;
  if (!m.parties.some(({ key }) => key === partyKey)) return refuse("NOT_A_PARTY", {}, "partyKey");
  const texts = [{ kind: "STATEMENT", itemId: statementId, partyKey, text: words }] as const;
  return textProblem("words", words) ?? [{ type: "PARTY_HEARD", at: facts.at, payload: { statementId, partyKey }, texts }];
}

/** No outcome before every party was heard: `at` is when it takes effect. */
export function hearingProblem(m: Pick<Mediation, "parties" | "statements">, at: Instant): Refusal | null {
  const missing = unheard({ parties: m.parties, statements: m.statements.filter((s) => s.at <= at) });
  return missing.length > 0 ? refuse("PARTY_NOT_HEARD", { missing: missing.length }) : null;
}

export interface EstablishFactsInput {
  /** 纠纷主要事实. */
  readonly facts: string;
  /** 争议事项. */
  readonly issues: string;
}

/** 查明事实: the main facts and what the parties differ on, as the agreement will have them (art. 29). Signatures under others are void. */
export function decideEstablishFacts(m: Mediation, c: Case, input: EstablishFactsInput, facts: Facts): MediationDecision {
  const no = whyNotMediation("establishFacts", m, c, facts.viewer) ?? consentProblem(m) ?? textProblem("facts", input.facts) ?? textProblem("issues", input.issues);
  if (no) return no;
  const text = (kind: "FACTS" | "ISSUES", words: string) => ({ kind, itemId: null, partyKey: null, text: words });
  return [{ type: "FACTS_ESTABLISHED", at: facts.at, payload: {}, texts: [text("FACTS", input.facts), text("ISSUES", input.issues)] }];
}

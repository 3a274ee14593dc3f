import { hearingProblem } from "./hear-party.ts";
import type { EndCause, Mediation } from "./mediation.ts";
import type { MediationDecision } from "./record-mediation.ts";
import { whyNotMediation } from "./why-not-mediation.ts";
import type { Case } from "../case/case.ts";
import { textProblem } from "../case/guards.ts";
import type { Facts } from "../case/record.ts";
import { refuse } from "../refusal.ts";

export interface EndMediationInput {
  readonly cause: EndCause;
  readonly reason: string;
  /** Whether the parties were told that they may go to court, arbitration or an authority. */
  readonly rightToSueNoticed: boolean;
}

/**
 * 调解不成: ends without an agreement, and the parties are told of their right to sue (People's Mediation Law, art. 26).
 * Every party is heard before, unless one does not want to be mediated any more (art. 23).
 */
export function decideEndMediation(m: Mediation, c: Case, { cause, reason, rightToSueNoticed }: EndMediationInput, facts: Facts): MediationDecision {
  const no = whyNotMediation("endMediation", m, c, facts.viewer) ?? (cause === "NOT_AGREED" ? hearingProblem(m, facts.at) : null) ?? textProblem("reason", reason);
  if (no) return no;
  if (!rightToSueNoticed) return refuse("NOTICE_OF_SUIT_MISSING", {}, "rightToSueNoticed");
  return [{ type: "MEDIATION_ENDED", at: facts.at, payload: { cause }, texts: [{ kind: "REASON", itemId: null, partyKey: null, text: reason }] }];
}

import { consentBody } from "./consent.ts";
import type { MediationEventBody } from "./mediation-events.ts";
import { mediationParties, type MediationState } from "./mediation.ts";
import { joining, mediatorProblem, type NamedMediator } from "./mediators.ts";
import type { Case } from "../case/case.ts";
import type { CaseEventBody } from "../case/case-events.ts";
import type { Facts } from "../case/record.ts";
import { whyNot } from "../case/why-not.ts";
import { refuse, type Refusal } from "../refusal.ts";

export interface OpenMediationInput {
  readonly mediationId: string;
  /** `2024-03`, given by whoever stores it: year and running number in the community. */
  readonly no: string;
  /** Keys of the parties; null for all parties of the case. */
  readonly partyKeys: readonly string[] | null;
  readonly mediators: readonly NamedMediator[];
  /** Whether all parties agree to it now: then the month begins. */
  readonly consented: boolean;
  /** The state of the case's last mediation; null when it had none. */
  readonly last: MediationState | null;
}

/** What opening a mediation does, to it and to its case: recorded together or not at all. */
export interface OpeningDecision {
  readonly mediation: readonly MediationEventBody[];
  readonly case: readonly CaseEventBody[];
}

/**
 * 开始人民调解 of a dispute between two or more of its parties, at COMMUNITY or above: the committee is the residents'
 * committee's (People's Mediation Law, art. 8). One runs at a time. Its mediators see the case whole from here on.
 */
export function decideOpenMediation(c: Case, input: OpenMediationInput, facts: Facts): OpeningDecision | Refusal {
  const { mediationId, no: number, mediators, consented, last } = input;
  // Asked first: one party is no mediation, whatever the case is and whoever asks.
  if (input.partyKeys && new Set(input.partyKeys).size < 2) return refuse("TWO_PARTIES_NEEDED", {}, "partyKeys");
  const no = whyNot("mediate", c, facts.viewer);
  if (no) return no;
  if (c.kind !== "DISPUTE") return refuse("DISPUTES_ONLY", {});
  if (last === "OPEN") return refuse("MEDIATION_RUNS", {});
  const all = mediationParties(c);
  const keys = input.partyKeys ?? all.map(({ key }) => key);
  if (keys.some((key) => !all.some((party) => party.key === key))) return refuse("NOT_A_PARTY", {}, "partyKeys");
  const parties = all.filter(({ key }) => keys.includes(key));
  if (parties.length < 2) return refuse("TWO_PARTIES_NEEDED", {}, "partyKeys");
  const mediatorIds = [...new Set(mediators.map(({ personId }) => personId))];
  if (mediatorIds.length === 0) return refuse("LAST_MEDIATOR", {}, "mediatorIds");
  const problem = mediators.map((mediator) => mediatorProblem(c, parties, mediator, "mediatorIds")).find((one) => one !== null);
  if (problem) return problem;
  const opened: MediationEventBody = { type: "MEDIATION_OPENED", at: facts.at, payload: { no: number, caseId: c.id, areaCode: c.gridCode, round: c.reopenCount + 1, parties, mediatorIds } };
  return {
    mediation: consented ? [opened, consentBody(facts)] : [opened],
    case: [{ type: "MEDIATION_OPENED", at: facts.at, payload: { mediationId } }, ...joining(c, mediatorIds, facts)],
  };
}

import { acceptedCase, type CaseStory } from "./case-story.ts";
import { factsAt } from "./clock.ts";
import { freeze } from "./freeze.ts";
import { li, mediator, zhou } from "./people.ts";
import type { Case } from "../case/case.ts";
import { decideEscalate } from "../case/escalate.ts";
import type { Facts } from "../case/record.ts";
import type { MediationEvent } from "../mediation/mediation-events.ts";
import type { Mediation } from "../mediation/mediation.ts";
import { decideOpenMediation, type OpenMediationInput } from "../mediation/open-mediation.ts";
import { recordedMediation, recordMediation, type MediationDecision, type RecordedMediation } from "../mediation/record-mediation.ts";
import type { Viewer } from "../people/roles.ts";
import { isRefusal, type Refusal } from "../refusal.ts";

/** 孙某 (below) against 赵某 (above): accepted by the grid head, brought to the community because both ask for mediation. */
export function dispute(): CaseStory {
  const story = acceptedCase("2024-06-03 10:00", li, { kind: "DISPUTE", category: "disputes.leak", reporterId: "sun" }, { parties: ["sun", "zhao"] });
  return story.does(li, "2024-06-06 10:00", (c, f) => decideEscalate(c, { reason: "双方申请调解", partiesAskForMediation: true }, f));
}

/** What opening a mediation is asked with unless a test says otherwise. */
export function openInput(more: Partial<OpenMediationInput> = {}): OpenMediationInput {
  return { mediationId: "mediation", no: "2024-01", partyKeys: null, mediators: [{ personId: mediator.personId, roles: ["MEDIATOR"] }], consented: true, last: null, ...more };
}

/** One mediation as it is told: who did what when, beside its case. */
export class MediationStory {
  #mediation: Mediation;
  readonly history: MediationEvent[] = [];
  readonly dispute: CaseStory;

  constructor(of: CaseStory, { mediation, events }: RecordedMediation) {
    this.dispute = of;
    this.#mediation = freeze(mediation);
    this.history.push(...events);
  }

  get mediation(): Mediation {
    return this.#mediation;
  }

  get case(): Case {
    return this.dispute.case;
  }

  /** Somebody tries something; the refusal, or null when it was done. `effective` is when it took effect, if earlier. */
  tries(who: Viewer, now: string, decide: (m: Mediation, c: Case, facts: Facts) => MediationDecision, effective = now): Refusal | null {
    const facts = factsAt(who, now, effective);
    const result = recordedMediation(this.#mediation, decide(this.#mediation, this.case, facts), facts);
    if (isRefusal(result)) return result;
    this.#mediation = freeze(result.mediation);
    this.history.push(...result.events.map(freeze));
    return null;
  }

  /** Somebody does something that the rules allow. @throws Error with the refusal when they do not */
  does(who: Viewer, now: string, decide: (m: Mediation, c: Case, facts: Facts) => MediationDecision, effective = now): this {
    const refusal = this.tries(who, now, decide, effective);
    if (refusal) throw new Error(`${who.personId} ${now}: ${refusal.code} ${JSON.stringify(refusal.data)}`);
    return this;
  }
}

/** A mediation that was opened at 2024-06-07 09:00, unless said otherwise with the parties' consent. */
export function mediationStory(more: Partial<OpenMediationInput> = {}, now = "2024-06-07 09:00"): MediationStory {
  const of = dispute();
  const facts = factsAt(zhou, now);
  const opening = decideOpenMediation(of.case, openInput(more), facts);
  if (isRefusal(opening)) throw new Error(opening.code);
  of.takes(zhou, now, opening.case);
  return new MediationStory(of, recordMediation(null, "mediation", opening.mediation, facts));
}

import { evolveMediation } from "./evolve-mediation.ts";
import type { MediationEvent, MediationEventBody } from "./mediation-events.ts";
import type { Mediation } from "./mediation.ts";
import { inTime, type Facts } from "../case/record.ts";
import { isRefusal, refuse, type Refusal } from "../refusal.ts";

/** What a verb on a mediation decides: facts to record, in order, or a refusal. */
export type MediationDecision = readonly MediationEventBody[] | Refusal;

/** A mediation after new events, and the events as they go into the log. */
export interface RecordedMediation {
  readonly mediation: Mediation;
  readonly events: readonly MediationEvent[];
}

/**
 * Turns decided facts into log entries: numbers them gap-free and evolves the mediation.
 * @throws TypeError when there is nothing to record on nothing
 */
export function recordMediation(before: Mediation | null, mediationId: string, bodies: readonly MediationEventBody[], facts: Pick<Facts, "viewer" | "now">): RecordedMediation {
  const events: MediationEvent[] = [];
  let current = before;
  for (const body of bodies) {
    const actorId = body.bySystem ? null : facts.viewer.personId;
    const event: MediationEvent = { ...body, ...inTime(body.at, facts.now), mediationId, seq: (current?.version ?? 0) + 1, recordedAt: facts.now, actorId };
    current = evolveMediation(current, event);
    events.push(event);
  }
  if (!current) throw new TypeError("Nothing to record");
  return { mediation: current, events };
}

/** A decision, recorded; or the refusal it was. Nothing took effect before the mediation was opened, or before its last change of state. */
export function recordedMediation(m: Mediation, decision: MediationDecision, facts: Pick<Facts, "viewer" | "now">): RecordedMediation | Refusal {
  if (isRefusal(decision)) return decision;
  if (decision.some((body) => body.at < m.movedAt)) return refuse("EARLIER_THAN_LAST_MOVE", { at: m.movedAt }, "at");
  return recordMediation(m, m.id, decision, facts);
}

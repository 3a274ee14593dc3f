import type { CostEvent, CostEventBody } from "./cost-events.ts";
import type { CostPlan } from "./cost-plan.ts";
import { evolveCost } from "./evolve-cost.ts";
import { inTime, type Facts } from "../case/record.ts";
import { isRefusal, refuse, type Refusal } from "../refusal.ts";

/** What a verb on a cost plan decides: facts to record, in order, or a refusal. */
export type CostDecision = readonly CostEventBody[] | Refusal;

/** A cost plan after new events, and the events as they go into the log. */
export interface RecordedCost {
  readonly plan: CostPlan;
  readonly events: readonly CostEvent[];
}

/**
 * Turns decided facts into log entries: numbers them gap-free and evolves the plan.
 * @throws TypeError when there is nothing to record on nothing
 */
export function recordCost(before: CostPlan | null, costPlanId: string, bodies: readonly CostEventBody[], facts: Pick<Facts, "viewer" | "now">): RecordedCost {
  const events: CostEvent[] = [];
  let current = before;
  for (const body of bodies) {
    const actorId = body.bySystem ? null : facts.viewer.personId;
    const event: CostEvent = { ...body, ...inTime(body.at, facts.now), costPlanId, seq: (current?.version ?? 0) + 1, recordedAt: facts.now, actorId };
    current = evolveCost(current, event);
    events.push(event);
  }
  if (!current) throw new TypeError("Nothing to record");
  return { plan: current, events };
}

/** A decision, recorded; or the refusal it was. Nothing took effect before the plan was opened, or before its last change of state. */
export function recordedCost(plan: CostPlan, decision: CostDecision, facts: Pick<Facts, "viewer" | "now">): RecordedCost | Refusal {
  if (isRefusal(decision)) return decision;
  if (decision.some((body) => body.at < plan.movedAt)) return refuse("EARLIER_THAN_LAST_MOVE", { at: plan.movedAt }, "at");
  return recordCost(plan, plan.id, decision, facts);
}

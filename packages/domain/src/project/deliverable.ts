import type { SecretaryProject } from "./project.ts";
import type { ProjectDecision } from "./record-project.ts";
import { whyNotProject } from "./why-not-project.ts";
import { textProblem } from "../case/guards.ts";
import type { Facts } from "../case/record.ts";
import { refuse } from "../refusal.ts";

export interface AcceptDeliverableInput {
  readonly deliverableId: string;
  /** How many are accepted in all: an integer from 0 to the number planned. */
  readonly accepted: number;
  /** By what it can be seen; a resident's signature counts most. */
  readonly evidence: string;
}

/** 验收: so many of what was promised are there. A later, higher number replaces an earlier one. */
export function decideAcceptDeliverable(project: SecretaryProject, input: AcceptDeliverableInput, facts: Facts): ProjectDecision {
  const no = whyNotProject("acceptDeliverable", project, facts.viewer);
  if (no) return no;
  const deliverable = project.deliverables.find((d) => d.id === input.deliverableId);
  if (!deliverable) return refuse("DELIVERABLE_UNKNOWN", {}, "deliverableId");
  const { accepted } = input;
  if (!Number.isInteger(accepted) || accepted < 0 || accepted > deliverable.planned) return refuse("QUANTITY_INVALID", {}, "accepted");
  return textProblem("evidence", input.evidence) ?? [{ type: "DELIVERABLE_ACCEPTED", at: facts.at, payload: { deliverableId: deliverable.id, accepted, evidence: input.evidence } }];
}

export interface ExplainShortInput {
  readonly deliverableId: string;
  readonly reason: string;
}

/** Says why fewer are accepted than were planned: without it a short deliverable stands in the way of the strike-off. */
export function decideExplainShort(project: SecretaryProject, input: ExplainShortInput, facts: Facts): ProjectDecision {
  const no = whyNotProject("explainShort", project, facts.viewer) ?? textProblem("reason", input.reason);
  if (no) return no;
  const deliverable = project.deliverables.find((d) => d.id === input.deliverableId);
  if (!deliverable) return refuse("DELIVERABLE_UNKNOWN", {}, "deliverableId");
  if (deliverable.accepted === deliverable.planned) return refuse("NOTHING_SHORT", {}, "deliverableId");
  return [{ type: "SHORTFALL_EXPLAINED", at: facts.at, payload: { deliverableId: deliverable.id, reason: input.reason } }];
}

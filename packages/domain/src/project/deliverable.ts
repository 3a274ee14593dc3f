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
  /** Photos and papers of the project's cases: looked up by whoever stores them. */
  readonly attachmentIds?: readonly string[];
}

/** 验收: so many of what was promised are there. A later, higher number replaces an earlier one. */
export function decideAcceptDeliverable(project: SecretaryProject, input: AcceptDeliverableInput, facts: Facts): ProjectDecision {
  const no = whyNotProject("acceptDeliverable", project, facts.viewer);
  if (no) return no;
  const deliverable = project.deliverables.find((d) => d.id === input.deliverableId);
  if (!deliverable) return refuse("DELIVERABLE_UNKNOWN", {}, "deliverableId");
  const { accepted } = input;
  if (!Number.isInteger(accepted) || accepted < 0 || accepted > deliverable.planned) return refuse("QUANTITY_INVALID", {}, "accepted");
  return textProblem("evidence", input.evidence) ?? [{ type: "DELIVERABLE_ACCEPTED", at: facts.at, payload: { deliverableId: deliverable.id, accepted, evidence: input.evidence, attachmentIds: input.attachmentIds ?? [] } }];
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

export interface SignAcceptanceInput {
  readonly deliverableId: string;
  /** The resident who signed: a person of the community, looked up by whoever stores people. */
  readonly residentId: string;
  /** A photo or scan of the signed sheet, kept with one of the project's cases; null where the sheet is kept on paper. */
  readonly attachmentId: string | null;
}

/** 居民签字: a resident has signed the last acceptance of a deliverable. Nobody who owns or owned the project signs for the residents. */
export function decideSignAcceptance(project: SecretaryProject, input: SignAcceptanceInput, facts: Facts): ProjectDecision {
  const no = whyNotProject("signAcceptance", project, facts.viewer);
  if (no) return no;
  const { deliverableId, residentId, attachmentId } = input;
  const deliverable = project.deliverables.find((d) => d.id === deliverableId);
  if (!deliverable) return refuse("DELIVERABLE_UNKNOWN", {}, "deliverableId");
  if (project.secretaryIds.includes(residentId)) return refuse("OWN_PROJECT", {}, "residentId");
  const last = deliverable.acceptances.at(-1);
  if (!last) return refuse("NOTHING_ACCEPTED", {}, "deliverableId");
  if (last.signedAt !== null) return refuse("ACCEPTANCE_SIGNED", {}, "deliverableId");
  return [{ type: "ACCEPTANCE_SIGNED", at: facts.at, payload: { acceptanceId: last.id, residentId, attachmentId } }];
}

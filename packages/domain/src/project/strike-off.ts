import type { SecretaryProject } from "./project.ts";
import type { ProjectDecision } from "./record-project.ts";
import { whyNotProject } from "./why-not-project.ts";
import { textProblem } from "../case/guards.ts";
import type { Facts } from "../case/record.ts";
import { refuse } from "../refusal.ts";

export interface RequestStrikeOffInput {
  /** How many call-backs on the project's cases were answered: counted by whoever stores them. */
  readonly callbacksAnswered: number;
}

/**
 * 申请销号: the secretary says the promise is kept: all milestones done, deliverables accepted as planned or explained,
 * and at least one resident asked whether it is so.
 */
export function decideRequestStrikeOff(project: SecretaryProject, input: RequestStrikeOffInput, facts: Facts): ProjectDecision {
  const no = whyNotProject("requestStrikeOff", project, facts.viewer);
  if (no) return no;
  const left = project.milestones.filter((m) => m.doneAt === null).length;
  if (left > 0) return refuse("MILESTONES_OPEN", { left });
  if (project.deliverables.some((d) => d.accepted < d.planned && d.shortReason === null)) return refuse("DELIVERABLES_SHORT", {});
  if (!(input.callbacksAnswered >= 1)) return refuse("CALLBACK_NEEDED", {});
  return [{ type: "STRIKE_OFF_REQUESTED", at: facts.at, payload: {} }];
}

/** 退回销号申请: something is still to be done; the project runs on, and a later request is judged anew. */
export function decideReturnStrikeOff(project: SecretaryProject, input: { readonly reason: string }, facts: Facts): ProjectDecision {
  const no = whyNotProject("returnStrikeOff", project, facts.viewer) ?? textProblem("reason", input.reason);
  return no ?? [{ type: "STRIKE_OFF_RETURNED", at: facts.at, payload: { reason: input.reason } }];
}

/** The street names somebody to verify and strike off in its place; never a present or former owner. */
export function decideNameInspector(project: SecretaryProject, input: { readonly inspectorId: string }, facts: Facts): ProjectDecision {
  const no = whyNotProject("nameInspector", project, facts.viewer);
  if (no) return no;
  if (project.secretaryIds.includes(input.inspectorId)) return refuse("OWN_PROJECT", {}, "inspectorId");
  return [{ type: "INSPECTOR_NAMED", at: facts.at, payload: { inspectorId: input.inspectorId } }];
}

/**
 * 销号: the street, or the inspector it named, has verified the result and strikes the project off, with evidence. Nobody
 * who owns or owned it. The project stays a badge on its cases (`decideProjectLeft` with STRUCK_OFF).
 */
export function decideStrikeOff(project: SecretaryProject, input: { readonly evidence: string }, facts: Facts): ProjectDecision {
  const no = whyNotProject("strikeOff", project, facts.viewer) ?? textProblem("evidence", input.evidence);
  return no ?? [{ type: "PROJECT_STRUCK_OFF", at: facts.at, payload: { evidence: input.evidence } }];
}

import type { SecretaryProject } from "./project.ts";
import type { ProjectDecision } from "./record-project.ts";
import { whyNotProject } from "./why-not-project.ts";
import { textProblem } from "../case/guards.ts";
import type { Facts } from "../case/record.ts";
import { refuse } from "../refusal.ts";

export interface CompleteMilestoneInput {
  readonly milestoneId: string;
  /** By what it can be seen: photographs, a signed sheet. */
  readonly evidence: string;
  /** Photos and papers of the project's cases: looked up by whoever stores them. */
  readonly attachmentIds?: readonly string[];
}

/** A step is done, with its evidence. Progress is the sum of the weights done. */
export function decideCompleteMilestone(project: SecretaryProject, input: CompleteMilestoneInput, facts: Facts): ProjectDecision {
  const no = whyNotProject("completeMilestone", project, facts.viewer);
  if (no) return no;
  const milestone = project.milestones.find((m) => m.id === input.milestoneId);
  if (!milestone) return refuse("MILESTONE_UNKNOWN", {}, "milestoneId");
  if (milestone.doneAt !== null) return refuse("MILESTONE_DONE", {}, "milestoneId");
  return textProblem("evidence", input.evidence) ?? [{ type: "MILESTONE_COMPLETED", at: facts.at, payload: { milestoneId: milestone.id, evidence: input.evidence, attachmentIds: input.attachmentIds ?? [] } }];
}

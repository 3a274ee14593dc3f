import type { SecretaryProject } from "./project.ts";
import type { ProjectDecision } from "./record-project.ts";
import { whyNotProject } from "./why-not-project.ts";
import { textProblem } from "../case/guards.ts";
import type { Facts } from "../case/record.ts";

/** 终止: the secretary gives the project up, with the reason. Its cases return to their level's clock (`decideProjectLeft` with ABANDONED). */
export function decideAbandon(project: SecretaryProject, input: { readonly reason: string }, facts: Facts): ProjectDecision {
  const no = whyNotProject("abandon", project, facts.viewer) ?? textProblem("reason", input.reason);
  return no ?? [{ type: "PROJECT_ABANDONED", at: facts.at, payload: { reason: input.reason } }];
}

import type { SecretaryProject } from "./project.ts";
import type { ProjectDecision } from "./record-project.ts";
import { whyNotProject } from "./why-not-project.ts";
import type { Facts } from "../case/record.ts";
import { refuse } from "../refusal.ts";

export interface HandOverInput {
  /** The next secretary. */
  readonly to: string;
  /** Whether that person is secretary of the project's community now: looked up by whoever stores roles. */
  readonly toIsSecretary: boolean;
}

/**
 * 交接: a project passes with the office to the next secretary; he takes it over himself, or the street hands it to him.
 * Whoever gave it away stays a former owner, who never strikes it off.
 */
export function decideHandOver(project: SecretaryProject, input: HandOverInput, facts: Facts): ProjectDecision {
  const no = whyNotProject("handOver", project, facts.viewer);
  if (no) return no;
  const { to, toIsSecretary } = input;
  if (!toIsSecretary || to === project.secretaryId) return refuse("NEXT_NOT_SECRETARY", {}, "to");
  return [{ type: "PROJECT_HANDED_OVER", at: facts.at, payload: { from: project.secretaryId, to } }];
}

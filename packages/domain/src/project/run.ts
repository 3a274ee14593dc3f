import type { SecretaryProject } from "./project.ts";
import type { ProjectDecision } from "./record-project.ts";
import { whyNotProject } from "./why-not-project.ts";
import type { Facts } from "../case/record.ts";
import { refuse } from "../refusal.ts";

/** Work begins: from 18:00 of the last day of publicity on, and with every objection answered. */
export function decideRun(project: SecretaryProject, facts: Facts): ProjectDecision {
  const no = whyNotProject("run", project, facts.viewer);
  if (no) return no;
  const until = project.publicityUntil;
  if (until !== null && facts.at < until) return refuse("PUBLICITY_OPEN", { until });
  if (project.openObjections > 0) return refuse("OBJECTION_OPEN", {});
  return [{ type: "PROJECT_STARTED", at: facts.at, payload: {} }];
}

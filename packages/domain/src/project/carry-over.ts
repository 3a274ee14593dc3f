import { projectYears, type SecretaryProject } from "./project.ts";
import type { ProjectDecision } from "./record-project.ts";
import { whyNotProject } from "./why-not-project.ts";
import { textProblem } from "../case/guards.ts";
import type { Facts } from "../case/record.ts";
import { localDateOf } from "../deadline/moment.ts";
import { refuse } from "../refusal.ts";

/** 结转: a project that is not finished goes into the next year's annual list as well, with the reason; into one year after the other, not before the year ends. */
export function decideCarryOver(project: SecretaryProject, input: { readonly reason: string }, facts: Facts): ProjectDecision {
  const no = whyNotProject("carryOver", project, facts.viewer) ?? textProblem("reason", input.reason);
  if (no) return no;
  const fromYear = Math.max(...projectYears(project));
  if (localDateOf(facts.at) < `${fromYear}-12-01`) return refuse("CARRY_OVER_EARLY", { year: fromYear });
  return [{ type: "CARRIED_OVER", at: facts.at, payload: { fromYear, toYear: fromYear + 1, reason: input.reason.trim() } }];
}

import type { SecretaryProject } from "./project.ts";
import type { ProjectDecision } from "./record-project.ts";
import { whyNotProject } from "./why-not-project.ts";
import { textProblem } from "../case/guards.ts";
import type { Facts } from "../case/record.ts";
import { due } from "../deadline/due.ts";
import { refuse } from "../refusal.ts";

/** 退回: the street gives the plan back, with the reason. The secretary amends it and submits again. */
export function decideReturnPlan(project: SecretaryProject, input: { readonly reason: string }, facts: Facts): ProjectDecision {
  const no = whyNotProject("returnPlan", project, facts.viewer) ?? textProblem("reason", input.reason);
  return no ?? [{ type: "PROJECT_RETURNED", at: facts.at, payload: { reason: input.reason } }];
}

/**
 * 公示: the street has reviewed the plan and puts it up for everybody to see, for so many working days (5 by default).
 * `place` says where: the board at the gate, the community's page.
 */
export function decidePublicise(project: SecretaryProject, input: { readonly place: string }, facts: Facts): ProjectDecision {
  const no = whyNotProject("publicise", project, facts.viewer) ?? textProblem("place", input.place, 200);
  if (no) return no;
  if (project.measures.trim() === "") return refuse("PROJECT_INCOMPLETE", { field: "measures" }, "measures");
  const until = due(facts.at, facts.rules.projectPublicityDays, facts.calendar).at;
  return [{ type: "PROJECT_PUBLICISED", at: facts.at, payload: { until, place: input.place } }];
}

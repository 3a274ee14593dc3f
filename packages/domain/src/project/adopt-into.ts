import { onlyPlan, planProblem } from "./plan.ts";
import { lastDueOn, type ProjectPlan } from "./project.ts";
import type { ProjectEventBody } from "./project-events.ts";
import { decideAdopt } from "../case/adopt.ts";
import type { CaseEventBody } from "../case/case-events.ts";
import type { Case } from "../case/case.ts";
import type { Facts } from "../case/record.ts";
import { localDateOf, yearOf } from "../deadline/moment.ts";
import { areaKind, covers, isAreaCode } from "../place/area-code.ts";
import { isRefusal, refuse, type Refusal } from "../refusal.ts";

export interface AdoptIntoInput {
  readonly projectId: string;
  /** `2024-02`, given by whoever stores it: year and running number in the community. */
  readonly no: string;
  /** 12 digits. */
  readonly communityCode: string;
  /** A draft: may still be incomplete. */
  readonly plan: ProjectPlan;
  /** The exemplary project the plan was made from; null or absent when from none. */
  readonly templateId?: string | null;
}

/** What an adoption does to the new project and to each of its cases: recorded together or not at all. */
export interface AdoptionDecision {
  readonly project: readonly ProjectEventBody[];
  readonly cases: readonly { readonly caseId: string; readonly bodies: readonly CaseEventBody[] }[];
}

/**
 * 立项: the community's present secretary (a deputy may not) adopts one or more cases of the community as a project in
 * DRAFT. Each case passes the guards of *adopt*; with the plan's last day it gets its new deadline.
 */
export function decideAdoptInto(cases: readonly Case[], input: AdoptIntoInput, facts: Facts): AdoptionDecision | Refusal {
  const { projectId, no, communityCode, plan, templateId } = input;
  const { viewer, at } = facts;
  if (!isAreaCode(communityCode) || areaKind(communityCode) !== "COMMUNITY") return refuse("NOT_FOUND", {}, "communityCode");
  if (!viewer.assignments.some((a) => a.role === "SECRETARY" && covers(a.area, communityCode))) return refuse("FORBIDDEN_ROLE", { action: "adopt" });
  const sources = [...new Map(cases.map((c) => [c.id, c])).values()];
  if (sources.length === 0) return refuse("PROJECT_NEEDS_CASE", {}, "caseIds");
  const problem = planProblem(plan);
  if (problem) return problem;
  const dueOn = lastDueOn(plan.milestones);
  const adoptions: { caseId: string; bodies: readonly CaseEventBody[] }[] = [];
  for (const c of sources) {
    const bodies = decideAdopt(c, { projectId, dueOn }, facts);
    if (isRefusal(bodies)) return bodies;
    if (!covers(communityCode, c.gridCode)) return refuse("OTHER_COMMUNITY", {}, "caseIds");
    adoptions.push({ caseId: c.id, bodies });
  }
  const caseIds = sources.map((c) => c.id);
  return {
    project: [{ type: "PROJECT_ADOPTED", at, payload: { no, year: yearOf(localDateOf(at)), communityCode, secretaryId: viewer.personId, caseIds, plan: onlyPlan(plan), ...(templateId == null ? {} : { templateId }) } }],
    cases: adoptions,
  };
}

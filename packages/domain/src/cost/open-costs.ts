import type { CostEventBody } from "./cost-events.ts";
import { costRightProblem } from "./why-not-cost.ts";
import type { Case, CaseCard, CaseStatus } from "../case/case.ts";
import { textProblem } from "../case/guards.ts";
import type { Facts } from "../case/record.ts";
import { visibility } from "../case/visibility.ts";
import { whyNotBill, type BillingSubject } from "../mediation/mediation-free.ts";
import type { Viewer } from "../people/roles.ts";
import { refuse, type Refusal } from "../refusal.ts";

/** When costs are shared: for what is talked over at a bench, or being done. Nothing is due from anybody before. */
export const costOpenStatuses = ["DELIBERATING", "IN_PROGRESS", "ON_HOLD"] as const satisfies readonly CaseStatus[];

/** Longest title of a cost plan, in characters. */
export const costTitleLimit = 100;

/** Why somebody may not open a cost plan of a case, or null; `runs`: one that was opened has not ended. */
export function whyNotOpenCosts(c: CaseCard, runs: boolean, viewer: Viewer): Refusal | null {
  if (visibility(viewer, c) !== "WHOLE") return refuse("NOT_FOUND", {});
  if (!(costOpenStatuses as readonly CaseStatus[]).includes(c.status)) return refuse("COST_CASE_STATUS", { status: c.status });
  return costRightProblem("openCosts", c, viewer) ?? (runs ? refuse("COST_RUNS", {}) : null);
}

export interface OpenCostsInput {
  /** `2024-03`, given by whoever stores it: year and running number in the community. */
  readonly no: string;
  readonly title: string;
  /** What is to be billed: work. Mediation is free (People's Mediation Law, art. 4), whatever its parties pay for repairs. */
  readonly bills: BillingSubject;
  readonly runs: boolean;
}

/** 费用分摊 begins: of one case, one plan at a time. */
export function decideOpenCosts(c: Case, input: OpenCostsInput, facts: Facts): readonly CostEventBody[] | Refusal {
  const no = whyNotBill(input.bills) ?? whyNotOpenCosts(c, input.runs, facts.viewer) ?? textProblem("title", input.title, costTitleLimit);
  return no ?? [{ type: "COSTS_OPENED", at: facts.at, payload: { no: input.no, caseId: c.id, areaCode: c.gridCode, title: input.title.trim() } }];
}

import { weightSum, type ProjectPlan, type SecretaryProject } from "./project.ts";
import type { ProjectDecision } from "./record-project.ts";
import { whyNotProject } from "./why-not-project.ts";
import { firstProblem, optionalTextProblem, textProblem } from "../case/guards.ts";
import type { Facts } from "../case/record.ts";
import { isLocalDate } from "../deadline/moment.ts";
import { refuse, type Refusal } from "../refusal.ts";

/** Longest title, in characters. */
const titleLimit = 80;

const isWhole = (value: number, from: number, to: number): boolean => Number.isSafeInteger(value) && value >= from && value <= to;
const isTwice = (parts: readonly { readonly id: string }[]): boolean => new Set(parts.map((p) => p.id)).size !== parts.length;

/**
 * What is wrong with a plan as a draft: a draft may be incomplete (weights below 100, no measures yet), but what is there
 * has to be sound. Quantities are integers ≥ 1, weights 1 to 100, money integer fen ≥ 0.
 */
export function planProblem(plan: ProjectPlan): Refusal | null {
  const { deliverables, milestones, budgetFen, funds } = plan;
  const text = firstProblem(
    textProblem("title", plan.title, titleLimit),
    optionalTextProblem("problem", plan.problem),
    optionalTextProblem("goal", plan.goal),
    optionalTextProblem("measures", plan.measures),
    ...[...deliverables, ...funds].map((part) => textProblem("name", part.name, titleLimit)),
    ...milestones.map((m) => textProblem("title", m.title, titleLimit)),
  );
  if (text) return text;
  if (isTwice(deliverables)) return refuse("ID_TWICE", {}, "deliverables");
  if (isTwice(milestones)) return refuse("ID_TWICE", {}, "milestones");
  if (!deliverables.every((d) => isWhole(d.planned, 1, Number.MAX_SAFE_INTEGER))) return refuse("QUANTITY_INVALID", {}, "deliverables");
  if (!milestones.every((m) => isWhole(m.weight, 1, 100))) return refuse("QUANTITY_INVALID", {}, "milestones");
  if (!isWhole(budgetFen, 0, Number.MAX_SAFE_INTEGER)) return refuse("QUANTITY_INVALID", {}, "budgetFen");
  if (!funds.every((f) => isWhole(f.fen, 0, Number.MAX_SAFE_INTEGER))) return refuse("QUANTITY_INVALID", {}, "funds");
  return milestones.every((m) => isLocalDate(m.dueOn)) ? null : refuse("DATE_INVALID", {}, "milestones");
}

/** A plan without whatever else came along with the input: what is recorded is kept for good. */
export function onlyPlan(plan: ProjectPlan): ProjectPlan {
  const { title, problem, goal, measures, budgetFen } = plan;
  return {
    title, problem, goal, measures, budgetFen,
    funds: plan.funds.map(({ name, fen }) => ({ name, fen })),
    deliverables: plan.deliverables.map(({ id, name, planned }) => ({ id, name, planned })),
    milestones: plan.milestones.map((m) => ({ id: m.id, title: m.title, weight: m.weight, dueOn: m.dueOn })),
  };
}

/**
 * Changes the plan as a whole, while it is a draft or was returned. Its cases take the new last day (`decideProjectDue`
 * with `lastDueOn`).
 */
export function decideAmendPlan(project: SecretaryProject, plan: ProjectPlan, facts: Facts): ProjectDecision {
  return whyNotProject("amendPlan", project, facts.viewer) ?? planProblem(plan) ?? [{ type: "PLAN_AMENDED", at: facts.at, payload: { plan: onlyPlan(plan) } }];
}

/**
 * 报审: the secretary puts the plan before the street; studied by the committee and filed, complete, and with weights that sum
 * to 100. Whether the measures will do is the street's to judge: it returns a plan that has none.
 */
export function decideSubmit(project: SecretaryProject, facts: Facts): ProjectDecision {
  const no = whyNotProject("submit", project, facts.viewer);
  if (no) return no;
  const empty = (["title", "problem", "goal"] as const).find((field) => project[field].trim() === "");
  if (empty) return refuse("PROJECT_INCOMPLETE", { field: empty }, empty);
  if (project.milestones.length === 0) return refuse("PROJECT_INCOMPLETE", { field: "milestones" }, "milestones");
  const sum = weightSum(project.milestones);
  if (sum !== 100) return refuse("WEIGHTS_NOT_100", { sum }, "milestones");
  if (project.filing === null) return refuse("STUDY_NEEDED", {}, "filing");
  return [{ type: "PROJECT_SUBMITTED", at: facts.at, payload: {} }];
}

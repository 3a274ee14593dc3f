import type { ProjectPlanInput } from "../../graphql/graphql.ts";
import { newIdempotencyKey } from "../../client/idempotency.ts";
import { fenOf, yuanOf } from "../../words/fen.ts";

/** A row of the plan while it is being written; the server wants ids of the client's own, unique in the project. */
export interface DeliverableRow {
  id: string;
  name: string;
  planned: number;
}
export interface MilestoneRow {
  id: string;
  title: string;
  weight: number;
  dueOn: string | null;
}
export interface FundRow {
  id: string;
  name: string;
  /** Yuan as typed. */
  amount: string;
}

export interface PlanDraft {
  title: string;
  problem: string;
  goal: string;
  measures: string;
  /** Yuan as typed; empty for none yet. */
  budget: string;
  funds: readonly FundRow[];
  deliverables: readonly DeliverableRow[];
  milestones: readonly MilestoneRow[];
}

export const newDeliverable = (): DeliverableRow => ({ id: newIdempotencyKey(), name: "", planned: 1 });
const newMilestone = (weight: number): MilestoneRow => ({ id: newIdempotencyKey(), title: "", weight, dueOn: null });
export const newFund = (): FundRow => ({ id: newIdempotencyKey(), name: "", amount: "" });

/** A plan nobody has written yet. */
export const emptyPlan = (title: string): PlanDraft => ({ title, problem: "", goal: "", measures: "", budget: "", funds: [], deliverables: [newDeliverable()], milestones: [newMilestone(100)] });

/** A plan as the server has it. */
export interface KeptPlan extends Pick<PlanDraft, "title" | "problem" | "goal" | "measures" | "deliverables"> {
  budgetFen: number;
  funds: readonly { name: string; fen: number }[];
  milestones: readonly (MilestoneRow & { dueOn: string })[];
}

/** A plan as it stands, to be written on; its rows keep their ids. */
export function draftOf(plan: KeptPlan): PlanDraft {
  const { title, problem, goal, measures } = plan;
  return {
    title,
    problem,
    goal,
    measures,
    budget: plan.budgetFen === 0 ? "" : yuanOf(plan.budgetFen),
    funds: plan.funds.map(({ name, fen }) => ({ ...newFund(), name, amount: yuanOf(fen) })),
    deliverables: plan.deliverables.map(({ id, name, planned }) => ({ id, name, planned })),
    milestones: plan.milestones.map((m) => ({ id: m.id, title: m.title, weight: m.weight, dueOn: m.dueOn })),
  };
}

/** One more step: with what is left to 100, or else with half of the last one's weight, so that the sum stays. */
export function withMilestone(rows: readonly MilestoneRow[]): MilestoneRow[] {
  const left = 100 - weightsOf(rows);
  const last = rows.at(-1);
  if (left > 0 || !last || last.weight < 2) return [...rows, newMilestone(Math.max(1, left))];
  const half = Math.floor(last.weight / 2);
  return [...rows.slice(0, -1), { ...last, weight: last.weight - half }, newMilestone(half)];
}

/** Σ weights, shown while typing. */
export const weightsOf = (milestones: readonly MilestoneRow[]): number => milestones.reduce((sum, { weight }) => sum + weight, 0);

/** Σ funds in fen, shown while typing; what is no amount yet counts nothing. */
export const fundsOf = (funds: readonly FundRow[]): number => funds.reduce((sum, { amount }) => sum + (fenOf(amount) ?? 0), 0);

/** A plan without the rows nobody wrote into: they are no rows. */
export function written(draft: PlanDraft): PlanDraft {
  return {
    ...draft,
    funds: draft.funds.filter(({ name, amount }) => name.trim() !== "" || amount.trim() !== ""),
    deliverables: draft.deliverables.filter(({ name, planned }) => name.trim() !== "" || planned !== 1),
    milestones: draft.milestones.filter(({ title, dueOn }) => title.trim() !== "" || dueOn !== null),
  };
}

const isAmount = (typed: string): boolean => (fenOf(typed) ?? -1) >= 0;

/** What a row still lacks, as field names `milestones.<id>`. A draft may be incomplete, but a row that is there has a name, a day, an amount. */
export function gapsOf(draft: PlanDraft): string[] {
  return [
    ...(draft.title.trim() === "" ? ["title"] : []),
    ...draft.deliverables.filter(({ name }) => name.trim() === "").map(({ id }) => `deliverables.${id}`),
    ...draft.milestones.filter(({ title }) => title.trim() === "").map(({ id }) => `milestones.${id}`),
    ...draft.milestones.filter(({ dueOn }) => dueOn === null).map(({ id }) => `dueOn.${id}`),
    ...(draft.budget.trim() === "" || isAmount(draft.budget) ? [] : ["budgetFen"]),
    ...draft.funds.filter(({ name }) => name.trim() === "").map(({ id }) => `funds.${id}`),
    ...draft.funds.filter(({ amount }) => !isAmount(amount)).map(({ id }) => `fen.${id}`),
  ];
}

/** The plan as the API takes it: money in fen, exact. */
export function planOf({ title, problem, goal, measures, budget, funds, deliverables, milestones }: PlanDraft): ProjectPlanInput {
  return {
    title,
    problem,
    goal,
    measures,
    budgetFen: fenOf(budget) ?? 0,
    funds: funds.map(({ name, amount }) => ({ name, fen: fenOf(amount) ?? 0 })),
    deliverables: deliverables.map(({ id, name, planned }) => ({ id, name, planned })),
    milestones: milestones.map(({ id, title: step, weight, dueOn }) => ({ id, title: step, weight, dueOn: dueOn ?? "" })),
  };
}

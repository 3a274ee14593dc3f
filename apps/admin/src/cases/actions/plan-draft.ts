import type { ProjectPlanInput } from "../../graphql/graphql.ts";
import { newIdempotencyKey } from "../../client/idempotency.ts";

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

export interface PlanDraft {
  title: string;
  problem: string;
  goal: string;
  measures: string;
  /** Yuan as typed; null while empty. */
  yuan: number | null;
  deliverables: readonly DeliverableRow[];
  milestones: readonly MilestoneRow[];
}

export const newDeliverable = (): DeliverableRow => ({ id: newIdempotencyKey(), name: "", planned: 1 });
export const newMilestone = (weight: number): MilestoneRow => ({ id: newIdempotencyKey(), title: "", weight, dueOn: null });

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

/** What a row still lacks, as field names `milestones.<id>.title`. A draft may be incomplete, but a row that is there has a name and a day. */
export function gapsOf(draft: PlanDraft): string[] {
  return [
    ...(draft.title.trim() === "" ? ["title"] : []),
    ...draft.deliverables.filter(({ name }) => name.trim() === "").map(({ id }) => `deliverables.${id}`),
    ...draft.milestones.filter(({ title }) => title.trim() === "").map(({ id }) => `milestones.${id}`),
    ...draft.milestones.filter(({ dueOn }) => dueOn === null).map(({ id }) => `dueOn.${id}`),
  ];
}

/** The plan as the API takes it: money in fen, exact. */
export function planOf({ title, problem, goal, measures, yuan, deliverables, milestones }: PlanDraft): ProjectPlanInput {
  return {
    title,
    problem,
    goal,
    measures,
    budgetFen: Math.round((yuan ?? 0) * 100),
    deliverables: deliverables.map(({ id, name, planned }) => ({ id, name, planned })),
    milestones: milestones.map(({ id, title: step, weight, dueOn }) => ({ id, title: step, weight, dueOn: dueOn ?? "" })),
  };
}

import type { Instant, LocalDate } from "../deadline/moment.ts";

/** 立项 DRAFT → SUBMITTED ⇄ RETURNED → PUBLICISED 公示 → RUNNING → STRIKE_OFF_REQUESTED → STRUCK_OFF 销号; or ABANDONED. */
export const projectStates = ["DRAFT", "SUBMITTED", "RETURNED", "PUBLICISED", "RUNNING", "STRIKE_OFF_REQUESTED", "STRUCK_OFF", "ABANDONED"] as const;
export type ProjectState = (typeof projectStates)[number];

/** Something that can be counted when it is there: 5 共享晾衣架 planned, 5 accepted. */
export interface Deliverable {
  readonly id: string;
  readonly name: string;
  readonly planned: number;
  readonly accepted: number;
  /** Why fewer were accepted than planned; null while that is not the last word. */
  readonly shortReason: string | null;
}

/** A weighted step. The weights of a project sum to 100 from SUBMITTED on. */
export interface Milestone {
  readonly id: string;
  readonly title: string;
  readonly weight: number;
  readonly dueOn: LocalDate;
  readonly doneAt: Instant | null;
  readonly evidence: string | null;
}

/** 异议: what somebody had against a project while it was publicised. His words lie in a row of their own. */
export interface Objection {
  readonly id: string;
  readonly at: Instant;
  readonly answeredAt: Instant | null;
}

/** Where money comes from, in integer fen. */
export interface Fund {
  readonly name: string;
  readonly fen: number;
}

/** What a project sets out to do: changed as a whole until it is submitted, and when it was returned. */
export interface ProjectPlan {
  readonly title: string;
  readonly problem: string;
  readonly goal: string;
  readonly measures: string;
  readonly budgetFen: number;
  readonly funds: readonly Fund[];
  readonly deliverables: readonly Pick<Deliverable, "id" | "name" | "planned">[];
  readonly milestones: readonly Pick<Milestone, "id" | "title" | "weight" | "dueOn">[];
}

/** 书记项目: the secretary's own promise on one or more cases. */
export interface SecretaryProject {
  readonly id: string;
  /** `2024-02`: year and running number in the community. */
  readonly no: string;
  readonly version: number;
  readonly year: number;
  readonly communityCode: string;
  /** The secretary who owns it now; passes to the next one with the office. */
  readonly secretaryId: string;
  /** Everybody who ever owned it: none of them strikes it off. */
  readonly secretaryIds: readonly string[];
  readonly title: string;
  readonly problem: string;
  readonly goal: string;
  readonly measures: string;
  readonly budgetFen: number;
  readonly funds: readonly Fund[];
  readonly deliverables: readonly Deliverable[];
  readonly milestones: readonly Milestone[];
  readonly caseIds: readonly string[];
  readonly state: ProjectState;
  readonly publicisedAt: Instant | null;
  /** 18:00 of the last working day of the publicity period. */
  readonly publicityUntil: Instant | null;
  readonly objections: readonly Objection[];
  /** Objections that were not answered yet. */
  readonly openObjections: number;
  /** Whom the street named to strike it off in its place; null when nobody. */
  readonly inspectorId: string | null;
  readonly struckOffAt: Instant | null;
  readonly movedAt: Instant;
}

/** Σ weights of all milestones. */
export function weightSum(milestones: readonly Pick<Milestone, "weight">[]): number {
  return milestones.reduce((sum, m) => sum + m.weight, 0);
}

/** Progress in percent: Σ weights of the milestones that are done. */
export function progressOf(project: Pick<SecretaryProject, "milestones">): number {
  return weightSum(project.milestones.filter((m) => m.doneAt !== null));
}

/** The day the cases of a project take as their deadline: the last milestone's, once the weights sum to 100. */
export function lastDueOn(milestones: readonly Pick<Milestone, "weight" | "dueOn">[]): LocalDate | null {
  if (weightSum(milestones) !== 100) return null;
  return milestones.map((m) => m.dueOn).toSorted().at(-1) ?? null;
}

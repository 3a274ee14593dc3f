import { localDateOf, type Instant, type LocalDate } from "../deadline/moment.ts";

/** 立项 DRAFT → SUBMITTED ⇄ RETURNED → PUBLICISED 公示 → RUNNING → STRIKE_OFF_REQUESTED → STRUCK_OFF 销号; or ABANDONED. */
export const projectStates = ["DRAFT", "SUBMITTED", "RETURNED", "PUBLICISED", "RUNNING", "STRIKE_OFF_REQUESTED", "STRUCK_OFF", "ABANDONED"] as const;
export type ProjectState = (typeof projectStates)[number];

/** One acceptance of a deliverable (验收): so many in all, by what it can be seen, and who of the residents signed it. */
export interface Acceptance {
  readonly id: string;
  readonly accepted: number;
  readonly evidence: string;
  readonly at: Instant;
  readonly by: string;
  /** The resident who signed it, and when; null while nobody has. */
  readonly residentId: string | null;
  readonly signedAt: Instant | null;
  /** Photos and papers of the project's cases. */
  readonly attachmentIds: readonly string[];
}

/** Something that can be counted when it is there: 5 共享晾衣架 planned, 5 accepted. */
export interface Deliverable {
  readonly id: string;
  readonly name: string;
  readonly planned: number;
  readonly accepted: number;
  /** Why fewer were accepted than planned; null while that is not the last word. */
  readonly shortReason: string | null;
  /** Every time it was accepted, the oldest first. */
  readonly acceptances: readonly Acceptance[];
}

/** A weighted step. The weights of a project sum to 100 from SUBMITTED on. */
export interface Milestone {
  readonly id: string;
  readonly title: string;
  readonly weight: number;
  readonly dueOn: LocalDate;
  readonly doneAt: Instant | null;
  readonly evidence: string | null;
  /** Photos and papers of the project's cases that show it. */
  readonly attachmentIds: readonly string[];
}

/** 异议: what somebody had against a project while it was publicised. His words and the answer lie in rows of their own. */
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

/** 集体研究备案: the committee has studied the project on this day, and that is on file. What it found lies in a row of its own. */
export interface Filing {
  readonly meetingOn: LocalDate;
  readonly at: Instant;
  readonly by: string;
}

/** 巡项目: somebody has looked at the work of one month, `2024-04`. Finding and next steps lie in rows of their own. */
export interface Inspection {
  readonly id: string;
  readonly month: string;
  readonly at: Instant;
  readonly by: string;
  /** Filed after the last day of its month. */
  readonly late: boolean;
}

/** Money spent out of one fund, in integer fen; negative where an earlier entry is corrected. */
export interface Spending {
  readonly id: string;
  readonly fund: string;
  readonly what: string;
  readonly fen: number;
  readonly at: Instant;
  readonly by: string;
}

/** 结转: an unfinished project goes on into the next year. */
export interface CarriedOver {
  readonly fromYear: number;
  readonly toYear: number;
  readonly reason: string;
  readonly at: Instant;
}

export const appraisalGrades = ["EXCELLENT", "GOOD", "FAIR", "POOR"] as const;
export type AppraisalGrade = (typeof appraisalGrades)[number];

/** 评项目: the street's appraisal of one year. Its words lie in a row of their own. */
export interface Appraisal {
  readonly id: string;
  readonly year: number;
  readonly grade: AppraisalGrade;
  readonly at: Instant;
  readonly by: string;
}

/** A time in which a project was RUNNING; `to` is null while it is. */
export interface Run {
  readonly from: Instant;
  readonly to: Instant | null;
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
  /** The exemplary project it was made from; null when from none. */
  readonly templateId: string | null;
  /** Programmes of others it belongs to, such as 老旧小区改造. */
  readonly programmes: readonly string[];
  readonly filing: Filing | null;
  /** Where it was put up for everybody to see; null before. */
  readonly publicityPlace: string | null;
  readonly runs: readonly Run[];
  /** One a month at most, in the order in which they were filed. */
  readonly inspections: readonly Inspection[];
  readonly spending: readonly Spending[];
  readonly carriedOver: readonly CarriedOver[];
  readonly appraisals: readonly Appraisal[];
  /** The street holds it up to others. */
  readonly exemplary: boolean;
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

/** The years it stands in the annual list of: the one of its adoption and those it was carried over into. */
export function projectYears(project: Pick<SecretaryProject, "year" | "carriedOver">): readonly number[] {
  return [project.year, ...project.carriedOver.map(({ toYear }) => toYear)];
}

/** Fen spent out of one fund. */
export function spentOf(project: Pick<SecretaryProject, "spending">, fund: string): number {
  return project.spending.reduce((sum, s) => sum + (s.fund === fund ? s.fen : 0), 0);
}

/** Fen spent in all. */
export function spentFen(project: Pick<SecretaryProject, "spending">): number {
  return project.spending.reduce((sum, s) => sum + s.fen, 0);
}

/** When its work began for the first time; null before. */
export function startedAt(project: Pick<SecretaryProject, "runs">): Instant | null {
  return project.runs[0]?.from ?? null;
}

/** Whether the planned day is over and it is neither struck off nor abandoned. */
export function isProjectOverdue(project: Pick<SecretaryProject, "milestones" | "state">, now: Instant): boolean {
  const dueOn = lastDueOn(project.milestones);
  return dueOn !== null && dueOn < localDateOf(now) && project.state !== "STRUCK_OFF" && project.state !== "ABANDONED";
}

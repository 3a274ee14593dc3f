import type { AppraisalGrade, ProjectPlan } from "./project.ts";
import type { Instant, LocalDate } from "../deadline/moment.ts";

/** Everything that can have happened to a project, with its payload: ids and facts, never a resident's own words. */
export interface ProjectEventPayloads {
  /** 立项: the secretary adopts cases and drafts a plan. */
  PROJECT_ADOPTED: {
    readonly no: string;
    readonly year: number;
    readonly communityCode: string;
    readonly secretaryId: string;
    readonly caseIds: readonly string[];
    readonly plan: ProjectPlan;
    /** The exemplary project it was made from; absent when from none. */
    readonly templateId?: string;
  };
  PROJECT_CASE_ADDED: { readonly caseId: string };
  /** 集体研究备案. */
  STUDY_FILED: { readonly meetingOn: LocalDate };
  PROGRAMMES_SET: { readonly programmes: readonly string[] };
  PLAN_AMENDED: { readonly plan: ProjectPlan };
  PROJECT_SUBMITTED: Record<never, never>;
  PROJECT_RETURNED: { readonly reason: string };
  /** 公示: `until` is 18:00 of the last working day of the publicity period. */
  PROJECT_PUBLICISED: { readonly until: Instant; readonly place: string };
  PROJECT_OBJECTED: { readonly objectionId: string };
  OBJECTION_ANSWERED: { readonly objectionId: string };
  PROJECT_STARTED: Record<never, never>;
  MILESTONE_COMPLETED: { readonly milestoneId: string; readonly evidence: string; readonly attachmentIds?: readonly string[] };
  /** `accepted` is the number accepted in all, not what was added. */
  DELIVERABLE_ACCEPTED: { readonly deliverableId: string; readonly accepted: number; readonly evidence: string; readonly attachmentIds?: readonly string[] };
  /** A resident has signed the last acceptance of a deliverable. */
  ACCEPTANCE_SIGNED: { readonly acceptanceId: string; readonly residentId: string; readonly attachmentId: string | null };
  SHORTFALL_EXPLAINED: { readonly deliverableId: string; readonly reason: string };
  /** 巡项目: `month` is `2024-04`. */
  PROJECT_INSPECTED: { readonly inspectionId: string; readonly month: string; readonly late: boolean };
  MONEY_SPENT: { readonly spendingId: string; readonly fund: string; readonly what: string; readonly fen: number };
  CARRIED_OVER: { readonly fromYear: number; readonly toYear: number; readonly reason: string };
  STRIKE_OFF_REQUESTED: Record<never, never>;
  STRIKE_OFF_RETURNED: { readonly reason: string };
  INSPECTOR_NAMED: { readonly inspectorId: string };
  PROJECT_STRUCK_OFF: { readonly evidence: string };
  PROJECT_ABANDONED: { readonly reason: string };
  PROJECT_HANDED_OVER: { readonly from: string; readonly to: string };
  /** 评项目, at the end of a year. */
  PROJECT_APPRAISED: { readonly appraisalId: string; readonly year: number; readonly grade: AppraisalGrade };
  EXEMPLARY_MARKED: { readonly exemplary: boolean };
}

export type ProjectEventType = keyof ProjectEventPayloads;

/** What words stand beside a project. */
export const projectTextKinds = ["STUDY", "OBJECTION", "ANSWER", "FINDING", "NEXT", "APPRAISAL"] as const;
export type ProjectTextKind = (typeof projectTextKinds)[number];

/** Words that came with an event, by what they belong to (an objection, an inspection, an appraisal). */
export interface ProjectText {
  readonly kind: ProjectTextKind;
  /** What of its kind it belongs to; null where a project has one of them. */
  readonly itemId: string | null;
  readonly text: string;
}

/** What a verb decides: the fact, when it took effect, and the words that are kept apart from it. */
export type ProjectEventBody = {
  [T in ProjectEventType]: {
    readonly type: T;
    readonly at: Instant;
    readonly payload: ProjectEventPayloads[T];
    /** Words that may tell of residents (an objection, a finding). Stored in rows of their own, never in the log. */
    readonly texts?: readonly ProjectText[];
  };
}[ProjectEventType];

/** A fact in the log of a project. `seq` is gap-free from 1; `at` ≤ `recordedAt`. */
export type ProjectEvent = ProjectEventBody & {
  readonly projectId: string;
  readonly seq: number;
  readonly recordedAt: Instant;
  /** True when the client's clock was ahead, so that `at` is the server's time. */
  readonly ahead?: true;
  readonly actorId: string;
};

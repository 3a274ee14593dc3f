import type { ProjectPlan } from "./project.ts";
import type { Instant } from "../deadline/moment.ts";

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
  };
  PLAN_AMENDED: { readonly plan: ProjectPlan };
  PROJECT_SUBMITTED: Record<never, never>;
  PROJECT_RETURNED: { readonly reason: string };
  /** 公示: `until` is 18:00 of the last working day of the publicity period. */
  PROJECT_PUBLICISED: { readonly until: Instant; readonly place: string };
  PROJECT_OBJECTED: { readonly objectionId: string };
  OBJECTION_ANSWERED: { readonly objectionId: string; readonly answer: string };
  PROJECT_STARTED: Record<never, never>;
  MILESTONE_COMPLETED: { readonly milestoneId: string; readonly evidence: string };
  /** `accepted` is the number accepted in all, not what was added. */
  DELIVERABLE_ACCEPTED: { readonly deliverableId: string; readonly accepted: number; readonly evidence: string };
  SHORTFALL_EXPLAINED: { readonly deliverableId: string; readonly reason: string };
  STRIKE_OFF_REQUESTED: Record<never, never>;
  INSPECTOR_NAMED: { readonly inspectorId: string };
  PROJECT_STRUCK_OFF: { readonly evidence: string };
  PROJECT_ABANDONED: { readonly reason: string };
  PROJECT_HANDED_OVER: { readonly from: string; readonly to: string };
}

export type ProjectEventType = keyof ProjectEventPayloads;

/** What a verb decides: the fact, when it took effect, and the words that are kept apart from it. */
export type ProjectEventBody = {
  [T in ProjectEventType]: {
    readonly type: T;
    readonly at: Instant;
    readonly payload: ProjectEventPayloads[T];
    /** Somebody's own words (an objection). Stored in a row of its own, never in the log. */
    readonly words?: string;
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

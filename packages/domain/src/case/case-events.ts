import type { Due } from "./case-due.ts";
import type {
  AssignmentRole,
  CaseKind,
  CaseLevel,
  CasePlace,
  ContactKind,
  DeclineReason,
  HoldReason,
  Party,
  PendingAsk,
  Reporter,
  Satisfaction,
  Severity,
  UrgencyTag,
  Whistle,
} from "./case.ts";
import type { Instant, LocalDate } from "../deadline/moment.ts";
import type { ExpertSkill } from "../expert/expert.ts";

/** As what somebody helps who was called to one case. */
export type HelperRole = "EXPERT" | "MEDIATOR";

/** Why a case went up a rung: by hand, at its due moment, for safety, because the parties asked for mediation, or with its second reopening. */
export type EscalationCause = "HAND" | "DUE" | "SAFETY" | "MEDIATION" | "REOPENED";

/** What *amend* may change. `before` holds the same keys as `after`. */
export interface Amendable {
  readonly title?: string;
  readonly kind?: CaseKind;
  readonly category?: string;
  readonly place?: CasePlace;
  readonly gridCode?: string;
  readonly severity?: Severity;
  readonly tags?: readonly UrgencyTag[];
  readonly parties?: readonly Party[];
}

/**
 * Everything that can have happened to a case, with its payload. Payloads carry ids and facts, never names, phones or
 * the residents' own words: those live in rows of their own, so that erasing a person rewrites no history.
 * `days` = working days the new segment is given.
 */
export interface CaseEventPayloads {
  COLLECTED: {
    readonly no: string;
    readonly title: string;
    readonly kind: CaseKind;
    readonly category: string | null;
    readonly place: CasePlace;
    readonly gridCode: string;
    readonly severity: Severity;
    readonly tags: readonly UrgencyTag[];
    readonly reporters: readonly Reporter[];
    readonly recordedBy: string;
    readonly firstContactDueAt: Instant;
    readonly onSiteDueAt: Instant | null;
    /** The case it came out of: by split, or anew after a withdrawal. */
    readonly linkedFrom: string | null;
    /** The number it had in the table it was brought in from, over and done with; absent where it was collected here. */
    readonly imported?: string;
  };
  ACCEPTED: {
    readonly kind: CaseKind;
    readonly category: string;
    readonly severity: Severity;
    readonly level: CaseLevel;
    readonly parties: readonly Party[];
    readonly leadId: string;
    readonly days: number;
    /** Two hours from acceptance, where SAFETY was seen only then. */
    readonly onSiteDueAt?: Instant;
  };
  ANSWERED: { readonly answer: string };
  ASSIGNED: { readonly personId: string; readonly as: AssignmentRole; readonly reason: string };
  ORDER_RETURNED: { readonly leadId: string; readonly reason: string };
  /** `opinionId`: with whom, where one of several reporters is meant; absent = all of them. `householdId`: with a household that shared the costs. `mentions`: colleagues whom the words name, and who are told. */
  CONTACTED: { readonly kind: ContactKind; readonly opinionId?: string; readonly householdId?: string; readonly mentions?: readonly string[] };
  AMENDED: { readonly before: Amendable; readonly after: Amendable; readonly raisedTo: CaseLevel | null; readonly days: number | null; readonly onSiteDueAt?: Instant };
  DECLINED: { readonly reason: DeclineReason; readonly goTo: string };
  APPEALED: { readonly respondent: string };
  MERGED: { readonly into: string };
  /** `leads`: whoever led the case that is merged in; absent where nobody was written down. */
  ABSORBED: { readonly from: string; readonly reporters: readonly Reporter[]; readonly leads?: readonly string[] };
  /** Somebody else spoke of the same matter. */
  SUPPORTED: { readonly reporter: Reporter };
  UNMERGED: { readonly from: string };
  SEPARATED: { readonly into: string; readonly opinionIds: readonly string[] };
  /** `meetingId`: on whose agenda it is; absent where only the place was written down. */
  DELIBERATED: { readonly where: string; readonly meetingId?: string };
  STARTED: { readonly measure: string; readonly planOn: LocalDate | null };
  ASKED: { readonly ask: PendingAsk };
  ASK_REFUSED: { readonly kind: "HOLD" | "EXTEND"; readonly reason: string };
  HELD: { readonly reason: HoldReason; readonly until: LocalDate; readonly askedBy: string };
  HOLD_PROLONGED: { readonly reason: HoldReason; readonly until: LocalDate; readonly askedBy: string };
  EXTENDED: { readonly days: number; readonly askedBy: string };
  RESUMED: { readonly cause: "HAND" | "LAPSE" };
  /** `outcome`: how the case's mediation ended, null when it had none. `payers`: households that shared the costs; absent when none did. */
  RESOLVED: { readonly result: string; readonly outcome: "REACHED" | "NOT_REACHED" | null; readonly payers?: readonly string[] };
  CALLED_BACK: {
    readonly respondent: string;
    readonly reached: boolean;
    readonly resolved: boolean | null;
    readonly satisfaction: Satisfaction | null;
    /** He answered himself, by his slip code; absent where somebody asked him. */
    readonly self?: true;
  };
  CLOSED: { readonly answered: number; readonly unanswered: number };
  REOPENED: { readonly cause: "DISSATISFIED" | "REPORTER"; readonly respondent: string; readonly days: number };
  WITHDRAWN: { readonly respondent: string };
  ESCALATED: { readonly from: CaseLevel; readonly to: CaseLevel; readonly cause: EscalationCause; readonly reason: string; readonly days: number };
  SENT_DOWN: { readonly from: CaseLevel; readonly to: CaseLevel; readonly reason: string; readonly days: number };
  REFERRED_UP: { readonly from: CaseLevel; readonly to: CaseLevel; readonly tried: string; readonly days: number };
  WHISTLE_BLOWN: { readonly whistle: Whistle };
  DEPARTMENT_REPORTED: { readonly whistleId: string; readonly result: string };
  WHISTLE_RELEASED: { readonly whistleId: string };
  /** 督办: the words to those who work on it are kept apart. */
  SUPERVISED: { readonly replyDueOn: LocalDate | null };
  /** Candidates in the order they are asked; what they are asked lies in a row of its own. */
  EXPERT_CALLED: { readonly callId: string; readonly skills: readonly ExpertSkill[]; readonly candidates: readonly string[]; readonly replyDueAt: Instant };
  /** `nextReplyDueAt`: by when the next candidate has to answer; null where he accepted, or nobody is left. */
  EXPERT_ANSWERED: { readonly callId: string; readonly personId: string; readonly accepted: boolean; readonly nextReplyDueAt: Instant | null };
  /** At the due moment of his answer the call goes to the next; null where nobody is left. */
  CALL_PASSED: { readonly callId: string; readonly personId: string; readonly nextReplyDueAt: Instant | null };
  /** Question, answer and evidence in words lie in a row of their own. */
  FACT_ASKED: { readonly factId: string };
  FACT_ANSWERED: { readonly factId: string; readonly attachmentId: string | null };
  FACT_WITHDRAWN: { readonly factId: string };
  /** 开始人民调解: what happens in it stands in a stream of its own. */
  MEDIATION_OPENED: { readonly mediationId: string };
  /** An expert who took the call, or a mediator who was named: sees the case whole from here on. */
  HELPER_JOINED: { readonly personId: string; readonly as: HelperRole };
  /** An expert who was let go, or a mediator who was replaced: what the case is about is not his business any more. */
  HELPER_LEFT: { readonly personId: string; readonly as: HelperRole };
  ADOPTED: { readonly projectId: string; readonly dueOn: LocalDate | null };
  PROJECT_DUE_SET: { readonly projectId: string; readonly dueOn: LocalDate | null };
  PROJECT_LEFT: { readonly projectId: string; readonly cause: "ABANDONED" | "STRUCK_OFF"; readonly days: number };
  DEADLINE_MOVED: { readonly year: number; readonly fromVersion: number; readonly toVersion: number; readonly notBefore: Instant | null; readonly notBeforeSince: Instant | null };
  GRID_CHANGED: { readonly from: string; readonly to: string };
  CORRECTED: { readonly corrects: number; readonly reason: string };
}

export type CaseEventType = keyof CaseEventPayloads;

/** What a verb decides: the fact, when it took effect, and the words that are kept apart from it. */
export type CaseEventBody = {
  [T in CaseEventType]: {
    readonly type: T;
    readonly at: Instant;
    readonly payload: CaseEventPayloads[T];
    /** Somebody's own words (a contact, a call-back, an appeal). Stored in a row of its own, never in the log. */
    readonly words?: string;
    /** True when the program itself acts: at the due moment, or when a hold lapses. */
    readonly bySystem?: true;
  };
}[CaseEventType];

/** A fact in the log of a case. `seq` is gap-free from 1; `at` ≤ `recordedAt`. */
export type CaseEvent = CaseEventBody & {
  readonly caseId: string;
  readonly seq: number;
  readonly recordedAt: Instant;
  /** True when the client's clock was ahead, so that `at` is the server's time. */
  readonly ahead?: true;
  /** Null when the program itself acted. */
  readonly actorId: string | null;
  /** What is due next from here on; absent where the event did not change it. */
  readonly due?: Due | null;
};

/** Events that change status or level: they bear an order in time, and the last of them can be corrected. */
export const movingEvents = [
  "COLLECTED",
  "ACCEPTED",
  "ANSWERED",
  "DECLINED",
  "APPEALED",
  "MERGED",
  "UNMERGED",
  "DELIBERATED",
  "STARTED",
  "HELD",
  "RESUMED",
  "RESOLVED",
  "CLOSED",
  "REOPENED",
  "WITHDRAWN",
  "ESCALATED",
  "SENT_DOWN",
  "REFERRED_UP",
] as const satisfies readonly CaseEventType[];

/** Whether an event changed status or level (an amendment does when SAFETY raised the case). */
export function isMove(event: CaseEventBody): boolean {
  if (event.type === "AMENDED") return event.payload.raisedTo !== null;
  return (movingEvents as readonly CaseEventType[]).includes(event.type);
}

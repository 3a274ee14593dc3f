import type { AgendaEntry, Attendance, MeetingForm, MeetingPlace, Summons } from "./meeting.ts";
import type { ActionItem, AffectedHousehold, AffectedScope, AgendaOption, Position, Recusal, Statement, UnresolvedReason } from "./agenda-item.ts";
import type { ConsensusRule, Tally } from "./consensus.ts";
import type { Instant } from "../deadline/moment.ts";

interface Founding {
  readonly areaCode: string;
  readonly councilId: string | null;
  readonly form: MeetingForm;
  readonly place: MeetingPlace;
  readonly convenerId: string;
  readonly recorderId: string;
}

/** Everything that can have happened to a meeting, with its payload: ids and facts. Words lie in rows of their own. */
export interface MeetingEventPayloads {
  MEETING_SUMMONED: Founding & { readonly plannedFor: Instant };
  /** Written down afterwards; `at` is when the neighbours sat together. */
  MEETING_RECORDED: Founding;
  INVITED: { readonly summons: readonly Summons[] };
  AGENDA_EXTENDED: AgendaEntry;
  MEETING_OPENED: { readonly recorderId: string };
  SIGNED_IN: { readonly attendance: Attendance };
  ATTENDANCE_REMOVED: { readonly attendanceId: string };
  /** The minutes are the event's words. */
  MEETING_HELD: Record<never, never>;
  /** The reason is the event's words. */
  MEETING_CANCELLED: Record<never, never>;
}

/** Everything that can have happened to an item of an agenda. */
export interface AgendaEventPayloads {
  ITEM_ADDED: { readonly meetingId: string; readonly caseId: string; readonly scope: AffectedScope; readonly rule: ConsensusRule; readonly affected: readonly AffectedHousehold[] };
  AFFECTED_ADDED: { readonly affected: readonly AffectedHousehold[] };
  CAUSE_NAMED: { readonly causeId: string };
  OPTION_PROPOSED: AgendaOption;
  STATEMENT_RECORDED: Statement;
  POSITION_TAKEN: Position;
  RECUSED: Recusal;
  ITEM_RESOLVED: { readonly optionId: string; readonly rule: ConsensusRule; readonly tally: Tally };
  ITEM_ENDED: { readonly why: UnresolvedReason };
  ACTION_ASSIGNED: Omit<ActionItem, "doneAt">;
  ACTION_COMPLETED: { readonly actionId: string };
}

export type MeetingEventType = keyof MeetingEventPayloads;
export type AgendaEventType = keyof AgendaEventPayloads;

/** What a verb decides: the fact, when it took effect, and the words that are kept apart from it. */
type BodyOf<Payloads> = {
  [T in keyof Payloads]: {
    readonly type: T;
    readonly at: Instant;
    readonly payload: Payloads[T];
    /** Somebody's own words. Stored in a row of their own, never in the log. */
    readonly words?: string;
  };
}[keyof Payloads];

export type MeetingEventBody = BodyOf<MeetingEventPayloads>;
export type AgendaEventBody = BodyOf<AgendaEventPayloads>;

interface Logged {
  /** Gap-free from 1. */
  readonly seq: number;
  readonly recordedAt: Instant;
  /** True when the client's clock was ahead, so that `at` is the server's time. */
  readonly ahead?: true;
  /** Null when somebody signed in with the code on the door. */
  readonly actorId: string | null;
}

/** A fact in the log of a meeting. */
export type MeetingEvent = MeetingEventBody & Logged & { readonly meetingId: string };
/** A fact in the log of an agenda item. */
export type AgendaEvent = AgendaEventBody & Logged & { readonly itemId: string };

import type { AgendaItem } from "./agenda-item.ts";
import { evolveAgendaItem, evolveMeeting } from "./evolve-meeting.ts";
import type { AgendaEvent, AgendaEventBody, MeetingEvent, MeetingEventBody } from "./meeting-events.ts";
import type { BenchMeeting } from "./meeting.ts";
import { inTime, type Facts } from "../case/record.ts";
import { isRefusal, refuse, type Refusal } from "../refusal.ts";

/** What a verb on a meeting decides: facts to record, in order, or a refusal. */
export type MeetingDecision = readonly MeetingEventBody[] | Refusal;
/** What a verb on an agenda item decides. */
export type AgendaDecision = readonly AgendaEventBody[] | Refusal;

/** A meeting after new events, and the events as they go into the log. */
export interface RecordedMeeting {
  readonly meeting: BenchMeeting;
  readonly events: readonly MeetingEvent[];
}

/** An agenda item after new events, and the events. */
export interface RecordedItem {
  readonly item: AgendaItem;
  readonly events: readonly AgendaEvent[];
}

/** Who writes it down and when; nobody (null) when somebody signs in with the code on the door. */
type Recording = Pick<Facts, "now"> & { readonly viewer: Pick<Facts["viewer"], "personId"> | null };

/**
 * Turns decided facts into log entries: numbers them gap-free and evolves the meeting.
 * @throws TypeError when there is nothing to record on nothing
 */
export function recordMeeting(before: BenchMeeting | null, meetingId: string, bodies: readonly MeetingEventBody[], { viewer, now }: Recording): RecordedMeeting {
  const events: MeetingEvent[] = [];
  let current = before;
  for (const body of bodies) {
    const event: MeetingEvent = { ...body, ...inTime(body.at, now), meetingId, seq: (current?.version ?? 0) + 1, recordedAt: now, actorId: viewer?.personId ?? null };
    current = evolveMeeting(current, event);
    events.push(event);
  }
  if (!current) throw new TypeError("Nothing to record");
  return { meeting: current, events };
}

/** A decision on a meeting, recorded; or the refusal it was. A change of status is not earlier than the last one. */
export function recordedMeeting(meeting: BenchMeeting, decision: MeetingDecision, recording: Recording): RecordedMeeting | Refusal {
  if (isRefusal(decision)) return decision;
  const next = recordMeeting(meeting, meeting.id, decision, recording);
  return next.meeting.movedAt < meeting.movedAt ? refuse("EARLIER_THAN_LAST_MOVE", { at: meeting.movedAt }, "at") : next;
}

/**
 * Turns decided facts into log entries of an agenda item.
 * @throws TypeError when there is nothing to record on nothing
 */
export function recordAgendaItem(before: AgendaItem | null, itemId: string, bodies: readonly AgendaEventBody[], { viewer, now }: Recording): RecordedItem {
  const events: AgendaEvent[] = [];
  let current = before;
  for (const body of bodies) {
    const event: AgendaEvent = { ...body, ...inTime(body.at, now), itemId, seq: (current?.version ?? 0) + 1, recordedAt: now, actorId: viewer?.personId ?? null };
    current = evolveAgendaItem(current, event);
    events.push(event);
  }
  if (!current) throw new TypeError("Nothing to record");
  return { item: current, events };
}

/** A decision on an agenda item, recorded; or the refusal it was. */
export function recordedItem(item: AgendaItem, decision: AgendaDecision, recording: Recording): RecordedItem | Refusal {
  return isRefusal(decision) ? decision : recordAgendaItem(item, item.id, decision, recording);
}

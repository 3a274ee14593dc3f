import type { AgendaItem } from "./agenda-item.ts";
import type { AgendaEvent, MeetingEvent } from "./meeting-events.ts";
import type { BenchMeeting } from "./meeting.ts";
import type { Instant } from "../deadline/moment.ts";

function founded(event: MeetingEvent & { type: "MEETING_SUMMONED" | "MEETING_RECORDED" }): BenchMeeting {
  const { areaCode, councilId, form, place, convenerId, recorderId } = event.payload;
  const summoned = event.type === "MEETING_SUMMONED";
  return {
    id: event.meetingId, version: event.seq, areaCode, councilId, form, place, convenerId, recorderId,
    status: summoned ? "SUMMONED" : "OPEN", plannedFor: summoned ? event.payload.plannedFor : null, openedAt: summoned ? null : event.at,
    heldAt: null, recordedAfterwards: !summoned, summons: [], attendance: [], agenda: [], movedAt: event.at,
  };
}

function moved(status: BenchMeeting["status"], at: Instant): Pick<BenchMeeting, "status" | "movedAt"> {
  return { status, movedAt: at };
}

/** What an event changes. One case of the switch per event type, so that a new type does not compile until it is here. */
function changeMeeting(m: BenchMeeting, event: MeetingEvent): Partial<BenchMeeting> {
  switch (event.type) {
    case "MEETING_SUMMONED":
    case "MEETING_RECORDED":
      return founded(event);
    case "INVITED":
      return { summons: [...m.summons, ...event.payload.summons] };
    case "AGENDA_EXTENDED":
      return { agenda: [...m.agenda, event.payload] };
    case "MEETING_OPENED":
      return { ...moved("OPEN", event.at), openedAt: event.at, recorderId: event.payload.recorderId };
    case "SIGNED_IN":
      return { attendance: [...m.attendance, event.payload.attendance] };
    case "ATTENDANCE_REMOVED":
      return { attendance: m.attendance.filter((a) => a.id !== event.payload.attendanceId) };
    case "MEETING_HELD":
      return { ...moved("HELD", event.at), heldAt: event.at };
    case "MEETING_CANCELLED":
      return moved("CANCELLED", event.at);
  }
}

/**
 * The meeting after one more event. Pure; equal on server, page and in tests.
 * @throws TypeError for a first event that brings no meeting about
 */
export function evolveMeeting(m: BenchMeeting | null, event: MeetingEvent): BenchMeeting {
  if (m === null && event.type !== "MEETING_SUMMONED" && event.type !== "MEETING_RECORDED") throw new TypeError(`A meeting does not begin with ${event.type}`);
  return { ...(m as BenchMeeting), ...changeMeeting(m as BenchMeeting, event), version: event.seq };
}

function added(event: AgendaEvent & { type: "ITEM_ADDED" }): AgendaItem {
  return {
    ...event.payload, id: event.itemId, version: event.seq, causeIds: [], options: [], statements: [], positions: [], recusals: [],
    resolution: null, notReached: null, actions: [], addedAt: event.at,
  };
}

function changeItem(i: AgendaItem, event: AgendaEvent): Partial<AgendaItem> {
  const { at } = event;
  switch (event.type) {
    case "ITEM_ADDED":
      return added(event);
    case "AFFECTED_ADDED":
      return { affected: [...i.affected, ...event.payload.affected] };
    case "CAUSE_NAMED":
      return { causeIds: [...i.causeIds, event.payload.causeId] };
    case "OPTION_PROPOSED":
      return { options: [...i.options, event.payload] };
    case "STATEMENT_RECORDED":
      return { statements: [...i.statements, event.payload] };
    case "POSITION_TAKEN": {
      const { attendanceId, optionId } = event.payload;
      // Whoever thinks better of it takes the place of what he thought.
      return { positions: [...i.positions.filter((p) => p.attendanceId !== attendanceId || p.optionId !== optionId), event.payload] };
    }
    case "RECUSED":
      return { recusals: [...i.recusals, event.payload], positions: i.positions.filter((p) => p.attendanceId !== event.payload.attendanceId) };
    case "ITEM_RESOLVED":
      return { resolution: { ...event.payload, at } };
    case "ITEM_ENDED":
      return { notReached: { why: event.payload.why, at } };
    case "ACTION_ASSIGNED":
      return { actions: [...i.actions, { ...event.payload, doneAt: null }] };
    case "ACTION_COMPLETED":
      return { actions: i.actions.map((a) => (a.id === event.payload.actionId ? { ...a, doneAt: at } : a)) };
  }
}

/**
 * The agenda item after one more event. Pure.
 * @throws TypeError for a first event that is not ITEM_ADDED
 */
export function evolveAgendaItem(i: AgendaItem | null, event: AgendaEvent): AgendaItem {
  if (i === null && event.type !== "ITEM_ADDED") throw new TypeError(`An agenda item begins with ITEM_ADDED, not ${event.type}`);
  return { ...(i as AgendaItem), ...changeItem(i as AgendaItem, event), version: event.seq };
}

/**
 * The meeting that a whole history gives.
 * @throws TypeError for an empty history
 */
export function foldMeeting(history: readonly MeetingEvent[]): BenchMeeting {
  const m = history.reduce<BenchMeeting | null>(evolveMeeting, null);
  if (!m) throw new TypeError("A history has at least one event");
  return m;
}

/**
 * The agenda item that a whole history gives.
 * @throws TypeError for an empty history
 */
export function foldAgendaItem(history: readonly AgendaEvent[]): AgendaItem {
  const i = history.reduce<AgendaItem | null>(evolveAgendaItem, null);
  if (!i) throw new TypeError("A history has at least one event");
  return i;
}

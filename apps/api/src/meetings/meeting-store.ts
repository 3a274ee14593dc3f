import { areaNumber, meetingMoment, noticesOfItem, noticesOfMeeting, type ActionItem, type AgendaEvent, type AgendaItem, type BenchMeeting, type MeetingEvent, type RecordedItem, type RecordedMeeting } from "@bandeng/domain";
import type { PoolClient } from "pg";
import { run, type Runner } from "../database/statement.ts";
import { itemFacts, meetingFacts, storeFacts } from "../indicators/bench-fact-store.ts";
import { append } from "../log/append.ts";
import { tell } from "../notices/tell.ts";

/** What the words of an event are kept as, and under which id; null for an event without words of its own. */
function partOf(event: AgendaEvent): { readonly part: string; readonly id: string; readonly attendanceId: string | null } | null {
  switch (event.type) {
    case "CAUSE_NAMED":
      return { part: "CAUSE", id: event.payload.causeId, attendanceId: null };
    case "OPTION_PROPOSED":
      return { part: "OPTION", id: event.payload.id, attendanceId: event.payload.attendanceId };
    case "STATEMENT_RECORDED":
      return { part: "STATEMENT", id: event.payload.id, attendanceId: event.payload.attendanceId };
    case "POSITION_TAKEN":
      return event.payload.reasonId === null ? null : { part: "POSITION", id: event.payload.reasonId, attendanceId: event.payload.attendanceId };
    case "RECUSED":
      return { part: "RECUSAL", id: event.payload.reasonId, attendanceId: event.payload.attendanceId };
    case "ACTION_ASSIGNED":
      return { part: "ACTION", id: event.payload.id, attendanceId: null };
    default:
      return null;
  }
}

const withoutWords = <E extends { readonly words?: string }>({ words: _words, ...event }: E): Omit<E, "words"> => event;

/** A meeting's row. */
export function meetingRow(m: BenchMeeting, updatedAt: string) {
  return {
    id: m.id, version: m.version, area_code: m.areaCode, area_no: areaNumber(m.areaCode), council_id: m.councilId, status: m.status, meets_at: meetingMoment(m), convener_id: m.convenerId,
    recorder_id: m.recorderId, case_ids: m.agenda.map((a) => a.caseId), updated_at: updatedAt, meeting: m,
  };
}

/** An item's row. */
export function itemRow(i: AgendaItem, areaNo: number) {
  const outcome = i.resolution ? "RESOLVED" : i.notReached ? "NOT_REACHED" : null;
  return { id: i.id, version: i.version, meeting_id: i.meetingId, case_id: i.caseId, area_no: areaNo, outcome, added_at: i.addedAt, item: i };
}

/** The row of what somebody took on. */
export function actionRow(itemId: string, a: ActionItem) {
  return { id: a.id, item_id: itemId, owner_id: a.ownerId, owner_is_resident: a.ownerIsResident, due_on: a.dueOn, done_at: a.doneAt };
}

/** Rows of the words that events of a meeting came with: the minutes, or why it was cancelled. */
export function meetingWords(m: Pick<BenchMeeting, "id">, events: readonly MeetingEvent[]) {
  return events.flatMap(({ type, words }) => (words === undefined ? [] : [{ id: m.id, meeting_id: m.id, item_id: null, part: type === "MEETING_HELD" ? "MINUTES" : "CANCELLED", words, person_id: null }]));
}

/** Rows of the words that events of an item came with. */
export function itemWords(i: Pick<AgendaItem, "id" | "meetingId">, { attendance }: Pick<BenchMeeting, "attendance">, events: readonly AgendaEvent[]) {
  return events.flatMap((event) => {
    const part = partOf(event);
    if (part === null || event.words === undefined) return [];
    const personId = attendance.find((a) => a.id === part.attendanceId)?.personId ?? null;
    return [{ id: part.id, meeting_id: i.meetingId, item_id: i.id, part: part.part, words: event.words, person_id: personId }];
  });
}

async function keepWords(client: Runner, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  await run(
    client,
    `insert into bench_words (id, meeting_id, item_id, part, words, person_id)
     select id, meeting_id, item_id, part, words, person_id from jsonb_to_recordset($1::jsonb) as w(id uuid, meeting_id uuid, item_id uuid, part text, words text, person_id uuid)`,
    [JSON.stringify(rows)],
  );
}

/** Stores a meeting after new events, a new one when its first event is among them, and tells whom they concern. */
export async function storeMeeting(client: PoolClient, { meeting: m, events }: RecordedMeeting, now: string): Promise<void> {
  const row = meetingRow(m, now);
  await run(
    client,
    `insert into bench_meeting (id, version, area_code, area_no, council_id, status, meets_at, convener_id, recorder_id, case_ids, updated_at, meeting)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     on conflict (id) do update set version = $2, status = $6, meets_at = $7, recorder_id = $9, case_ids = $10, updated_at = $11, meeting = $12`,
    [row.id, row.version, row.area_code, row.area_no, row.council_id, row.status, row.meets_at, row.convener_id, row.recorder_id, row.case_ids, row.updated_at, JSON.stringify(m)],
  );
  await append(client, "MEETING", m.id, row.area_no, events.map(withoutWords) as MeetingEvent[]);
  await keepWords(client, meetingWords(m, events));
  await storeFacts(client, meetingFacts(m, events));
  await tell(client, noticesOfMeeting(m, events));
}

/** Stores an agenda item after new events, with what somebody took on and all words apart from it, and tells whom they concern. */
export async function storeAgendaItem(client: PoolClient, meeting: Pick<BenchMeeting, "attendance" | "areaCode">, { item: i, events }: RecordedItem, areaNo: number): Promise<void> {
  const row = itemRow(i, areaNo);
  await run(
    client,
    `insert into agenda_item (id, version, meeting_id, case_id, area_no, outcome, added_at, item) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (id) do update set version = $2, outcome = $6, item = $8`,
    [row.id, row.version, row.meeting_id, row.case_id, areaNo, row.outcome, row.added_at, JSON.stringify(i)],
  );
  await append(client, "AGENDA_ITEM", i.id, areaNo, events.map(withoutWords) as AgendaEvent[]);
  await keepActions(client, i, events);
  await storeFacts(client, itemFacts(i, events, areaNo));
  await keepWords(client, itemWords(i, meeting, events));
  await tell(client, noticesOfItem(i, meeting, events));
}

async function keepActions(client: Runner, item: AgendaItem, events: readonly AgendaEvent[]): Promise<void> {
  const touched = new Set(events.flatMap((e) => (e.type === "ACTION_ASSIGNED" ? e.payload.id : e.type === "ACTION_COMPLETED" ? e.payload.actionId : [])));
  const rows = item.actions.filter((a) => touched.has(a.id)).map((a) => actionRow(item.id, a));
  if (rows.length === 0) return;
  await run(
    client,
    `insert into action_item (id, item_id, owner_id, owner_is_resident, due_on, done_at)
     select id, item_id, owner_id, owner_is_resident, due_on, done_at from jsonb_to_recordset($1::jsonb) as a(id uuid, item_id uuid, owner_id uuid, owner_is_resident boolean, due_on date, done_at timestamptz)
     on conflict (id) do update set done_at = excluded.done_at`,
    [JSON.stringify(rows)],
  );
}

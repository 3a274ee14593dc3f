import { placeLevelOf, type AgendaItem, type BenchMeeting } from "@bandeng/domain";
import { itemScope, meetingScope } from "./meeting-scope.ts";
import type { AgendaItemType, ItemSource } from "./agenda-type.ts";
import type { MeetingType } from "./meeting-type.ts";
import { Statement, type Runner } from "../database/statement.ts";
import type { Viewer } from "@bandeng/domain";
import type { Context } from "../http/context.ts";

/** A meeting as a list reads it. */
export interface MeetingRow {
  readonly meeting: BenchMeeting;
  readonly areaName: string;
  readonly meetsAt: string;
  readonly sort: string;
}

export const meetingColumns = `m.meeting, area.name as "areaName", m.meets_at as "meetsAt", m.meets_at::text as sort`;
export const meetingTables = "bench_meeting m join area on area.code = m.area_code";

/** The GraphQL face of a meeting. */
export function meetingType({ meeting: m, areaName, meetsAt }: Pick<MeetingRow, "meeting" | "areaName" | "meetsAt">): MeetingType {
  const { id, version, areaCode, councilId, form, status, place, plannedFor, openedAt, heldAt, recordedAfterwards } = m;
  return { id, version, areaCode, areaName, councilId, form, status, place, placeLevel: placeLevelOf(place), meetsAt, plannedFor, openedAt, heldAt, recordedAfterwards, source: m };
}

/** Meetings by id, as far as they exist for the viewer, in no order. */
export async function readMeetings(ctx: Pick<Context, "db" | "viewer">, ids: readonly string[]): Promise<MeetingType[]> {
  const q = new Statement();
  const rows = await q.run<MeetingRow & Record<string, unknown>>(ctx.db, `select ${meetingColumns} from ${meetingTables} where m.id = any(${q.bind(ids, "uuid[]")}) and ${meetingScope(q, ctx.viewer)}`);
  return rows.map(meetingType);
}

/** The GraphQL face of an agenda item. */
export function agendaItemType(source: ItemSource): AgendaItemType {
  const { id, version, scope, rule, addedAt, notReached } = source.item;
  return { id, version, scope, rule, addedAt, notReached: notReached?.why ?? null, endedAt: notReached?.at ?? null, source };
}

/** Agenda items of a meeting, of cases or by id, as far as they exist for the viewer: in the order of being put on an agenda. */
export async function readItems(runner: Runner, viewer: Viewer, by: "id" | "meeting_id" | "case_id", ids: readonly string[]): Promise<ItemSource[]> {
  const q = new Statement();
  const rows = await q.run<{ item: AgendaItem; meeting: BenchMeeting | null }>(
    runner,
    `select i.item, m.meeting from agenda_item i left join bench_meeting m on m.id = i.meeting_id and ${meetingScope(q, viewer)}
     where i.${by} = any(${q.bind(ids, "uuid[]")}) and ${itemScope(q, viewer)} order by i.added_at, i.id`,
  );
  return rows;
}

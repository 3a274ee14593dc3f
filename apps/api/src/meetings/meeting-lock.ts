import { seesAgendaItem, seesMeeting, type AgendaItem, type BenchMeeting, type Case, type Viewer } from "@bandeng/domain";
import type { Kept } from "../cases/act.ts";
import { loadCases } from "../cases/read-case.ts";
import { run, type Runner } from "../database/statement.ts";

/** A meeting, locked, with the cases on its agenda as far as the viewer's scope has them. */
export interface LockedMeeting {
  readonly version: number;
  readonly meeting: BenchMeeting;
  readonly cases: readonly Case[];
}

/** An item, locked, with its meeting and, as far as the viewer's scope has it, its case. */
export interface LockedItem {
  readonly version: number;
  readonly item: AgendaItem;
  readonly areaNo: number;
  readonly meeting: BenchMeeting;
  readonly case: Case | null;
}

async function lockMeeting(client: Runner, id: string): Promise<LockedMeeting | null> {
  const [row] = await run<{ meeting: BenchMeeting }>(client, "select meeting from bench_meeting where id = $1 for update", [id]);
  if (!row) return null;
  const cases = await loadCases(client, row.meeting.agenda.map((a) => a.caseId));
  return { version: row.meeting.version, meeting: row.meeting, cases: [...cases.values()] };
}

/** The meeting is read under a share of its lock: nobody leaves the bench while somebody's position is written down. Null where it is out of sight. */
async function lockItem(client: Runner, id: string): Promise<LockedItem | null> {
  const [row] = await run<{ item: AgendaItem; area_no: number }>(client, "select item, area_no from agenda_item where id = $1 for update", [id]);
  if (!row) return null;
  const [of] = await run<{ meeting: BenchMeeting }>(client, "select meeting from bench_meeting where id = $1 for share", [row.item.meetingId]);
  if (!of) return null;
  const cases = await loadCases(client, [row.item.caseId]);
  return { version: row.item.version, item: row.item, areaNo: row.area_no, meeting: of.meeting, case: cases.get(row.item.caseId) ?? null };
}

/** Meetings as `performOn` keeps them. */
export const keptMeetings: Kept<LockedMeeting> = {
  kind: "MEETING",
  lock: lockMeeting,
  sees: ({ meeting, cases }, viewer: Viewer) => seesMeeting(meeting, cases, viewer),
};

/** Agenda items as `performOn` keeps them. */
export const keptItems: Kept<LockedItem> = {
  kind: "AGENDA_ITEM",
  lock: lockItem,
  sees: ({ meeting, case: c }, viewer: Viewer) => seesAgendaItem(meeting, c, viewer),
};

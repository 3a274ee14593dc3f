import {
  areaNumber,
  boardColumns,
  caseLevels,
  caseStatuses,
  columnOf,
  isComplaint,
  nextSystemMoment,
  severities,
  type Case,
  type CaseKind,
  type CaseLevel,
  type Due,
  type Facts,
  type Instant,
  type UrgencyTag,
} from "@bandeng/domain";
import { searchText } from "../places/pinyin.ts";

/** Parts of a Case that have no column of their own: read and written only with the row itself. */
const stateKeys = [
  "pendingAsk",
  "appealed",
  "assignments",
  "reporters",
  "parties",
  "segments",
  "holds",
  "whistles",
  "whistleDepartments",
  "supervisions",
  "supervised",
  "helperIds",
  "calledIds",
  "calls",
  "facts",
  "callbacks",
  "project",
  "heldFrom",
  "acceptedAt",
  "firstContactAt",
  "firstContactDueAt",
  "onSiteDueAt",
  "onSiteAt",
  "resultToldAt",
  "declinedAt",
  "mergedInto",
  "mergedAt",
  "unmerged",
  "movedAt",
  "mediationId",
  "payers",
  "outcome",
  "failedMediations",
  "linkedFrom",
] as const satisfies readonly (keyof Case)[];

/** What the column `state` holds. */
export type CaseState = Pick<Case, (typeof stateKeys)[number]>;

/** The columns of table `cases` that are written; the generated ones (community_no, district_no) write themselves. */
export interface CaseColumns {
  readonly id: string;
  readonly no: string;
  readonly version: number;
  readonly title: string;
  readonly search: string;
  readonly kind: CaseKind;
  readonly category: string | null;
  readonly compound_id: string | null;
  readonly building_id: string | null;
  readonly unit_id: string | null;
  readonly grid_code: string;
  readonly area_no: number;
  readonly severity: number;
  readonly tags: readonly UrgencyTag[];
  readonly status: number;
  readonly level: number;
  readonly max_level: number;
  readonly board_column: number | null;
  readonly lead_id: string | null;
  readonly lead_ids: readonly string[];
  readonly recorded_by: string;
  readonly supporters: number;
  readonly reopen_count: number;
  readonly project_id: string | null;
  readonly due: Due | null;
  readonly board_at: Instant | "infinity";
  readonly system_at: Instant | null;
  readonly callback_at: Instant | null;
  readonly collected_at: Instant;
  readonly resolved_at: Instant | null;
  readonly closed_at: Instant | null;
  readonly updated_at: Instant;
  readonly state: CaseState;
}

/** Columns that only queries look at: what they say is in the others already. */
type DerivedColumn = "search" | "area_no" | "board_column" | "board_at" | "system_at" | "callback_at" | "updated_at";
type MomentColumn = "collected_at" | "resolved_at" | "closed_at";

/**
 * What reading a Case needs of its row. Moments may come as the driver's Date (timestamptz(3) loses nothing in one) or as
 * any text that names its offset.
 */
export type CaseRow = Omit<CaseColumns, DerivedColumn | MomentColumn> & {
  readonly [M in MomentColumn]: Date | Extract<CaseColumns[M], null> | string;
};

/** One row of table `case_segment`: a copy of the case's segments for statistics; the case itself reads its `state`. */
export interface SegmentColumns {
  readonly case_id: string;
  readonly no: number;
  readonly level: number;
  readonly started_at: Instant;
  readonly days: number;
  readonly ended_at: Instant | null;
  readonly ended_by: string | null;
  readonly due_at: Instant | null;
}

/** What the log asks of an event, whichever stream it belongs to. */
export interface LogEvent {
  readonly seq: number;
  readonly type: string;
  readonly payload: object;
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly actorId: string | null;
  readonly due?: Due | null;
}

export type StreamKind = "CASE" | "PROJECT" | "CALENDAR" | "PERSON" | "COMMITTEE" | "MEETING" | "AGENDA_ITEM" | "MEDIATION" | "COUNCIL" | "POINT" | "CONTACT_DAY" | "EXPERT" | "COST_PLAN" | "CONTRACTOR" | "PUBLICATION" | "SETTING" | "SIGHT" | "COMPOUND" | "BUILDING";

/** Where an event goes. */
export interface EventPlace {
  readonly id: string;
  readonly streamKind: StreamKind;
  readonly streamId: string;
  readonly areaNo: number;
}

/** One row of table `event`; xid and position are the database's. */
export interface EventColumns {
  readonly id: string;
  readonly stream_kind: StreamKind;
  readonly stream_id: string;
  readonly seq: number;
  readonly type: string;
  readonly payload: object;
  readonly due: Due | null;
  readonly has_due: boolean;
  readonly actor_id: string | null;
  readonly at: Instant;
  readonly recorded_at: Instant;
  readonly area_no: number;
}

/** The number a closed list's value is stored as: its place in the domain's order, from 1. */
export function rankIn<T extends string>(list: readonly T[], value: T): number {
  return list.indexOf(value) + 1;
}

/**
 * The value a number stands for.
 * @throws RangeError for a number outside the list
 */
function ofRank<T extends string>(list: readonly T[], rank: number): T {
  const value = list[rank - 1];
  if (value === undefined) throw new RangeError(`${rank} is not a place in ${list.join(", ")}`);
  return value;
}

/** The row of a case. `facts` says when the program itself acts next. */
export function caseColumns(c: Case, updatedAt: Instant, facts: Facts): CaseColumns {
  const column = columnOf(c.status, c.level);
  return {
    id: c.id,
    no: c.no,
    version: c.version,
    title: c.title,
    search: searchText(c.no, c.title),
    kind: c.kind,
    category: c.category,
    compound_id: c.place.compoundId,
    building_id: c.place.buildingId,
    unit_id: c.place.unitId,
    grid_code: c.gridCode,
    area_no: areaNumber(c.gridCode),
    severity: rankIn(severities, c.severity),
    tags: c.tags,
    status: rankIn(caseStatuses, c.status),
    level: rankIn<CaseLevel>(caseLevels, c.level),
    max_level: rankIn<CaseLevel>(caseLevels, c.maxLevel),
    board_column: column && rankIn(boardColumns, column),
    lead_id: c.leadId,
    lead_ids: c.leadIds,
    recorded_by: c.recordedBy,
    supporters: c.supporters,
    reopen_count: c.reopenCount,
    project_id: c.projectId,
    due: c.due,
    board_at: boardMoment(c),
    system_at: nextSystemMoment(c, facts),
    callback_at: callbackMoment(c),
    collected_at: c.collectedAt,
    resolved_at: c.resolvedAt,
    closed_at: c.closedAt,
    updated_at: updatedAt,
    state: Object.fromEntries(stateKeys.map((key) => [key, c[key]])) as unknown as CaseState,
  };
}

/** What the board sorts a card by. */
function boardMoment(c: Case): Instant | "infinity" {
  const at = c.status === "CLOSED" ? c.closedAt : c.due?.at;
  return at ?? "infinity";
}

/** When it comes up on the list of call-backs: what is overdue first. Null when nobody is to be asked or answered. */
function callbackMoment(c: Case): Instant | null {
  if (c.status === "RESOLVED") return c.due?.at ?? c.resolvedAt;
  return c.callbacks.find(isComplaint)?.at ?? null;
}

/** The case of a row: the inverse of `caseColumns`. */
export function caseOfColumns(row: CaseRow): Case {
  return {
    ...row.state,
    id: row.id,
    no: row.no,
    version: row.version,
    title: row.title,
    kind: row.kind,
    category: row.category,
    place: { compoundId: row.compound_id, buildingId: row.building_id, unitId: row.unit_id },
    gridCode: row.grid_code,
    severity: ofRank(severities, row.severity),
    tags: row.tags,
    status: ofRank(caseStatuses, row.status),
    level: ofRank(caseLevels, row.level),
    maxLevel: ofRank(caseLevels, row.max_level),
    leadId: row.lead_id,
    leadIds: row.lead_ids,
    recordedBy: row.recorded_by,
    supporters: row.supporters,
    reopenCount: row.reopen_count,
    projectId: row.project_id,
    due: row.due,
    collectedAt: instantOfColumn(row.collected_at),
    resolvedAt: row.resolved_at && instantOfColumn(row.resolved_at),
    closedAt: row.closed_at && instantOfColumn(row.closed_at),
  };
}

/**
 * A stored moment as the domain writes it.
 * @throws RangeError when the text is no moment
 */
export function instantOfColumn(value: Date | string): Instant {
  return (value instanceof Date ? value : new Date(value)).toISOString();
}

/** The rows of a case's segments. */
export function segmentColumns(c: Pick<Case, "id" | "segments">): SegmentColumns[] {
  return c.segments.map((s) => ({
    case_id: c.id,
    no: s.no,
    level: rankIn<CaseLevel>(caseLevels, s.level),
    started_at: s.startedAt,
    days: s.days,
    ended_at: s.endedAt,
    ended_by: s.endedBy,
    due_at: s.dueAt,
  }));
}

/** The log row of an event. `due` absent (nothing changed) and null (nothing is due any more) are told apart by `has_due`. */
export function eventColumns(event: LogEvent, place: EventPlace): EventColumns {
  return {
    id: place.id,
    stream_kind: place.streamKind,
    stream_id: place.streamId,
    seq: event.seq,
    type: event.type,
    payload: event.payload,
    due: event.due ?? null,
    has_due: event.due !== undefined,
    actor_id: event.actorId,
    at: event.at,
    recorded_at: event.recordedAt,
    area_no: place.areaNo,
  };
}

/** A kind of row in a dump: where it is stored, and which of its columns leave. */
export interface DumpTable {
  readonly table: string;
  readonly columns: readonly string[];
}

/**
 * What a dump holds, in the order in which it can be stored again. What has no line stays behind: names, phones and homes of
 * people, roles and accounts, codes of slips, files, bench meetings, mediations, cost plans, publications, points, contact
 * days, experts, notices, the audit.
 */
export const dumpTables = {
  AREA: { table: "area", columns: ["code", "no", "kind", "parent_code", "name", "alias", "pinyin", "initials", "grid_kind", "source", "as_of"] },
  SETTING: { table: "community_setting", columns: ["community_code", "area_no", "version", "wip_limits", "rules", "daily_limits", "categories", "templates"] },
  COMPOUND: { table: "compound", columns: ["id", "community_code", "main_grid_code", "area_no", "name", "pinyin", "initials", "build_year", "is_old", "renovation_batch", "has_property", "property_company"] },
  BUILDING: { table: "building", columns: ["id", "compound_id", "grid_code", "area_no", "address", "pinyin", "initials", "floors"] },
  UNIT: { table: "unit", columns: ["id", "building_id", "no"] },
  HOUSEHOLD: { table: "household", columns: ["id", "building_id", "unit_id", "floor", "room", "area_cm2", "kind"] },
  PERSON: { table: "person", columns: ["id", "surname_mask", "area_no"] },
  PROJECT: {
    table: "secretary_project",
    columns: ["id", "no", "version", "year", "years", "community_code", "area_no", "secretary_id", "title", "state", "progress", "due_on", "inspection_from", "exemplary", "struck_off_at", "updated_at", "project"],
  },
  CASE: {
    table: "cases",
    columns: [
      "id", "no", "version", "title", "kind", "category", "compound_id", "building_id", "unit_id", "grid_code", "area_no", "severity", "tags", "status", "level", "max_level", "board_column", "lead_id",
      "lead_ids", "recorded_by", "supporters", "reopen_count", "project_id", "due", "board_at", "system_at", "callback_at", "collected_at", "resolved_at", "closed_at", "updated_at", "state",
    ],
  },
  SEGMENT: { table: "case_segment", columns: ["case_id", "no", "level", "started_at", "days", "ended_at", "ended_by", "due_at"] },
  FACT: { table: "case_fact", columns: ["id", "case_id", "question", "answer", "evidence"] },
  OPINION: {
    table: "opinion",
    columns: [
      "id", "case_id", "present_case_id", "area_no", "words", "voiced_at", "recorded_at", "reporter_id", "recorded_by", "proxy_id", "channel", "answer", "answered_at", "answer_due_at", "external_source", "external_id",
    ],
  },
  EVENT: { table: "event", columns: ["id", "stream_kind", "stream_id", "seq", "type", "payload", "due", "has_due", "actor_id", "at", "recorded_at", "area_no", "position"] },
  WORDS: { table: "event_words", columns: ["event_id", "words", "title", "title_before"] },
} as const satisfies Record<string, DumpTable>;

export type DumpKind = keyof typeof dumpTables;
/** The kinds in the order of the file. */
export const dumpKinds = Object.keys(dumpTables) as readonly DumpKind[];
export type DumpCounts = Readonly<Record<DumpKind, number>>;

export const DUMP_FORMAT = "bandeng-dump";
export const DUMP_VERSION = 1;

/** The first line. */
export interface DumpHeader {
  readonly format: typeof DUMP_FORMAT;
  readonly version: typeof DUMP_VERSION;
  readonly area: string;
  /** The one moment that everything in it is of. */
  readonly moment: string;
  /** The last place of the change feed at that moment: whoever has restored the dump follows from there. */
  readonly feedPosition: number;
  readonly counts: DumpCounts;
}

/** A line between the first and the last. */
export interface DumpLine {
  readonly kind: DumpKind;
  readonly row: Readonly<Record<string, unknown>>;
}

/** The last line: `sha256` (hex) is that of all bytes before it. */
export interface DumpFooter {
  readonly counts: DumpCounts;
  readonly sha256: string;
}

import { areaNumber, caseStatuses, dayKnown, measuresOf, measureVersions, touchesMeasure, type CaseEvent, type CaseMeasure, type LocalDate } from "@bandeng/domain";
import { rankIn } from "../cases/case-columns.ts";
import { run, type Runner } from "../database/statement.ts";

/** The row of a measure, as it is known from a day on. */
export function measureColumns(caseId: string, m: CaseMeasure, from: LocalDate, to: LocalDate | "infinity" = "infinity") {
  return {
    case_id: caseId, round: m.round, known_from: from, known_to: to, area_no: areaNumber(m.gridCode), kind: m.kind, category: m.category, compound_id: m.compoundId, building_id: m.buildingId,
    max_level: m.maxLevel, collected_at: m.collectedAt, accepted_at: m.acceptedAt, contacted: m.contacted, levels: m.levels, status: m.status && rankIn(caseStatuses, m.status), level: m.level,
    due_at: m.dueAt, human_at: m.humanAt, limit_days: m.limitDays, resolved_at: m.resolvedAt, told_at: m.toldAt, respondents: m.respondents, answered: m.answered,
    said_resolved: m.saidResolved, satisfied: m.satisfied, basic: m.basic, reopened: m.reopened, closed_at: m.closedAt, on_time: m.onTime, face_to_face: m.faceToFace,
    with_expert: m.withExpert, settled: m.settled,
  };
}
export type MeasureColumns = ReturnType<typeof measureColumns>;

const key = ["case_id", "round", "known_from"];
const columns = [
  ...key, "known_to", "area_no", "kind", "category", "compound_id", "building_id", "max_level", "collected_at", "accepted_at", "contacted", "levels", "status", "level", "due_at", "human_at",
  "limit_days", "resolved_at", "told_at", "respondents", "answered", "said_resolved", "satisfied", "basic", "reopened", "closed_at", "on_time", "face_to_face", "with_expert", "settled",
] as const satisfies readonly (keyof MeasureColumns)[] | readonly string[];
const listed = columns.join(", ");
const replaced = columns.filter((name) => !key.includes(name)).map((name) => `${name} = excluded.${name}`).join(", ");

/**
 * Keeps what a case contributes after new events: what changed is known from their day on. A second change on the same day
 * takes the place of the first, and one that takes the first back leaves no trace: a day has one truth, that of its end.
 *
 * @param history all events of the case, the new ones last
 */
export async function storeMeasures(client: Runner, caseId: string, history: readonly CaseEvent[], added: readonly CaseEvent[]): Promise<void> {
  const last = added.at(-1);
  if (last === undefined || !added.some((event) => touchesMeasure(event.type) || event.due !== undefined)) return;
  const from = dayKnown(last.recordedAt);
  const before = texts(history.slice(0, history.length - added.length));
  const changed = measuresOf(history).filter((m, i) => JSON.stringify(m) !== before[i]);
  if (changed.length === 0) return;
  const eve = texts(history.filter((event) => dayKnown(event.recordedAt) < from));
  const back = changed.filter((m) => eve[m.round - 1] === JSON.stringify(m)).map((m) => m.round);
  const fresh = changed.filter((m) => !back.includes(m.round));
  if (back.length > 0) {
    await run(client, "delete from case_measure where case_id = $1 and round = any($2::smallint[]) and known_from = $3", [caseId, back, from]);
    await run(client, "update case_measure set known_to = 'infinity' where case_id = $1 and round = any($2::smallint[]) and known_to = $3", [caseId, back, from]);
  }
  if (fresh.length === 0) return;
  await run(
    client,
    `with new as (select * from jsonb_populate_recordset(null::case_measure, $1::jsonb)),
       past as (update case_measure m set known_to = n.known_from from new n where m.case_id = n.case_id and m.round = n.round and m.known_to = 'infinity' and m.known_from < n.known_from)
     insert into case_measure (${listed}) select ${listed} from new on conflict (case_id, round, known_from) do update set ${replaced}`,
    [JSON.stringify(fresh.map((m) => measureColumns(caseId, m, from)))],
  );
}

const texts = (history: readonly CaseEvent[]): string[] => (history.length === 0 ? [] : measuresOf(history).map((m) => JSON.stringify(m)));

/** Every row that the history of a case gives, past ones too: what `storeMeasures` has written step by step. */
export function measureRows(caseId: string, history: readonly CaseEvent[]): MeasureColumns[] {
  const rows: MeasureColumns[] = [];
  const present = new Map<number, { readonly text: string; readonly at: number }>();
  for (const { from, measures } of measureVersions(history)) {
    for (const m of measures) {
      const text = JSON.stringify(m);
      const earlier = present.get(m.round);
      if (earlier?.text === text) continue;
      const row = earlier && rows[earlier.at];
      if (row) rows[earlier.at] = { ...row, known_to: from };
      present.set(m.round, { text, at: rows.length });
      rows.push(measureColumns(caseId, m, from));
    }
  }
  return rows;
}

/** Writes rows as they are, of cases that have none. */
export async function insertMeasures(client: Runner, rows: readonly MeasureColumns[]): Promise<void> {
  if (rows.length === 0) return;
  await run(client, `insert into case_measure (${listed}) select ${listed} from jsonb_populate_recordset(null::case_measure, $1::jsonb)`, [JSON.stringify(rows)]);
}

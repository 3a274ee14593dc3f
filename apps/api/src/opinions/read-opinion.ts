import { answerStates, isRecordedLate, type Channel, type Viewer } from "@bandeng/domain";
import type { OpinionType } from "./opinion-type.ts";
import { caseScope } from "../access/scope.ts";
import { run, Statement, type Runner } from "../database/statement.ts";

/** A row as `row_to_json` gives it. */
export interface OpinionRow {
  readonly id: string;
  readonly present_case_id: string;
  readonly words: string;
  readonly voiced_at: string;
  readonly recorded_at: string;
  readonly reporter_id: string | null;
  readonly recorded_by: string;
  readonly proxy_id: string | null;
  readonly channel: Channel;
  readonly point_id: string | null;
  readonly contact_day_id: string | null;
  readonly answer: number;
  readonly answered_at: string | null;
  readonly answer_due_at: string | null;
  readonly slip_code: string;
  readonly external_source: string | null;
  readonly external_id: string | null;
}

/** Columns of an opinion, for `select … from opinion o`. */
export const opinionColumns = `o.id, o.present_case_id, o.words, o.voiced_at, o.recorded_at, o.reporter_id, o.recorded_by, o.proxy_id, o.channel,
  o.point_id, o.contact_day_id, o.answer, o.answered_at, o.answer_due_at, o.slip_code, o.external_source, o.external_id`;

const moment = (at: string): string => new Date(at).toISOString();

/** The GraphQL face of an opinion that the viewer may read. */
export function opinionType(row: OpinionRow): OpinionType {
  const [voicedAt, recordedAt] = [moment(row.voiced_at), moment(row.recorded_at)];
  return {
    id: row.id,
    words: row.words,
    voicedAt,
    recordedAt,
    recordedLate: isRecordedLate({ voicedAt, recordedAt }),
    channel: row.channel,
    anonymous: row.reporter_id === null,
    pointId: row.point_id,
    contactDayId: row.contact_day_id,
    answer: answerStates[row.answer - 1] ?? "WAITING",
    answeredAt: row.answered_at && moment(row.answered_at),
    answerDueAt: row.answer_due_at && moment(row.answer_due_at),
    source: row,
  };
}

/** The opinions of a case that was seen whole, merged ones included, oldest first. */
export async function readOpinions(runner: Runner, ids: readonly string[]): Promise<OpinionType[]> {
  const rows = await run<{ o: OpinionRow }>(runner, `select row_to_json(t) as o from (select ${opinionColumns} from opinion o where o.id = any($1::uuid[]) order by o.recorded_at, o.id) t`, [ids]);
  return rows.map(({ o }) => opinionType(o));
}

/** One opinion, where the viewer sees the case that carries it whole. */
export async function readOpinion(runner: Runner, viewer: Viewer, id: string): Promise<OpinionType | null> {
  const q = new Statement();
  const wanted = q.bind(id, "uuid");
  const [row] = await q.run<{ o: OpinionRow }>(
    runner,
    `select row_to_json(t) as o from (select ${opinionColumns} from opinion o join cases c on c.id = o.present_case_id where o.id = ${wanted} and ${caseScope(q, viewer).whole}) t`,
  );
  return row ? opinionType(row.o) : null;
}

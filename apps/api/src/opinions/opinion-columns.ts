import { answerDueAt, answerOf, answerStates, areaNumber, type AnswerState, type Case, type Facts, type Instant } from "@bandeng/domain";
import { run, type Runner } from "../database/statement.ts";

/** What an opinion's row says of the case that carries it now. */
export interface CarriedColumns {
  readonly id: string;
  readonly present_case_id: string;
  readonly area_no: number;
  readonly answer: number;
  readonly answered_at: Instant | null;
  readonly answer_due_at: Instant | null;
}

/** The number an answer's state is stored as: its place in the domain's order, from 1. */
export function answerRank(state: AnswerState): number {
  return answerStates.indexOf(state) + 1;
}

/** The opinions that a case carries. A merged case carries none: they went with it into the target. */
export function carriedColumns(c: Case, facts: Pick<Facts, "rules" | "calendar">): CarriedColumns[] {
  if (c.status === "MERGED") return [];
  const dueAt = answerDueAt(c, facts);
  return c.reporters.map(({ opinionId }) => {
    const answer = answerOf(c, opinionId) ?? { state: "WAITING" as const, answeredAt: null };
    return {
      id: opinionId, present_case_id: c.id, area_no: areaNumber(c.gridCode), answer: answerRank(answer.state), answered_at: answer.answeredAt,
      answer_due_at: answer.state === "WAITING" ? null : dueAt,
    };
  });
}

/** Lets the opinions' rows follow their case: whatever changed since `before`, and all of them where there was none. */
export async function followOpinions(client: Runner, before: Case | null, now: Case, facts: Facts): Promise<void> {
  const known = new Map(before ? carriedColumns(before, facts).map((row) => [row.id, JSON.stringify(row)]) : []);
  const changed = carriedColumns(now, facts).filter((row) => known.get(row.id) !== JSON.stringify(row));
  if (changed.length === 0) return;
  await run(
    client,
    `update opinion o set present_case_id = n.present_case_id, area_no = n.area_no, answer = n.answer, answered_at = n.answered_at, answer_due_at = n.answer_due_at
     from jsonb_to_recordset($1::jsonb) as n(id uuid, present_case_id uuid, area_no bigint, answer smallint, answered_at timestamptz, answer_due_at timestamptz)
     where o.id = n.id`,
    [JSON.stringify(changed)],
  );
}

import { areaNumber, askedNow, type Case, type ExpertCall } from "@bandeng/domain";
import { run, type Runner } from "../database/statement.ts";

/** The row of a call, but for what the experts are asked: that is written once, with the call itself. */
export function callColumns(c: Case, call: ExpertCall) {
  const asked = askedNow(call);
  return {
    id: call.id, case_id: c.id, area_no: areaNumber(c.gridCode), grid_code: c.gridCode, category: c.category, skills: call.skills, called_by: call.calledBy, called_at: call.calledAt,
    asked_id: asked?.personId ?? null, reply_due_at: asked?.replyDueAt ?? null, ended_at: call.endedAt, outcome: call.outcome,
  };
}

/** The rows of the answers to a call: who, when, what; not on which case. */
export function answerColumns(call: ExpertCall) {
  return call.asked.flatMap(({ personId, askedAt, answeredAt, answer }) =>
    answer === null || answeredAt === null ? [] : [{ call_id: call.id, person_id: personId, asked_at: askedAt, answered_at: answeredAt, answer }],
  );
}

/** Keeps the rows of a case's calls as the case has them: who is asked now finds his there, and the pool its response times. */
export async function storeCalls(client: Runner, before: Case, c: Case): Promise<void> {
  if (before.calls === c.calls) return;
  const changed = c.calls.filter((call, i) => JSON.stringify(call) !== JSON.stringify(before.calls[i]));
  if (changed.length === 0) return;
  await run(
    client,
    `insert into expert_call (id, case_id, area_no, grid_code, category, skills, called_by, called_at, asked_id, reply_due_at, ended_at, outcome)
     select id, case_id, area_no, grid_code, category, skills, called_by, called_at, asked_id, reply_due_at, ended_at, outcome
     from jsonb_to_recordset($1::jsonb) as k(id uuid, case_id uuid, area_no int8, grid_code text, category text, skills text[], called_by uuid, called_at timestamptz,
       asked_id uuid, reply_due_at timestamptz, ended_at timestamptz, outcome text)
     on conflict (id) do update set asked_id = excluded.asked_id, reply_due_at = excluded.reply_due_at, ended_at = excluded.ended_at, outcome = excluded.outcome`,
    [JSON.stringify(changed.map((call) => callColumns(c, call)))],
  );
  await run(
    client,
    `insert into expert_answer (call_id, person_id, asked_at, answered_at, answer)
     select call_id, person_id, asked_at, answered_at, answer
     from jsonb_to_recordset($1::jsonb) as a(call_id uuid, person_id uuid, asked_at timestamptz, answered_at timestamptz, answer text) on conflict do nothing`,
    [JSON.stringify(changed.flatMap(answerColumns))],
  );
}

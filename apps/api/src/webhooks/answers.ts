import { caseOfColumns, type CaseRow } from "../cases/case-columns.ts";
import { run, type Runner } from "../database/statement.ts";
import { toldResult } from "../slips/told-result.ts";

/** An opinion of another system, by its number there, and what its reporter is told; null until there is something to tell. */
export interface OpinionAnswer {
  readonly externalId: string;
  readonly answer: string | null;
}

/**
 * The opinions of one source that a case carries, with the community's answer: what was done, in the words of whoever leads
 * the case, once it is resolved, without names, phones and rooms. A resident's words are in none.
 */
export async function answersOf(client: Runner, caseId: string, source: string): Promise<readonly OpinionAnswer[]> {
  const rows = await run<{ id: string }>(client, "select external_id as id from opinion where present_case_id = $1 and external_source = $2 order by recorded_at, id", [caseId, source]);
  if (rows.length === 0) return [];
  const [found] = await run<{ c: CaseRow }>(client, "select row_to_json(c) as c from cases c where c.id = $1", [caseId]);
  const c = found && caseOfColumns(found.c);
  const isTold = c !== undefined && c.kind !== "DISPUTE" && (c.status === "RESOLVED" || c.status === "CLOSED");
  const answer = isTold ? await toldResult(client, c) : null;
  return rows.map(({ id }) => ({ externalId: id, answer }));
}

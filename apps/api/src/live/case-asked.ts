import type { Viewer } from "@bandeng/domain";
import { caseScope } from "../access/scope.ts";
import { Statement, type Runner } from "../database/statement.ts";

/** Whether somebody sees a case whole: of a masked one no signal tells, and nobody is told who looks at it. */
export async function seesWhole(runner: Runner, viewer: Viewer, caseId: string): Promise<boolean> {
  const q = new Statement();
  const scope = caseScope(q, viewer);
  return (await q.run(runner, `select 1 as seen from cases c where c.id = ${q.bind(caseId, "uuid")} and ${scope.visible} and ${scope.whole}`)).length > 0;
}

/** Where in the feed a case changed last within a stretch of it; null when it did not. */
export async function hearOfCase(runner: Runner, viewer: Viewer, caseId: string, { after, upTo }: { readonly after: number; readonly upTo: number }): Promise<{ isSeen: boolean; changedAt: number | null }> {
  const q = new Statement();
  const scope = caseScope(q, viewer);
  const id = q.bind(caseId, "uuid");
  const stretch = `e.position > ${q.bind(after, "int8")} and e.position <= ${q.bind(upTo, "int8")}`;
  const [row] = await q.run<{ at: string | null }>(
    runner,
    `select (select max(e.position) from event e where e.stream_kind = 'CASE' and e.stream_id = c.id and ${stretch})::text as at
     from cases c where c.id = ${id} and ${scope.visible} and ${scope.whole}`,
  );
  return { isSeen: row !== undefined, changedAt: row?.at == null ? null : Number(row.at) };
}

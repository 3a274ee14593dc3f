import { levelOfRank, type Case, type Due, type Instant } from "@bandeng/domain";
import { Statement, type Runner } from "../database/statement.ts";

/** What counting a running deadline anew asks of its case, with where it is. */
export type RunningDeadline = Pick<Case, "id" | "gridCode" | "level" | "segments" | "holds"> & { readonly due: Due & { readonly at: Instant } };

const batch = 500;

/** Cases whose running deadline was counted through a year: those a calendar of that year can move. Of a row `c`; `$` binds are the caller's. */
export function countedThrough(q: Statement, year: number): string {
  return `c.due ->> 'kind' = 'LEVEL' and c.due ->> 'calendar' ~ ${q.bind(`(^|,)${year}\\.`)}`;
}

/** All of them that `where` lets through, in the order of their ids, some hundreds at a time: nothing else waits for the whole. */
export async function* runningDeadlines(runner: Runner, year: number, where: (q: Statement) => string): AsyncGenerator<RunningDeadline> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const q = new Statement();
    const rows = await q.run<{ c: Omit<RunningDeadline, "level"> & { readonly level: number } }>(
      runner,
      `select json_build_object('id', c.id, 'gridCode', c.grid_code, 'level', c.level, 'segments', c.state -> 'segments', 'holds', c.state -> 'holds', 'due', c.due) as c
       from cases c where ${countedThrough(q, year)} and c.id > ${q.bind(after, "uuid")} and ${where(q)} order by c.id limit ${q.bind(batch, "int")}`,
    );
    for (const { c } of rows) yield { ...c, level: levelOfRank(c.level) };
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) return;
    after = last.c.id;
  }
}

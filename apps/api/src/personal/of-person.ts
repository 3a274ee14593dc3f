import { openStatuses, caseStatuses } from "@bandeng/domain";
import { rankIn } from "../cases/case-columns.ts";
import type { Statement } from "../database/statement.ts";

/** The cases of somebody as a sub-select of ids: reported, party to, and what those were merged into. `person` is a placeholder of a uuid. */
export function casesOf(person: string): string {
  const named = `jsonb_build_array(jsonb_build_object('personId', ${person}::text))`;
  return `with recursive own as (
      select id from cases where id in (select case_id from opinion where reporter_id = ${person}) or (kind = 'DISPUTE' and state -> 'parties' @> ${named})
      union select (c.state ->> 'mergedInto')::uuid from own join cases c using (id) where c.state ->> 'mergedInto' is not null
    ) select id from own`;
}

/** Open cases, as a condition on the column `status`. */
export function isOpenStatus(q: Statement): string {
  return `status = any(${q.bind(openStatuses.map((status) => rankIn(caseStatuses, status)), "smallint[]")})`;
}

import type { Viewer } from "@bandeng/domain";
import { caseScope, multirange } from "../access/scope.ts";
import { run, Statement, type Runner } from "../database/statement.ts";

/** A row that is older was left behind by an instance that ended before its streams did. */
const STALE = "interval '25 seconds'";

/** Somebody who has a case open. */
export interface Looking {
  readonly streamId: string;
  readonly caseId: string;
  readonly personId: string;
}

/** Says, for all streams of an instance at once, that they are still open. A case that has gone meanwhile is left out. */
export async function keepLooking(system: Runner, looking: readonly Looking[]): Promise<void> {
  await run(
    system,
    `insert into presence (stream_id, case_id, person_id, seen_at)
     select l.stream_id, l.case_id, l.person_id, clock_timestamp() from unnest($1::uuid[], $2::uuid[], $3::uuid[]) l (stream_id, case_id, person_id)
     where exists (select from cases c where c.id = l.case_id) and exists (select from person p where p.id = l.person_id)
     on conflict (stream_id) do update set seen_at = excluded.seen_at`,
    [looking.map((one) => one.streamId), looking.map((one) => one.caseId), looking.map((one) => one.personId)],
  );
}

/** Takes the rows of streams that have ended, and such as were left behind. */
export async function endLooking(system: Runner, streamIds: readonly string[]): Promise<void> {
  await run(system, `delete from presence where stream_id = any($1::uuid[]) or seen_at < clock_timestamp() - ${STALE}`, [streamIds]);
}

/** Who looks at what, everywhere: to tell whether anything has changed. */
export function lookers(system: Runner): Promise<{ caseId: string; people: string }[]> {
  return run(
    system,
    `select case_id as "caseId", string_agg(distinct person_id::text, ' ' order by person_id::text) as people from presence where seen_at > clock_timestamp() - ${STALE} group by case_id`,
  );
}

/** Who looks at which cases of some areas, of those that the viewer sees whole. */
export async function lookersSeen(runner: Runner, viewer: Viewer, areas: readonly string[]): Promise<Map<string, { id: string; name: string }[]>> {
  const q = new Statement();
  const scope = caseScope(q, viewer, areas);
  const rows = await q.run<{ caseId: string; id: string; name: string }>(
    runner,
    `select distinct l.case_id as "caseId", p.id, p.display_name as name from presence l join cases c on c.id = l.case_id join person p on p.id = l.person_id
     where l.seen_at > clock_timestamp() - ${STALE} and c.area_no <@ ${q.bind(multirange(areas), "int8multirange")} and ${scope.visible} and ${scope.whole} order by l.case_id, p.display_name, p.id`,
  );
  const found = new Map<string, { id: string; name: string }[]>();
  for (const { caseId, id, name } of rows) found.set(caseId, [...(found.get(caseId) ?? []), { id, name }]);
  return found;
}

import { communityOf, type Case } from "@bandeng/domain";
import { plainResult } from "./plain-result.ts";
import { run, type Runner } from "../database/statement.ts";

/**
 * What reporters are told was done, in the words of whoever leads the case, of its last resolution: without the names,
 * phones and rooms of those whom it concerns. Null where nothing was.
 */
export async function toldResult(client: Runner, c: Pick<Case, "id" | "reporters" | "parties">): Promise<string | null> {
  const [row] = await run<{ result: string | null }>(
    client,
    `select coalesce(e.payload ->> 'result', e.payload ->> 'answer') as result from event e
     where e.stream_id = $1 and e.stream_kind = 'CASE' and e.type in ('RESOLVED', 'ANSWERED') order by e.seq desc limit 1`,
    [c.id],
  );
  return row?.result == null ? null : plainResult(row.result, await namesOf(client, c));
}

async function namesOf(client: Runner, { reporters, parties }: Pick<Case, "reporters" | "parties">): Promise<string[]> {
  const people = [...reporters, ...parties].flatMap(({ personId }) => personId ?? []);
  const rows = await run<{ name: string }>(client, "select display_name as name from person where id = any($1::uuid[]) and erased_at is null", [people]);
  return rows.map(({ name }) => name);
}

/** Name of the community a case lies in. */
export async function communityName(client: Runner, { gridCode }: Pick<Case, "gridCode">): Promise<string | null> {
  return (await run<{ name: string }>(client, "select name from area where code = $1", [communityOf(gridCode)]))[0]?.name ?? null;
}

import { callStanding, hasConflict, localDateOf, respondentsOf, type CallStanding, type Case, type Instant, type PersonAtHome } from "@bandeng/domain";
import { instantOfColumn } from "../cases/case-columns.ts";
import { run, type Runner } from "../database/statement.ts";
import { isUuid } from "../database/uuid.ts";

/** The people whose matter a case is: its reporters, and the parties of a dispute. */
export function peopleOfCase(c: Parameters<typeof respondentsOf>[0]): readonly string[] {
  return respondentsOf(c).flatMap(({ personId }) => personId ?? []);
}

/** An entry of the pool, and how it stands to a case. */
export interface StandingOfExpert {
  readonly expertId: string;
  readonly personId: string;
  readonly standing: CallStanding;
}

interface Row {
  readonly expertId: string;
  readonly personId: string;
  readonly householdId: string | null;
  readonly available: boolean;
  readonly confirmedAt: string;
  readonly ties: string[];
}

/**
 * How entries of the pool, or everybody of some people, stand to a case; those in no pool that covers the case are absent.
 * To be asked where the rules decide, under the scope that stores.
 */
export async function standingsTo(client: Runner, c: Case, wanted: { readonly expertIds?: readonly string[]; readonly personIds?: readonly string[] }, now: Instant): Promise<StandingOfExpert[]> {
  const ids = (all: readonly string[] = []) => all.filter((id) => isUuid(id));
  const rows = await run<{ e: Row }>(
    client,
    `select json_build_object('expertId', e.id, 'personId', e.person_id, 'householdId', p.household_id, 'available', e.available, 'confirmedAt', e.confirmed_at,
       'ties', array(select t.person_id from expert_tie t join expert own on own.id = t.expert_id where own.person_id = e.person_id and own.withdrawn_at is null)) as e
     from expert e join person p on p.id = e.person_id
     where (e.id = any($1::uuid[]) or e.person_id = any($2::uuid[])) and e.withdrawn_at is null and starts_with($3, e.area_code) order by e.id`,
    [ids(wanted.expertIds), ids(wanted.personIds), c.gridCode],
  );
  const people = await run<{ p: PersonAtHome }>(client, "select json_build_object('personId', id, 'householdId', household_id) as p from person where id = any($1::uuid[])", [peopleOfCase(c)]);
  const today = localDateOf(now);
  return rows.map(({ e }) => ({
    expertId: e.expertId,
    personId: e.personId,
    standing: callStanding({ available: e.available, confirmedAt: instantOfColumn(e.confirmedAt) }, hasConflict(e, people.map(({ p }) => p)), today),
  }));
}

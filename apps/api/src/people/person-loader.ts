import DataLoader from "dataloader";
import type { PersonType } from "../access/person-type.ts";
import { run, type Runner } from "../database/statement.ts";

/** Loads people as everybody may see them: who holds a role by name, residents masked. */
export function personLoader(runner: Runner): DataLoader<string, PersonType | null> {
  return new DataLoader(async (ids) => {
    const rows = await run<{ id: string; name: string }>(
      runner,
      `select p.id, case when exists (select 1 from role_assignment r where r.person_id = p.id) then p.display_name else p.surname_mask end as name
       from person p where p.id = any($1::uuid[])`,
      [ids],
    );
    const byId = new Map(rows.map((row) => [row.id, { id: row.id, name: row.name }]));
    return ids.map((id) => byId.get(id) ?? null);
  });
}

import DataLoader from "dataloader";
import type { PersonType } from "../access/person-type.ts";
import { withinReach } from "../access/scope.ts";
import { Statement, type Runner } from "../database/statement.ts";
import type { Viewer } from "@bandeng/domain";

/** Loads people as a viewer may see them: colleagues of his district by name, residents of his communities masked, himself; nobody else. */
export function personLoader(runner: Runner, viewer: Viewer): DataLoader<string, PersonType | null> {
  return new DataLoader(async (ids) => {
    const q = new Statement();
    const wanted = q.bind(ids, "uuid[]");
    const colleague = `exists (select from role_assignment r where r.person_id = p.id and r.role <> 'RESIDENT' and ${withinReach(q, viewer, "near", "r.area_no")})`;
    const known = `(p.id = ${q.bind(viewer.personId, "uuid")} or ${withinReach(q, viewer, "residents", "p.area_no")} or ${colleague})`;
    const rows = await q.run<{ id: string; name: string }>(
      runner,
      `select p.id, case when ${colleague} then p.display_name else p.surname_mask end as name from person p where p.id = any(${wanted}) and ${known}`,
    );
    const byId = new Map(rows.map((row) => [row.id, { id: row.id, name: row.name }]));
    return ids.map((id) => byId.get(id) ?? null);
  });
}

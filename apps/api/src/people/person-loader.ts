import DataLoader from "dataloader";
import { knownPerson } from "./person-fields.ts";
import type { PersonType } from "../access/person-type.ts";
import { Statement, type Runner } from "../database/statement.ts";
import type { Viewer } from "@bandeng/domain";

/** Loads people as a viewer may see them. */
export function personLoader(runner: Runner, viewer: Viewer): DataLoader<string, PersonType | null> {
  return new DataLoader(async (ids) => {
    const q = new Statement();
    const wanted = q.bind(ids, "uuid[]");
    const { name, known } = knownPerson(q, viewer);
    const rows = await q.run<{ id: string; name: string }>(
      runner,
      `select p.id, ${name} as name from person p where p.id = any(${wanted}) and ${known}`,
    );
    const byId = new Map(rows.map((row) => [row.id, { id: row.id, name: row.name }]));
    return ids.map((id) => byId.get(id) ?? null);
  });
}

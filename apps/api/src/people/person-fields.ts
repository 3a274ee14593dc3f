import type { Viewer } from "@bandeng/domain";
import { withinReach } from "../access/scope.ts";
import type { Statement } from "../database/statement.ts";
import { readType, selectList, type RelationField } from "../read/read-type.ts";

/** Who may be seen of `person p`, and under which name: colleagues of the viewer's district by name, residents of his communities masked, himself; nobody else. */
export function knownPerson(q: Statement, viewer: Viewer): { readonly name: string; readonly known: string } {
  const colleague = `exists (select from role_assignment r where r.person_id = p.id and r.role <> 'RESIDENT' and ${withinReach(q, viewer, "near", "r.area_no")})`;
  const known = `(p.id = ${q.bind(viewer.personId, "uuid")} or ${withinReach(q, viewer, "residents", "p.area_no")} or ${colleague})`;
  return { name: `case when ${colleague} then p.display_name else p.surname_mask end`, known };
}

/** Somebody whose id stands in a column; null for nobody, and for whom the viewer may not see. */
export function personField(id: string): RelationField {
  return {
    read(ask, { fields }) {
      const { name, known } = knownPerson(ask.q, ask.viewer);
      return `(select row_to_json(o) from (select ${selectList(ask, readType("Person", { id: "p.id", name }), fields)} from person p where p.id = ${id} and ${known}) o)`;
    },
  };
}

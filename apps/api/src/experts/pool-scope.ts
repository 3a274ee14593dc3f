import type { Viewer } from "@bandeng/domain";
import { conditions, multirange, reach } from "../access/scope.ts";
import type { Statement } from "../database/statement.ts";

/** The domain's `seesExpert` as a condition on the row `e` of `expert`. */
export function poolScope(q: Statement, viewer: Viewer): string {
  if (!conditions.on) return "true";
  return `(e.person_id = ${q.bind(viewer.personId, "uuid")} or ${q.bind(multirange(reach.pool(viewer)), "int8multirange")} && int8range(e.area_no, e.area_end))`;
}

import type { Viewer } from "@bandeng/domain";
import { caseScope, conditions, withinReach } from "../access/scope.ts";
import type { Statement } from "../database/statement.ts";

/** The domain's `keepsBench`, of the row of `bench_meeting` named `m`. */
function keepsBench(q: Statement, viewer: Viewer): string {
  const me = q.bind(viewer.personId, "uuid");
  return `m.convener_id = ${me} or m.recorder_id = ${me}`;
}

/** The domain's `seesMeeting` as a condition on a row of `bench_meeting` named `m`. */
export function meetingScope(q: Statement, viewer: Viewer): string {
  if (!conditions.on) return "true";
  const { whole } = caseScope(q, viewer);
  return `(${keepsBench(q, viewer)} or case when m.case_ids = '{}' then ${withinReach(q, viewer, "reads", "m.area_no")}
    else not exists (select from unnest(m.case_ids) k(id) where not exists (select from cases c where c.id = k.id and ${whole} offset 0)) end)`;
}

/** The domain's `seesAgendaItem` as a condition on a row of `agenda_item` named `i`, joined with its meeting `m`. */
export function itemScope(q: Statement, viewer: Viewer): string {
  if (!conditions.on) return "true";
  return `(${keepsBench(q, viewer)} or exists (select from cases c where c.id = i.case_id and ${caseScope(q, viewer).whole} offset 0))`;
}

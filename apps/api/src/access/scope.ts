import { areaRange, covers, disputeRoles, readingRoles, type Role, type Viewer } from "@bandeng/domain";
import type { Statement } from "../database/statement.ts";

/** Areas of these roles as text of PostgreSQL's int8multirange: `{[340802001007000,340802001008000)}`. */
export function multirange(viewer: Viewer, wanted: readonly Role[]): string {
  const ranges = viewer.assignments.filter((a) => wanted.includes(a.role)).map((a) => `[${areaRange(a.area).join(",")})`);
  return `{${ranges.join(",")}}`;
}

/** Whether a viewer reads everything that is no dispute in all of these areas. */
export function readsAll(viewer: Viewer, areas: readonly string[]): boolean {
  const held = viewer.assignments.filter((a) => (readingRoles as readonly Role[]).includes(a.role));
  return areas.every((area) => held.some((a) => covers(a.area, area)));
}

/** The domain's `visibility` as conditions on a row of `cases` named `c`. */
export interface CaseScope {
  /** The row exists for this viewer, whole or masked. */
  readonly visible: string;
  /** The viewer sees it whole. Filters on anything a masked card hides must ask this, or they would tell. */
  readonly whole: string;
}

/**
 * What of the cases a viewer may see, for the statement `q`. `areas` are those the statement is limited to anyway: where
 * the viewer reads all of them the condition is plain, which leaves the index its work.
 */
export function caseScope(q: Statement, viewer: Viewer, areas: readonly string[] = []): CaseScope {
  const me = q.bind(viewer.personId, "uuid");
  const own = `c.lead_id = ${me} or c.recorded_by = ${me}`;
  const judged = q.bind(multirange(viewer, disputeRoles), "int8multirange");
  const street = q.bind(multirange(viewer, ["STREET_OFFICER"]), "int8multirange");
  const district = q.bind(multirange(viewer, ["DISTRICT_OFFICER"]), "int8multirange");
  const dispute = `(${own} or c.area_no <@ ${judged} or (c.level >= 4 and c.area_no <@ ${street}) or (c.level = 5 and c.area_no <@ ${district}))`;
  if (areas.length > 0 && readsAll(viewer, areas)) {
    return { visible: "true", whole: `(c.kind <> 'DISPUTE' or ${dispute})` };
  }
  const reads = q.bind(multirange(viewer, readingRoles), "int8multirange");
  const buildings = viewer.assignments.flatMap((a) => (a.role === "BUILDING_HEAD" && a.buildingId ? [a.buildingId] : []));
  const headed = `(c.kind <> 'DISPUTE' and c.building_id = any(${q.bind(buildings, "uuid[]")}))`;
  return {
    visible: `(c.area_no <@ ${reads} or ${own} or ${headed})`,
    whole: `(case when c.kind = 'DISPUTE' then ${dispute} else (c.area_no <@ ${reads} or ${own} or ${headed}) end)`,
  };
}

import { areaRange, covers, disputeRoles, readingRoles, type Role, type Viewer } from "@bandeng/domain";
import type { Statement } from "../database/statement.ts";

/** Areas of these roles as text of PostgreSQL's int8multirange: `{[340802001007000,340802001008000)}`. */
export function multirange(viewer: Viewer, wanted: readonly Role[]): string {
  const ranges = viewer.assignments.filter((a) => wanted.includes(a.role)).map((a) => `[${areaRange(a.area).join(",")})`);
  return `{${ranges.join(",")}}`;
}

/** Whether a viewer reads everything that is no dispute in all of these areas. */
function readsAll(viewer: Viewer, areas: readonly string[]): boolean {
  const held = viewer.assignments.filter((a) => (readingRoles as readonly Role[]).includes(a.role));
  return areas.every((area) => held.some((a) => covers(a.area, area)));
}

/**
 * The domain's `visibility` as conditions on a row of `cases` named `c`. Each is bound when it is first read: PostgreSQL
 * refuses a value that no condition mentions.
 */
export interface CaseScope {
  /** The row exists for this viewer, whole or masked. */
  readonly visible: string;
  /** The viewer sees it whole. Filters on anything a masked card hides must ask this, or they would tell. */
  readonly whole: string;
}

/** Keeps what was made the first time. */
function once(make: () => string): () => string {
  let made: string | undefined;
  return () => (made ??= make());
}

/**
 * What of the cases a viewer may see, for the statement `q`. `areas` are those the statement is limited to anyway: where
 * the viewer reads all of them the condition is plain, which leaves the index its work.
 */
export function caseScope(q: Statement, viewer: Viewer, areas: readonly string[] = []): CaseScope {
  const all = areas.length > 0 && readsAll(viewer, areas);
  const ranges = (roles: readonly Role[]) => once(() => q.bind(multirange(viewer, roles), "int8multirange"));
  const judged = ranges(disputeRoles);
  const street = ranges(["STREET_OFFICER"]);
  const district = ranges(["DISTRICT_OFFICER"]);
  const reads = ranges(readingRoles);
  const me = once(() => q.bind(viewer.personId, "uuid"));
  const headed = once(() => {
    const buildings = viewer.assignments.flatMap((a) => (a.role === "BUILDING_HEAD" && a.buildingId ? [a.buildingId] : []));
    return `(c.kind <> 'DISPUTE' and c.building_id = any(${q.bind(buildings, "uuid[]")}))`;
  });
  const own = () => `c.lead_id = ${me()} or c.recorded_by = ${me()}`;
  const dispute = () => `(${own()} or c.area_no <@ ${judged()} or (c.level >= 4 and c.area_no <@ ${street()}) or (c.level = 5 and c.area_no <@ ${district()}))`;
  const visible = once(() => (all ? "true" : `(c.area_no <@ ${reads()} or ${own()} or ${headed()})`));
  const whole = once(() => `(case when c.kind = 'DISPUTE' then ${dispute()} else ${visible()} end)`);
  return {
    get visible() {
      return visible();
    },
    get whole() {
      return whole();
    },
  };
}

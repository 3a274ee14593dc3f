import type { PeopleFacts } from "../people/people-facts.ts";
import type { HeldAssignment, Role, Viewer } from "../people/roles.ts";
import { admin, community } from "./people.ts";

/** The day on which roles are given and ended in the tests. */
export const today = "2024-06-03";

/** Decided today, by the district's administrator unless it is somebody else. */
export function peopleFacts(viewer: Viewer = admin): PeopleFacts {
  return { viewer, today };
}

let running = 0;

/** A stored assignment: a clerk of the community since 2020, unless the test says otherwise. */
export function held(personId: string, role: Role = "CLERK", more: Partial<HeldAssignment> = {}): HeldAssignment {
  running += 1;
  return { id: `a-${running}`, personId, role, area: community, buildingId: null, departmentId: null, from: "2020-01-01", to: null, standsInFor: null, ...more };
}

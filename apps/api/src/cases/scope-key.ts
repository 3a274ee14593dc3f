import { communityOf, covers, projectAreas, type AreaCode, type Viewer } from "@bandeng/domain";
import { reach, seesAllWhole, type Reach } from "../access/scope.ts";

/** What besides the cases themselves decides what stands on a card: names of people, places, projects' numbers, limits. */
const beside = ["places", "projects", "residents", "near", "pool"] as const satisfies readonly Reach[];

/**
 * Whether a board of these areas is the same for this viewer as for everybody else of whom that is said and whose areas of
 * `beside` are the same: he reads every case there whole, and being himself shows him nothing that the others do not see.
 */
function readsAsAll(viewer: Viewer, areas: readonly AreaCode[]): boolean {
  if (viewer.key !== undefined || viewer.slip !== undefined) return false;
  const communities = areas.map((area) => (area.length > 12 ? communityOf(area) : area));
  return (
    seesAllWhole(viewer, areas) &&
    // As the inspector of a project he would read its number; like this he reads them all anyway.
    communities.every((area) => projectAreas(viewer).some((own) => covers(own, area))) &&
    // His own name he always reads. The others do by one of his roles at work, where it lies in their districts, which are his as well.
    viewer.assignments.some(({ area, role }) => role !== "RESIDENT" && reach.near(viewer).some((district) => covers(district, area)))
  );
}

/**
 * The part of a cached answer's key that says whose answer it is: equal keys, and a board of these areas is the same for both
 * viewers, down to the last letter. Everybody who reads everything there shares one; anybody else has his own, with all
 * his roles in it, so that who was given another role today comes with another key.
 */
export function scopeKey(viewer: Viewer, areas: readonly AreaCode[]): string {
  if (areas.length > 0 && readsAsAll(viewer, areas)) return `all ${JSON.stringify(beside.map((name) => reach[name](viewer)))}`;
  return `own ${JSON.stringify(viewer)}`;
}

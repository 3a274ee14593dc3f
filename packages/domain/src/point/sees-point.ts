import { areasWith } from "../people/rights.ts";
import type { Viewer } from "../people/roles.ts";
import { areaKind, communityOf, covers } from "../place/area-code.ts";

/**
 * Whether somebody sees the collection points and contact days of an area: whoever holds any role of a worker in its
 * community or above it. They are no secret (a poster hangs at each), but what other communities do is not theirs.
 */
export function seesPointsOf(areaCode: string, viewer: Viewer): boolean {
  return areasWith(viewer, "READ_WORKERS").some((area) => covers(areaKind(area) === "GRID" ? communityOf(area) : area, areaCode));
}

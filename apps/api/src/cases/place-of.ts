import { areaKind, communityOf, covers, isAreaCode, undeterminedGrid, type CasePlace, type Viewer } from "@bandeng/domain";
import type { PlaceInput } from "./place-input.ts";
import { run, type Runner } from "../database/statement.ts";
import { isUuid } from "../database/uuid.ts";

/** A place with the grid it is in. */
export interface Located {
  readonly place: CasePlace;
  readonly gridCode: string;
}

const nowhere: CasePlace = { compoundId: null, buildingId: null, unitId: null };

/**
 * The place somebody named: the grid is the building's, of a compound its main grid's. Unknown: the recorder's own grid,
 * else the community's number (…000, 未定网格); `area` stands in its place where somebody without one of his own names it. Null when a place was named that does not exist in the viewer's areas.
 */
export async function placeOf(runner: Runner, input: PlaceInput, viewer: Viewer, area?: string | null): Promise<Located | null> {
  const { compoundId, buildingId, unitId } = input;
  if ([compoundId, buildingId, unitId].some((id) => id != null && !isUuid(id)) || (area != null && !isAreaCode(area))) return null;
  const [row] =
    buildingId != null || unitId != null
      ? await run<{ building: string; compound: string | null; grid: string }>(
          runner,
          `select b.id as building, b.compound_id as compound, b.grid_code as grid from building b
           where b.id = coalesce($1::uuid, (select building_id from unit where id = $2::uuid))
             and ($2::uuid is null or exists (select 1 from unit u where u.id = $2::uuid and u.building_id = b.id))`,
          [buildingId ?? null, unitId ?? null],
        )
      : compoundId != null
        ? await run<{ building: null; compound: string; grid: string }>(runner, "select null as building, id as compound, main_grid_code as grid from compound where id = $1", [compoundId])
        : [unknownPlace(area == null ? viewer.assignments.map((a) => a.area) : [area])];
  if (!row) return null;
  // A place of somebody else's community does not exist here; a grid's worker may record for the next grid.
  if (!viewer.assignments.some((a) => covers(a.area, row.grid) || (areaKind(a.area) === "GRID" && communityOf(a.area) === communityOf(row.grid)))) return null;
  return { place: { ...nowhere, compoundId: row.compound, buildingId: row.building, unitId: unitId ?? null }, gridCode: row.grid };
}

function unknownPlace(own: readonly string[]): { building: null; compound: null; grid: string } | undefined {
  const grid = own.find((area) => areaKind(area) === "GRID") ?? own.filter((area) => areaKind(area) === "COMMUNITY").map(undeterminedGrid)[0];
  return grid === undefined ? undefined : { building: null, compound: null, grid };
}

import { type Community } from "./area.ts";
import { areaDigits, type AreaCode, covers, isAreaCode, isUndeterminedGrid } from "./area-code.ts";

/** BASIC (基础网格) covers homes; DEDICATED (专属网格) is a mall, a school, a market (GB/T 34300). */
export const gridKinds = ["BASIC", "DEDICATED"] as const;

/** One of {@link gridKinds}. */
export type GridKind = (typeof gridKinds)[number];

/** 网格: the smallest area with a person in charge. It belongs to one community, never to a street or district. */
export interface Grid {
  readonly id: string;
  /** 15 digits; starts with the community's code. */
  readonly code: AreaCode;
  readonly name: string;
  readonly kind: GridKind;
  readonly communityId: string;
  /** The grid head (网格长); null while there is none. */
  readonly headId: string | null;
}

/** Whether the text is the 15-digit code of a grid, the undetermined one (…000) included. */
export function isGridCode(text: string): boolean {
  return isAreaCode(text) && text.length === areaDigits.GRID;
}

/** What can be wrong with a grid. */
export type GridProblem =
  | "CODE_MALFORMED"
  | "CODE_OF_OTHER_KIND"
  | "CODE_UNDETERMINED"
  | "NAME_MISSING"
  | "OTHER_COMMUNITY"
  | "OUTSIDE_COMMUNITY";

/** What is wrong with a grid of this community; empty when nothing is. */
export function gridProblems(grid: Grid, community: Pick<Community, "id" | "code">): GridProblem[] {
  const problems: GridProblem[] = [];
  if (!isAreaCode(grid.code)) problems.push("CODE_MALFORMED");
  else if (grid.code.length !== areaDigits.GRID) problems.push("CODE_OF_OTHER_KIND");
  // …000 is kept for things whose grid is not known.
  else if (isUndeterminedGrid(grid.code)) problems.push("CODE_UNDETERMINED");
  if (grid.name.trim() === "") problems.push("NAME_MISSING");
  if (grid.communityId !== community.id) problems.push("OTHER_COMMUNITY");
  if (isAreaCode(grid.code) && !covers(community.code, grid.code)) problems.push("OUTSIDE_COMMUNITY");
  return problems;
}

import type { LocalDate } from "../deadline/moment.ts";
import { holdsRight } from "../people/rights.ts";
import { inForce, type RoleAssignment, type Viewer } from "../people/roles.ts";
import { areaDigits, areaKind, covers, isAreaCode, isUndeterminedGrid, type AreaCode } from "../place/area-code.ts";

/** As what somebody sits on a bench council: 退休党员, 热心居民, 物业工作人员, 网格长, 网格员, 楼栋长, 律师, 其他. */
export const councilCategories = ["RETIRED_PARTY_MEMBER", "WARM_HEARTED_RESIDENT", "PROPERTY", "GRID_HEAD", "GRID_MEMBER", "BUILDING_HEAD", "LAWYER", "OTHER"] as const;
export type CouncilCategory = (typeof councilCategories)[number];

/** Fewest and most members of a council. */
export const councilLimits = { least: 3, most: 30 } as const;

/** A member, on these days (both included; `to` null = as long as the council). */
export interface CouncilMember {
  readonly personId: string;
  readonly category: CouncilCategory;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/** 小板凳议事团: the standing council of a grid or a community. Sitting on it gives no right; convening it lets one deliberate there. */
export interface Council {
  readonly id: string;
  readonly version: number;
  readonly areaCode: AreaCode;
  readonly convenerId: string;
  readonly members: readonly CouncilMember[];
  /** First and last day of its term, both included; `to` null = until further notice. */
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/** Whether a council can stand for an area: a real grid, or a community. */
export function hasCouncil(area: string): boolean {
  return isAreaCode(area) && ["GRID", "COMMUNITY"].includes(areaKind(area)) && !isUndeterminedGrid(area);
}

/**
 * Whether somebody can convene the council of an area: with a role in the area, or in its community around it. The
 * assignments are those of the day. A role above the community is none *in that scope*.
 */
export function canConvene(assignments: readonly Pick<RoleAssignment, "role" | "area">[], area: AreaCode): boolean {
  return assignments.some(({ role, area: own }) => holdsRight(role, "COLLECT") && own.length >= areaDigits.COMMUNITY && (covers(own, area) || covers(area, own)));
}

/**
 * The areas whose council somebody convenes on a day, for `Viewer.convenes`: those in force of which he is the convener, as
 * long as he holds a role there.
 */
export function convenedAreas(viewer: Pick<Viewer, "personId" | "assignments">, councils: readonly Pick<Council, "areaCode" | "convenerId" | "from" | "to">[], on: LocalDate): readonly AreaCode[] {
  return councils.filter((c) => c.convenerId === viewer.personId && inForce(c, on) && canConvene(viewer.assignments, c.areaCode)).map((c) => c.areaCode);
}

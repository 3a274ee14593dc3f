import { isLocalDate, type LocalDate } from "../deadline/moment.ts";
import { areaDigits, type AreaCode, covers, isAreaCode } from "./area-code.ts";

/** What districts, streets and communities have in common. */
interface AreaRecord {
  readonly id: string;
  readonly code: AreaCode;
  /** The name people use, such as 天后宫社区. */
  readonly name: string;
  /** Other names of the same area, such as 天后宫居委会 in the list of codes. */
  readonly alias: readonly string[];
  /** Where code and name come from: the list and its edition. */
  readonly source: string;
  /** The day that source describes; codes change when areas are merged or split. */
  readonly asOf: LocalDate;
}

/** 区, 6 digits. */
export interface District extends AreaRecord {
  readonly kind: "DISTRICT";
}

/** 街道 (subdistrict), 9 digits; its code starts with its district's. */
export interface Street extends AreaRecord {
  readonly kind: "STREET";
}

/** 社区, 12 digits; its code starts with its street's. */
export interface Community extends AreaRecord {
  readonly kind: "COMMUNITY";
}

/** An area that has a record of its own; grids have theirs in {@link Grid}. */
export type Area = District | Street | Community;

/** What can be wrong with an area. */
export type AreaProblem =
  | "CODE_MALFORMED"
  | "CODE_OF_OTHER_KIND"
  | "NAME_MISSING"
  | "ALIAS_BLANK"
  | "SOURCE_MISSING"
  | "AS_OF_NOT_A_DATE"
  | "PARENT_OF_OTHER_KIND"
  | "OUTSIDE_PARENT";

/**
 * What is wrong with an area; empty when nothing is.
 * @param parent the area around it; null where that is not kept (for a district always).
 */
export function areaProblems(area: Area, parent: Area | null): AreaProblem[] {
  const problems: AreaProblem[] = [];
  if (!isAreaCode(area.code)) problems.push("CODE_MALFORMED");
  else if (area.code.length !== areaDigits[area.kind]) problems.push("CODE_OF_OTHER_KIND");
  if (area.name.trim() === "") problems.push("NAME_MISSING");
  if (area.alias.some((alias) => alias.trim() === "")) problems.push("ALIAS_BLANK");
  if (area.source.trim() === "") problems.push("SOURCE_MISSING");
  if (!isLocalDate(area.asOf)) problems.push("AS_OF_NOT_A_DATE");
  if (parent !== null) {
    if (parent.kind !== parentKinds[area.kind]) problems.push("PARENT_OF_OTHER_KIND");
    else if (!isAreaCode(area.code) || !isAreaCode(parent.code) || !covers(parent.code, area.code)) problems.push("OUTSIDE_PARENT");
  }
  return problems;
}

const parentKinds: Readonly<Record<Area["kind"], Area["kind"] | null>> = {
  DISTRICT: null,
  STREET: "DISTRICT",
  COMMUNITY: "STREET",
};

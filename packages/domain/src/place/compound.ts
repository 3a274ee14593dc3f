import { type Grid } from "./grid.ts";

/** 小区: a residential compound. It may span grids, and a grid may hold many compounds. */
export interface Compound {
  readonly id: string;
  /** Such as 曹家巷小区. */
  readonly name: string;
  /** Full pinyin of the name without tones or spaces (`caojiaxiangxiaoqu`); written with the name, never computed by a search. */
  readonly pinyin: string;
  /** The initials of the same (`cjxxq`). */
  readonly pinyinInitials: string;
  readonly communityId: string;
  /** The grid that cases of the whole compound belong to. */
  readonly mainGridId: string;
  /** The year it was built; null where nobody knows. */
  readonly buildYear: number | null;
  /** 老旧小区: entitled to the renovation programme. */
  readonly isOld: boolean;
  /** The batch of that programme, such as 2024年第二批; null outside it. */
  readonly renovationBatch: string | null;
  /** Whether a property company serves it. */
  readonly hasProperty: boolean;
  readonly propertyCompany: string | null;
}

/** What can be wrong with a compound. */
export type CompoundProblem =
  | "NAME_MISSING"
  | "PINYIN_MALFORMED"
  | "PINYIN_INITIALS_MALFORMED"
  | "OTHER_MAIN_GRID"
  | "MAIN_GRID_OF_OTHER_COMMUNITY"
  | "BUILD_YEAR_NOT_A_YEAR"
  | "PROPERTY_COMPANY_WITHOUT_PROPERTY";

const PINYIN_PATTERN = /^[a-z0-9]+$/;

/** What is wrong with a compound whose main grid is this one; empty when nothing is. */
export function compoundProblems(compound: Compound, mainGrid: Pick<Grid, "id" | "communityId">): CompoundProblem[] {
  const problems: CompoundProblem[] = [];
  if (compound.name.trim() === "") problems.push("NAME_MISSING");
  if (!PINYIN_PATTERN.test(compound.pinyin)) problems.push("PINYIN_MALFORMED");
  if (!PINYIN_PATTERN.test(compound.pinyinInitials)) problems.push("PINYIN_INITIALS_MALFORMED");
  if (mainGrid.id !== compound.mainGridId) problems.push("OTHER_MAIN_GRID");
  if (mainGrid.communityId !== compound.communityId) problems.push("MAIN_GRID_OF_OTHER_COMMUNITY");
  if (compound.buildYear !== null && !isBuildYear(compound.buildYear)) problems.push("BUILD_YEAR_NOT_A_YEAR");
  if (!compound.hasProperty && compound.propertyCompany !== null) problems.push("PROPERTY_COMPANY_WITHOUT_PROPERTY");
  return problems;
}

// Four digits catch "85" for 1985; which years are likely is for the reader to judge.
function isBuildYear(year: number): boolean {
  return Number.isInteger(year) && year >= 1000 && year <= 9999;
}

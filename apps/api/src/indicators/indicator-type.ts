import { indicatorKeys, indicatorUnits, periodSteps, type CaseKind, type IndicatorKey, type IndicatorUnit, type PeriodStep } from "@bandeng/domain";
import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { CaseKindEnum } from "../cases/case-enums.ts";
import { CaseType } from "../cases/case-type.ts";
import { PageInfo } from "../http/connection.ts";
import { DateTime, LocalDateScalar } from "../http/date-time.ts";

const named = <T extends string>(values: readonly T[]): Record<T, T> => Object.fromEntries(values.map((v) => [v, v])) as Record<T, T>;

export const IndicatorKeyEnum = named<IndicatorKey>(indicatorKeys);
registerEnumType(IndicatorKeyEnum, { name: "IndicatorKey", description: "A figure the program counts; `Indicator.definition` says what, exactly." });
const IndicatorUnitEnum = named<IndicatorUnit>(indicatorUnits);
registerEnumType(IndicatorUnitEnum, { name: "IndicatorUnit", description: "SHARE: 0 to 1. DAYS: working days. INDEX: 0 to 100. COUNT: how many. LEVELS: rungs of the ladder." });
export const PeriodStepEnum = named<PeriodStep>(periodSteps);
registerEnumType(PeriodStepEnum, { name: "PeriodStep", description: "Of what a series has a point each." });

export const tableDimensions = ["AREA", "GRID", "COMPOUND", "CATEGORY", "KIND", "LEVEL", "BUILDING"] as const;
export type TableDimension = (typeof tableDimensions)[number];
export const TableDimensionEnum = named<TableDimension>(tableDimensions);
registerEnumType(TableDimensionEnum, { name: "IndicatorDimension", description: "What a table has a row for each of. AREA: the areas right below the one asked for, or the areas asked for. LEVEL: the highest level a case ever had." });

export const figureParts = ["NUM", "DEN"] as const;
export type FigurePart = (typeof figureParts)[number];
export const FigurePartEnum = named<FigurePart>(figureParts);
registerEnumType(FigurePartEnum, { name: "FigurePart", description: "NUM: the cases that are counted above the line (of a count: all of it). DEN: all that stand below it." });

@ObjectType({ description: "One figure. `value` is null where nothing stands behind it, never 0 or 1 for want of cases." })
export class Indicator {
  @Field(() => IndicatorKeyEnum, { description: "Which figure." })
  key!: IndicatorKey;

  @Field(() => IndicatorUnitEnum, { description: "What it is counted in." })
  unit!: IndicatorUnit;

  @Field(() => Float, { nullable: true, description: "Above the line; of a count, the count. Null of medians and indices, and where hidden." })
  num!: number | null;

  @Field(() => Float, { nullable: true, description: "Below the line; of medians and indices, how many stand behind them. Null of counts, and where hidden." })
  den!: number | null;

  @Field(() => Float, { nullable: true, description: "num / den, the count, the median, or the index. Null where nothing stands behind it, and where hidden." })
  value!: number | null;

  @Field(() => Boolean, { description: "Counted through a year without a published calendar: it may still move." })
  provisional!: boolean;

  @Field(() => Boolean, { description: "Some of its cases were closed less than 30 days before, and can still be reopened." })
  preliminary!: boolean;

  @Field(() => Boolean, { description: "Not told: fewer than five stand behind it, or it would give such a figure away (outside the community), or the combination asked for is not told there at all." })
  hidden!: boolean;

  @Field(() => String, { description: "What it counts, exactly, in the reader's language." })
  definition!: string;
}

@InputType({
  description: "Of what figures are wanted. Within a community any days, areas and combination. Outside (street, district) whole figures only: one area, not below a community; one calendar month, quarter or year; at most one of kind and category, no compound.",
})
export class IndicatorFilter {
  @Field(() => [ID], { description: "Area codes, 1 to 100." })
  areas!: string[];

  @Field(() => LocalDateScalar, { description: "First day of the period." })
  from!: string;

  @Field(() => LocalDateScalar, { description: "Last day of the period, at most ten years later. Figures of a state (open, overdue, freshness, progress) are those of this day's end, or of now." })
  to!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: "As it was known at the end of this day; absent: now. Outside the community: the last month's end before it." })
  asOf?: string | null;

  @Field(() => CaseKindEnum, { nullable: true, description: "Only cases of this kind." })
  kind?: CaseKind | null;

  @Field(() => String, { nullable: true, description: "Only cases of this category; of a branch of the tree, such as `assets`, all below it." })
  category?: string | null;

  @Field(() => ID, { nullable: true, description: "Only cases in this compound." })
  compoundId?: string | null;
}

@ObjectType({ description: "Figures of a period." })
export class IndicatorReport {
  @Field(() => [Indicator], { description: "In the order of the keys asked for." })
  indicators!: Indicator[];

  @Field(() => DateTime, { description: "As known at this moment." })
  asOf!: string;

  @Field(() => Boolean, { description: "Whether that is now." })
  live!: boolean;

  @Field(() => Boolean, { description: "Whether disputes are left out where their masked card does not show what is counted: the viewer reads them masked only." })
  withoutDisputes!: boolean;
}

@ObjectType({ description: "One point of a series." })
export class IndicatorPoint {
  @Field(() => LocalDateScalar, { description: "Its first day." })
  from!: string;

  @Field(() => LocalDateScalar, { description: "Its last day." })
  to!: string;

  @Field(() => [Indicator], { description: "In the order of the keys asked for." })
  indicators!: Indicator[];
}

@ObjectType({ description: "A row of a table of figures." })
export class IndicatorRow {
  @Field(() => ID, { description: "Area code, id, category or name of the list's value; empty where a case has none." })
  key!: string;

  @Field(() => String, { description: "What it is called, in the reader's language." })
  name!: string;

  @Field(() => [Indicator], { description: "In the order of the keys asked for." })
  indicators!: Indicator[];
}

@ObjectType({ description: "A page of a table of figures, the rows in the order of their names (Relay)." })
export class IndicatorRowConnection {
  @Field(() => [IndicatorRow], { description: "The rows." })
  nodes!: IndicatorRow[];

  @Field(() => PageInfo, { description: "Where the page stands." })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: "How many rows the whole table has." })
  totalCount!: number;
}

@ObjectType({ description: "The cases behind a figure, as far as the viewer sees them whole, the latest first (Relay)." })
export class IndicatorCaseConnection {
  @Field(() => [CaseType], { description: "The cases." })
  nodes!: CaseType[];

  @Field(() => PageInfo, { description: "Where the page stands." })
  pageInfo!: PageInfo;

  @Field(() => Int, { nullable: true, description: "How many more count that the viewer may not look into. Outside the community null where that is fewer than five, but some." })
  notShown!: number | null;

  @Field(() => Boolean, { description: "The figure is hidden, and so are its cases." })
  hidden!: boolean;
}

@ObjectType({ description: "The report of a month: made again as of the same day, `json` is equal, whatever happened since." })
export class MonthReport {
  @Field(() => String, { description: "Its title, in the reader's language." })
  title!: string;

  @Field(() => ID, { description: "Code of the area." })
  area!: string;

  @Field(() => String, { description: "Its name." })
  areaName!: string;

  @Field(() => String, { description: "The month, such as 2024-08." })
  month!: string;

  @Field(() => DateTime, { description: "As known at this moment." })
  asOf!: string;

  @Field(() => [Indicator], { description: "All figures of the month." })
  indicators!: Indicator[];

  @Field(() => [Indicator], { description: "The counts of the year up to the month's end; outside the community none." })
  year!: Indicator[];

  @Field(() => [IndicatorRow], { description: "Collected, closed, satisfaction by the areas below; of a grid none." })
  byArea!: IndicatorRow[];

  @Field(() => [IndicatorRow], { description: "Collected, closed, satisfaction by category." })
  byCategory!: IndicatorRow[];

  @Field(() => [IndicatorRow], { description: "Collected, closed, satisfaction by kind." })
  byKind!: IndicatorRow[];

  @Field(() => String, { description: "The report as canonical JSON: keys, numbers and codes, in one order, without names or words of any language." })
  json!: string;
}

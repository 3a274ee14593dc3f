import { periodsOf, type IndicatorKey, type PeriodStep } from "@bandeng/domain";
import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import { readIndicatorCases } from "./indicator-cases.ts";
import { FigurePartEnum, IndicatorCaseConnection, IndicatorFilter, IndicatorKeyEnum, IndicatorPoint, IndicatorReport, IndicatorRowConnection, MonthReport, PeriodStepEnum, TableDimensionEnum, type FigurePart, type TableDimension } from "./indicator-type.ts";
import { readTable } from "./indicator-table.ts";
import { makeMonthReport } from "./month-report.ts";
import { readFigures } from "./read-figures.ts";
import { requestOf } from "./request.ts";
import { badInput, PageArgs } from "../http/connection.ts";
import type { Context } from "../http/context.ts";
import { LocalDateScalar } from "../http/date-time.ts";

const keysArg = { description: "Which figures, 1 to 45." };
/** Points of a series: ten years of months. */
const MOST_POINTS = 120;

function checkKeys(keys: readonly IndicatorKey[]): readonly IndicatorKey[] {
  if (keys.length === 0 || keys.length > 45) throw badInput("keys must name 1 to 45 figures");
  return [...new Set(keys)];
}

@Resolver()
export class IndicatorResolver {
  @Query(() => IndicatorReport, { description: "Figures of areas and a period, live or as of a past day. What the viewer may not know of is not counted; a masked dispute is.", complexity: 100 })
  async indicators(
    @Arg("filter", () => IndicatorFilter, { description: "Of what." }) filter: IndicatorFilter,
    @Arg("keys", () => [IndicatorKeyEnum], keysArg) keys: IndicatorKey[],
    @Ctx() ctx: Context,
  ): Promise<IndicatorReport> {
    const request = await requestOf(ctx, filter);
    const [indicators = []] = await readFigures(ctx, request, checkKeys(keys), [request.period]);
    return { indicators, asOf: request.asOf, live: request.live, withoutDisputes: request.view === "MASKED" };
  }

  @Query(() => [IndicatorPoint], { description: "Figures over time: a point for each step that the period touches, at most 120, the first and the last cut to the period.", complexity: 200 })
  async indicatorSeries(
    @Arg("filter", () => IndicatorFilter, { description: "Of what." }) filter: IndicatorFilter,
    @Arg("keys", () => [IndicatorKeyEnum], keysArg) keys: IndicatorKey[],
    @Arg("step", () => PeriodStepEnum, { description: "Of what a point each." }) step: PeriodStep,
    @Ctx() ctx: Context,
  ): Promise<IndicatorPoint[]> {
    const request = await requestOf(ctx, filter);
    const periods = periodsOf(request.period, step);
    if (periods.length > MOST_POINTS) throw badInput("a series has at most 120 points");
    const figures = await readFigures(ctx, request, checkKeys(keys), periods);
    return periods.map((period, i) => ({ ...period, indicators: figures[i] ?? [] }));
  }

  @Query(() => IndicatorRowConnection, { description: "Figures side by side: by area, grid, compound, category, kind, level or building. Repeats at one building: COLLECTED by BUILDING.", complexity: ({ args }) => 100 + Number(args.first) * 3 })
  async indicatorTable(
    @Arg("filter", () => IndicatorFilter, { description: "Of what." }) filter: IndicatorFilter,
    @Arg("keys", () => [IndicatorKeyEnum], keysArg) keys: IndicatorKey[],
    @Arg("by", () => TableDimensionEnum, { description: "A row for each of." }) by: TableDimension,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<IndicatorRowConnection> {
    return readTable(ctx, await requestOf(ctx, filter), checkKeys(keys), by, page);
  }

  @Query(() => IndicatorCaseConnection, { description: "Exactly the cases behind a figure: those the viewer sees whole, and how many more count. Empty for figures of projects, money and opinions.", complexity: ({ childComplexity, args }) => 100 + Number(args.first) * (1 + childComplexity / 50) })
  async indicatorCases(
    @Arg("filter", () => IndicatorFilter, { description: "Of what." }) filter: IndicatorFilter,
    @Arg("key", () => IndicatorKeyEnum, { description: "Which figure." }) key: IndicatorKey,
    @Arg("part", () => FigurePartEnum, { description: "Above or below the line." }) part: FigurePart,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<IndicatorCaseConnection> {
    return readIndicatorCases(ctx, await requestOf(ctx, filter), key, part, page);
  }

  @Query(() => MonthReport, { description: "The report of one month, live or as of a past day.", complexity: 600 })
  async monthReport(
    @Arg("area", () => ID, { description: "Area code." }) area: string,
    @Arg("month", () => String, { description: "The month, such as 2024-08." }) month: string,
    @Arg("asOf", () => LocalDateScalar, { nullable: true, description: "As it was known at the end of this day; absent: now." }) asOf: string | null | undefined,
    @Ctx() ctx: Context,
  ): Promise<MonthReport> {
    if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw badInput("month is a month, such as 2024-08");
    return makeMonthReport(ctx, area, month, asOf ?? null);
  }
}

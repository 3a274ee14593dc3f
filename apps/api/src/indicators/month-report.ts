import { areaKind, indicatorKeys, isAreaCode, periodAround, type IndicatorKey } from "@bandeng/domain";
import type { Indicator, IndicatorRow, MonthReport, TableDimension } from "./indicator-type.ts";
import { readRows } from "./indicator-table.ts";
import { readFigures } from "./read-figures.ts";
import { requestOf, type IndicatorRequest } from "./request.ts";
import { run } from "../database/statement.ts";
import { badInput } from "../http/connection.ts";
import type { Context } from "../http/context.ts";

const rowKeys = ["COLLECTED", "CLOSED", "SATISFACTION"] as const satisfies readonly IndicatorKey[];
const yearKeys = ["COLLECTED", "CLOSED", "DIFFICULTIES_CLOSED", "DISPUTES_SETTLED", "DELIVERABLES_ACCEPTED"] as const satisfies readonly IndicatorKey[];

/** Figures as they stand in the text of a report: by key, in the order of the keys. */
function figures(indicators: readonly Indicator[]) {
  return Object.fromEntries(indicators.map(({ key, num, den, value, provisional, preliminary, hidden }) => [key, { num, den, value, provisional, preliminary, hidden }]));
}

function rowsOf(rows: readonly IndicatorRow[]) {
  return rows.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map((row) => ({ key: row.key, ...figures(row.indicators) }));
}

async function byArea(ctx: Context, request: IndicatorRequest): Promise<IndicatorRow[]> {
  const [area = ""] = request.areas;
  return area === "" || areaKind(area) === "GRID" ? [] : readRows(ctx, request, rowKeys, "AREA");
}

/**
 * The report of a month. Its JSON holds nothing but what was known at `asOf`: made again as of the same day it is equal, whatever has
 * happened since.
 * @throws GraphQLError BAD_USER_INPUT
 */
export async function makeMonthReport(ctx: Context, area: string, month: string, asOf: string | null): Promise<MonthReport> {
  if (!isAreaCode(area)) throw badInput("Not an area code");
  const { from, to } = periodAround(`${month}-01`, "MONTH");
  const request = await requestOf(ctx, { areas: [area], from, to, asOf });
  const year = { ...request, period: { from: `${month.slice(0, 4)}-01-01`, to } };
  const table = (by: TableDimension) => readRows(ctx, request, rowKeys, by);
  // Outside a community a year up to some month is no period that is told.
  const untilThen = request.view === "OUTSIDE" ? [] : readFigures(ctx, year, yearKeys, [year.period]).then(([all = []]) => all);
  const [[indicators = []], sofar, areas, categories, kinds] = await Promise.all([readFigures(ctx, request, indicatorKeys, [request.period]), untilThen, byArea(ctx, request), table("CATEGORY"), table("KIND")]);
  const [row] = await run<{ name: string }>(ctx.db, "select name from area where code = $1", [area]);
  const areaName = row?.name ?? area;
  const title = ctx.language === "en" ? `${areaName}: report of ${month}` : `${areaName} ${month.slice(0, 4)}年${Number(month.slice(5))}月月报`;
  const json = JSON.stringify({
    area, month, known: request.known, withoutDisputes: request.view === "MASKED", indicators: figures(indicators), year: figures(sofar), byArea: rowsOf(areas), byCategory: rowsOf(categories), byKind: rowsOf(kinds),
  });
  return { title, area, areaName, month, asOf: request.asOf, indicators, year: sofar, byArea: areas, byCategory: categories, byKind: kinds, json };
}

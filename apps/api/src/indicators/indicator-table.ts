import type { IndicatorKey } from "@bandeng/domain";
import { divisionOf, rowKey, rowNames } from "./divisions.ts";
import type { IndicatorRow, IndicatorRowConnection, TableDimension } from "./indicator-type.ts";
import { hiddenOutside, type Cell } from "./outside.ts";
import { indicatorsOf, cellOf } from "./read-figures.ts";
import { readSums, summedKeys } from "./read-sums.ts";
import type { IndicatorRequest } from "./request.ts";
import { decodeText, encodeText } from "./text-cursor.ts";
import { badInput, checkFirst } from "../http/connection.ts";
import type { Context } from "../http/context.ts";

/** What a table outside a community may be divided by. */
const toldOutside: readonly TableDimension[] = ["AREA", "CATEGORY", "KIND"];

/** The cell of a row; null where it is one that is not told outside. */
function cellOfRow(request: IndicatorRequest, by: TableDimension, value: string): Cell | null {
  const { area, part } = cellOf(request);
  if (by === "AREA") return value.length <= 12 ? { area: value, part } : null;
  if (part !== "" || !toldOutside.includes(by)) return null;
  return { area, part: by === "KIND" ? `kind:${value}` : `category:${value}` };
}

/** All rows of a table, by name. Projects and money are no part of one: they belong to no kind, building or grid. */
export async function readRows(ctx: Context, request: IndicatorRequest, keys: readonly IndicatorKey[], by: TableDimension): Promise<IndicatorRow[]> {
  const wrong = keys.find((key) => !summedKeys.has(key));
  if (wrong !== undefined) throw badInput(`${wrong} is no figure of a table`);
  const { period } = request;
  const [sums = new Map()] = await readSums(ctx, request, keys, [period], divisionOf(by, request));
  const hidden = await hiddenOutside(ctx, request, keys, [period]);
  const values = [...sums.keys()];
  const names = await rowNames(ctx, by, values);
  const rows = values.map((value): IndicatorRow => {
    const cell = cellOfRow(request, by, value);
    const isHidden = (key: IndicatorKey) => request.view === "OUTSIDE" && (cell === null || hidden(key, period, cell));
    return { key: rowKey(by, value), name: names.get(value) ?? value, indicators: indicatorsOf(ctx, request, keys, period, sums.get(value) ?? {}, isHidden) };
  });
  // A row of which nothing may be told would still tell that there is something.
  const told = request.view === "OUTSIDE" && by !== "AREA" && by !== "KIND" ? rows.filter((row) => row.indicators.some((one) => !one.hidden)) : rows;
  return told.toSorted((a, b) => compare(a.name, b.name) || compare(a.key, b.key));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A page of a table. */
export async function readTable(ctx: Context, request: IndicatorRequest, keys: readonly IndicatorKey[], by: TableDimension, page: { readonly first: number; readonly after?: string | null }): Promise<IndicatorRowConnection> {
  const first = checkFirst(page.first);
  const after = page.after == null ? null : decodeText(page.after);
  if (page.after != null && after === null) throw badInput("after is no cursor of this list");
  const rows = await readRows(ctx, request, keys, by);
  const rest = after === null ? rows : rows.filter((row) => (compare(row.name, after.name) || compare(row.key, after.key)) > 0);
  const nodes = rest.slice(0, first);
  const last = nodes.at(-1);
  return { nodes, totalCount: rows.length, pageInfo: { hasNextPage: rest.length > first, endCursor: last ? encodeText(last) : null } };
}

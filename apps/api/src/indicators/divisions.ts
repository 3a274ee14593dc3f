import { areaKind, caseKinds, caseLevels, categoryOf, namesEn, namesZh, type AreaKind } from "@bandeng/domain";
import type { TableDimension } from "./indicator-type.ts";
import type { Division } from "./read-sums.ts";
import type { IndicatorRequest } from "./request.ts";
import { run } from "../database/statement.ts";
import type { Context } from "../http/context.ts";

const below: Readonly<Record<AreaKind, number>> = { CITY: 6, DISTRICT: 9, STREET: 12, COMMUNITY: 15, GRID: 15 };

/** Of how many digits the areas of a table are: those right below one area, or several areas themselves. */
function digitsOf(areas: readonly string[]): number {
  const [area = ""] = areas;
  return areas.length === 1 ? below[areaKind(area)] : Math.max(...areas.map((one) => one.length));
}

/** What a table is divided by, in the words of SQL on a measure `m`. */
export function divisionOf(by: TableDimension, { areas }: IndicatorRequest): Division {
  switch (by) {
    case "AREA":
      return { by: `substr(m.area_no::text, 1, ${areas.length === 0 ? 15 : digitsOf(areas)})`, open: true };
    case "GRID":
      return { by: "m.area_no::text", open: true };
    case "KIND":
      return { by: "m.kind", open: true };
    case "CATEGORY":
      return { by: "coalesce(m.category, '')", open: false };
    case "COMPOUND":
      return { by: "coalesce(m.compound_id::text, '')", open: false };
    case "BUILDING":
      return { by: "coalesce(m.building_id::text, '')", open: false };
    case "LEVEL":
      return { by: "m.max_level::text", open: false };
  }
}

/** The key of a row as the contract gives it: a level by its name. */
export function rowKey(by: TableDimension, value: string): string {
  return by === "LEVEL" ? (caseLevels[Number(value) - 1] ?? value) : value;
}

/** What rows are called, by the value they were divided by. */
export async function rowNames(ctx: Context, by: TableDimension, values: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const names = ctx.language === "en" ? namesEn : namesZh;
  const nothing = ctx.language === "en" ? "Not stated" : "未填写";
  const listed = (nameOf: (value: string) => string) => new Map(values.map((value) => [value, value === "" ? nothing : nameOf(value)]));
  switch (by) {
    case "KIND":
      return listed((value) => names.kind[caseKinds.find((kind) => kind === value) ?? "OPINION"]);
    case "LEVEL":
      return listed((value) => names.level[caseLevels[Number(value) - 1] ?? "BUILDING"]);
    case "CATEGORY":
      return listed((value) => categoryOf(value)?.[ctx.language] ?? value);
    default: {
      const text = {
        AREA: "select code as key, name from area where code = any($1::text[])", GRID: "select code as key, name from area where code = any($1::text[])",
        COMPOUND: "select id::text as key, name from compound where id::text = any($1::text[])", BUILDING: "select id::text as key, address as name from building where id::text = any($1::text[])",
      }[by];
      const found = new Map((await run<{ key: string; name: string }>(ctx.db, text, [values])).map(({ key, name }) => [key, name]));
      // A community's own number is no grid that is known.
      return listed((value) => found.get(value) ?? (value.endsWith("000") ? (ctx.language === "en" ? "Grid not known" : "未定网格") : value));
    }
  }
}

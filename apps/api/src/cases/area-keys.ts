import { areaKind, areaNumber, areaRange, communityOf, type AreaKind } from "@bandeng/domain";
import { multirange } from "../access/scope.ts";
import type { Statement } from "../database/statement.ts";

/**
 * The areas a board or list is limited to, as values of one indexed column: each key is one ordered stretch of an
 * index, so the first cards of many areas are the merged first cards of each. A street is its communities, a city its
 * districts, and areas of mixed kinds are broken down to grids.
 */
export interface AreaKeys {
  readonly column: "area_no" | "community_no" | "district_no";
  /** A query that yields the keys as `no`. */
  readonly sql: string;
}

const columns = { GRID: "area_no", COMMUNITY: "community_no", DISTRICT: "district_no" } as const;
type Keyed = keyof typeof columns;

/** The kind whose index serves an area best. */
function keyedKind(kind: AreaKind): Keyed {
  if (kind === "STREET") return "COMMUNITY";
  return kind === "CITY" ? "DISTRICT" : kind;
}

/** @param by the kind whose index it has to be, no smaller area being asked for */
export function areaKeys(q: Statement, areas: readonly string[], by?: Keyed): AreaKeys {
  const kinds = new Set(areas.map((area) => keyedKind(areaKind(area))));
  const kind: Keyed = by ?? (kinds.size === 1 ? ([...kinds][0] as Keyed) : "GRID");
  const direct = areas.filter((area) => areaKind(area) === kind);
  const wider = areas.filter((area) => areaKind(area) !== kind);
  const parts = [`select unnest(${q.bind(direct.map(areaNumber), "int8[]")}) as no`];
  for (const area of wider) {
    const [from, to] = areaRange(area);
    const range = `no >= ${q.bind(from, "int8")} and no < ${q.bind(to, "int8")}`;
    parts.push(`select no from area where kind = '${kind}' and ${range}`);
    // A community's own cases, of no known grid, are under its own number.
    if (kind === "GRID") parts.push(`select no from area where kind = 'COMMUNITY' and ${range}`);
  }
  return { column: columns[kind], sql: parts.join(" union ") };
}

/**
 * The same for an order of which there is an index by community alone (the last change: an index more would be written by
 * every act). `only` is a condition on a row `c`, for areas that are less than their community.
 */
export function communityKeys(q: Statement, areas: readonly string[]): AreaKeys & { readonly only: string } {
  const grids = areas.filter((area) => areaKind(area) === "GRID");
  const keys = areaKeys(q, [...new Set(areas.map((area) => (grids.includes(area) ? communityOf(area) : area)))], "COMMUNITY");
  if (grids.length === 0) return { ...keys, only: "true" };
  // Of single grids the planner knows how many rows they have, of ranges it knows nothing.
  const only = grids.length === areas.length ? `c.area_no = any(${q.bind(grids.map(areaNumber), "int8[]")})` : `c.area_no <@ ${q.bind(multirange(areas), "int8multirange")}`;
  return { ...keys, only };
}

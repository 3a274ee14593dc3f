import { areaRange } from "@bandeng/domain";
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { BuildingConnection, BuildingType, CompoundConnection, CompoundType, UnitType } from "./place-types.ts";
import { checkAreas } from "../cases/check-areas.ts";
import { decodeCursor, encodeCursor } from "../cases/case-list.ts";
import { withinReach } from "../access/scope.ts";
import { run, Statement } from "../database/statement.ts";
import { badInput, checkFirst, PageArgs } from "../http/connection.ts";
import type { Context } from "../http/context.ts";
import { searchPattern } from "../database/search-pattern.ts";

const compounds = `x.id, x.name, x.pinyin, x.community_code as "communityCode", x.main_grid_code as "mainGridCode", x.build_year as "buildYear", x.is_old as "isOld",
  x.renovation_batch as "renovationBatch", x.has_property as "hasProperty", x.property_company as "propertyCompany"`;
const buildings = `x.id, x.address, x.pinyin, x.grid_code as "gridCode", x.compound_id as "compoundId", x.floors,
  (select name from compound where compound.id = x.compound_id) as "compoundName"`;

interface Found<T> {
  readonly nodes: T[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** A page of places by how they are typed, within the viewer's communities. */
async function search<T extends { id: string; pinyin: string }>(ctx: Context, table: "compound" | "building", columns: string, name: string, areas: string[], text: string | null | undefined, { first, after }: PageArgs): Promise<Found<T>> {
  const cursor = after == null ? null : decodeCursor(after, "text");
  if (after != null && cursor === null) throw badInput("after is no cursor of this list");
  const q = new Statement();
  const ranges = `{${checkAreas(areas).map((area) => `[${areaRange(area).join(",")})`).join(",")}}`;
  const parts = [`x.area_no <@ ${q.bind(ranges, "int8multirange")}`, `${withinReach(q, ctx.viewer, "places", "x.area_no")}`];
  if (text?.trim()) {
    const like = q.bind(searchPattern(text));
    parts.push(`(x.${name} like ${like} or x.pinyin like ${like} or x.initials like ${like})`);
  }
  if (cursor) parts.push(`(x.pinyin, x.id) > (${q.bind(cursor.at)}, ${q.bind(cursor.id, "uuid")})`);
  const limit = q.bind(checkFirst(first) + 1, "int");
  const rows = await q.run<T & Record<string, unknown>>(ctx.db, `select ${columns} from ${table} x where ${parts.join(" and ")} order by x.pinyin, x.id limit ${limit}`);
  const nodes = rows.slice(0, first);
  const last = nodes.at(-1);
  return { nodes, pageInfo: { hasNextPage: rows.length > first, endCursor: last ? encodeCursor(last.pinyin, last.id) : null } };
}

/** A compound or building by id, within the viewer's communities; null when there is none. */
export async function readPlace(ctx: Context, id: string): Promise<CompoundType | BuildingType | null> {
  for (const [table, columns] of [["compound", compounds], ["building", buildings]] as const) {
    const q = new Statement();
    const where = `x.id = ${q.bind(id, "uuid")} and ${withinReach(q, ctx.viewer, "places", "x.area_no")}`;
    const [row] = await q.run<(CompoundType | BuildingType) & Record<string, unknown>>(ctx.db, `select ${columns} from ${table} x where ${where}`);
    if (row) return row;
  }
  return null;
}

async function readPlaces<T extends { id: string }>(ctx: Context, table: "compound" | "building", columns: string, ids: readonly string[]): Promise<(T | null)[]> {
  const q = new Statement();
  const where = `x.id = any(${q.bind(ids, "uuid[]")}) and ${withinReach(q, ctx.viewer, "places", "x.area_no")}`;
  const rows = await q.run<T & Record<string, unknown>>(ctx.db, `select ${columns} from ${table} x where ${where}`);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
}

/** Compounds within the viewer's communities, in the order of the ids; null where there is none. */
export const readCompounds = (ctx: Context, ids: readonly string[]): Promise<(CompoundType | null)[]> => readPlaces<CompoundType>(ctx, "compound", compounds, ids);

/** Buildings within the viewer's communities, in the order of the ids; null where there is none. */
export const readBuildings = (ctx: Context, ids: readonly string[]): Promise<(BuildingType | null)[]> => readPlaces<BuildingType>(ctx, "building", buildings, ids);

@Resolver(() => BuildingType)
export class PlaceResolver {
  @Query(() => CompoundConnection, { description: "Compounds of areas, by name or pinyin.", complexity: 20 })
  compounds(
    @Arg("areas", () => [ID], { description: "Area codes." }) areas: string[],
    @Arg("text", () => String, { nullable: true, description: "Name or pinyin." }) text: string | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<CompoundConnection> {
    return search<CompoundType>(ctx, "compound", compounds, "name", areas, text, page);
  }

  @Query(() => BuildingConnection, { description: "Buildings of areas, by address or pinyin.", complexity: 20 })
  buildings(
    @Arg("areas", () => [ID], { description: "Area codes." }) areas: string[],
    @Arg("text", () => String, { nullable: true, description: "Address or pinyin." }) text: string | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<BuildingConnection> {
    return search<BuildingType>(ctx, "building", buildings, "address", areas, text, page);
  }

  @FieldResolver(() => [UnitType], { description: "Its units in the order of their numbers; empty for a building without any.", complexity: 5 })
  units(@Root() building: BuildingType, @Ctx() { db }: Context): Promise<UnitType[]> {
    return run<UnitType & Record<string, unknown>>(
      db,
      "select u.id, u.no, (select count(*)::int from household h where h.unit_id = u.id and h.kind = 'HOME') as households from unit u where u.building_id = $1 order by u.no",
      [building.id],
    );
  }
}

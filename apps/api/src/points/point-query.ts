import { idleDays, isDeadPoint, localDateOf, plusNaturalDays, type CollectionPoint } from "@bandeng/domain";
import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import { CollectionPointConnection, CollectionPointType } from "./point-type.ts";
import { placeJson, type SpokenPlaceType } from "./spoken-place.ts";
import { multirange, withinReach } from "../access/scope.ts";
import { checkAreas } from "../cases/check-areas.ts";
import { decodeCursor, encodeCursor } from "../cases/case-list.ts";
import { Statement } from "../database/statement.ts";
import { isUuid } from "../database/uuid.ts";
import { badInput, checkFirst, PageArgs } from "../http/connection.ts";
import type { Context } from "../http/context.ts";
import { personOf } from "../people/person-of.ts";

interface PointRow extends Omit<CollectionPoint, "place">, Pick<CollectionPointType, "areaName" | "lastOpinionOn" | "opinions" | "opinions30" | "opinions90"> {
  readonly place: SpokenPlaceType;
}

interface Wanted {
  readonly where: (q: Statement) => string;
  readonly limit: number;
}

/** Points of the viewer's communities by area and id, with how many opinions they had until today. */
async function readPoints(ctx: Context, { where, limit }: Wanted): Promise<CollectionPointType[]> {
  const q = new Statement();
  const today = localDateOf(await ctx.now());
  const since = (days: number): string => `coalesce(sum(o.opinions) filter (where o.day > ${q.bind(plusNaturalDays(today, -days), "date")}), 0)::int`;
  const rows = await q.run<{ point: PointRow }>(
    ctx.db,
    `select json_build_object('id', x.id, 'version', x.version, 'code', x.code, 'areaCode', x.area_code, 'areaName', a.name, 'name', x.name, 'kind', x.kind, 'place', ${placeJson},
       'keeperId', x.keeper_id, 'office', x.office, 'officePhone', x.office_phone, 'hours', x.hours, 'hoursWords', x.hours_words, 'activeFrom', x.active_from, 'closedOn', x.closed_on,
       'lastOpinionOn', told.last_on, 'opinions', told.ever, 'opinions30', told.month, 'opinions90', told.quarter) as point
     from collection_point x join area a on a.code = x.area_code
       cross join lateral (select max(o.day) as last_on, coalesce(sum(o.opinions), 0)::int as ever, ${since(30)} as month, ${since(90)} as quarter
         from point_opinions o where o.point_id = x.id and o.opinions > 0) told
     where ${withinReach(q, ctx.viewer, "places", "x.area_no")} and ${where(q)} order by x.area_code, x.id limit ${q.bind(limit, "int")}`,
  );
  return Promise.all(
    rows.map(async ({ point: { keeperId, hours, ...p } }) => ({
      ...p,
      hours: hours.map(({ days, from, to }) => ({ days: [...days], from, to })),
      keeper: await personOf(ctx, keeperId),
      idleDays: idleDays(p, today),
      dead: isDeadPoint(p, today),
    })),
  );
}

/** One point; null when there is none in the viewer's communities. */
export async function readPoint(ctx: Context, id: string): Promise<CollectionPointType | null> {
  if (!isUuid(id)) return null;
  return (await readPoints(ctx, { where: (q) => `x.id = ${q.bind(id, "uuid")}`, limit: 1 }))[0] ?? null;
}

@Resolver()
export class PointResolver {
  @Query(() => CollectionPointType, { nullable: true, description: "One collection point; null when there is none in the viewer's communities.", complexity: 5 })
  collectionPoint(@Arg("id", () => ID, { description: "Its id." }) id: string, @Ctx() ctx: Context): Promise<CollectionPointType | null> {
    return readPoint(ctx, id);
  }

  @Query(() => CollectionPointConnection, {
    description: "民意收集点 of areas, by area: the open ones; with `closed` also those that were closed.",
    complexity: ({ childComplexity, args }) => 10 + Number(args.first) * (1 + childComplexity / 10),
  })
  async collectionPoints(
    @Arg("areas", () => [ID], { description: "Area codes: the points of these areas and of all below them." }) areas: string[],
    @Arg("closed", () => Boolean, { defaultValue: false, description: "Whether closed ones are among them." }) closed: boolean,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<CollectionPointConnection> {
    const cursor = after == null ? null : decodeCursor(after, "text");
    if (after != null && cursor === null) throw badInput("after is no cursor of this list");
    const within = multirange(checkAreas(areas));
    const found = await readPoints(ctx, {
      limit: checkFirst(first) + 1,
      where: (q) => {
        const parts = [`x.area_no <@ ${q.bind(within, "int8multirange")}`];
        if (!closed) parts.push("x.closed_on is null");
        if (cursor) parts.push(`(x.area_code, x.id) > (${q.bind(cursor.at)}, ${q.bind(cursor.id, "uuid")})`);
        return parts.join(" and ");
      },
    });
    const nodes = found.slice(0, first);
    const last = nodes.at(-1);
    return { nodes, pageInfo: { hasNextPage: found.length > first, endCursor: last ? encodeCursor(last.areaCode, last.id) : null } };
  }
}

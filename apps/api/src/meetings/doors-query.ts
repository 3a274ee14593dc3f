import { Arg, Args, Ctx, Field, ID, ObjectType, Query, Resolver } from "type-graphql";
import { doorOf } from "./doors.ts";
import { DoorType } from "./meeting-type.ts";
import { withinReach } from "../access/scope.ts";
import { decodeCursor, encodeCursor } from "../cases/case-list.ts";
import { Statement } from "../database/statement.ts";
import { isUuid } from "../database/uuid.ts";
import { badInput, checkFirst, PageArgs, PageInfo } from "../http/connection.ts";
import type { Context } from "../http/context.ts";

@ObjectType({ description: "A page of doors." })
export class DoorConnection {
  @Field(() => [DoorType], { description: "The doors." })
  nodes!: DoorType[];

  @Field(() => PageInfo, { description: "Where the page stands." })
  pageInfo!: PageInfo;
}

/** Where a door stands in the building, as text that sorts: homes before shops, unit, floor, number on the door. */
const place = `(h.kind = 'SHOP')::int || lpad(coalesce(u.no, 0)::text, 4, '0') || lpad((h.floor + 100)::text, 4, '0') || lpad(h.room, 12, '0')`;

@Resolver()
export class DoorsResolver {
  @Query(() => DoorConnection, { description: "Homes and shops of a building by their doors, without names: to sign a household in that is on no list. Nothing for a building outside the viewer's communities.", complexity: ({ childComplexity, args }) => 5 + Number(args.first) * (1 + childComplexity / 20) })
  async doors(
    @Arg("buildingId", () => ID, { description: "The building." }) buildingId: string,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<DoorConnection> {
    const cursor = after == null ? null : decodeCursor(after, "text");
    if (after != null && cursor === null) throw badInput("after is no cursor of this list");
    const wanted = checkFirst(first) + 1;
    if (!isUuid(buildingId)) return { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };
    const q = new Statement();
    const parts = [`h.building_id = ${q.bind(buildingId, "uuid")}`, withinReach(q, ctx.viewer, "places", "b.area_no")];
    if (cursor) parts.push(`(${place}, h.id) > (${q.bind(cursor.at)}, ${q.bind(cursor.id, "uuid")})`);
    const rows = await q.run<{ id: string; place: string }>(
      ctx.db,
      `select h.id, ${place} as place from household h join building b on b.id = h.building_id left join unit u on u.id = h.unit_id where ${parts.join(" and ")} order by 2, h.id limit ${q.bind(wanted, "int")}`,
    );
    const shown = rows.slice(0, first);
    const doors = await Promise.all(shown.map(({ id }) => doorOf(ctx, id)));
    const last = shown.at(-1);
    return { nodes: doors.flatMap((door) => door ?? []), pageInfo: { hasNextPage: rows.length > first, endCursor: last ? encodeCursor(last.place, last.id) : null } };
  }
}

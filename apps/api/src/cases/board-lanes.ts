import { Arg, Ctx, Field, ID, Int, ObjectType, Query, registerEnumType, Resolver } from "type-graphql";
import { areaKeys } from "./area-keys.ts";
import { checkAreas } from "./check-areas.ts";
import { CaseFilter, filterCondition } from "./case-filter.ts";
import { caseScope } from "../access/scope.ts";
import { Statement } from "../database/statement.ts";
import type { Context } from "../http/context.ts";

const laneKeys = ["GRID", "COMPOUND", "KIND", "LEAD"] as const;
type LaneKey = (typeof laneKeys)[number];
const LaneKeyEnum = Object.fromEntries(laneKeys.map((k) => [k, k])) as Record<LaneKey, LaneKey>;
registerEnumType(LaneKeyEnum, { name: "LaneKey", description: "By what a board is split into swimlanes." });

@ObjectType({ description: "A swimlane: what its board is narrowed to, and how much is open in it." })
export class BoardLane {
  @Field(() => ID, { nullable: true, description: "Grid code, compound, kind or person; null for the lane of those without one." })
  key!: string | null;

  @Field(() => String, { nullable: true, description: "Its name; null for a kind (the client has names of its own) and for the lane without one." })
  name!: string | null;

  @Field(() => Int, { description: "Open cases in it." })
  total!: number;

  @Field(() => Int, { description: "Those of them that are overdue." })
  overdue!: number;
}

const shapes: Record<LaneKey, { readonly key: string; readonly name: string; readonly join: string; readonly hidden: boolean }> = {
  GRID: { key: "c.grid_code", name: "a.name", join: "left join area a on a.code = g.key", hidden: false },
  COMPOUND: { key: "c.compound_id::text", name: "a.name", join: "left join compound a on a.id::text = g.key", hidden: true },
  KIND: { key: "c.kind", name: "null::text", join: "", hidden: false },
  LEAD: { key: "c.lead_id::text", name: "a.display_name", join: "left join person a on a.id::text = g.key", hidden: true },
};

@Resolver()
export class BoardLanesResolver {
  @Query(() => [BoardLane], { description: "The swimlanes of a board, at most 100, the fullest first. Ask `board` for each with its key as a filter (or as its area).", complexity: 40 })
  async boardLanes(
    @Arg("areas", () => [ID], { description: "Area codes." }) areas: string[],
    @Arg("by", () => LaneKeyEnum, { description: "By what." }) by: LaneKey,
    @Arg("filter", () => CaseFilter, { nullable: true, description: "What the board is narrowed to." }) filter: CaseFilter | null | undefined,
    @Ctx() ctx: Context,
  ): Promise<BoardLane[]> {
    const q = new Statement();
    const now = await ctx.now();
    const { column, sql } = areaKeys(q, checkAreas(areas));
    const scope = caseScope(q, ctx.viewer, areas);
    const { key, name, join, hidden } = shapes[by];
    // Where the lane's key is something a masked card hides, a masked case is in the lane of those without one.
    const laneKey = hidden ? `case when ${scope.whole} then ${key} end` : key;
    return q.run<BoardLane & Record<string, unknown>>(
      ctx.db,
      `with k as materialized (${sql}), g as (
         select ${laneKey} as key, count(*)::int as total, count(*) filter (where c.board_at < ${q.bind(now, "timestamptz")})::int as overdue
         from k join cases c on c.${column} = k.no
         where c.board_column < 7 and ${scope.visible} and ${filterCondition(q, filter, scope, now)} group by 1)
       select g.key, ${name} as name, g.total, g.overdue from g ${join} order by g.total desc, g.key limit 100`,
    );
  }
}

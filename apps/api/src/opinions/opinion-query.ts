import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import { OpinionFilter } from "./opinion-filter.ts";
import { countOpinions, opinionOrders, readOpinionPage, type OpinionOrder } from "./opinion-list.ts";
import { OpinionConnection, OpinionType } from "./opinion-type.ts";
import { readOpinion } from "./read-opinion.ts";
import { checkAreas } from "../cases/check-areas.ts";
import { enumOf } from "../cases/case-enums.ts";
import { decodeCursor } from "../cases/case-list.ts";
import { isUuid } from "../database/uuid.ts";
import { badInput, checkFirst, PageArgs } from "../http/connection.ts";
import type { Context } from "../http/context.ts";

const OpinionOrderEnum = enumOf("OpinionOrder", opinionOrders, "By when opinions were written down: OLDEST, who has waited longest first; LATEST, what came in last first.");

@Resolver()
export class OpinionQueryResolver {
  @Query(() => OpinionType, { nullable: true, description: "One opinion; null when there is none in the viewer's scope.", complexity: ({ childComplexity }) => 5 + childComplexity })
  async opinion(@Arg("id", () => ID, { description: "Its id." }) id: string, @Ctx() ctx: Context): Promise<OpinionType | null> {
    return isUuid(id) ? readOpinion(ctx.db, ctx.viewer, id) : null;
  }

  @Query(() => OpinionConnection, {
    description: "What residents said in one or more areas, filtered, a page at a time; of the unanswered a short list: `filter: { unanswered: true }`.",
    complexity: ({ childComplexity, args }) => 5 + Number(args.first) * (1 + childComplexity / 20),
  })
  async opinions(
    @Arg("areas", () => [ID], { description: "Area codes: grids, communities, streets, districts." }) areas: string[],
    @Arg("order", () => OpinionOrderEnum, { defaultValue: "OLDEST", description: "In which order." }) order: OpinionOrder,
    @Arg("filter", () => OpinionFilter, { nullable: true, description: "What it is narrowed to." }) filter: OpinionFilter | null | undefined,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<OpinionConnection> {
    const cursor = after == null ? null : decodeCursor(after);
    if (after != null && cursor === null) throw badInput("after is no cursor of this list");
    const request = { areas: checkAreas(areas), order, filter, first: checkFirst(first), after: cursor };
    const { opinions, cursors, hasNext } = await readOpinionPage(ctx.db, ctx.viewer, request);
    return {
      nodes: opinions,
      edges: opinions.map((node, i) => ({ node, cursor: cursors[i] as string })),
      pageInfo: { hasNextPage: hasNext, endCursor: cursors.at(-1) ?? null },
      count: () => countOpinions(ctx.db, ctx.viewer, request),
    };
  }
}

import type { BoardColumn, CaseStatus } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, Int, ObjectType, Query, registerEnumType, Resolver } from "type-graphql";
import { boardViews, readBoard, type BoardView } from "./board-query.ts";
import { checkAreas } from "./check-areas.ts";
import { CaseFilter } from "./case-filter.ts";
import { BoardColumnEnum, CaseStatusEnum } from "./case-enums.ts";
import { CaseConnection, caseType } from "./case-type.ts";
import type { Context } from "../http/context.ts";
import { checkFirst } from "../http/connection.ts";

const BoardViewEnum = Object.fromEntries(boardViews.map((v) => [v, v])) as Record<BoardView, BoardView>;
registerEnumType(BoardViewEnum, { name: "BoardView", description: "ESCALATION: columns along a case's way up. WORKFLOW: the statuses as columns, the level as a chip." });

@ObjectType("BoardColumnPage", { description: "One column of a board." })
export class BoardColumnPageType {
  @Field(() => BoardColumnEnum, { nullable: true, description: "The column of the escalation board; null on the workflow board." })
  column!: BoardColumn | null;

  @Field(() => CaseStatusEnum, { nullable: true, description: "The status of the workflow board; null on the escalation board." })
  status!: CaseStatus | null;

  @Field(() => Int, { description: "Cases in the column, all of them." })
  total!: number;

  @Field(() => Int, { description: "Those of them that are overdue." })
  overdue!: number;

  @Field(() => Int, { nullable: true, description: "How many open cases the community wants in it at most, counted over all lanes; null where it set none, or for areas of more than one community." })
  wipLimit!: number | null;

  @Field(() => CaseConnection, { description: "The first cards, most urgent first; in CLOSED the latest closed first. Go on with `cases`." })
  cards!: CaseConnection;
}

@ObjectType("Board", { description: "Cases in columns." })
export class BoardType {
  @Field(() => [BoardColumnPageType], { description: "Its columns from left to right." })
  columns!: BoardColumnPageType[];
}

@Resolver()
export class BoardResolver {
  @Query(() => BoardType, { description: "The board of one or more areas, filtered. What the viewer may not see is not in it and not counted.", complexity: ({ childComplexity, args }) => 10 + 7 * Number(args.first) * (1 + childComplexity / 50) })
  async board(
    @Arg("areas", () => [ID], { description: "Area codes: grids, communities, streets, districts." }) areas: string[],
    @Arg("first", () => Int, { description: "Cards of each column, 1 to 100." }) first: number,
    @Arg("view", () => BoardViewEnum, { defaultValue: "ESCALATION", description: "Which columns." }) view: BoardView,
    @Arg("filter", () => CaseFilter, { nullable: true, description: "What it is narrowed to." }) filter: CaseFilter | null | undefined,
    @Ctx() ctx: Context,
  ): Promise<BoardType> {
    const columns = await readBoard(ctx.db, ctx.viewer, { areas: checkAreas(areas), view, filter, first: checkFirst(first), now: await ctx.now() });
    return {
      columns: columns.map(({ cards, ...column }): BoardColumnPageType => {
        const edges = cards.edges.map(({ cursor, node }) => ({ cursor, node: caseType(node) }));
        return { ...column, cards: { edges, nodes: edges.map(({ node }) => node), pageInfo: cards.pageInfo, count: () => Promise.resolve(column.total) } };
      }),
    };
  }
}

import { isAreaCode, type BoardColumn, type CaseStatus } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, Int, ObjectType, Query, registerEnumType, Resolver } from "type-graphql";
import { boardViews, readBoard, type BoardView } from "./board-query.ts";
import { encodeCursor } from "./case-list.ts";
import { CaseFilter } from "./case-filter.ts";
import { BoardColumnEnum, CaseStatusEnum } from "./case-enums.ts";
import { CaseConnection, caseType } from "./case-type.ts";
import { withinReach } from "../access/scope.ts";
import { Statement } from "../database/statement.ts";
import type { Context } from "../http/context.ts";
import { badInput, checkFirst } from "../http/connection.ts";

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

/** Refuses what is no list of 1 to 100 area codes. @throws GraphQLError BAD_USER_INPUT */
export function checkAreas(areas: readonly string[]): readonly string[] {
  const wrong = areas.find((area) => !isAreaCode(area));
  if (wrong !== undefined) throw badInput("Not an area code");
  if (areas.length === 0 || areas.length > 100) throw badInput("areas must name 1 to 100 areas");
  return [...new Set(areas)];
}

/** What a community wants in a column at most; of areas of several communities nothing can be said. */
async function wipLimits(ctx: Context, areas: readonly string[]): Promise<Record<string, number>> {
  const communities = new Set(areas.map((area) => area.slice(0, 12)));
  const [code] = [...communities];
  if (communities.size !== 1 || code?.length !== 12) return {};
  const q = new Statement();
  const where = `community_code = ${q.bind(code)} and ${withinReach(q, ctx.viewer, "places", "area_no")}`;
  const [row] = await q.run<{ wip_limits: Record<string, number> }>(ctx.db, `select wip_limits from community_setting where ${where}`);
  return row?.wip_limits ?? {};
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
    const request = { areas: checkAreas(areas), view, filter, first: checkFirst(first), now: await ctx.now() };
    const columns = await readBoard(ctx.db, ctx.viewer, request);
    const limits = await wipLimits(ctx, request.areas);
    return {
      columns: columns.map(({ key, total, overdue, cards, end, hasNext }) => {
        const nodes = cards.map(caseType);
        const cursors = nodes.map((c) => encodeCursor(key === "CLOSED" ? (c.closedAt as string) : (c.due?.at ?? "infinity"), c.id));
        const column: BoardColumnPageType = {
          column: view === "ESCALATION" ? (key as BoardColumn) : null,
          status: view === "WORKFLOW" ? (key as CaseStatus) : null,
          total,
          overdue,
          wipLimit: limits[key] ?? null,
          cards: {
            nodes,
            edges: nodes.map((node, i) => ({ node, cursor: cursors[i] as string })),
            pageInfo: { hasNextPage: hasNext, endCursor: end && encodeCursor(end.at, end.id) },
            count: () => Promise.resolve(total),
          },
        };
        return column;
      }),
    };
  }
}


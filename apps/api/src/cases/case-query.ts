import { Arg, Args, Ctx, ID, Query, registerEnumType, Resolver } from "type-graphql";
import { checkAreas } from "./check-areas.ts";
import { CaseFilter } from "./case-filter.ts";
import { caseOrders, countCases, decodeCursor, readCases, type CaseOrder } from "./case-list.ts";
import { CaseConnection, CaseType, caseType } from "./case-type.ts";
import { readCase } from "./read-case.ts";
import { badInput, checkFirst, PageArgs } from "../http/connection.ts";
import type { Context } from "../http/context.ts";
import { isUuid } from "../database/uuid.ts";

const CaseOrderEnum = Object.fromEntries(caseOrders.map((o) => [o, o])) as Record<CaseOrder, CaseOrder>;
registerEnumType(CaseOrderEnum, {
  name: "CaseOrder",
  description: "DUE: open cases, the most urgent first, as in a board column. CLOSED: closed ones, the latest first. UPDATED: all, the longest unchanged first, to follow changes.",
});

@Resolver()
export class CaseQueryResolver {
  @Query(() => CaseType, { nullable: true, description: "One case by id or number; null when there is none in the viewer's scope.", complexity: ({ childComplexity }) => 5 + childComplexity })
  async case(
    @Arg("id", () => ID, { nullable: true, description: "Its id." }) id: string | null | undefined,
    @Arg("no", () => String, { nullable: true, description: "Its number, such as 340802001007-2024-0001." }) no: string | null | undefined,
    @Ctx() ctx: Context,
  ): Promise<CaseType | null> {
    if ((id == null) === (no == null)) throw badInput("Name the case by id or by no, one of them");
    if (id != null && !isUuid(id)) return null;
    const found = await readCase(ctx, id != null ? { id } : { no: no as string });
    return found && caseType(found);
  }

  @Query(() => CaseConnection, { description: "Cases of one or more areas, filtered, a page at a time.", complexity: ({ childComplexity, args }) => 5 + Number(args.first) * (1 + childComplexity / 50) })
  async cases(
    @Arg("areas", () => [ID], { description: "Area codes: grids, communities, streets, districts." }) areas: string[],
    @Arg("order", () => CaseOrderEnum, { defaultValue: "DUE", description: "In which order, and so which cases." }) order: CaseOrder,
    @Arg("filter", () => CaseFilter, { nullable: true, description: "What it is narrowed to." }) filter: CaseFilter | null | undefined,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<CaseConnection> {
    const cursor = after == null ? null : decodeCursor(after);
    if (after != null && cursor === null) throw badInput("after is no cursor of this list");
    const request = { areas: checkAreas(areas), order, filter, first: checkFirst(first), after: cursor, now: await ctx.now() };
    const { cases, cursors, hasNext } = await readCases(ctx.db, ctx.viewer, request);
    const nodes = cases.map(caseType);
    return {
      nodes,
      edges: nodes.map((node, i) => ({ node, cursor: cursors[i] as string })),
      pageInfo: { hasNextPage: hasNext, endCursor: cursors.at(-1) ?? null },
      count: () => countCases(ctx.db, ctx.viewer, request),
    };
  }
}

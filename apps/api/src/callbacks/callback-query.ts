import { communityOf, isComplaint, type Facts } from "@bandeng/domain";
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { countCallbacks, readCallbacks, readResidents, readResults, readWords, type DueCase } from "./callback-list.ts";
import { callbackOf, type Beside } from "./callback-of.ts";
import { CallbackDueConnection } from "./callback-type.ts";
import { checkAreas } from "../cases/check-areas.ts";
import { decodeCursor } from "../cases/case-list.ts";
import { factsFor } from "../cases/facts.ts";
import { badInput, checkFirst, PageArgs } from "../http/connection.ts";
import type { Context } from "../http/context.ts";
import { readOpinions } from "../opinions/read-opinion.ts";

async function besideOf(ctx: Context, cases: readonly DueCase[]): Promise<Beside> {
  const ids = cases.map(({ whole }) => whole.id);
  const complaining = cases.filter(({ whole }) => whole.callbacks.some(isComplaint)).map(({ whole }) => whole.id);
  const [results, residents, said, answers] = await Promise.all([
    readResults(ctx.db, ids),
    readResidents(ctx.db, cases.flatMap(({ whole }) => whole.payers)),
    readOpinions(ctx.db, cases.flatMap(({ whole }) => whole.reporters.map(({ opinionId }) => opinionId))),
    complaining.length === 0 ? new Map<string, string>() : readWords(ctx.db, complaining),
  ]);
  return { results, residents, said: new Map(said.map(({ id, words }) => [id, words])), answers };
}

/** The facts of each community on the page: calendar, rules and now. */
async function factsOf(ctx: Context, cases: readonly DueCase[]): Promise<(gridCode: string) => Facts> {
  const now = await ctx.now();
  const communities = [...new Set(cases.map(({ whole }) => communityOf(whole.gridCode)))];
  const facts = new Map(await Promise.all(communities.map(async (code) => [code, await factsFor(ctx.db, ctx.viewer, code, now)] as const)));
  return (gridCode) => facts.get(communityOf(gridCode)) as Facts;
}

@Resolver()
export class CallbackQueryResolver {
  @Query(() => CallbackDueConnection, {
    description: "待回访: resolved cases with everybody who has not answered, what is overdue first; and households that shared the costs and were not content, until somebody notes what was done.",
    complexity: ({ childComplexity, args }) => 5 + Number(args.first) * (1 + childComplexity / 10),
  })
  async callbacksDue(
    @Arg("areas", () => [ID], { description: "Area codes: grids, communities, streets, districts." }) areas: string[],
    @Arg("mine", () => Boolean, { defaultValue: false, description: "Only what the viewer himself may call: never where he has led." }) mine: boolean,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<CallbackDueConnection> {
    const cursor = after == null ? null : decodeCursor(after);
    if (after != null && cursor === null) throw badInput("after is no cursor of this list");
    const request = { areas: checkAreas(areas), mine, first: checkFirst(first), after: cursor, now: await ctx.now() };
    const { due, hasNext } = await readCallbacks(ctx.db, ctx.viewer, request);
    const [beside, facts] = [await besideOf(ctx, due), await factsOf(ctx, due)];
    const nodes = await Promise.all(due.map((one) => callbackOf(ctx, one, facts(one.whole.gridCode), beside)));
    return {
      nodes,
      edges: nodes.map((node, i) => ({ node, cursor: due[i]?.cursor ?? "" })),
      pageInfo: { hasNextPage: hasNext, endCursor: due.at(-1)?.cursor ?? null },
      count: () => countCallbacks(ctx.db, ctx.viewer, request),
    };
  }
}

@Resolver(() => CallbackDueConnection)
export class CallbackDueConnectionResolver {
  @FieldResolver(() => Int, { description: "How many cases the whole list has; counted only when asked for.", complexity: 20 })
  totalCount(@Root() connection: CallbackDueConnection): Promise<number> {
    return connection.count();
  }
}

import { isAreaCode } from "@bandeng/domain";
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { ChangePageType, ChangeSubjectEnum, ChangeType, FeedType, type ChangeSubject } from "./change-type.ts";
import { LAG_ALARM_MS, readLag } from "./feed-lag.ts";
import { Position } from "./position.ts";
import { rememberConsumer } from "./consumer.ts";
import { readChanges } from "./read-changes.ts";
import { systemScope } from "../access/scope.ts";
import { CaseType, caseType } from "../cases/case-type.ts";
import { seenCaseOf } from "../cases/seen-case.ts";
import { changeScope } from "../database/transaction.ts";
import { badInput, checkFirst } from "../http/connection.ts";
import type { Context } from "../http/context.ts";

@Resolver(() => ChangeType)
export class ChangeResolver {
  @Query(() => ChangePageType, {
    description: "变更流: what happened to cases, meetings, mediations, projects and places that the viewer may see, in one order without a gap. Ask again with `upTo` as `after`.",
    complexity: ({ childComplexity, args }) => 10 + Number(args.first) * (0.2 + childComplexity / 10),
  })
  async changes(
    @Arg("after", () => Position, { nullable: true, description: "The place after which to begin; absent for the very beginning." }) after: number | null | undefined,
    @Arg("first", () => Int, { description: "How many at most, 1 to 100." }) first: number,
    @Arg("areas", () => [ID], { nullable: true, description: "Area codes to look at; everywhere the viewer may look when absent." }) areas: string[] | null | undefined,
    @Arg("subjects", () => [ChangeSubjectEnum], { nullable: true, description: "Kinds of things; all when absent." }) subjects: ChangeSubject[] | null | undefined,
    @Ctx() ctx: Context,
  ): Promise<ChangePageType> {
    if (areas && (areas.length === 0 || areas.length > 100 || !areas.every(isAreaCode))) throw badInput("areas must be 1 to 100 area codes");
    const { viewer } = ctx;
    const page = await readChanges(ctx.db, viewer, { after: after ?? 0, first: checkFirst(first), ...(areas && { areas }), ...(subjects && { subjects }) });
    if (viewer.key) await rememberConsumer(ctx, page.upTo);
    return { ...page, changes: [...page.changes] };
  }

  @Query(() => FeedType, { description: "How the change feed stands: how far it has come, and how far behind it is." })
  async feed(@Ctx() { db }: Context): Promise<FeedType> {
    const lag = await db.transaction(async (client) => {
      // What waits is in nobody's sight yet; that something does is no secret.
      await changeScope(client, systemScope);
      return readLag(client);
    });
    return { ...lag, delayed: lag.lagMilliseconds > LAG_ALARM_MS };
  }

  @FieldResolver(() => CaseType, { nullable: true, description: "The case as it is now; null for other subjects, and where the viewer sees it no more.", complexity: ({ childComplexity }) => 1 + childComplexity })
  async case(@Root() { subject, id }: ChangeType, @Ctx() ctx: Context): Promise<CaseType | null> {
    if (subject !== "CASE") return null;
    const found = await seenCaseOf(ctx, id);
    return found && caseType(found);
  }
}

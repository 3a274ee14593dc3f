import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { CallInvitation, CallInvitationConnection, CaseFact, CaseHelper, ExpertCallType } from "./call-type.ts";
import { decodeCursor, encodeCursor } from "../cases/case-list.ts";
import { CaseType } from "../cases/case-type.ts";
import { wholeOf } from "../cases/whole-of.ts";
import { run, Statement } from "../database/statement.ts";
import { badInput, checkFirst, PageArgs } from "../http/connection.ts";
import type { Context } from "../http/context.ts";
import { personOf } from "../people/person-of.ts";

interface FactWords {
  readonly id: string;
  readonly question: string;
  readonly answer: string | null;
  readonly evidence: string | null;
}

@Resolver(() => CaseType)
export class ExpertCallResolver {
  @Query(() => CallInvitationConnection, {
    description: "邀请我的: calls that wait for the viewer's own answer. Of the case he sees nothing else until he accepts.",
    complexity: ({ childComplexity, args }) => 10 + Number(args.first) * (1 + childComplexity / 10),
  })
  async myExpertCalls(@Args(() => PageArgs) { first, after }: PageArgs, @Ctx() ctx: Context): Promise<CallInvitationConnection> {
    const cursor = after == null ? null : decodeCursor(after);
    if (after != null && cursor === null) throw badInput("after is no cursor of this list");
    const limit = checkFirst(first) + 1;
    const q = new Statement();
    const parts = [`k.asked_id = ${q.bind(ctx.viewer.personId, "uuid")}`, "k.ended_at is null", `k.reply_due_at > ${q.bind(await ctx.now(), "timestamptz")}`];
    if (cursor) parts.push(`(k.reply_due_at, k.id) > (${q.bind(cursor.at, "timestamptz")}, ${q.bind(cursor.id, "uuid")})`);
    const rows = await q.run<{ k: CallInvitation }>(
      ctx.db,
      `select json_build_object('id', k.id, 'skills', k.skills, 'ask', k.ask, 'category', k.category, 'gridCode', k.grid_code, 'gridName', a.name,
         'calledAt', k.called_at, 'replyDueAt', k.reply_due_at) as k
       from expert_call k left join area a on a.code = k.grid_code where ${parts.join(" and ")} order by k.reply_due_at, k.id limit ${q.bind(limit, "int")}`,
    );
    const nodes = rows.slice(0, first).map(({ k }) => ({ ...k, calledAt: new Date(k.calledAt).toISOString(), replyDueAt: new Date(k.replyDueAt).toISOString() }));
    const last = nodes.at(-1);
    return { nodes, pageInfo: { hasNextPage: rows.length > first, endCursor: last ? encodeCursor(last.replyDueAt, last.id) : null } };
  }

  @FieldResolver(() => [ExpertCallType], { description: "Calls for experts, oldest first; empty when masked.", complexity: 10 })
  async expertCalls(@Root() c: CaseType, @Ctx() ctx: Context): Promise<ExpertCallType[]> {
    const calls = (await wholeOf(ctx, c))?.calls ?? [];
    if (calls.length === 0) return [];
    const asks = await run<{ id: string; ask: string }>(ctx.db, "select id, ask from expert_call where case_id = $1", [c.id]);
    return Promise.all(
      calls.map(async ({ id, skills, calledBy, calledAt, candidates, asked, endedAt, outcome }) => ({
        id, skills, calledAt, endedAt, outcome,
        ask: asks.find((one) => one.id === id)?.ask ?? "",
        calledBy: await personOf(ctx, calledBy),
        asked: await Promise.all(asked.map(async (one) => ({ ...one, person: await personOf(ctx, one.personId) }))),
        waiting: endedAt === null ? candidates.length - asked.length : 0,
      })),
    );
  }

  @FieldResolver(() => [CaseHelper], { description: "Who was called to it and came: they see it whole. Empty when masked.", complexity: 5 })
  async helpers(@Root() c: CaseType, @Ctx() ctx: Context): Promise<CaseHelper[]> {
    const ids = (await wholeOf(ctx, c))?.helperIds ?? [];
    return Promise.all(ids.map(async (personId) => ({ personId, person: await personOf(ctx, personId) })));
  }

  @FieldResolver(() => [CaseFact], { description: "Questions of fact, oldest first; empty when masked.", complexity: 10 })
  async facts(@Root() c: CaseType, @Ctx() ctx: Context): Promise<CaseFact[]> {
    const facts = (await wholeOf(ctx, c))?.facts ?? [];
    if (facts.length === 0) return [];
    const words = await run<FactWords & Record<string, unknown>>(ctx.db, "select id, question, answer, evidence from case_fact where case_id = $1", [c.id]);
    return Promise.all(
      facts.map(async ({ id, askedBy, askedAt, answeredBy, answeredAt, attachmentId, withdrawnAt }) => {
        const own = words.find((one) => one.id === id);
        return {
          id, askedAt, answeredAt, attachmentId, withdrawnAt, question: own?.question ?? "", answer: own?.answer ?? null, evidence: own?.evidence ?? null,
          askedBy: await personOf(ctx, askedBy), answeredBy: await personOf(ctx, answeredBy),
        };
      }),
    );
  }
}

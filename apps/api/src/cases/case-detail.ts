import { callbacksOfRound, caseActionNames, isRefusal, mediationParties, respondentsOf, whyNot } from "@bandeng/domain";
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { CaseActionState, CaseAssignment, CaseEventType, CaseHoldType, CaseParty, CaseRespondent, CaseSegment, CaseWhistle } from "./case-parts.ts";
import { CaseType } from "./case-type.ts";
import { eventsSql, wholeEvent } from "./event-fields.ts";
import { refusalType } from "./refusal-type.ts";
import { wholeOf as whole } from "./whole-of.ts";
import { run } from "../database/statement.ts";
import { checkFirst } from "../http/connection.ts";
import type { Context } from "../http/context.ts";
import { OpinionType } from "../opinions/opinion-type.ts";
import { readOpinions } from "../opinions/read-opinion.ts";
import { respondentName } from "../callbacks/respondent-name.ts";
import { personOf } from "../people/person-of.ts";
import { asking } from "../read/read-type.ts";

@Resolver(() => CaseType)
export class CaseDetailResolver {
  @FieldResolver(() => [CaseActionState], { description: "What the viewer may do to it now, and why not the rest; every row of the table of actions.", complexity: 5 })
  actions(@Root() c: CaseType, @Ctx() { viewer, language }: Context): CaseActionState[] {
    return caseActionNames.map((action) => {
      const refusal = whyNot(action, c.source.card, viewer);
      const { code, message } = refusal ? refusalType(refusal, language) : { code: null, message: null };
      return { action, allowed: !isRefusal(refusal), code, message };
    });
  }

  @FieldResolver(() => [CaseSegment], { description: "Time spent on each rung, oldest first; empty before acceptance, or when masked.", complexity: 5 })
  async segments(@Root() c: CaseType, @Ctx() ctx: Context): Promise<readonly CaseSegment[]> {
    return (await whole(ctx, c))?.segments ?? [];
  }

  @FieldResolver(() => [CaseHoldType], { description: "Pauses, oldest first; empty when masked.", complexity: 5 })
  async holds(@Root() c: CaseType, @Ctx() ctx: Context): Promise<readonly CaseHoldType[]> {
    return (await whole(ctx, c))?.holds ?? [];
  }

  @FieldResolver(() => [CaseAssignment], { description: "Who works on it, the lead first; empty before acceptance, or when masked.", complexity: 5 })
  async assignments(@Root() c: CaseType, @Ctx() ctx: Context): Promise<CaseAssignment[]> {
    const all = (await whole(ctx, c))?.assignments ?? [];
    return Promise.all(all.map(async (a) => ({ as: a.as, person: await personOf(ctx, a.personId) })));
  }

  @FieldResolver(() => [CaseParty], { description: "Parties of a dispute, from acceptance on; else empty.", complexity: 5 })
  async parties(@Root() c: CaseType, @Ctx() ctx: Context): Promise<CaseParty[]> {
    const aggregate = await whole(ctx, c);
    if (!aggregate) return [];
    const keys = new Map(mediationParties(aggregate).map(({ side, key }) => [side, key]));
    return Promise.all(aggregate.parties.map(async ({ side, personId }) => ({ key: keys.get(side) ?? null, side, person: await personOf(ctx, personId) })));
  }

  @FieldResolver(() => [CaseWhistle], { description: "Departments that were called; empty when none, or when masked.", complexity: 5 })
  async whistles(@Root() c: CaseType, @Ctx() ctx: Context): Promise<CaseWhistle[]> {
    const all = (await whole(ctx, c))?.whistles ?? [];
    const names = await run<{ id: string; name: string }>(ctx.db, "select id, name from department where id = any($1::uuid[])", [all.map((w) => w.departmentId)]);
    return all.map((w) => ({ ...w, departmentName: names.find((n) => n.id === w.departmentId)?.name ?? "" }));
  }

  @FieldResolver(() => [CaseRespondent], { description: "Who is asked before it may close, with the answers of the present round; empty when masked.", complexity: 5 })
  async respondents(@Root() c: CaseType, @Ctx() ctx: Context): Promise<CaseRespondent[]> {
    const aggregate = await whole(ctx, c);
    if (!aggregate) return [];
    const calls = callbacksOfRound(aggregate);
    return Promise.all(
      respondentsOf(aggregate).map(async (r) => {
        const own = calls.filter((b) => b.respondent === r.key);
        const answer = own.find((b) => b.satisfaction !== null);
        const name = await respondentName(ctx, r);
        return { key: r.key, as: r.as, name, resolved: answer?.resolved ?? null, satisfaction: answer?.satisfaction ?? null, attempts: own.length };
      }),
    );
  }

  @FieldResolver(() => [OpinionType], { description: "What residents said in their own words, merged ones included, oldest first; empty when masked.", complexity: ({ childComplexity }) => 10 + 3 * childComplexity })
  async opinions(@Root() c: CaseType, @Ctx() ctx: Context): Promise<OpinionType[]> {
    const aggregate = await whole(ctx, c);
    return aggregate ? readOpinions(ctx.db, aggregate.reporters.map((r) => r.opinionId)) : [];
  }

  @FieldResolver(() => [CaseEventType], {
    description: "What happened, latest first; empty when masked.",
    complexity: ({ args, childComplexity }) => 5 + Number(args.first) * (childComplexity / 10),
  })
  async events(@Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number, @Root() c: CaseType, @Ctx() ctx: Context): Promise<CaseEventType[]> {
    checkFirst(first);
    if (c.visibility !== "WHOLE") return [];
    const ask = asking(ctx.viewer, await ctx.now());
    const [row] = await ask.q.run<{ events: CaseEventType[] }>(ctx.db, `select ${eventsSql(ask, ask.q.bind(c.id, "uuid"), first, wholeEvent)} as events`);
    return row?.events ?? [];
  }
}

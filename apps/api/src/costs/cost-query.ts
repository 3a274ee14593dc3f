import { areaRange, balanceFen, chosenQuote, costSums, openCostObjections, toShareFen, whyNotOpenCosts, type CostPlan, type CostState } from "@bandeng/domain";
import DataLoader from "dataloader";
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { CostStateEnum } from "./cost-enums.ts";
import { CostActionStateType, CostPlanConnection, CostPlanType } from "./cost-type.ts";
import { caseScope, conditions } from "../access/scope.ts";
import { checkAreas } from "../cases/check-areas.ts";
import { decodeCursor, encodeCursor } from "../cases/case-list.ts";
import { CaseType } from "../cases/case-type.ts";
import { refusalType } from "../cases/refusal-type.ts";
import { wholeOf } from "../cases/whole-of.ts";
import { Statement } from "../database/statement.ts";
import { isUuid } from "../database/uuid.ts";
import { badInput, checkFirst, PageArgs } from "../http/connection.ts";
import type { Context } from "../http/context.ts";
import { requestLoader } from "../http/request-loader.ts";

/** The GraphQL face of a cost plan; whoever gets to see it sees all of it. */
function costPlanType(plan: CostPlan): CostPlanType {
  const { id, no, version, areaCode, title, state, chosenQuoteId, funds, method, publicity, openedAt, settledAt } = plan;
  return {
    id, no, version, areaCode, title, state, chosenQuoteId, funds, method, publicity, openedAt, settledAt, ...costSums(plan),
    totalFen: chosenQuote(plan)?.totalFen ?? 0, toShareFen: toShareFen(plan), openObjections: openCostObjections(plan), balanceFen: balanceFen(plan), source: plan,
  };
}

/** A plan exists for whoever sees its case `c` whole: with row level security alone that is the policy's to say. */
function scopeOf(q: Statement, { viewer }: Context): string {
  return conditions.on ? caseScope(q, viewer).whole : "true";
}

/** One cost plan as the viewer may see it; null when there is none in his scope. */
export async function readCostPlan(ctx: Context, id: string): Promise<CostPlanType | null> {
  if (!isUuid(id)) return null;
  const q = new Statement();
  const [row] = await q.run<{ plan: CostPlan }>(ctx.db, `select p.plan from cost_plan p join cases c on c.id = p.case_id where p.id = ${q.bind(id, "uuid")} and ${scopeOf(q, ctx)}`);
  return row ? costPlanType(row.plan) : null;
}

@Resolver(() => CostPlanType)
export class CostPlanQueryResolver {
  @Query(() => CostPlanType, { nullable: true, description: "One cost plan; null when there is none in the viewer's scope.", complexity: ({ childComplexity }) => 5 + childComplexity })
  costPlan(@Arg("id", () => ID, { description: "Its id." }) id: string, @Ctx() ctx: Context): Promise<CostPlanType | null> {
    return readCostPlan(ctx, id);
  }

  @Query(() => CostPlanConnection, { description: "费用方案 of areas, the latest first.", complexity: ({ childComplexity, args }) => 10 + Number(args.first) * (2 + childComplexity / 10) })
  async costPlans(
    @Arg("areas", () => [ID], { description: "Area codes." }) areas: string[],
    @Arg("states", () => [CostStateEnum], { nullable: true, description: "States." }) states: CostState[] | null | undefined,
    @Arg("overdueOnly", () => Boolean, { defaultValue: false, description: "Only those whose publicity is over and nobody began to collect." }) overdueOnly: boolean,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<CostPlanConnection> {
    const cursor = after == null ? null : decodeCursor(after);
    if (after != null && cursor === null) throw badInput("after is no cursor of this list");
    const q = new Statement();
    const ranges = `{${checkAreas(areas).map((area) => `[${areaRange(area).join(",")})`).join(",")}}`;
    const parts = [`c.area_no <@ ${q.bind(ranges, "int8multirange")}`, scopeOf(q, ctx)];
    if (states) parts.push(`p.state = any(${q.bind(states, "text[]")})`);
    if (overdueOnly) parts.push(`p.state = 'PUBLICISED' and p.publicity_until < ${q.bind(await ctx.now(), "timestamptz")}`);
    if (cursor) parts.push(`(p.opened_at, p.id) < (${q.bind(cursor.at, "timestamptz")}, ${q.bind(cursor.id, "uuid")})`);
    const rows = await q.run<{ plan: CostPlan }>(ctx.db, `select p.plan from cost_plan p join cases c on c.id = p.case_id where ${parts.join(" and ")} order by p.opened_at desc, p.id desc limit ${q.bind(checkFirst(first) + 1, "int")}`);
    const shown = rows.slice(0, first).map(({ plan }) => costPlanType(plan));
    const last = shown.at(-1);
    return { nodes: shown, pageInfo: { hasNextPage: rows.length > first, endCursor: last ? encodeCursor(last.openedAt, last.id) : null } };
  }
}

/** Loads the last cost plan of cases the viewer sees whole. */
function lastLoader(ctx: Context): DataLoader<string, CostPlan | null> {
  return new DataLoader(async (ids) => {
    const q = new Statement();
    const wanted = q.bind(ids, "uuid[]");
    const rows = await q.run<{ plan: CostPlan }>(
      ctx.db,
      `select distinct on (p.case_id) p.plan from cost_plan p join cases c on c.id = p.case_id where p.case_id = any(${wanted}) and ${scopeOf(q, ctx)} order by p.case_id, p.opened_at desc, p.id desc`,
    );
    const byCase = new Map(rows.map(({ plan }) => [plan.caseId, plan]));
    return ids.map((id) => byCase.get(id) ?? null);
  });
}

const lastOf = (ctx: Context, caseId: string): Promise<CostPlan | null> => requestLoader(ctx, "lastCostPlans", () => lastLoader(ctx)).load(caseId);

@Resolver(() => CaseType)
export class CaseCostsResolver {
  @FieldResolver(() => CostPlanType, { nullable: true, description: "Its last cost plan; null when it had none, or when masked.", complexity: ({ childComplexity }) => 3 + childComplexity })
  async costPlan(@Root() c: CaseType, @Ctx() ctx: Context): Promise<CostPlanType | null> {
    if (c.visibility !== "WHOLE") return null;
    const last = await lastOf(ctx, c.id);
    return last && costPlanType(last);
  }

  @FieldResolver(() => CostActionStateType, { nullable: true, description: "Whether the viewer may open a cost plan of it now, and why not; null when masked.", complexity: 3 })
  async costOpening(@Root() c: CaseType, @Ctx() ctx: Context): Promise<CostActionStateType | null> {
    const whole = await wholeOf(ctx, c);
    if (!whole) return null;
    const last = await lastOf(ctx, c.id);
    const refusal = whyNotOpenCosts(whole, last !== null && last.state !== "SETTLED" && last.state !== "CANCELLED", ctx.viewer);
    const { code, message } = refusal ? refusalType(refusal, ctx.language) : { code: null, message: null };
    return { action: "openCosts", allowed: refusal === null, code, message };
  }
}

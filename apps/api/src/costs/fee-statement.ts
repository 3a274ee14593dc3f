import { costSums, shareState, sumFen, type CostMethod, type CostPlan, type CostShare, type ShareState } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, ObjectType, Query, Resolver } from "type-graphql";
import { CostMethodEnum, ShareStateEnum } from "./cost-enums.ts";
import { basisOf } from "./cost-fields.ts";
import { readCostPlan } from "./cost-query.ts";
import { CostFundType, CostPublicityType } from "./cost-type.ts";
import type { Context } from "../http/context.ts";
import { DateTime } from "../http/date-time.ts";
import { Fen } from "../http/fen.ts";
import { doorOf, doorWords } from "../meetings/doors.ts";

@ObjectType({ description: "One room on a statement that hangs." })
export class FeeStatementRow {
  @Field(() => String, { description: "The door, such as 锡麟街25号 3-302; never a name." })
  room!: string;

  @Field(() => Fen, { description: "Its share." })
  shareFen!: number;

  @Field(() => Fen, { description: "What it bore, of its own and of others' shares." })
  paidFen!: number;

  @Field(() => Fen, { description: "What the final account gives back to it." })
  refundFen!: number;

  @Field(() => ShareStateEnum, { description: "Where it stands. Who refused is shown as DUE: a notice shames nobody." })
  state!: ShareState;
}

@ObjectType({ description: "The final account on a statement." })
export class FeeStatementFinal {
  @Field(() => Fen, { description: "What it really cost, the part of bodies that pay directly included." })
  totalFen!: number;

  @Field(() => Fen, { description: "What the residents get back." })
  savedFen!: number;

  @Field(() => DateTime, { description: "When it was made." })
  at!: string;

  @Field(() => CostPublicityType, { nullable: true, description: "Where it hangs; null while it does not." })
  publicity!: CostPublicityType | null;
}

@ObjectType({ description: "费用公示: what may be hung up, by room and without names." })
export class FeeStatement {
  @Field(() => String, { description: "The plan's line." })
  title!: string;

  @Field(() => String, { description: "The plan's number." })
  no!: string;

  @Field(() => CostMethodEnum, { description: "How it is shared." })
  method!: CostMethod;

  @Field(() => String, { description: "What that rests on." })
  basis!: string;

  @Field(() => Fen, { description: "Of the chosen quote." })
  totalFen!: number;

  @Field(() => [CostFundType], { description: "Bodies that pay directly." })
  funds!: readonly CostFundType[];

  @Field(() => Fen, { description: "What the residents share." })
  toShareFen!: number;

  @Field(() => [FeeStatementRow], { description: "By room, in the household order." })
  rows!: FeeStatementRow[];

  @Field(() => Fen, { description: "What the residents paid." })
  paidFen!: number;

  @Field(() => Fen, { description: "What is still to be paid." })
  openFen!: number;

  @Field(() => Fen, { description: "What the contractor was paid of it." })
  paidOutFen!: number;

  @Field(() => Fen, { description: "What was given back." })
  refundedFen!: number;

  @Field(() => Fen, { description: "Receipts − refunds − payouts." })
  balanceFen!: number;

  @Field(() => CostPublicityType, { nullable: true, description: "Where and how long the plan hangs; null before." })
  publicity!: CostPublicityType | null;

  @Field(() => FeeStatementFinal, { nullable: true, description: "The final account; null before." })
  final!: FeeStatementFinal | null;
}

const shownState = (plan: CostPlan, share: CostShare): ShareState => {
  const state = shareState(plan, share);
  return state === "REFUSED" ? "DUE" : state;
};

@Resolver()
export class FeeStatementResolver {
  @Query(() => FeeStatement, { nullable: true, description: "A cost plan as it may be hung up; null when there is none in the viewer's scope.", complexity: 100 })
  async feeStatement(@Arg("costPlanId", () => ID, { description: "The plan." }) costPlanId: string, @Ctx() ctx: Context): Promise<FeeStatement | null> {
    const found = await readCostPlan(ctx, costPlanId);
    if (!found) return null;
    const { source: plan, title, no, method, totalFen, funds, toShareFen, balanceFen, publicity } = found;
    const rows = await Promise.all(
      plan.shares.map(async (share): Promise<FeeStatementRow> => {
        const door = await doorOf(ctx, share.householdId);
        const borne = plan.receipts.filter((r) => r.voidedAt === null && r.payerId === share.householdId);
        return { room: door ? doorWords(door) : "***", shareFen: share.fen, paidFen: sumFen(borne), refundFen: plan.refunds.find((r) => r.householdId === share.householdId)?.fen ?? 0, state: shownState(plan, share) };
      }),
    );
    const { dueFen, refusedFen, paidFen } = costSums(plan);
    return {
      title, no, method, basis: basisOf(method === "AREA", ctx.language), totalFen, funds, toShareFen, rows, paidFen, openFen: dueFen + refusedFen, paidOutFen: sumFen(plan.payouts),
      refundedFen: sumFen(plan.refunds.filter(({ paidAt }) => paidAt !== null)), balanceFen, publicity,
      final: plan.final && { totalFen: plan.final.totalFen, savedFen: sumFen(plan.refunds), at: plan.final.at, publicity: plan.final.publicity },
    };
  }
}

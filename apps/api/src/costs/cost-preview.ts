import { isRefusal, sharesOf, toShareFen, type CostMethod, type Refusal } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from "type-graphql";
import { CostMethodEnum } from "./cost-enums.ts";
import { readCostPlan } from "./cost-query.ts";
import { CustomShareInput, customSharesOf, sharingHouseholds } from "./sharing-households.ts";
import { RefusalType, refusalType } from "../cases/refusal-type.ts";
import type { Context } from "../http/context.ts";
import { Fen } from "../http/fen.ts";
import { wholeCase } from "../meetings/chain.ts";
import { doorOf } from "../meetings/doors.ts";
import { DoorType } from "../meetings/meeting-type.ts";

@ObjectType({ description: "What a household would bear." })
export class PreviewedShare {
  @Field(() => DoorType, { description: "Its door." })
  household!: DoorType;

  @Field(() => Int, { nullable: true, description: "Exclusive floor area in cm²; null while it is not known." })
  areaCm2!: number | null;

  @Field(() => Fen, { description: "Its share." })
  shareFen!: number;
}

@ObjectType({ description: "The shares as they would be; nothing is stored." })
export class CostPreview {
  @Field(() => [PreviewedShare], { description: "In the household order; empty when refused." })
  households!: PreviewedShare[];

  @Field(() => Fen, { description: "What would be shared." })
  toShareFen!: number;

  @Field(() => RefusalType, { nullable: true, description: "Why it cannot be shared so; null when it can." })
  refusal!: RefusalType | null;
}

@Resolver()
export class CostPreviewResolver {
  @Query(() => CostPreview, { nullable: true, description: "The shares of a cost plan as they would be by a method, whether or not there is a resolution for it; null when there is no such plan in the viewer's scope.", complexity: 100 })
  async costPreview(
    @Arg("costPlanId", () => ID, { description: "The plan, with a quote chosen." }) costPlanId: string,
    @Arg("method", () => CostMethodEnum, { description: "By which method." }) method: CostMethod,
    @Arg("households", () => [ID], { nullable: true, description: "Who would share; absent: whom the case's place tells." }) ids: string[] | null | undefined,
    @Arg("customShares", () => [CustomShareInput], { nullable: true, description: "With CUSTOM what each would bear." }) customShares: CustomShareInput[] | null | undefined,
    @Ctx() ctx: Context,
  ): Promise<CostPreview | null> {
    const plan = (await readCostPlan(ctx, costPlanId))?.source;
    const c = plan && (await wholeCase(ctx, plan.caseId));
    if (!c) return null;
    const refused = (refusal: Refusal): CostPreview => ({ households: [], toShareFen: toShareFen(plan), refusal: refusalType(refusal, ctx.language) });
    const households = await sharingHouseholds(ctx.db, ctx.viewer, c, { method, ids: ids ?? null });
    const shares = sharesOf(toShareFen(plan), { method, households: households ?? [], customShares: customSharesOf(customShares) });
    if (isRefusal(shares)) return refused(shares);
    const shown = await Promise.all(shares.map(async ({ householdId, areaCm2, fen }) => ({ household: await doorOf(ctx, householdId), areaCm2, shareFen: fen })));
    return { households: shown.flatMap(({ household, ...share }) => (household ? [{ household, ...share }] : [])), toShareFen: toShareFen(plan), refusal: null };
  }
}

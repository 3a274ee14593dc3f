import { decideWaiveShare } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnCosts, CostPlanPayload } from "./cost-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of waiveShare." })
export class WaiveShareInput extends VerbInput {
  @Field(() => ID, { description: "Whose share." })
  householdId!: string;

  @Field(() => ID, { nullable: true, description: "The household of the plan that bears it; absent where a body does." })
  bearerId?: string | null;

  @Field(() => String, { nullable: true, description: "The body that pays it directly; absent where a household bears it." })
  fund?: string | null;

  @Field(() => String, { description: "Why." })
  reason!: string;
}

@ObjectType({ description: "Answer of waiveShare: the cost plan, or the refusal." })
export class WaiveSharePayload extends CostPlanPayload {}

@Resolver()
export class WaiveShare {
  @Mutation(() => WaiveSharePayload, { description: "免缴: a share is let off, and somebody who is named bears it: another household of the plan, or a body that pays the contractor directly. By whoever never collected in this plan." })
  waiveShare(@Arg("input", () => WaiveShareInput, { description: "What is asked for." }) input: WaiveShareInput, @Ctx() ctx: Context): Promise<WaiveSharePayload> {
    return actOnCosts(ctx, "waiveShare", input, (plan, c, facts) => {
      const { householdId, bearerId, fund, reason } = input;
      return decideWaiveShare(plan, c, { householdId: householdId.toLowerCase(), bearerId: bearerId?.toLowerCase() ?? null, fund: fund ?? null, reason }, facts);
    });
  }
}

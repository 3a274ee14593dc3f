import { decideCancelCosts } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnCosts, CostPlanPayload } from "./cost-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of cancelCosts." })
export class CancelCostsInput extends VerbInput {
  @Field(() => String, { description: "Why." })
  reason!: string;
}

@ObjectType({ description: "Answer of cancelCosts: the cost plan, or the refusal." })
export class CancelCostsPayload extends CostPlanPayload {}

@Resolver()
export class CancelCosts {
  @Mutation(() => CancelCostsPayload, { description: "取消 of a plan nobody has paid for." })
  cancelCosts(@Arg("input", () => CancelCostsInput, { description: "What is asked for." }) input: CancelCostsInput, @Ctx() ctx: Context): Promise<CancelCostsPayload> {
    return actOnCosts(ctx, "cancelCosts", input, (plan, c, facts) => decideCancelCosts(plan, c, input, facts));
  }
}

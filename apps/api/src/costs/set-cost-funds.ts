import { decideSetFunds } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnCosts, CostPlanPayload } from "./cost-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";
import { Fen } from "../http/fen.ts";

@InputType({ description: "A body that pays the contractor directly." })
export class CostFundInput {
  @Field(() => String, { description: "Who, at most 60 characters." })
  name!: string;

  @Field(() => Fen, { description: "How much." })
  fen!: number;
}

@InputType({ description: "Input of setCostFunds." })
export class SetCostFundsInput extends VerbInput {
  @Field(() => [CostFundInput], { description: "All of them, at most 10; in the place of those that were entered." })
  funds!: CostFundInput[];
}

@ObjectType({ description: "Answer of setCostFunds: the cost plan, or the refusal." })
export class SetCostFundsPayload extends CostPlanPayload {}

@Resolver()
export class SetCostFunds {
  @Mutation(() => SetCostFundsPayload, { description: "登记直接承担的资金: bodies that pay the contractor themselves; shown, not counted. The shares follow." })
  setCostFunds(@Arg("input", () => SetCostFundsInput, { description: "What is asked for." }) input: SetCostFundsInput, @Ctx() ctx: Context): Promise<SetCostFundsPayload> {
    return actOnCosts(ctx, "setCostFunds", input, (plan, c, facts) => decideSetFunds(plan, c, input, facts));
  }
}

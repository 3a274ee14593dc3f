import { decideSettleCosts } from "@bandeng/domain";
import { Arg, Ctx, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnCosts, CostPlanPayload } from "./cost-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of settleCosts." })
export class SettleCostsInput extends VerbInput {}

@ObjectType({ description: "Answer of settleCosts: the cost plan, or the refusal." })
export class SettleCostsPayload extends CostPlanPayload {}

@Resolver()
export class SettleCosts {
  @Mutation(() => SettleCostsPayload, { description: "结清: the final account is made, everything is paid out or back, and nothing is left over." })
  settleCosts(@Arg("input", () => SettleCostsInput, { description: "What is asked for." }) input: SettleCostsInput, @Ctx() ctx: Context): Promise<SettleCostsPayload> {
    return actOnCosts(ctx, "settleCosts", input, decideSettleCosts);
  }
}

import { decideStartCollecting } from "@bandeng/domain";
import { Arg, Ctx, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnCosts, CostPlanPayload } from "./cost-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of startCollecting." })
export class StartCollectingInput extends VerbInput {}

@ObjectType({ description: "Answer of startCollecting: the cost plan, or the refusal." })
export class StartCollectingPayload extends CostPlanPayload {}

@Resolver()
export class StartCollecting {
  @Mutation(() => StartCollectingPayload, { description: "开始收缴: the publicity is over, every objection answered, the last plan of works approved." })
  startCollecting(@Arg("input", () => StartCollectingInput, { description: "What is asked for." }) input: StartCollectingInput, @Ctx() ctx: Context): Promise<StartCollectingPayload> {
    return actOnCosts(ctx, "startCollecting", input, decideStartCollecting);
  }
}

import { decidePublishFinal } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnCosts, CostPlanPayload } from "./cost-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of publishFinalStatement." })
export class PublishFinalStatementInput extends VerbInput {
  @Field(() => String, { description: "Where it hangs, at most 200 characters." })
  place!: string;
}

@ObjectType({ description: "Answer of publishFinalStatement: the cost plan, or the refusal." })
export class PublishFinalStatementPayload extends CostPlanPayload {}

@Resolver()
export class PublishFinalStatement {
  @Mutation(() => PublishFinalStatementPayload, { description: "决算公示: the final account hangs for so many working days as the community has set, 3 by default; nothing waits for them." })
  publishFinalStatement(@Arg("input", () => PublishFinalStatementInput, { description: "What is asked for." }) input: PublishFinalStatementInput, @Ctx() ctx: Context): Promise<PublishFinalStatementPayload> {
    return actOnCosts(ctx, "publishFinalStatement", input, (plan, c, facts) => decidePublishFinal(plan, c, input, facts));
  }
}

import { decideAnswerCostObjection } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnCosts, CostPlanPayload } from "./cost-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of answerCostObjection." })
export class AnswerCostObjectionInput extends VerbInput {
  @Field(() => ID, { description: "Which." })
  objectionId!: string;

  @Field(() => String, { description: "The answer." })
  answer!: string;
}

@ObjectType({ description: "Answer of answerCostObjection: the cost plan, or the refusal." })
export class AnswerCostObjectionPayload extends CostPlanPayload {}

@Resolver()
export class AnswerCostObjection {
  @Mutation(() => AnswerCostObjectionPayload, { description: "答复异议: what is changed, or why it stays. Nobody collects while one is open." })
  answerCostObjection(@Arg("input", () => AnswerCostObjectionInput, { description: "What is asked for." }) input: AnswerCostObjectionInput, @Ctx() ctx: Context): Promise<AnswerCostObjectionPayload> {
    return actOnCosts(ctx, "answerCostObjection", input, (plan, c, facts) => decideAnswerCostObjection(plan, c, { objectionId: input.objectionId.toLowerCase(), answer: input.answer }, facts));
  }
}

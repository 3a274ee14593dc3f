import { decideChooseQuote } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnCosts, CostPlanPayload } from "./cost-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of chooseQuote." })
export class ChooseQuoteInput extends VerbInput {
  @Field(() => ID, { description: "Which." })
  quoteId!: string;

  @Field(() => String, { defaultValue: "", description: "Why this one; needed where there are fewer than three." })
  reason!: string;
}

@ObjectType({ description: "Answer of chooseQuote: the cost plan, or the refusal." })
export class ChooseQuotePayload extends CostPlanPayload {}

@Resolver()
export class ChooseQuote {
  @Mutation(() => ChooseQuotePayload, { description: "选定报价: one of at least three, or of fewer with a reason." })
  chooseQuote(@Arg("input", () => ChooseQuoteInput, { description: "What is asked for." }) input: ChooseQuoteInput, @Ctx() ctx: Context): Promise<ChooseQuotePayload> {
    return actOnCosts(ctx, "chooseQuote", input, (plan, c, facts) => decideChooseQuote(plan, c, { quoteId: input.quoteId.toLowerCase(), reason: input.reason }, facts));
  }
}

import { decideRemoveQuote } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnCosts, CostPlanPayload } from "./cost-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of removeQuote." })
export class RemoveQuoteInput extends VerbInput {
  @Field(() => ID, { description: "Which." })
  quoteId!: string;
}

@ObjectType({ description: "Answer of removeQuote: the cost plan, or the refusal." })
export class RemoveQuotePayload extends CostPlanPayload {}

@Resolver()
export class RemoveQuote {
  @Mutation(() => RemoveQuotePayload, { description: "A quote is taken out again; with the chosen one go the shares made of it." })
  removeQuote(@Arg("input", () => RemoveQuoteInput, { description: "What is asked for." }) input: RemoveQuoteInput, @Ctx() ctx: Context): Promise<RemoveQuotePayload> {
    return actOnCosts(ctx, "removeQuote", input, (plan, c, facts) => decideRemoveQuote(plan, c, { quoteId: input.quoteId.toLowerCase() }, facts));
  }
}

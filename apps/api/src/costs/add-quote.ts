import { decideAddQuote } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { contractorFor } from "./contractor-store.ts";
import { actOnCosts, CostPlanPayload } from "./cost-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";
import { Fen } from "../http/fen.ts";

@InputType({ description: "Input of addQuote." })
export class AddQuoteInput extends VerbInput {
  @Field(() => ID, { description: "A contractor of the register." })
  contractorId!: string;

  @Field(() => Fen, { description: "All of it." })
  totalFen!: number;

  @Field(() => String, { defaultValue: "", description: "What came with it." })
  note!: string;
}

@ObjectType({ description: "Answer of addQuote: the cost plan, or the refusal." })
export class AddQuotePayload extends CostPlanPayload {}

@Resolver()
export class AddQuote {
  @Mutation(() => AddQuotePayload, { description: "报价: what a contractor of the register asks; one quote a contractor." })
  addQuote(@Arg("input", () => AddQuoteInput, { description: "What is asked for." }) input: AddQuoteInput, @Ctx() ctx: Context): Promise<AddQuotePayload> {
    return actOnCosts(ctx, "addQuote", input, async (plan, c, facts, { client }) => {
      const contractor = await contractorFor(client, input.contractorId, c);
      return decideAddQuote(plan, c, { quoteId: uuidv7(), contractor, totalFen: input.totalFen, note: input.note }, facts);
    });
  }
}

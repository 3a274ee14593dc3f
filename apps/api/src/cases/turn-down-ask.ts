import { decideTurnDown } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { VerbInput } from "./verb-input.ts";
import { actOnCase, CasePayload } from "./verb.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of turnDownAsk." })
export class TurnDownAskInput extends VerbInput {
  @Field(() => String, { description: "Why." })
  reason!: string;
}

@ObjectType({ description: "Answer of turnDownAsk: the case, or the refusal." })
export class TurnDownAskPayload extends CasePayload {}

@Resolver()
export class TurnDownAsk {
  @Mutation(() => TurnDownAskPayload, { description: "Somebody one role up turns down what the lead asked for." })
  turnDownAsk(@Arg("input", () => TurnDownAskInput, { description: "What is asked for." }) input: TurnDownAskInput, @Ctx() ctx: Context): Promise<TurnDownAskPayload> {
    return actOnCase(ctx, "turnDownAsk", input, (c, facts) => decideTurnDown(c, input, facts));
  }
}

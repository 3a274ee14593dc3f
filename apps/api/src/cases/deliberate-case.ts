import { decideDeliberate } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { VerbInput } from "./verb-input.ts";
import { actOnCase, CasePayload } from "./verb.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of deliberateCase." })
export class DeliberateCaseInput extends VerbInput {
  @Field(() => String, { description: "At which bench." })
  where!: string;
}

@ObjectType({ description: "Answer of deliberateCase: the case, or the refusal." })
export class DeliberateCasePayload extends CasePayload {}

@Resolver()
export class DeliberateCase {
  @Mutation(() => DeliberateCasePayload, { description: "议一议: it is talked over at a bench meeting; one recorded afterwards counts too." })
  deliberateCase(@Arg("input", () => DeliberateCaseInput, { description: "What is asked for." }) input: DeliberateCaseInput, @Ctx() ctx: Context): Promise<DeliberateCasePayload> {
    return actOnCase(ctx, "deliberateCase", input, (c, facts) => decideDeliberate(c, input, facts));
  }
}

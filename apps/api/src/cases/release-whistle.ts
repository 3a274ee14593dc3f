import { decideRelease } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { VerbInput } from "./verb-input.ts";
import { actOnCase, CasePayload } from "./verb.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of releaseWhistle." })
export class ReleaseWhistleInput extends VerbInput {
  @Field(() => ID, { description: "The whistle." })
  whistleId!: string;
}

@ObjectType({ description: "Answer of releaseWhistle: the case, or the refusal." })
export class ReleaseWhistlePayload extends CasePayload {}

@Resolver()
export class ReleaseWhistle {
  @Mutation(() => ReleaseWhistlePayload, { description: "Ends a whistle, reported or not." })
  releaseWhistle(@Arg("input", () => ReleaseWhistleInput, { description: "What is asked for." }) input: ReleaseWhistleInput, @Ctx() ctx: Context): Promise<ReleaseWhistlePayload> {
    return actOnCase(ctx, "releaseWhistle", input, (c, facts) => decideRelease(c, input, facts));
  }
}

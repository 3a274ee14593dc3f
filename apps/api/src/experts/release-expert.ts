import { decideReleaseExpert } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { VerbInput } from "../cases/verb-input.ts";
import { actOnCase, CasePayload } from "../cases/verb.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of releaseExpert." })
export class ReleaseExpertInput extends VerbInput {
  @Field(() => ID, { description: "Who came when he was called." })
  personId!: string;
}

@ObjectType({ description: "Answer of releaseExpert: the case, or the refusal." })
export class ReleaseExpertPayload extends CasePayload {}

@Resolver()
export class ReleaseExpert {
  @Mutation(() => ReleaseExpertPayload, { description: "Lets an expert go who came: from here on he does not see the case any more." })
  releaseExpert(@Arg("input", () => ReleaseExpertInput, { description: "Who." }) input: ReleaseExpertInput, @Ctx() ctx: Context): Promise<ReleaseExpertPayload> {
    return actOnCase(ctx, "releaseExpert", input, (c, facts) => decideReleaseExpert(c, { personId: input.personId }, facts));
  }
}

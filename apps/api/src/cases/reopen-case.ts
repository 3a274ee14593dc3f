import { decideReopen } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { VerbInput } from "./verb-input.ts";
import { actOnCase, CasePayload } from "./verb.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of reopenCase." })
export class ReopenCaseInput extends VerbInput {
  @Field(() => ID, { description: "The reporter: a key of `respondents`." })
  respondent!: string;

  @Field(() => String, { description: "What he says." })
  words!: string;
}

@ObjectType({ description: "Answer of reopenCase: the case, or the refusal." })
export class ReopenCasePayload extends CasePayload {}

@Resolver()
export class ReopenCase {
  @Mutation(() => ReopenCasePayload, { description: "A reporter says it is not solved, within 30 days of closing." })
  reopenCase(@Arg("input", () => ReopenCaseInput, { description: "What is asked for." }) input: ReopenCaseInput, @Ctx() ctx: Context): Promise<ReopenCasePayload> {
    return actOnCase(ctx, "reopenCase", input, (c, facts) => decideReopen(c, input, facts));
  }
}

import { decideAppeal } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { VerbInput } from "./verb-input.ts";
import { actOnCase, CasePayload } from "./verb.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of appealCase." })
export class AppealCaseInput extends VerbInput {
  @Field(() => ID, { description: "The reporter: a key of `respondents`." })
  respondent!: string;

  @Field(() => String, { description: "What he says." })
  words!: string;
}

@ObjectType({ description: "Answer of appealCase: the case, or the refusal." })
export class AppealCasePayload extends CasePayload {}

@Resolver()
export class AppealCase {
  @Mutation(() => AppealCasePayload, { description: "The reporter objects to a refusal, once, within 30 days." })
  appealCase(@Arg("input", () => AppealCaseInput, { description: "What is asked for." }) input: AppealCaseInput, @Ctx() ctx: Context): Promise<AppealCasePayload> {
    return actOnCase(ctx, "appealCase", input, (c, facts) => decideAppeal(c, input, facts));
  }
}

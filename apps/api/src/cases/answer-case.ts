import { decideAnswer } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { VerbInput } from "./verb-input.ts";
import { actOnCase, CasePayload } from "./verb.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of answerCase." })
export class AnswerCaseInput extends VerbInput {
  @Field(() => String, { description: "The answer, told to every reporter." })
  answer!: string;
}

@ObjectType({ description: "Answer of answerCase: the case, or the refusal." })
export class AnswerCasePayload extends CasePayload {}

@Resolver()
export class AnswerCase {
  @Mutation(() => AnswerCasePayload, { description: "谈一谈: the lead answers an opinion; it goes to the call-back." })
  answerCase(@Arg("input", () => AnswerCaseInput, { description: "What is asked for." }) input: AnswerCaseInput, @Ctx() ctx: Context): Promise<AnswerCasePayload> {
    return actOnCase(ctx, "answerCase", input, (c, facts) => decideAnswer(c, input, facts));
  }
}

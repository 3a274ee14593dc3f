import { decideResume } from "@bandeng/domain";
import { Arg, Ctx, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { VerbInput } from "./verb-input.ts";
import { actOnCase, CasePayload } from "./verb.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of resumeCase." })
export class ResumeCaseInput extends VerbInput {}

@ObjectType({ description: "Answer of resumeCase: the case, or the refusal." })
export class ResumeCasePayload extends CasePayload {}

@Resolver()
export class ResumeCase {
  @Mutation(() => ResumeCasePayload, { description: "恢复: a held case goes on where it was." })
  resumeCase(@Arg("input", () => ResumeCaseInput, { description: "What is asked for." }) input: ResumeCaseInput, @Ctx() ctx: Context): Promise<ResumeCasePayload> {
    return actOnCase(ctx, "resumeCase", input, (c, facts) => decideResume(c, facts));
  }
}

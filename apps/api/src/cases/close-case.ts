import { decideClose } from "@bandeng/domain";
import { Arg, Ctx, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { VerbInput } from "./verb-input.ts";
import { actOnCase, CasePayload } from "./verb.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of closeCase." })
export class CloseCaseInput extends VerbInput {}

@ObjectType({ description: "Answer of closeCase: the case, or the refusal." })
export class CloseCasePayload extends CasePayload {}

@Resolver()
export class CloseCase {
  @Mutation(() => CloseCasePayload, { description: "结案 without all answers: a clerk who never led it, after the attempts." })
  closeCase(@Arg("input", () => CloseCaseInput, { description: "What is asked for." }) input: CloseCaseInput, @Ctx() ctx: Context): Promise<CloseCasePayload> {
    return actOnCase(ctx, "closeCase", input, (c, facts) => decideClose(c, facts));
  }
}

import { decideSendDown } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { VerbInput } from "./verb-input.ts";
import { actOnCase, CasePayload } from "./verb.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of sendDownCase." })
export class SendDownCaseInput extends VerbInput {
  @Field(() => String, { description: "Why." })
  reason!: string;
}

@ObjectType({ description: "Answer of sendDownCase: the case, or the refusal." })
export class SendDownCasePayload extends CasePayload {}

@Resolver()
export class SendDownCase {
  @Mutation(() => SendDownCasePayload, { description: "下发 one level, by the owner of the higher one." })
  sendDownCase(@Arg("input", () => SendDownCaseInput, { description: "What is asked for." }) input: SendDownCaseInput, @Ctx() ctx: Context): Promise<SendDownCasePayload> {
    return actOnCase(ctx, "sendDownCase", input, (c, facts) => decideSendDown(c, input, facts));
  }
}

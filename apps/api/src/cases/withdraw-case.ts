import { decideWithdraw } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { receiptsExist } from "./receipts-exist.ts";
import { VerbInput } from "./verb-input.ts";
import { actOnCase, CasePayload } from "./verb.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of withdrawCase." })
export class WithdrawCaseInput extends VerbInput {
  @Field(() => ID, { description: "The reporter: a key of `respondents`." })
  respondent!: string;
}

@ObjectType({ description: "Answer of withdrawCase: the case, or the refusal." })
export class WithdrawCasePayload extends CasePayload {}

@Resolver()
export class WithdrawCase {
  @Mutation(() => WithdrawCasePayload, { description: "撤回 by the reporter, before it is resolved and while nobody else depends on it." })
  withdrawCase(@Arg("input", () => WithdrawCaseInput, { description: "What is asked for." }) input: WithdrawCaseInput, @Ctx() ctx: Context): Promise<WithdrawCasePayload> {
    return actOnCase(ctx, "withdrawCase", input, async (c, facts, { client }) => decideWithdraw(c, { respondent: input.respondent, receiptsExist: await receiptsExist(client, c.id) }, facts));
  }
}

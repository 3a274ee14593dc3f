import { decideApprove } from "@bandeng/domain";
import { Arg, Ctx, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { VerbInput } from "./verb-input.ts";
import { actOnCase, CasePayload } from "./verb.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of approveAsk." })
export class ApproveAskInput extends VerbInput {}

@ObjectType({ description: "Answer of approveAsk: the case, or the refusal." })
export class ApproveAskPayload extends CasePayload {}

@Resolver()
export class ApproveAsk {
  @Mutation(() => ApproveAskPayload, { description: "Somebody one role up approves what the lead asked for." })
  approveAsk(@Arg("input", () => ApproveAskInput, { description: "What is asked for." }) input: ApproveAskInput, @Ctx() ctx: Context): Promise<ApproveAskPayload> {
    return actOnCase(ctx, "approveAsk", input, (c, facts) => decideApprove(c, facts));
  }
}

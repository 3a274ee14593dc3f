import { decideWithdrawExpert } from "@bandeng/domain";
import { Arg, Ctx, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnExpert, ExpertPayload } from "./expert-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of withdrawExpert." })
export class WithdrawExpertInput extends VerbInput {}

@ObjectType({ description: "Answer of withdrawExpert: nothing, since the pool has him no more, or the refusal." })
export class WithdrawExpertPayload extends ExpertPayload {}

@Resolver()
export class WithdrawExpert {
  @Mutation(() => WithdrawExpertPayload, { description: "Takes somebody out of the talent pool. Calls he has taken stay what they are." })
  withdrawExpert(@Arg("input", () => WithdrawExpertInput, { description: "Who." }) input: WithdrawExpertInput, @Ctx() ctx: Context): Promise<WithdrawExpertPayload> {
    return actOnExpert(ctx, "withdrawExpert", input, decideWithdrawExpert);
  }
}

import { decideWithdrawFact } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { VerbInput } from "../cases/verb-input.ts";
import { actOnCase, CasePayload } from "../cases/verb.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of withdrawFact." })
export class WithdrawFactInput extends VerbInput {
  @Field(() => ID, { description: "The question." })
  factId!: string;
}

@ObjectType({ description: "Answer of withdrawFact: the case, or the refusal." })
export class WithdrawFactPayload extends CasePayload {}

@Resolver()
export class WithdrawFact {
  @Mutation(() => WithdrawFactPayload, { description: "Takes back a question of fact that has become idle." })
  withdrawFact(@Arg("input", () => WithdrawFactInput, { description: "Which question." }) input: WithdrawFactInput, @Ctx() ctx: Context): Promise<WithdrawFactPayload> {
    return actOnCase(ctx, "withdrawFact", input, (c, facts) => decideWithdrawFact(c, { factId: input.factId.toLowerCase() }, facts));
  }
}

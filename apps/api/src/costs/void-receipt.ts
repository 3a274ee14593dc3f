import { decideVoidReceipt } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnCosts, CostPlanPayload } from "./cost-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of voidReceipt." })
export class VoidReceiptInput extends VerbInput {
  @Field(() => ID, { description: "Which." })
  receiptId!: string;

  @Field(() => String, { description: "Why." })
  reason!: string;
}

@ObjectType({ description: "Answer of voidReceipt: the cost plan, or the refusal." })
export class VoidReceiptPayload extends CostPlanPayload {}

@Resolver()
export class VoidReceipt {
  @Mutation(() => VoidReceiptPayload, { description: "作废 of a receipt that was mistyped: it stays on record with the reason, and its number is never used again. A final account that counted it has to be made anew." })
  voidReceipt(@Arg("input", () => VoidReceiptInput, { description: "What is asked for." }) input: VoidReceiptInput, @Ctx() ctx: Context): Promise<VoidReceiptPayload> {
    return actOnCosts(ctx, "voidReceipt", input, (plan, c, facts) => decideVoidReceipt(plan, c, { receiptId: input.receiptId.toLowerCase(), reason: input.reason }, facts));
  }
}

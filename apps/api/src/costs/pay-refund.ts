import { decidePayRefund, type PayMethod } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { PayMethodEnum } from "./cost-enums.ts";
import { actOnCosts, CostPlanPayload } from "./cost-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of payRefund." })
export class PayRefundInput extends VerbInput {
  @Field(() => ID, { description: "Which." })
  refundId!: string;

  @Field(() => PayMethodEnum, { description: "How." })
  method!: PayMethod;
}

@ObjectType({ description: "Answer of payRefund: the cost plan, or the refusal." })
export class PayRefundPayload extends CostPlanPayload {}

@Resolver()
export class PayRefund {
  @Mutation(() => PayRefundPayload, { description: "退款: one household gets back what the final account says." })
  payRefund(@Arg("input", () => PayRefundInput, { description: "What is asked for." }) input: PayRefundInput, @Ctx() ctx: Context): Promise<PayRefundPayload> {
    return actOnCosts(ctx, "payRefund", input, (plan, c, facts) => decidePayRefund(plan, c, { refundId: input.refundId.toLowerCase(), method: input.method }, facts));
  }
}

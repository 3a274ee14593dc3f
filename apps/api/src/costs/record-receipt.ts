import { decideRecordReceipt, type PayMethod } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { PayMethodEnum } from "./cost-enums.ts";
import { actOnCosts, CostPlanPayload } from "./cost-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";
import { Fen } from "../http/fen.ts";

@InputType({ description: "Input of recordReceipt." })
export class RecordReceiptInput extends VerbInput {
  @Field(() => String, { description: "Number of the receipt, unique in the community, at most 40 characters." })
  no!: string;

  @Field(() => ID, { description: "For whose share." })
  householdId!: string;

  @Field(() => ID, { description: "Who pays: the household itself, or the one that bears its share." })
  payerId!: string;

  @Field(() => Fen, { description: "How much." })
  fen!: number;

  @Field(() => PayMethodEnum, { description: "How." })
  method!: PayMethod;
}

@ObjectType({ description: "Answer of recordReceipt: the cost plan, or the refusal." })
export class RecordReceiptPayload extends CostPlanPayload {}

@Resolver()
export class RecordReceipt {
  @Mutation(() => RecordReceiptPayload, { description: "收款: money of a household, with the number of the receipt it got; never more than is owed." })
  recordReceipt(@Arg("input", () => RecordReceiptInput, { description: "What is asked for." }) input: RecordReceiptInput, @Ctx() ctx: Context): Promise<RecordReceiptPayload> {
    return actOnCosts(ctx, "recordReceipt", input, (plan, c, facts) => {
      const { no, fen, method } = input;
      // Whether another plan of the community has the number is found out when it is stored: not everybody sees that plan.
      return decideRecordReceipt(plan, c, { receiptId: uuidv7(), no, householdId: input.householdId.toLowerCase(), payerId: input.payerId.toLowerCase(), fen, method, noTaken: false }, facts);
    });
  }
}

import { decideRecordFeeRefusal } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnCosts, CostPlanPayload } from "./cost-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of recordFeeRefusal." })
export class RecordFeeRefusalInput extends VerbInput {
  @Field(() => ID, { description: "At which door." })
  householdId!: string;

  @Field(() => String, { description: "What he said." })
  reason!: string;
}

@ObjectType({ description: "Answer of recordFeeRefusal: the cost plan, or the refusal." })
export class RecordFeeRefusalPayload extends CostPlanPayload {}

@Resolver()
export class RecordFeeRefusal {
  @Mutation(() => RecordFeeRefusalPayload, { description: "拒缴: somebody at the door says no. He may still pay; somebody else may bear it." })
  recordFeeRefusal(@Arg("input", () => RecordFeeRefusalInput, { description: "What is asked for." }) input: RecordFeeRefusalInput, @Ctx() ctx: Context): Promise<RecordFeeRefusalPayload> {
    return actOnCosts(ctx, "recordFeeRefusal", input, (plan, c, facts) => decideRecordFeeRefusal(plan, c, { householdId: input.householdId.toLowerCase(), reason: input.reason }, facts));
  }
}

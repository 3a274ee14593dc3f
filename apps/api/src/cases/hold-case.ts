import { decideHold, type HoldReason } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { HoldReasonEnum } from "./case-enums.ts";
import { VerbInput } from "./verb-input.ts";
import { actOnCase, CasePayload } from "./verb.ts";
import type { Context } from "../http/context.ts";
import { LocalDateScalar } from "../http/date-time.ts";

@InputType({ description: "Input of holdCase." })
export class HoldCaseInput extends VerbInput {
  @Field(() => HoldReasonEnum, { description: "What it waits for." })
  holdReason!: HoldReason;

  @Field(() => LocalDateScalar, { description: "Expected end." })
  until!: string;

  @Field(() => String, { description: "Why." })
  reason!: string;
}

@ObjectType({ description: "Answer of holdCase: the case, or the refusal." })
export class HoldCasePayload extends CasePayload {}

@Resolver()
export class HoldCase {
  @Mutation(() => HoldCasePayload, { description: "申请挂起: the lead asks for a pause; it begins when somebody one role up approves." })
  holdCase(@Arg("input", () => HoldCaseInput, { description: "What is asked for." }) input: HoldCaseInput, @Ctx() ctx: Context): Promise<HoldCasePayload> {
    return actOnCase(ctx, "holdCase", input, (c, facts) => decideHold(c, input, facts));
  }
}

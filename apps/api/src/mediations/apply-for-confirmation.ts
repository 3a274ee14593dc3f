import { decideApplyForConfirmation } from "@bandeng/domain";
import { Arg, Ctx, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnMediation, MediationPayload } from "./mediation-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of applyForConfirmation." })
export class ApplyForConfirmationInput extends VerbInput {}

@ObjectType({ description: "Answer of applyForConfirmation: the mediation, or the refusal." })
export class ApplyForConfirmationPayload extends MediationPayload {}

@Resolver()
export class ApplyForConfirmation {
  @Mutation(() => ApplyForConfirmationPayload, { description: "申请司法确认: both parties ask the court together, by `confirmBy`; `at` is when." })
  applyForConfirmation(@Arg("input", () => ApplyForConfirmationInput, { description: "What is asked for." }) input: ApplyForConfirmationInput, @Ctx() ctx: Context): Promise<ApplyForConfirmationPayload> {
    return actOnMediation(ctx, "applyForConfirmation", input, decideApplyForConfirmation);
  }
}

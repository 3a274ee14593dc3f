import { decideRecordConfirmation } from "@bandeng/domain";
import { Arg, Ctx, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnMediation, MediationPayload } from "./mediation-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of recordConfirmation." })
export class RecordConfirmationInput extends VerbInput {}

@ObjectType({ description: "Answer of recordConfirmation: the mediation, or the refusal." })
export class RecordConfirmationPayload extends MediationPayload {}

@Resolver()
export class RecordConfirmation {
  @Mutation(() => RecordConfirmationPayload, { description: "司法确认: the court has confirmed the agreement; `at` is when." })
  recordConfirmation(@Arg("input", () => RecordConfirmationInput, { description: "What is asked for." }) input: RecordConfirmationInput, @Ctx() ctx: Context): Promise<RecordConfirmationPayload> {
    return actOnMediation(ctx, "recordConfirmation", input, decideRecordConfirmation);
  }
}

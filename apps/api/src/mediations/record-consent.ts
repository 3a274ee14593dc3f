import { decideRecordConsent } from "@bandeng/domain";
import { Arg, Ctx, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnMediation, MediationPayload } from "./mediation-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of recordConsent." })
export class RecordConsentInput extends VerbInput {}

@ObjectType({ description: "Answer of recordConsent: the mediation, or the refusal." })
export class RecordConsentPayload extends MediationPayload {}

@Resolver()
export class RecordConsent {
  @Mutation(() => RecordConsentPayload, { description: "同意调解: all parties agree to be mediated; the month runs from the day of `at`." })
  recordConsent(@Arg("input", () => RecordConsentInput, { description: "What is asked for." }) input: RecordConsentInput, @Ctx() ctx: Context): Promise<RecordConsentPayload> {
    return actOnMediation(ctx, "recordConsent", input, decideRecordConsent);
  }
}

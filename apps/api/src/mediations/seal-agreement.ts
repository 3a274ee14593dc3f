import { decideSealAgreement } from "@bandeng/domain";
import { Arg, Ctx, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnMediation, MediationPayload } from "./mediation-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of sealAgreement." })
export class SealAgreementInput extends VerbInput {}

@ObjectType({ description: "Answer of sealAgreement: the mediation, or the refusal." })
export class SealAgreementPayload extends MediationPayload {}

@Resolver()
export class SealAgreement {
  @Mutation(() => SealAgreementPayload, { description: "盖章: the mediation committee seals the written agreement; `at` is when." })
  sealAgreement(@Arg("input", () => SealAgreementInput, { description: "What is asked for." }) input: SealAgreementInput, @Ctx() ctx: Context): Promise<SealAgreementPayload> {
    return actOnMediation(ctx, "sealAgreement", input, decideSealAgreement);
  }
}

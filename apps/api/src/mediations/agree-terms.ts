import { decideAgreeTerms } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { AgreementTermInput } from "./mediation-type.ts";
import { actOnMediation, MediationPayload } from "./mediation-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of agreeTerms." })
export class AgreeTermsInput extends VerbInput {
  @Field(() => [AgreementTermInput], { description: "Who does what by when, at most 20." })
  terms!: AgreementTermInput[];
}

@ObjectType({ description: "Answer of agreeTerms: the mediation, or the refusal." })
export class AgreeTermsPayload extends MediationPayload {}

@Resolver()
export class AgreeTerms {
  @Mutation(() => AgreeTermsPayload, { description: "拟定协议: the terms of a written agreement, after every party was heard. Put down anew, it has to be signed anew." })
  agreeTerms(@Arg("input", () => AgreeTermsInput, { description: "What is asked for." }) input: AgreeTermsInput, @Ctx() ctx: Context): Promise<AgreeTermsPayload> {
    return actOnMediation(ctx, "agreeTerms", input, (m, c, facts) => decideAgreeTerms(m, c, input, facts));
  }
}

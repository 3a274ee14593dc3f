import { decideRecordOral } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { AgreementTermInput } from "./mediation-type.ts";
import { actOnMediation, MediationPayload } from "./mediation-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of recordOralAgreement." })
export class RecordOralAgreementInput extends VerbInput {
  @Field(() => String, { description: "What was agreed, as the mediator wrote it down." })
  record!: string;

  @Field(() => [AgreementTermInput], { description: "Who does what by when, at most 20." })
  terms!: AgreementTermInput[];
}

@ObjectType({ description: "Answer of recordOralAgreement: the mediation, or the refusal." })
export class RecordOralAgreementPayload extends MediationPayload {}

@Resolver()
export class RecordOralAgreement {
  @Mutation(() => RecordOralAgreementPayload, { description: "口头协议: the mediator's own record of what the parties agreed; in effect at once." })
  recordOralAgreement(@Arg("input", () => RecordOralAgreementInput, { description: "What is asked for." }) input: RecordOralAgreementInput, @Ctx() ctx: Context): Promise<RecordOralAgreementPayload> {
    return actOnMediation(ctx, "recordOralAgreement", input, (m, c, facts) => decideRecordOral(m, c, input, facts));
  }
}

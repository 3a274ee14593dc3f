import { decideSignAgreement, type SignatureKind } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { AgreementSignerEnum, SignatureKindEnum } from "./mediation-enums.ts";
import { actOnMediation, MediationPayload } from "./mediation-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of signAgreement." })
export class SignAgreementInput extends VerbInput {
  @Field(() => AgreementSignerEnum, { description: "Whose name it is." })
  signer!: "PARTY" | "MEDIATOR";

  @Field(() => ID, { description: "The party's key, or the mediator's id." })
  key!: string;

  @Field(() => SignatureKindEnum, { defaultValue: "SIGNED", description: "How." })
  kind!: SignatureKind;
}

@ObjectType({ description: "Answer of signAgreement: the mediation, or the refusal." })
export class SignAgreementPayload extends MediationPayload {}

@Resolver()
export class SignAgreement {
  @Mutation(() => SignAgreementPayload, { description: "签名: a party or a mediator signs the written agreement; `at` is when. With the last name and the seal it takes effect." })
  signAgreement(@Arg("input", () => SignAgreementInput, { description: "What is asked for." }) input: SignAgreementInput, @Ctx() ctx: Context): Promise<SignAgreementPayload> {
    return actOnMediation(ctx, "signAgreement", input, (m, c, facts) => decideSignAgreement(m, c, input, facts));
  }
}

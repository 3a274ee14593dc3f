import { decideEndMediation, type EndCause } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { MediationEndCauseEnum } from "./mediation-enums.ts";
import { actOnMediation, MediationPayload } from "./mediation-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of endMediation." })
export class EndMediationInput extends VerbInput {
  @Field(() => MediationEndCauseEnum, { description: "Why; NOT_AGREED wants every party heard." })
  cause!: EndCause;

  @Field(() => String, { description: "Why, in words." })
  reason!: string;

  @Field(() => Boolean, { description: "The parties were told that they may go to arbitration, an authority or the court." })
  rightToSueNoticed!: boolean;
}

@ObjectType({ description: "Answer of endMediation: the mediation, or the refusal." })
export class EndMediationPayload extends MediationPayload {}

@Resolver()
export class EndMediation {
  @Mutation(() => EndMediationPayload, { description: "终止调解: no agreement, and the parties are told of their right to sue." })
  endMediation(@Arg("input", () => EndMediationInput, { description: "What is asked for." }) input: EndMediationInput, @Ctx() ctx: Context): Promise<EndMediationPayload> {
    return actOnMediation(ctx, "endMediation", input, (m, c, facts) => decideEndMediation(m, c, input, facts));
  }
}

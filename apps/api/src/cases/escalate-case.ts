import { decideEscalate } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { VerbInput } from "./verb-input.ts";
import { actOnCase, CasePayload } from "./verb.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of escalateCase." })
export class EscalateCaseInput extends VerbInput {
  @Field(() => String, { description: "Why." })
  reason!: string;

  @Field(() => Boolean, { description: "Straight to the community (SAFETY).", nullable: true })
  toCommunity?: boolean | null;

  @Field(() => Boolean, { description: "The parties of a dispute ask for mediation.", nullable: true })
  partiesAskForMediation?: boolean | null;
}

@ObjectType({ description: "Answer of escalateCase: the case, or the refusal." })
export class EscalateCasePayload extends CasePayload {}

@Resolver()
export class EscalateCase {
  @Mutation(() => EscalateCasePayload, { description: "上报一级: building to compound, compound to community. SAFETY, and a dispute whose parties ask for mediation, may go to the community at once." })
  escalateCase(@Arg("input", () => EscalateCaseInput, { description: "What is asked for." }) input: EscalateCaseInput, @Ctx() ctx: Context): Promise<EscalateCasePayload> {
    return actOnCase(ctx, "escalateCase", input, (c, facts) =>
      decideEscalate(c, { reason: input.reason, toCommunity: input.toCommunity ?? false, partiesAskForMediation: input.partiesAskForMediation ?? false }, facts));
  }
}

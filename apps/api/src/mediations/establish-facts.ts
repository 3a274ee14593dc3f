import { decideEstablishFacts } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnMediation, MediationPayload } from "./mediation-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of establishFacts." })
export class EstablishFactsInput extends VerbInput {
  @Field(() => String, { description: "纠纷主要事实." })
  facts!: string;

  @Field(() => String, { description: "争议事项." })
  issues!: string;
}

@ObjectType({ description: "Answer of establishFacts: the mediation, or the refusal." })
export class EstablishFactsPayload extends MediationPayload {}

@Resolver()
export class EstablishFacts {
  @Mutation(() => EstablishFactsPayload, { description: "查明事实: the main facts and what the parties differ on. Signatures under others are void." })
  establishFacts(@Arg("input", () => EstablishFactsInput, { description: "What is asked for." }) input: EstablishFactsInput, @Ctx() ctx: Context): Promise<EstablishFactsPayload> {
    return actOnMediation(ctx, "establishFacts", input, (m, c, facts) => decideEstablishFacts(m, c, input, facts));
  }
}

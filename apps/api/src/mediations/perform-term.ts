import { decidePerformTerm } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnMediation, MediationPayload } from "./mediation-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of performTerm." })
export class PerformTermInput extends VerbInput {
  @Field(() => ID, { description: "The term." })
  termId!: string;
}

@ObjectType({ description: "Answer of performTerm: the mediation, or the refusal." })
export class PerformTermPayload extends MediationPayload {}

@Resolver()
export class PerformTerm {
  @Mutation(() => PerformTermPayload, { description: "履行: a term is performed; `at` is when. With the last one the agreement is." })
  performTerm(@Arg("input", () => PerformTermInput, { description: "What is asked for." }) input: PerformTermInput, @Ctx() ctx: Context): Promise<PerformTermPayload> {
    return actOnMediation(ctx, "performTerm", input, (m, c, facts) => decidePerformTerm(m, c, input, facts));
  }
}

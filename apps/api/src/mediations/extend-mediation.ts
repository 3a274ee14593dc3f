import { decideExtendMonth } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnMediation, MediationPayload } from "./mediation-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";
import { LocalDateScalar } from "../http/date-time.ts";

@InputType({ description: "Input of extendMediation." })
export class ExtendMediationInput extends VerbInput {
  @Field(() => LocalDateScalar, { description: "The new last day." })
  until!: string;

  @Field(() => [ID], { description: "Keys of the parties that agree: all of them." })
  partyKeys!: string[];
}

@ObjectType({ description: "Answer of extendMediation: the mediation, or the refusal." })
export class ExtendMediationPayload extends MediationPayload {}

@Resolver()
export class ExtendMediation {
  @Mutation(() => ExtendMediationPayload, { description: "延长调解期限: beyond the month, with the consent of all parties, to a named day." })
  extendMediation(@Arg("input", () => ExtendMediationInput, { description: "What is asked for." }) input: ExtendMediationInput, @Ctx() ctx: Context): Promise<ExtendMediationPayload> {
    return actOnMediation(ctx, "extendMediation", input, (m, c, facts) => decideExtendMonth(m, c, input, facts));
  }
}

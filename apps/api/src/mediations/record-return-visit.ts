import { decideReturnVisit } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { actOnMediation, MediationPayload } from "./mediation-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of recordReturnVisit." })
export class RecordReturnVisitInput extends VerbInput {
  @Field(() => ID, { nullable: true, description: "Key of the party that was visited; absent for all of them." })
  partyKey?: string | null;

  @Field(() => String, { description: "What was found and said." })
  words!: string;
}

@ObjectType({ description: "Answer of recordReturnVisit: the mediation, or the refusal." })
export class RecordReturnVisitPayload extends MediationPayload {}

@Resolver()
export class RecordReturnVisit {
  @Mutation(() => RecordReturnVisitPayload, { description: "回访: whether the agreement holds; as often as it takes." })
  recordReturnVisit(@Arg("input", () => RecordReturnVisitInput, { description: "What is asked for." }) input: RecordReturnVisitInput, @Ctx() ctx: Context): Promise<RecordReturnVisitPayload> {
    return actOnMediation(ctx, "recordReturnVisit", input, (m, c, facts) => decideReturnVisit(m, c, { visitId: uuidv7(), partyKey: input.partyKey ?? null, words: input.words }, facts));
  }
}

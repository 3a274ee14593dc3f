import { decideNameCause } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { actOnItem, AgendaPayload } from "./meeting-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of nameCause." })
export class NameCauseInput extends VerbInput {
  @Field(() => String, { description: "In words." })
  words!: string;
}

@ObjectType({ description: "Answer of nameCause: the item, or the refusal." })
export class NameCausePayload extends AgendaPayload {}

@Resolver()
export class NameCause {
  @Mutation(() => NameCausePayload, { description: "共同剖析问题: a cause, apart from what to do about it." })
  nameCause(@Arg("input", () => NameCauseInput, { description: "What is asked for." }) input: NameCauseInput, @Ctx() ctx: Context): Promise<NameCausePayload> {
    return actOnItem(ctx, "nameCause", input, ({ item, meeting }, facts) => decideNameCause(item, meeting, { causeId: uuidv7(), words: input.words }, facts));
  }
}

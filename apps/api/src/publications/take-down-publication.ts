import { decideTakeDown } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnPublication, PublicationPayload } from "./publication-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of takeDownPublication." })
export class TakeDownPublicationInput extends VerbInput {
  @Field(() => String, { description: "Why, at most 200 characters." })
  reason!: string;
}

@ObjectType({ description: "Answer of takeDownPublication: the publication, or the refusal." })
export class TakeDownPublicationPayload extends PublicationPayload {}

@Resolver()
export class TakeDownPublication {
  @Mutation(() => TakeDownPublicationPayload, { description: "撤下: takes it off the board and the public page. What hung there stays on record." })
  takeDownPublication(@Arg("input", () => TakeDownPublicationInput, { description: "What is asked for." }) input: TakeDownPublicationInput, @Ctx() ctx: Context): Promise<TakeDownPublicationPayload> {
    return actOnPublication(ctx, "takeDownPublication", input, ({ publication }, facts) => ({ decision: decideTakeDown(publication, input, facts) }));
  }
}

import { decideCompleteAction } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnItem, AgendaPayload } from "./meeting-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of completeAction." })
export class CompleteActionInput extends VerbInput {
  @Field(() => ID, { description: "The action item." })
  actionId!: string;
}

@ObjectType({ description: "Answer of completeAction: the item, or the refusal." })
export class CompleteActionPayload extends AgendaPayload {}

@Resolver()
export class CompleteAction {
  @Mutation(() => CompleteActionPayload, { description: "It is done; whoever took it on says so, or the bench." })
  completeAction(@Arg("input", () => CompleteActionInput, { description: "What is asked for." }) input: CompleteActionInput, @Ctx() ctx: Context): Promise<CompleteActionPayload> {
    return actOnItem(ctx, "completeAction", input, ({ item, meeting }, facts) => decideCompleteAction(item, meeting, input, facts));
  }
}

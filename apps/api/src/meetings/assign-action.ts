import { decideAssignAction } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { unknownPeople } from "./found-meeting.ts";
import { actOnItem, AgendaPayload } from "./meeting-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";
import { LocalDateScalar } from "../http/date-time.ts";

@InputType({ description: "Input of assignAction." })
export class AssignActionInput extends VerbInput {
  @Field(() => String, { description: "What is to be done." })
  what!: string;

  @Field(() => ID, { nullable: true, description: "Who; absent for residents together." })
  ownerId?: string | null;

  @Field(() => Boolean, { description: "Residents do it themselves." })
  ownerIsResident!: boolean;

  @Field(() => LocalDateScalar, { description: "The day it is due." })
  dueOn!: string;
}

@ObjectType({ description: "Answer of assignAction: the item, or the refusal." })
export class AssignActionPayload extends AgendaPayload {}

@Resolver()
export class AssignAction {
  @Mutation(() => AssignActionPayload, { description: "Somebody takes on a part of what was agreed, by a day." })
  assignAction(@Arg("input", () => AssignActionInput, { description: "What is asked for." }) input: AssignActionInput, @Ctx() ctx: Context): Promise<AssignActionPayload> {
    const { what, ownerId = null, ownerIsResident, dueOn } = input;
    return actOnItem(ctx, "assignAction", input, async ({ item, meeting }, facts, act) => {
      const unknown = await unknownPeople(act, [ownerId], "ownerId");
      return unknown ?? decideAssignAction(item, meeting, { id: uuidv7(), what, ownerId, ownerIsResident, dueOn }, facts);
    });
  }
}

import { decideRecuse } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { actOnItem, AgendaPayload } from "./meeting-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of recuseAttendee." })
export class RecuseAttendeeInput extends VerbInput {
  @Field(() => ID, { description: "Who on the bench." })
  attendanceId!: string;

  @Field(() => String, { description: "Which interest." })
  reason!: string;
}

@ObjectType({ description: "Answer of recuseAttendee: the item, or the refusal." })
export class RecuseAttendeePayload extends AgendaPayload {}

@Resolver()
export class RecuseAttendee {
  @Mutation(() => RecuseAttendeePayload, { description: "回避: somebody has an interest the others do not share; positions taken before are gone." })
  recuseAttendee(@Arg("input", () => RecuseAttendeeInput, { description: "What is asked for." }) input: RecuseAttendeeInput, @Ctx() ctx: Context): Promise<RecuseAttendeePayload> {
    const { attendanceId, reason } = input;
    return actOnItem(ctx, "recuseAttendee", input, ({ item, meeting }, facts) => decideRecuse(item, meeting, { attendanceId, reasonId: uuidv7(), reason }, facts));
  }
}

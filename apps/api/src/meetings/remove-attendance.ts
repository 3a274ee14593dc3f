import { decideRemoveAttendance, type AgendaItem } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { run } from "../database/statement.ts";
import { actOnMeeting, MeetingPayload } from "./meeting-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of removeAttendance." })
export class RemoveAttendanceInput extends VerbInput {
  @Field(() => ID, { description: "The attendance." })
  attendanceId!: string;
}

@ObjectType({ description: "Answer of removeAttendance: the meeting, or the refusal." })
export class RemoveAttendancePayload extends MeetingPayload {}

@Resolver()
export class RemoveAttendance {
  @Mutation(() => RemoveAttendancePayload, { description: "Takes back a sign-in that was a mistake, of somebody who has neither spoken nor taken a position." })
  removeAttendance(@Arg("input", () => RemoveAttendanceInput, { description: "What is asked for." }) input: RemoveAttendanceInput, @Ctx() ctx: Context): Promise<RemoveAttendancePayload> {
    return actOnMeeting(ctx, "removeAttendance", input, async ({ meeting }, facts, { client }) => {
      const items = await run<{ item: AgendaItem }>(client, "select item from agenda_item where meeting_id = $1", [meeting.id]);
      const { attendanceId } = input;
      const used = items.some(({ item }) => [...item.statements, ...item.positions, ...item.recusals, ...item.options].some((part) => part.attendanceId === attendanceId));
      return decideRemoveAttendance(meeting, { attendanceId, used }, facts);
    });
  }
}

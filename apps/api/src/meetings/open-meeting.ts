import { decideOpenMeeting } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { unknownPeople } from "./found-meeting.ts";
import { actOnMeeting, MeetingPayload } from "./meeting-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of openMeeting." })
export class OpenMeetingInput extends VerbInput {
  @Field(() => ID, { nullable: true, description: "Who writes it down; absent: whoever was named." })
  recorderId?: string | null;
}

@ObjectType({ description: "Answer of openMeeting: the meeting, or the refusal." })
export class OpenMeetingPayload extends MeetingPayload {}

@Resolver()
export class OpenMeeting {
  @Mutation(() => OpenMeetingPayload, { description: "开会: the neighbours sit down." })
  openMeeting(@Arg("input", () => OpenMeetingInput, { description: "What is asked for." }) input: OpenMeetingInput, @Ctx() ctx: Context): Promise<OpenMeetingPayload> {
    return actOnMeeting(ctx, "openMeeting", input, async ({ meeting }, facts, act) => {
      const recorderId = input.recorderId ?? null;
      return (await unknownPeople(act, [recorderId], "recorderId")) ?? decideOpenMeeting(meeting, { recorderId }, facts);
    });
  }
}

import { decideCancelMeeting } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnMeeting, MeetingPayload } from "./meeting-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of cancelMeeting." })
export class CancelMeetingInput extends VerbInput {
  @Field(() => String, { description: "Why." })
  reason!: string;
}

@ObjectType({ description: "Answer of cancelMeeting: the meeting, or the refusal." })
export class CancelMeetingPayload extends MeetingPayload {}

@Resolver()
export class CancelMeeting {
  @Mutation(() => CancelMeetingPayload, { description: "取消: it is not held; its cases wait for the next one." })
  cancelMeeting(@Arg("input", () => CancelMeetingInput, { description: "What is asked for." }) input: CancelMeetingInput, @Ctx() ctx: Context): Promise<CancelMeetingPayload> {
    return actOnMeeting(ctx, "cancelMeeting", input, ({ meeting }, facts) => decideCancelMeeting(meeting, input, facts));
  }
}

import { decideHoldMeeting } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { run } from "../database/statement.ts";
import { actOnMeeting, MeetingPayload } from "./meeting-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of holdMeeting." })
export class HoldMeetingInput extends VerbInput {
  @Field(() => String, { defaultValue: "", description: "What was said beyond the items." })
  minutes!: string;
}

@ObjectType({ description: "Answer of holdMeeting: the meeting, or the refusal." })
export class HoldMeetingPayload extends MeetingPayload {}

@Resolver()
export class HoldMeeting {
  @Mutation(() => HoldMeetingPayload, { description: "散会: the meeting ends, every item being decided one way or the other." })
  holdMeeting(@Arg("input", () => HoldMeetingInput, { description: "What is asked for." }) input: HoldMeetingInput, @Ctx() ctx: Context): Promise<HoldMeetingPayload> {
    return actOnMeeting(ctx, "holdMeeting", input, async ({ meeting }, facts, { client }) => {
      const [open] = await run<{ n: number }>(client, "select count(*)::int as n from agenda_item where meeting_id = $1 and outcome is null", [meeting.id]);
      return decideHoldMeeting(meeting, { minutes: input.minutes, undecided: open?.n ?? 0 }, facts);
    });
  }
}

import { decideRecordMeeting, isRefusal } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { AgendaEntryInput } from "./concerned.ts";
import { foundMeeting, meetingPlace, unknownCouncil, unknownPeople } from "./found-meeting.ts";
import { MeetingPlaceInput } from "./meeting-input.ts";
import { meetingPayload, MeetingPayload } from "./meeting-verb.ts";
import { perform } from "../cases/act.ts";
import type { Context } from "../http/context.ts";
import { DateTime } from "../http/date-time.ts";

@InputType({ description: "Input of recordMeeting." })
export class RecordMeetingInput {
  @Field(() => ID, { description: "A UUID of the client's own, new for every act: sending the same act again does it once." })
  idempotencyKey!: string;

  @Field(() => ID, { description: "Code of a grid or a community." })
  area!: string;

  @Field(() => MeetingPlaceInput, { description: "Where it was." })
  place!: MeetingPlaceInput;

  @Field(() => DateTime, { description: "When the neighbours sat together; not later than now." })
  heldAt!: string;

  @Field(() => [AgendaEntryInput], { defaultValue: [], description: "What was talked over; cases can be added later." })
  agenda!: AgendaEntryInput[];

  @Field(() => ID, { nullable: true, description: "The standing council that met; absent without one." })
  councilId?: string | null;

  @Field(() => ID, { nullable: true, description: "Who wrote it down; absent: whoever records." })
  recorderId?: string | null;
}

@ObjectType({ description: "Answer of recordMeeting: the meeting, or the refusal." })
export class RecordMeetingPayload extends MeetingPayload {}

@Resolver()
export class RecordMeeting {
  @Mutation(() => RecordMeetingPayload, { description: "补记板凳会: a meeting that was held on the spot, as valid as one that was summoned. OPEN until all is written down; holdMeeting ends it." })
  async recordMeeting(@Arg("input", () => RecordMeetingInput, { description: "What is asked for." }) input: RecordMeetingInput, @Ctx() ctx: Context): Promise<RecordMeetingPayload> {
    const on = input.agenda.map(({ caseId }) => ({ id: caseId, expectedVersion: null }));
    const done = await perform(ctx, { verb: "recordMeeting", input: { ...input, at: input.heldAt }, on, about: "MEETING" }, async (act) => {
      const { area, heldAt, agenda, councilId = null, recorderId = null } = input;
      const place = await meetingPlace(act, area, input.place);
      if (isRefusal(place)) return act.refuse(place);
      const unknown = (await unknownCouncil(act, councilId, area)) ?? (await unknownPeople(act, [recorderId], "recorderId"));
      if (unknown) return act.refuse(unknown);
      const founded = decideRecordMeeting({ areaCode: area, place, councilId, recorderId, heldAt }, act.facts);
      return isRefusal(founded) ? act.refuse(founded) : foundMeeting(act, { founded, agenda, how: "IN_PERSON", invitations: [] });
    });
    return meetingPayload(ctx, done);
  }
}

import { decideSummon, isRefusal, type InvitationWay, type MeetingForm } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { AgendaEntryInput } from "./concerned.ts";
import { foundMeeting, meetingPlace, unknownCouncil, unknownPeople } from "./found-meeting.ts";
import { InvitationWayEnum, MeetingFormEnum } from "./meeting-enums.ts";
import { InvitationInput, MeetingPlaceInput, unknownInvitees } from "./meeting-input.ts";
import { meetingPayload, MeetingPayload } from "./meeting-verb.ts";
import { perform } from "../cases/act.ts";
import type { Context } from "../http/context.ts";
import { DateTime } from "../http/date-time.ts";

@InputType({ description: "Input of summonMeeting." })
export class SummonMeetingInput {
  @Field(() => ID, { description: "A UUID of the client's own, new for every act: sending the same act again does it once." })
  idempotencyKey!: string;

  @Field(() => ID, { description: "Code of a grid or a community." })
  area!: string;

  @Field(() => MeetingPlaceInput, { description: "Where." })
  place!: MeetingPlaceInput;

  @Field(() => DateTime, { description: "For when; today or later." })
  plannedFor!: string;

  @Field(() => MeetingFormEnum, { defaultValue: "SCHEDULED", description: "On the spot, or for later." })
  form!: MeetingForm;

  @Field(() => [AgendaEntryInput], { defaultValue: [], description: "The agenda; cases can be added later." })
  agenda!: AgendaEntryInput[];

  @Field(() => InvitationWayEnum, { defaultValue: "DOOR_NOTICE", description: "How the households concerned are invited: with the summons, each of them." })
  how!: InvitationWay;

  @Field(() => [InvitationInput], { defaultValue: [], description: "Who else is invited: departments, experts, people, further households." })
  invitations!: InvitationInput[];

  @Field(() => ID, { nullable: true, description: "The standing council that meets; absent without one." })
  councilId?: string | null;

  @Field(() => ID, { nullable: true, description: "Who writes it down; absent: whoever summons." })
  recorderId?: string | null;
}

@ObjectType({ description: "Answer of summonMeeting: the meeting, or the refusal." })
export class SummonMeetingPayload extends MeetingPayload {}

@Resolver()
export class SummonMeeting {
  @Mutation(() => SummonMeetingPayload, { description: "召集板凳会: those concerned are computed from unit, stack or building and invited; the cases are deliberated on from now on." })
  async summonMeeting(@Arg("input", () => SummonMeetingInput, { description: "What is asked for." }) input: SummonMeetingInput, @Ctx() ctx: Context): Promise<SummonMeetingPayload> {
    const on = input.agenda.map(({ caseId }) => ({ id: caseId, expectedVersion: null }));
    const done = await perform(ctx, { verb: "summonMeeting", input, on, about: "MEETING" }, async (act) => {
      const { area, plannedFor, form, agenda, how, invitations, councilId = null, recorderId = null } = input;
      const place = await meetingPlace(act, area, input.place);
      if (isRefusal(place)) return act.refuse(place);
      const unknown = (await unknownCouncil(act, councilId, area)) ?? (await unknownPeople(act, [recorderId], "recorderId")) ?? (await unknownInvitees(act, invitations));
      if (unknown) return act.refuse(unknown);
      const founded = decideSummon({ areaCode: area, place, plannedFor, form, councilId, recorderId }, act.facts);
      return isRefusal(founded) ? act.refuse(founded) : foundMeeting(act, { founded, agenda, how, invitations });
    });
    return meetingPayload(ctx, done);
  }
}

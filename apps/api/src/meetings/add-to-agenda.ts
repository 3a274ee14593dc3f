import { isRefusal, recordedMeeting, refuse, type InvitationWay } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { AgendaEntryInput } from "./concerned.ts";
import { decideEntry, storeEntries } from "./found-meeting.ts";
import { InvitationWayEnum } from "./meeting-enums.ts";
import { keptMeetings } from "./meeting-lock.ts";
import { storeMeeting } from "./meeting-store.ts";
import { meetingPayload, MeetingPayload } from "./meeting-verb.ts";
import { performOn } from "../cases/act.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of addToAgenda." })
export class AddToAgendaInput extends VerbInput {
  @Field(() => AgendaEntryInput, { description: "The case, and whom it concerns." })
  entry!: AgendaEntryInput;

  @Field(() => InvitationWayEnum, { defaultValue: "DOOR_NOTICE", description: "How the households concerned are invited, where the meeting has not begun." })
  how!: InvitationWay;
}

@ObjectType({ description: "Answer of addToAgenda: the meeting, or the refusal." })
export class AddToAgendaPayload extends MeetingPayload {}

@Resolver()
export class AddToAgenda {
  @Mutation(() => AddToAgendaPayload, { description: "列入议程: puts a case on the agenda; whom it concerns is computed, and it is deliberated on from now on." })
  async addToAgenda(@Arg("input", () => AddToAgendaInput, { description: "What is asked for." }) input: AddToAgendaInput, @Ctx() ctx: Context): Promise<AddToAgendaPayload> {
    const done = await performOn(ctx, keptMeetings, { verb: "addToAgenda", input }, async (act, { meeting }) => {
      const [c] = await act.lock([input.entry.caseId]);
      const added = c ? await decideEntry(act, meeting, c, input.entry, input.how) : refuse("NOT_FOUND", {}, "entry");
      if (isRefusal(added)) return act.refuse(added);
      const recorded = recordedMeeting(meeting, added.addition.meeting, act.facts);
      if (isRefusal(recorded)) return act.refuse(recorded);
      await storeMeeting(act.client, recorded, act.facts.now);
      await storeEntries(act, recorded.meeting, [added]);
      return meeting.id;
    });
    return meetingPayload(ctx, done);
  }
}

import { decideInvite } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { InvitationInput, unknownInvitees } from "./meeting-input.ts";
import { actOnMeeting, MeetingPayload } from "./meeting-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of noteInvitation." })
export class NoteInvitationInput extends VerbInput {
  @Field(() => [InvitationInput], { description: "Who was invited, and how." })
  invitations!: InvitationInput[];
}

@ObjectType({ description: "Answer of noteInvitation: the meeting, or the refusal." })
export class NoteInvitationPayload extends MeetingPayload {}

@Resolver()
export class NoteInvitation {
  @Mutation(() => NoteInvitationPayload, { description: "Notes dated invitations: a notice at the door, a call. Two on different days stand for being heard." })
  noteInvitation(@Arg("input", () => NoteInvitationInput, { description: "What is asked for." }) input: NoteInvitationInput, @Ctx() ctx: Context): Promise<NoteInvitationPayload> {
    return actOnMeeting(ctx, "noteInvitation", input, async ({ meeting }, facts, act) => {
      const { invitations } = input;
      return (await unknownInvitees(act, invitations)) ?? decideInvite(meeting, { invitations, at: facts.at }, facts);
    });
  }
}

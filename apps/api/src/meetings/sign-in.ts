import { decideSignIn, refuse, type AttendeeRole, type SignInKind } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { householdsIn } from "./doors.ts";
import { unknownPeople } from "./found-meeting.ts";
import { AttendeeRoleEnum, SignInKindEnum } from "./meeting-enums.ts";
import { actOnMeeting, MeetingPayload } from "./meeting-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import { run } from "../database/statement.ts";
import { isUuid } from "../database/uuid.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Somebody who takes a seat on the bench." })
export class SeatInput {
  @Field(() => AttendeeRoleEnum, { description: "As what." })
  as!: AttendeeRole;

  @Field(() => ID, { nullable: true, description: "For which household; absent for officials and guests. Of a resident whose home is known it may be left out." })
  householdId?: string | null;

  @Field(() => ID, { nullable: true, description: "Who, where that is known; of a dispute's party it has to be." })
  personId?: string | null;

  @Field(() => SignInKindEnum, { defaultValue: "HAND", description: "On the paper sheet, or by roll-call." })
  signature!: SignInKind;
}

@InputType({ description: "Input of signInToMeeting." })
export class SignInToMeetingInput extends VerbInput {
  @Field(() => [SeatInput], { description: "One person, or a whole sheet of paper." })
  seats!: SeatInput[];
}

@ObjectType({ description: "Answer of signInToMeeting: the meeting, or the refusal." })
export class SignInToMeetingPayload extends MeetingPayload {}

/** As whom somebody speaks for the home that is known of him. */
const athome: readonly AttendeeRole[] = ["RESIDENT", "SHOP_OWNER"];

@Resolver()
export class SignInToMeeting {
  @Mutation(() => SignInToMeetingPayload, { description: "签到: people take their seats, by role and household." })
  signInToMeeting(@Arg("input", () => SignInToMeetingInput, { description: "What is asked for." }) input: SignInToMeetingInput, @Ctx() ctx: Context): Promise<SignInToMeetingPayload> {
    return actOnMeeting(ctx, "signInToMeeting", input, async ({ meeting }, facts, act) => {
      const unknown = await unknownPeople(act, input.seats.map((s) => s.personId), "seats");
      if (unknown) return unknown;
      const people = input.seats.flatMap((s) => s.personId ?? []);
      const homes = await run<{ id: string; home: string | null }>(act.client, "select id, household_id as home from person where id = any($1::uuid[])", [people]);
      const homeOf = new Map(homes.map(({ id, home }) => [id, home]));
      const seats = input.seats.map(({ as, signature, householdId, personId = null }) => {
        const home = personId !== null && athome.includes(as) ? (homeOf.get(personId) ?? null) : null;
        return { attendanceId: uuidv7(), as, signature, personId, householdId: householdId ?? home };
      });
      const doors = [...new Set(seats.flatMap((s) => s.householdId ?? []))];
      const known = doors.every(isUuid) ? await householdsIn(act.client, facts.viewer, { unitId: null, buildingId: null, compoundId: null, ids: doors }) : [];
      return known.length === doors.length ? decideSignIn(meeting, { seats }, facts) : refuse("HOUSEHOLD_UNKNOWN", {}, "seats");
    });
  }
}

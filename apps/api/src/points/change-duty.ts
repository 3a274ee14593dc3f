import { decideChangeDuty, isRefusal, refuse } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnContactDay, ContactDayPayload } from "./contact-day-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";
import { peopleExist } from "../people/standing.ts";

@InputType({ description: "Input of changeDuty." })
export class ChangeDutyInput extends VerbInput {
  @Field(() => ID, { description: "Who is there instead." })
  dutyOfficerId!: string;
}

@ObjectType({ description: "Answer of changeDuty: the contact day, or the refusal." })
export class ChangeDutyPayload extends ContactDayPayload {}

@Resolver()
export class ChangeDuty {
  @Mutation(() => ChangeDutyPayload, { description: "换班: somebody else is there on a planned contact day." })
  changeDuty(@Arg("input", () => ChangeDutyInput, { description: "What is asked for." }) input: ChangeDutyInput, @Ctx() ctx: Context): Promise<ChangeDutyPayload> {
    return actOnContactDay(ctx, "changeDuty", input, async (day, facts, { client }) => {
      const dutyOfficerId = input.dutyOfficerId.toLowerCase();
      const decision = decideChangeDuty(day, { dutyOfficerId }, facts);
      // The right is looked at first: who may not is not told who exists.
      return isRefusal(decision) || (await peopleExist(client, facts.viewer, [dutyOfficerId])) ? decision : refuse("UNKNOWN_PERSON", {}, "dutyOfficerId");
    });
  }
}

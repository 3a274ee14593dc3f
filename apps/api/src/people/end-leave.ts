import { decideEndLeave, isRefusal } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnPerson, areaNoOfPerson, PeopleVerbInput, PersonPayload } from "./people-verb.ts";
import { assignmentsOf } from "./store-people.ts";
import type { Context } from "../http/context.ts";
import { LocalDateScalar } from "../http/date-time.ts";

@InputType({ description: "Input of endLeave." })
export class EndLeaveInput extends PeopleVerbInput {
  @Field(() => ID, { description: "Who was on leave." })
  absentId!: string;

  @Field(() => LocalDateScalar, { description: "Last day of whoever stands in: yesterday ends it from now on." })
  lastDay!: string;
}

@ObjectType({ description: "Answer of endLeave: whoever was on leave, or the refusal." })
export class EndLeavePayload extends PersonPayload {}

@Resolver()
export class EndLeave {
  @Mutation(() => EndLeavePayload, { description: "销假: a leave ends early, and with it whatever was stood in for." })
  endLeave(@Arg("input", () => EndLeaveInput, { description: "What is asked for." }) input: EndLeaveInput, @Ctx() ctx: Context): Promise<EndLeavePayload> {
    return actOnPerson(ctx, "endLeave", input, async (act) => {
      const { absentId, lastDay } = input;
      const areaNo = await areaNoOfPerson(act, absentId, "absentId");
      if (isRefusal(areaNo)) return areaNo;
      const standIns = (await assignmentsOf(act.client, { personId: absentId })).filter(({ personId, standsInFor }) => personId !== absentId && standsInFor != null);
      return { body: decideEndLeave(standIns, { absentId, lastDay }, act.facts), streamId: absentId, areaNo };
    });
  }
}

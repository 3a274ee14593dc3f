import { decideNameStandIn, isRefusal } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { actOnPerson, areaNoOfPerson, PeopleVerbInput, PersonPayload } from "./people-verb.ts";
import { assignmentsOf } from "./store-people.ts";
import type { Context } from "../http/context.ts";
import { LocalDateScalar } from "../http/date-time.ts";

@InputType({ description: "Input of nameStandIn." })
export class NameStandInInput extends PeopleVerbInput {
  @Field(() => ID, { description: "Who is on leave." })
  absentId!: string;

  @Field(() => ID, { description: "Who stands in." })
  standInId!: string;

  @Field(() => LocalDateScalar, { description: "First day of the leave." })
  from!: string;

  @Field(() => LocalDateScalar, { description: "Last day of the leave." })
  to!: string;
}

@ObjectType({ description: "Answer of nameStandIn: whoever is on leave, or the refusal." })
export class NameStandInPayload extends PersonPayload {}

@Resolver()
export class NameStandIn {
  @Mutation(() => NameStandInPayload, { description: "请假代职: somebody stands in during a leave, for a secretary as a deputy: adopting waits for her." })
  nameStandIn(@Arg("input", () => NameStandInInput, { description: "What is asked for." }) input: NameStandInInput, @Ctx() ctx: Context): Promise<NameStandInPayload> {
    return actOnPerson(ctx, "nameStandIn", input, async (act) => {
      const { absentId, standInId, from, to } = input;
      const areaNo = await areaNoOfPerson(act, absentId, "absentId");
      if (isRefusal(areaNo)) return areaNo;
      const other = await areaNoOfPerson(act, standInId, "standInId");
      if (isRefusal(other)) return other;
      const existing = await assignmentsOf(act.client, { personId: absentId });
      return { body: decideNameStandIn(existing, { absentId, standInId, from, to, newId: uuidv7 }, act.facts), streamId: absentId, areaNo };
    });
  }
}

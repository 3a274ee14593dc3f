import { areaNumber, decideEndRole, refuse } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnPerson, PeopleVerbInput, PersonPayload } from "./people-verb.ts";
import { assignmentsOf } from "./store-people.ts";
import { reach } from "../access/scope.ts";
import type { Context } from "../http/context.ts";
import { LocalDateScalar } from "../http/date-time.ts";

@InputType({ description: "Input of endRole." })
export class EndRoleInput extends PeopleVerbInput {
  @Field(() => ID, { description: "The assignment." })
  assignmentId!: string;

  @Field(() => LocalDateScalar, { description: "Its last day: yesterday ends it from now on." })
  lastDay!: string;
}

@ObjectType({ description: "Answer of endRole: the person, or the refusal." })
export class EndRolePayload extends PersonPayload {}

@Resolver()
export class EndRole {
  @Mutation(() => EndRolePayload, { description: "终止职责: a role ends with a last day; what was done in it stays done." })
  endRole(@Arg("input", () => EndRoleInput, { description: "What is asked for." }) input: EndRoleInput, @Ctx() ctx: Context): Promise<EndRolePayload> {
    return actOnPerson(ctx, "endRole", input, async ({ client, facts }) => {
      const own = (await assignmentsOf(client, { id: input.assignmentId })).find(({ id }) => id === input.assignmentId.toLowerCase());
      // A role of another district does not exist here.
      if (own === undefined || !reach.near(facts.viewer).some((district) => own.area.startsWith(district))) return refuse("NOT_FOUND", {});
      const others = (await assignmentsOf(client, { area: own.area, id: own.id })).filter(({ id }) => id !== own.id);
      return { body: decideEndRole(own, others, { lastDay: input.lastDay }, facts), streamId: own.personId, areaNo: areaNumber(own.area) };
    });
  }
}

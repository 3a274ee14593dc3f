import { decideEndCouncil, isRefusal, recordCouncil } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { storeCouncil } from "./council-store.ts";
import { councilAnswer, CouncilPayload, keptCouncils, peopleFactsOf } from "./council-verb.ts";
import { performOn } from "../cases/act.ts";
import type { Context } from "../http/context.ts";
import { LocalDateScalar } from "../http/date-time.ts";
import { PeopleVerbInput } from "../people/people-verb.ts";

@InputType({ description: "Input of endCouncil." })
export class EndCouncilInput extends PeopleVerbInput {
  @Field(() => ID, { description: "The council." })
  id!: string;

  @Field(() => Int, { description: "The version it was decided on; another one is refused with CONFLICT and the current version." })
  expectedVersion!: number;

  @Field(() => LocalDateScalar, { description: "Its last day: today or later, or yesterday, which means from now on." })
  lastDay!: string;
}

@ObjectType({ description: "Answer of endCouncil: the council, or the refusal." })
export class EndCouncilPayload extends CouncilPayload {}

@Resolver()
export class EndCouncil {
  @Mutation(() => EndCouncilPayload, { description: "Ends a bench council with a last day. What was deliberated under it stays." })
  async endCouncil(@Arg("input", () => EndCouncilInput, { description: "What is asked for." }) input: EndCouncilInput, @Ctx() ctx: Context): Promise<EndCouncilPayload> {
    const done = await performOn(ctx, keptCouncils, { verb: "endCouncil", input }, async (act, council) => {
      const body = decideEndCouncil(council, { lastDay: input.lastDay }, peopleFactsOf(act));
      if (isRefusal(body)) return act.refuse(body);
      await storeCouncil(act.client, recordCouncil(council, council.id, body, act.facts), null);
      return council.id;
    });
    return councilAnswer(ctx, done);
  }
}

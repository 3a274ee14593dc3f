import { decideNameMediator, refuse } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnMediation, MediationPayload } from "./mediation-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";
import { peopleExist, rolesAt } from "../people/standing.ts";

@InputType({ description: "Input of nameMediator." })
export class NameMediatorInput extends VerbInput {
  @Field(() => ID, { description: "Who shall mediate: a mediator or leader of the area, or an expert who came to the case; no party." })
  personId!: string;
}

@ObjectType({ description: "Answer of nameMediator: the mediation, or the refusal." })
export class NameMediatorPayload extends MediationPayload {}

@Resolver()
export class NameMediator {
  @Mutation(() => NameMediatorPayload, { description: "指定调解员: names one more mediator, who sees the case whole from then on." })
  nameMediator(@Arg("input", () => NameMediatorInput, { description: "What is asked for." }) input: NameMediatorInput, @Ctx() ctx: Context): Promise<NameMediatorPayload> {
    return actOnMediation(ctx, "nameMediator", input, async (m, c, facts, { client }) => {
      if (!(await peopleExist(client, facts.viewer, [input.personId]))) return refuse("UNKNOWN_PERSON", {}, "personId");
      const personId = input.personId.toLowerCase();
      return decideNameMediator(m, c, { personId, roles: await rolesAt(client, personId, c, facts) }, facts);
    });
  }
}

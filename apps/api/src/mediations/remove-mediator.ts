import { decideRemoveMediator } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnMediation, MediationPayload } from "./mediation-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of removeMediator." })
export class RemoveMediatorInput extends VerbInput {
  @Field(() => ID, { description: "The mediator." })
  personId!: string;
}

@ObjectType({ description: "Answer of removeMediator: the mediation, or the refusal." })
export class RemoveMediatorPayload extends MediationPayload {}

@Resolver()
export class RemoveMediator {
  @Mutation(() => RemoveMediatorPayload, { description: "更换调解员: takes a mediator away, as a party may ask; one is always left." })
  removeMediator(@Arg("input", () => RemoveMediatorInput, { description: "What is asked for." }) input: RemoveMediatorInput, @Ctx() ctx: Context): Promise<RemoveMediatorPayload> {
    return actOnMediation(ctx, "removeMediator", input, (m, c, facts) => decideRemoveMediator(m, c, input, facts));
  }
}

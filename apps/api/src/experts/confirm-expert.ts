import { decideConfirmExpert } from "@bandeng/domain";
import { Arg, Ctx, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnExpert, ExpertPayload } from "./expert-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of confirmExpert." })
export class ConfirmExpertInput extends VerbInput {}

@ObjectType({ description: "Answer of confirmExpert: the entry, or the refusal." })
export class ConfirmExpertPayload extends ExpertPayload {}

@Resolver()
export class ConfirmExpert {
  @Mutation(() => ConfirmExpertPayload, { description: "Somebody asked him, and he stands ready: callable for another 365 days." })
  confirmExpert(@Arg("input", () => ConfirmExpertInput, { description: "Who." }) input: ConfirmExpertInput, @Ctx() ctx: Context): Promise<ConfirmExpertPayload> {
    return actOnExpert(ctx, "confirmExpert", input, decideConfirmExpert);
  }
}

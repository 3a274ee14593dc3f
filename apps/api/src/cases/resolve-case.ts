import { decideResolve, mediationOutcome } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { VerbInput } from "./verb-input.ts";
import { actOnCase, CasePayload } from "./verb.ts";
import { costStanding } from "../costs/cost-standing.ts";
import type { Context } from "../http/context.ts";
import { lastMediation } from "../mediations/mediation-store.ts";

@InputType({ description: "Input of resolveCase." })
export class ResolveCaseInput extends VerbInput {
  @Field(() => String, { description: "What was done and by what it can be seen." })
  result!: string;
}

@ObjectType({ description: "Answer of resolveCase: the case, or the refusal." })
export class ResolveCasePayload extends CasePayload {}

@Resolver()
export class ResolveCase {
  @Mutation(() => ResolveCasePayload, { description: "The lead states the result; the case goes to the call-back." })
  resolveCase(@Arg("input", () => ResolveCaseInput, { description: "What is asked for." }) input: ResolveCaseInput, @Ctx() ctx: Context): Promise<ResolveCasePayload> {
    return actOnCase(ctx, "resolveCase", input, async (c, facts, { client }) => {
      const mediation = mediationOutcome(c, await lastMediation(client, c.id));
      return decideResolve(c, { result: input.result, cost: await costStanding(client, c), mediation }, facts);
    });
  }
}

import { decideReferUp } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnCase, CasePayload } from "./verb.ts";
import type { Context } from "../http/context.ts";
import { readHistory } from "./read-case.ts";
import { VerbInput } from "./verb-input.ts";

@InputType({ description: "Input of referUpCase." })
export class ReferUpCaseInput extends VerbInput {
  @Field(() => String, { description: "What was tried." })
  tried!: string;
}

@ObjectType({ description: "Answer of referUpCase: the case, or the refusal." })
export class ReferUpCasePayload extends CasePayload {}

@Resolver()
export class ReferUpCase {
  @Mutation(() => ReferUpCasePayload, { description: "The case leaves the community, to the street; from the street to the district." })
  referUpCase(@Arg("input", () => ReferUpCaseInput, { description: "What is asked for." }) input: ReferUpCaseInput, @Ctx() ctx: Context): Promise<ReferUpCasePayload> {
    return actOnCase(ctx, "referUpCase", input, async (c, facts, { client }) => {
      const history = await readHistory(client, c.id);
      const meetingOnRecord = history.some(({ event }) => event.type === "DELIBERATED");
      return decideReferUp(c, { tried: input.tried, meetingOnRecord }, facts);
    });
  }
}

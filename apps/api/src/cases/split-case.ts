import { communityOf, decideSplit, isRefusal, localDateOf, yearOf, type Case } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { nextCaseNo } from "./case-number.ts";
import { VerbInput } from "./verb-input.ts";
import { act, CasePayload } from "./verb.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of splitCase." })
export class SplitCaseInput extends VerbInput {
  @Field(() => [ID], { description: "The opinions that are another matter: at least one, not all." })
  opinionIds!: string[];

  @Field(() => String, { description: "One line for the new case." })
  title!: string;
}

@ObjectType({ description: "Answer of splitCase: the new case, or the refusal." })
export class SplitCasePayload extends CasePayload {}

@Resolver()
export class SplitCase {
  @Mutation(() => SplitCasePayload, { description: "Some opinions are another matter: they become a new, linked case." })
  splitCase(@Arg("input", () => SplitCaseInput, { description: "What is asked for." }) input: SplitCaseInput, @Ctx() ctx: Context): Promise<SplitCasePayload> {
    const on = [{ id: input.id, expectedVersion: input.expectedVersion }];
    return act(ctx, { verb: "splitCase", input, on }, async ({ cases, client, collect, decide, facts, refuse }) => {
      const c = cases.get(input.id) as Case;
      const newId = uuidv7();
      const wanted = { opinionIds: input.opinionIds, title: input.title, newId };
      const possible = decideSplit(c, { ...wanted, newNo: "" }, facts);
      if (isRefusal(possible)) return refuse(possible);
      const newNo = await nextCaseNo(client, communityOf(c.gridCode), yearOf(localDateOf(facts.now)));
      const decision = decideSplit(c, { ...wanted, newNo }, facts);
      if (isRefusal(decision)) return refuse(decision);
      await decide(c, decision.source);
      await collect(newId, decision.target);
      return newId;
    });
  }
}

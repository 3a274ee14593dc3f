import { decideUnmerge, isRefusal, type Case } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { VerbInput } from "./verb-input.ts";
import { act, CasePayload } from "./verb.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of unmergeCase." })
export class UnmergeCaseInput extends VerbInput {
  @Field(() => ID, { description: "The case it was merged into." })
  into!: string;
}

@ObjectType({ description: "Answer of unmergeCase: the source, or the refusal." })
export class UnmergeCasePayload extends CasePayload {}

@Resolver()
export class UnmergeCase {
  @Mutation(() => UnmergeCasePayload, { description: "Takes a merge back, once, within 30 days, while the target is open." })
  unmergeCase(@Arg("input", () => UnmergeCaseInput, { description: "What is asked for." }) input: UnmergeCaseInput, @Ctx() ctx: Context): Promise<UnmergeCasePayload> {
    const on = [{ id: input.id, expectedVersion: input.expectedVersion }, { id: input.into, expectedVersion: null }];
    return act(ctx, { verb: "unmergeCase", input, on }, async ({ cases, decide, facts, refuse }) => {
      const source = cases.get(input.id) as Case;
      const target = cases.get(input.into) as Case;
      const decision = decideUnmerge(source, target, facts);
      if (isRefusal(decision)) return refuse(decision);
      await decide(target, decision.target);
      await decide(source, decision.source);
      return source.id;
    });
  }
}

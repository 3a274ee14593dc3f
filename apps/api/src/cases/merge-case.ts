import { decideMerge, isRefusal, type Case } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { VerbInput } from "./verb-input.ts";
import { act, CasePayload } from "./verb.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of mergeCase." })
export class MergeCaseInput extends VerbInput {
  @Field(() => ID, { description: "The case it ends in." })
  into!: string;
}

@ObjectType({ description: "Answer of mergeCase: the source, or the refusal." })
export class MergeCasePayload extends CasePayload {}

@Resolver()
export class MergeCase {
  @Mutation(() => MergeCasePayload, { description: "合并: it ends in another open case; its reporters follow." })
  mergeCase(@Arg("input", () => MergeCaseInput, { description: "What is asked for." }) input: MergeCaseInput, @Ctx() ctx: Context): Promise<MergeCasePayload> {
    const on = [{ id: input.id, expectedVersion: input.expectedVersion }, { id: input.into, expectedVersion: null }];
    return act(ctx, { verb: "mergeCase", input, on }, async ({ cases, decide, facts, refuse }) => {
      const source = cases.get(input.id) as Case;
      const target = cases.get(input.into) as Case;
      const decision = decideMerge(source, target, facts);
      if (isRefusal(decision)) return refuse(decision);
      await decide(target, decision.target);
      await decide(source, decision.source);
      return source.id;
    });
  }
}

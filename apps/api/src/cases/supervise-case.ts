import { decideSupervise } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { VerbInput } from "./verb-input.ts";
import { actOnCase, CasePayload } from "./verb.ts";
import type { Context } from "../http/context.ts";
import { LocalDateScalar } from "../http/date-time.ts";

@InputType({ description: "Input of superviseCase." })
export class SuperviseCaseInput extends VerbInput {
  @Field(() => String, { description: "What the officer wants to be done or known. Kept apart from the log." })
  words!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: "A reply is wanted by this day, YYYY-MM-DD, today at the earliest." })
  replyDueOn?: string | null;
}

@ObjectType({ description: "Answer of superviseCase: the case, or the refusal." })
export class SuperviseCasePayload extends CasePayload {}

@Resolver()
export class SuperviseCase {
  @Mutation(() => SuperviseCasePayload, { description: "督办: an officer of the street or the district puts his eye on an open case. Status, level, lead and deadline stay." })
  superviseCase(@Arg("input", () => SuperviseCaseInput, { description: "What is asked for." }) input: SuperviseCaseInput, @Ctx() ctx: Context): Promise<SuperviseCasePayload> {
    return actOnCase(ctx, "superviseCase", input, (c, facts) => decideSupervise(c, { words: input.words, replyDueOn: input.replyDueOn ?? null }, facts));
  }
}

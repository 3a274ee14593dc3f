import { decideStart } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { VerbInput } from "./verb-input.ts";
import { actOnCase, CasePayload } from "./verb.ts";
import type { Context } from "../http/context.ts";
import { LocalDateScalar } from "../http/date-time.ts";

@InputType({ description: "Input of startCase." })
export class StartCaseInput extends VerbInput {
  @Field(() => String, { description: "What will be done." })
  measure!: string;

  @Field(() => LocalDateScalar, { description: "The day it is planned to be done; absent when open.", nullable: true })
  planOn?: string | null;
}

@ObjectType({ description: "Answer of startCase: the case, or the refusal." })
export class StartCasePayload extends CasePayload {}

@Resolver()
export class StartCase {
  @Mutation(() => StartCasePayload, { description: "办理: work begins." })
  startCase(@Arg("input", () => StartCaseInput, { description: "What is asked for." }) input: StartCaseInput, @Ctx() ctx: Context): Promise<StartCasePayload> {
    return actOnCase(ctx, "startCase", input, (c, facts) => decideStart(c, { measure: input.measure, planOn: input.planOn ?? null }, facts));
  }
}

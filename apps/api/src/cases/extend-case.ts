import { decideExtend } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { VerbInput } from "./verb-input.ts";
import { actOnCase, CasePayload } from "./verb.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of extendCase." })
export class ExtendCaseInput extends VerbInput {
  @Field(() => Int, { description: "Working days, at most those of the level." })
  days!: number;

  @Field(() => String, { description: "Why." })
  reason!: string;
}

@ObjectType({ description: "Answer of extendCase: the case, or the refusal." })
export class ExtendCasePayload extends CasePayload {}

@Resolver()
export class ExtendCase {
  @Mutation(() => ExtendCasePayload, { description: "申请延期: the lead asks for more working days, once a level, before it is due." })
  extendCase(@Arg("input", () => ExtendCaseInput, { description: "What is asked for." }) input: ExtendCaseInput, @Ctx() ctx: Context): Promise<ExtendCasePayload> {
    return actOnCase(ctx, "extendCase", input, (c, facts) => decideExtend(c, input, facts));
  }
}

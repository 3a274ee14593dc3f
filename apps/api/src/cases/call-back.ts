import { decideCallBack, type Satisfaction } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { SatisfactionEnum } from "./case-enums.ts";
import { VerbInput } from "./verb-input.ts";
import { actOnCase, CasePayload } from "./verb.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of recordCallback." })
export class RecordCallbackInput extends VerbInput {
  @Field(() => ID, { description: "A key of `respondents`." })
  respondent!: string;

  @Field(() => Boolean, { description: "Whether he was reached." })
  reached!: boolean;

  @Field(() => Boolean, { description: "His word on whether it is solved; absent when not reached.", nullable: true })
  resolved?: boolean | null;

  @Field(() => SatisfactionEnum, { description: "His satisfaction; absent when not reached.", nullable: true })
  satisfaction?: Satisfaction | null;

  @Field(() => String, { description: "What he said; needed with DISSATISFIED.", nullable: true })
  words?: string | null;
}

@ObjectType({ description: "Answer of recordCallback: the case, or the refusal." })
export class RecordCallbackPayload extends CasePayload {}

@Resolver()
export class RecordCallback {
  @Mutation(() => RecordCallbackPayload, { description: "回访: one respondent, one attempt, by somebody who never led the case. DISSATISFIED reopens it; the last answer closes it." })
  recordCallback(@Arg("input", () => RecordCallbackInput, { description: "What is asked for." }) input: RecordCallbackInput, @Ctx() ctx: Context): Promise<RecordCallbackPayload> {
    return actOnCase(ctx, "recordCallback", input, (c, facts) => decideCallBack(c, { ...input, resolved: input.resolved ?? null, satisfaction: input.satisfaction ?? null, words: input.words ?? "" }, facts));
  }
}

import { decideSpend } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { actOnProject, ProjectPayload } from "./project-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";
import { Fen } from "../http/fen.ts";

@InputType({ description: "Input of recordSpending." })
export class RecordSpendingInput extends VerbInput {
  @Field(() => String, { description: "The fund, by name." })
  fund!: string;

  @Field(() => String, { description: "What for." })
  what!: string;

  @Field(() => Fen, { description: "How much; negative to correct an earlier entry." })
  fen!: number;
}

@ObjectType({ description: "Answer of recordSpending: the project, or the refusal." })
export class RecordSpendingPayload extends ProjectPayload {}

@Resolver()
export class RecordSpending {
  @Mutation(() => RecordSpendingPayload, { description: "Money is spent out of one of its funds, or an earlier entry is corrected." })
  recordSpending(@Arg("input", () => RecordSpendingInput, { description: "What is asked for." }) input: RecordSpendingInput, @Ctx() ctx: Context): Promise<RecordSpendingPayload> {
    return actOnProject(ctx, "recordSpending", input, (project, facts) => decideSpend(project, { ...input, spendingId: uuidv7() }, facts));
  }
}

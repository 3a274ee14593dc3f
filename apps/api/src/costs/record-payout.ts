import { decidePayOut } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { actOnCosts, CostPlanPayload } from "./cost-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";
import { Fen } from "../http/fen.ts";

@InputType({ description: "Input of recordPayout." })
export class RecordPayoutInput extends VerbInput {
  @Field(() => Fen, { description: "How much." })
  fen!: number;

  @Field(() => String, { defaultValue: "", description: "For what." })
  note!: string;
}

@ObjectType({ description: "Answer of recordPayout: the cost plan, or the refusal." })
export class RecordPayoutPayload extends CostPlanPayload {}

@Resolver()
export class RecordPayout {
  @Mutation(() => RecordPayoutPayload, { description: "付款 to the contractor whose quote was chosen; never more than there is, nor than the residents' part of the final account." })
  recordPayout(@Arg("input", () => RecordPayoutInput, { description: "What is asked for." }) input: RecordPayoutInput, @Ctx() ctx: Context): Promise<RecordPayoutPayload> {
    return actOnCosts(ctx, "recordPayout", input, (plan, c, facts) => decidePayOut(plan, c, { payoutId: uuidv7(), fen: input.fen, note: input.note }, facts));
  }
}

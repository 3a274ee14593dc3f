import { decideSetFinalAccount } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { actOnCosts, CostPlanPayload } from "./cost-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";
import { Fen } from "../http/fen.ts";

@InputType({ description: "Input of setFinalAccount." })
export class SetFinalAccountInput extends VerbInput {
  @Field(() => Fen, { description: "All of it, the part of bodies that pay directly included; 0 when the work fell through." })
  totalFen!: number;

  @Field(() => String, { description: "What it says." })
  note!: string;
}

@ObjectType({ description: "Answer of setFinalAccount: the cost plan, or the refusal." })
export class SetFinalAccountPayload extends CostPlanPayload {}

@Resolver()
export class SetFinalAccount {
  @Mutation(() => SetFinalAccountPayload, { description: "决算: what it really cost. What the residents paid too much goes back by what each bore." })
  setFinalAccount(@Arg("input", () => SetFinalAccountInput, { description: "What is asked for." }) input: SetFinalAccountInput, @Ctx() ctx: Context): Promise<SetFinalAccountPayload> {
    return actOnCosts(ctx, "setFinalAccount", input, (plan, c, facts) => decideSetFinalAccount(plan, c, { totalFen: input.totalFen, note: input.note, newId: uuidv7 }, facts));
  }
}

import { decideDecline, type DeclineReason } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { DeclineReasonEnum } from "./case-enums.ts";
import { VerbInput } from "./verb-input.ts";
import { actOnCase, CasePayload } from "./verb.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of declineCase." })
export class DeclineCaseInput extends VerbInput {
  @Field(() => DeclineReasonEnum, { description: "Why." })
  reason!: DeclineReason;

  @Field(() => String, { description: "Where the resident can turn instead." })
  goTo!: string;
}

@ObjectType({ description: "Answer of declineCase: the case, or the refusal." })
export class DeclineCasePayload extends CasePayload {}

@Resolver()
export class DeclineCase {
  @Mutation(() => DeclineCasePayload, { description: "不予受理, with a reason and a place to go instead." })
  declineCase(@Arg("input", () => DeclineCaseInput, { description: "What is asked for." }) input: DeclineCaseInput, @Ctx() ctx: Context): Promise<DeclineCasePayload> {
    return actOnCase(ctx, "declineCase", input, (c, facts) => decideDecline(c, input, facts));
  }
}

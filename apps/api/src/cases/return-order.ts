import { decideReturnOrder } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { VerbInput } from "./verb-input.ts";
import { actOnCase, CasePayload } from "./verb.ts";
import type { Context } from "../http/context.ts";
import { ownerOf } from "../people/standing.ts";

@InputType({ description: "Input of returnOrder." })
export class ReturnOrderInput extends VerbInput {
  @Field(() => String, { description: "Why." })
  reason!: string;
}

@ObjectType({ description: "Answer of returnOrder: the case, or the refusal." })
export class ReturnOrderPayload extends CasePayload {}

@Resolver()
export class ReturnOrder {
  @Mutation(() => ReturnOrderPayload, { description: "退回: the lead hands the order back to the owner of the level." })
  returnOrder(@Arg("input", () => ReturnOrderInput, { description: "What is asked for." }) input: ReturnOrderInput, @Ctx() ctx: Context): Promise<ReturnOrderPayload> {
    return actOnCase(ctx, "returnOrder", input, async (c, facts, { client }) => decideReturnOrder(c, { reason: input.reason, ownerId: await ownerOf(client, c, facts) }, facts));
  }
}

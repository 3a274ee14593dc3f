import { decideObjectToCosts } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { actOnCosts, CostPlanPayload } from "./cost-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of objectToCosts." })
export class ObjectToCostsInput extends VerbInput {
  @Field(() => String, { description: "What was said." })
  words!: string;
}

@ObjectType({ description: "Answer of objectToCosts: the cost plan, or the refusal." })
export class ObjectToCostsPayload extends CostPlanPayload {}

@Resolver()
export class ObjectToCosts {
  @Mutation(() => ObjectToCostsPayload, { description: "异议 against a plan that hangs; anybody of the community records it." })
  objectToCosts(@Arg("input", () => ObjectToCostsInput, { description: "What is asked for." }) input: ObjectToCostsInput, @Ctx() ctx: Context): Promise<ObjectToCostsPayload> {
    return actOnCosts(ctx, "objectToCosts", input, (plan, c, facts) => decideObjectToCosts(plan, c, { objectionId: uuidv7(), words: input.words }, facts));
  }
}

import { decidePubliciseCosts } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnCosts, CostPlanPayload } from "./cost-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of publiciseCosts." })
export class PubliciseCostsInput extends VerbInput {
  @Field(() => String, { description: "Where it hangs, at most 200 characters." })
  place!: string;
}

@ObjectType({ description: "Answer of publiciseCosts: the cost plan, or the refusal." })
export class PubliciseCostsPayload extends CostPlanPayload {}

@Resolver()
export class PubliciseCosts {
  @Mutation(() => PubliciseCostsPayload, { description: "公示: what it costs and who bears what, for so many working days as the community has set, 5 by default." })
  publiciseCosts(@Arg("input", () => PubliciseCostsInput, { description: "What is asked for." }) input: PubliciseCostsInput, @Ctx() ctx: Context): Promise<PubliciseCostsPayload> {
    return actOnCosts(ctx, "publiciseCosts", input, (plan, c, facts) => decidePubliciseCosts(plan, c, input, facts));
  }
}

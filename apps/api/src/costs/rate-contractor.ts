import { decideRateContractor } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnContractor, ContractorPayload } from "./contractor-verb.ts";
import { readCostPlan } from "./cost-query.ts";
import { VerbInput } from "../cases/verb-input.ts";
import { run } from "../database/statement.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of rateContractor." })
export class RateContractorInput extends VerbInput {
  @Field(() => ID, { description: "The settled plan whose work it did." })
  costPlanId!: string;

  @Field(() => Int, { description: "1 to 5." })
  stars!: number;

  @Field(() => String, { defaultValue: "", description: "In words; never about a resident." })
  words!: string;
}

@ObjectType({ description: "Answer of rateContractor: the contractor, or the refusal." })
export class RateContractorPayload extends ContractorPayload {}

@Resolver()
export class RateContractor {
  @Mutation(() => RateContractorPayload, { description: "评价 after a settled plan, once: what the next who asks for quotes will read." })
  async rateContractor(@Arg("input", () => RateContractorInput, { description: "What is asked for." }) input: RateContractorInput, @Ctx() ctx: Context): Promise<RateContractorPayload> {
    const { stars, words } = input;
    // Under the viewer's own reading scope: of a plan he does not see nothing is said.
    const plan = (await readCostPlan(ctx, input.costPlanId))?.source ?? null;
    const also = async ({ client, facts }: { readonly client: Parameters<typeof run>[0]; readonly facts: { readonly at: string; readonly viewer: { readonly personId: string } } }): Promise<void> => {
      await run(client, "insert into contractor_rating (contractor_id, cost_plan_id, stars, words, rated_by, at) values ($1, $2, $3, $4, $5, $6)", [input.id, plan?.id, stars, words.trim(), facts.viewer.personId, facts.at]);
    };
    return actOnContractor(ctx, "rateContractor", input, (contractor, { facts }) => decideRateContractor(contractor, { plan, stars, words }, facts), { also });
  }
}

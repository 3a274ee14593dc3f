import { decideOpenCosts, isRefusal, localDateOf, recordCost, runningCostStates, yearOf, type BillingSubject, type Case, type CostState } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { BillingSubjectEnum } from "./cost-enums.ts";
import { readCostPlan } from "./cost-query.ts";
import { costPlansOf, nextCostNo, storeCosts } from "./cost-store.ts";
import { CostPlanPayload } from "./cost-verb.ts";
import { perform } from "../cases/act.ts";
import { refusalType } from "../cases/refusal-type.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of openCostPlan: `id` is the case." })
export class OpenCostPlanInput extends VerbInput {
  @Field(() => String, { description: "One line, at most 100 characters." })
  title!: string;

  @Field(() => BillingSubjectEnum, { defaultValue: "WORK", description: "What is to be billed." })
  bills!: BillingSubject;
}

@ObjectType({ description: "Answer of openCostPlan: the new plan, or the refusal." })
export class OpenCostPlanPayload extends CostPlanPayload {}

@Resolver()
export class OpenCostPlan {
  @Mutation(() => OpenCostPlanPayload, { description: "建立费用方案 of a case that is deliberated, in progress or on hold; one at a time." })
  async openCostPlan(@Arg("input", () => OpenCostPlanInput, { description: "What is asked for." }) input: OpenCostPlanInput, @Ctx() ctx: Context): Promise<OpenCostPlanPayload> {
    const done = await perform(ctx, { verb: "openCostPlan", input, on: [{ id: input.id, expectedVersion: input.expectedVersion }], about: "COST_PLAN" }, async (act) => {
      const { client, facts } = act;
      const c = act.cases.get(input.id) as Case;
      const states: readonly CostState[] = (await costPlansOf(client, c.id)).map(({ state }) => state);
      const wanted = { title: input.title, bills: input.bills, runs: states.some((state) => (runningCostStates as readonly CostState[]).includes(state)) };
      // Checked before a number is taken, so that a refusal does not wait for the counter.
      const possible = decideOpenCosts(c, { ...wanted, no: "" }, facts);
      if (isRefusal(possible)) return act.refuse(possible);
      const no = await nextCostNo(client, c.gridCode, yearOf(localDateOf(facts.at)));
      const decision = decideOpenCosts(c, { ...wanted, no }, facts);
      if (isRefusal(decision)) return act.refuse(decision);
      const id = uuidv7();
      await storeCosts(client, recordCost(null, id, decision, facts), facts.now);
      return id;
    });
    return isRefusal(done) ? { costPlan: null, refusal: refusalType(done, ctx.language) } : { costPlan: await readCostPlan(ctx, done), refusal: null };
  }
}

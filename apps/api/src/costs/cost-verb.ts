import { isRefusal, recordedCost, refuse, visibility, type Case, type CostDecision, type CostPlan, type Facts } from "@bandeng/domain";
import { Field, ObjectType } from "type-graphql";
import { readCostPlan } from "./cost-query.ts";
import { lockCosts, storeCosts, type PlannedCase } from "./cost-store.ts";
import { CostPlanType } from "./cost-type.ts";
import { performOn, type Act, type Kept } from "../cases/act.ts";
import { RefusalType, refusalType } from "../cases/refusal-type.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@ObjectType()
export abstract class CostPlanPayload {
  @Field(() => CostPlanType, { nullable: true, description: "The cost plan as it is now; null when refused." })
  costPlan!: CostPlanType | null;

  @Field(() => RefusalType, { nullable: true, description: "Why nothing was done; null when it was." })
  refusal!: RefusalType | null;
}

const keptCosts: Kept<PlannedCase> = {
  kind: "COST_PLAN",
  lock: lockCosts,
  sees: ({ case: c }, viewer) => visibility(viewer, c) === "WHOLE",
  // The lead acts where the case is, whether he has a role there or came because he was asked.
  area: ({ case: c }) => c.gridCode,
};

type CostDecider = (plan: CostPlan, c: Case, facts: Facts, act: Act) => CostDecision | Promise<CostDecision>;

/** The path all verbs on a cost plan share: it and its case locked, its version checked, decided, stored with its rows of money; or nothing at all. */
export async function actOnCosts(ctx: Context, verb: string, input: VerbInput, decide: CostDecider): Promise<CostPlanPayload> {
  const done = await performOn(ctx, keptCosts, { verb, input }, async (act, { plan }) => {
    const [c] = (await act.lock([plan.caseId])) as [Case];
    const recorded = recordedCost(plan, await decide(plan, c, act.facts, act), act.facts);
    if (isRefusal(recorded)) return act.refuse(recorded);
    return (await storeCosts(act.client, recorded, act.facts.now)) ? plan.id : act.refuse(refuse("RECEIPT_NO_TAKEN", {}, "no"));
  });
  if (isRefusal(done)) return { costPlan: null, refusal: refusalType(done, ctx.language) };
  return { costPlan: await readCostPlan(ctx, done), refusal: null };
}

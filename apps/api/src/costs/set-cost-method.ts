import { decideSetCostMethod, refuse, type CostMethod } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { CostMethodEnum } from "./cost-enums.ts";
import { actOnCosts, CostPlanPayload } from "./cost-verb.ts";
import { CustomShareInput, customSharesOf, sharingHouseholds } from "./sharing-households.ts";
import { VerbInput } from "../cases/verb-input.ts";
import { isUuid } from "../database/uuid.ts";
import type { Context } from "../http/context.ts";
import { readItems } from "../meetings/meeting-read.ts";

@InputType({ description: "Input of setCostMethod." })
export class SetCostMethodInput extends VerbInput {
  @Field(() => CostMethodEnum, { description: "How it is shared." })
  method!: CostMethod;

  @Field(() => [ID], { nullable: true, description: "Who shares; absent: the homes and shops the case's place tells (its unit, else its building, else its compound; of STACK those above each other)." })
  households?: string[] | null;

  @Field(() => ID, { nullable: true, description: "The agenda item of this case whose resolution the method rests on; needed for all but AREA." })
  agendaItemId?: string | null;

  @Field(() => [CustomShareInput], { nullable: true, description: "With CUSTOM what each bears; together what is to be shared." })
  customShares?: CustomShareInput[] | null;
}

@ObjectType({ description: "Answer of setCostMethod: the cost plan, or the refusal." })
export class SetCostMethodPayload extends CostPlanPayload {}

@Resolver()
export class SetCostMethod {
  @Mutation(() => SetCostMethodPayload, { description: "确定分摊方式: by floor area as the law has it, without a vote; in any other way only by a resolution on this case. The shares are made to the fen, and sum to what is shared." })
  setCostMethod(@Arg("input", () => SetCostMethodInput, { description: "What is asked for." }) input: SetCostMethodInput, @Ctx() ctx: Context): Promise<SetCostMethodPayload> {
    return actOnCosts(ctx, "setCostMethod", input, async (plan, c, facts, { client }) => {
      const { method } = input;
      const households = await sharingHouseholds(client, facts.viewer, c, { method, ids: input.households ?? null });
      if (!households) return refuse("HOUSEHOLD_UNKNOWN", {}, "households");
      const agendaItemId = input.agendaItemId ?? "";
      const [found] = isUuid(agendaItemId) ? await readItems(client, facts.viewer, "id", [agendaItemId]) : [];
      const resolution = found ? { agendaItemId: found.item.id, caseId: found.item.caseId, adopted: found.item.resolution !== null } : null;
      return decideSetCostMethod(plan, c, { method, households, customShares: customSharesOf(input.customShares), resolution }, facts);
    });
  }
}

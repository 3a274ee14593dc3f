import { decideAddAffected, refuse } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { NamedHouseholdInput } from "./concerned.ts";
import { householdsIn } from "./doors.ts";
import { actOnItem, AgendaPayload } from "./meeting-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import { isUuid } from "../database/uuid.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of addAffected." })
export class AddAffectedInput extends VerbInput {
  @Field(() => [NamedHouseholdInput], { description: "Households the list does not have." })
  households!: NamedHouseholdInput[];
}

@ObjectType({ description: "Answer of addAffected: the item, or the refusal." })
export class AddAffectedPayload extends AgendaPayload {}

@Resolver()
export class AddAffected {
  @Mutation(() => AddAffectedPayload, { description: "The convener adds households that are concerned too: the neighbour whose wall it is." })
  addAffected(@Arg("input", () => AddAffectedInput, { description: "What is asked for." }) input: AddAffectedInput, @Ctx() ctx: Context): Promise<AddAffectedPayload> {
    return actOnItem(ctx, "addAffected", input, async ({ item, meeting }, facts, { client }) => {
      const named = new Map(input.households.map((h) => [h.householdId, h.direct]));
      const ids = [...named.keys()];
      const known = ids.every(isUuid) ? await householdsIn(client, facts.viewer, { unitId: null, buildingId: null, compoundId: null, ids }) : [];
      if (known.length !== ids.length) return refuse("HOUSEHOLD_UNKNOWN", {}, "households");
      return decideAddAffected(item, meeting, { households: known.map(({ id, areaCm2 }) => ({ householdId: id, areaCm2, direct: named.get(id) ?? true })) }, facts);
    });
  }
}

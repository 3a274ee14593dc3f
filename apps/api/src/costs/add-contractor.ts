import { decideAddContractor, isRefusal, recordedContractor } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { storeContractor } from "./contractor-store.ts";
import { contractorAnswer, ContractorEntryInput, ContractorPayload, entryOf } from "./contractor-verb.ts";
import { perform } from "../cases/act.ts";
import { areaExists } from "../councils/council-store.ts";
import type { Context } from "../http/context.ts";
import { DateTime } from "../http/date-time.ts";

@InputType({ description: "Input of addContractor." })
export class AddContractorInput extends ContractorEntryInput {
  @Field(() => ID, { description: "The community whose register it is." })
  areaCode!: string;

  @Field(() => ID, { description: "A UUID of the client's own, new for every act: sending the same act again does it once." })
  idempotencyKey!: string;

  @Field(() => DateTime, { nullable: true, description: "When it took effect, if that was earlier; never later than now." })
  at?: string | null;
}

@ObjectType({ description: "Answer of addContractor: the contractor, or the refusal." })
export class AddContractorPayload extends ContractorPayload {}

@Resolver()
export class AddContractor {
  @Mutation(() => AddContractorPayload, { description: "登记施工单位 in a community's register." })
  async addContractor(@Arg("input", () => AddContractorInput, { description: "Who, and where." }) input: AddContractorInput, @Ctx() ctx: Context): Promise<AddContractorPayload> {
    const done = await perform(ctx, { verb: "addContractor", input, on: [], about: "CONTRACTOR" }, async (act) => {
      const area = (await areaExists(act.client, input.areaCode)) ? input.areaCode : "";
      const id = uuidv7();
      const recorded = recordedContractor(null, id, decideAddContractor({ ...entryOf(input), area }, act.facts), act.facts);
      if (isRefusal(recorded)) return act.refuse(recorded);
      await storeContractor(act.client, recorded.contractor, recorded.event, entryOf(input));
      return id;
    });
    return contractorAnswer(ctx, done);
  }
}

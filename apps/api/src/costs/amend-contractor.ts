import { decideAmendContractor } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnContractor, ContractorEntryInput, ContractorPayload, entryOf } from "./contractor-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of amendContractor." })
export class AmendContractorInput extends VerbInput {
  @Field(() => ContractorEntryInput, { description: "What is written down about it, all of it." })
  entry!: ContractorEntryInput;

  @Field(() => Boolean, { description: "Whether it is still asked for quotes." })
  active!: boolean;
}

@ObjectType({ description: "Answer of amendContractor: the contractor, or the refusal." })
export class AmendContractorPayload extends ContractorPayload {}

@Resolver()
export class AmendContractor {
  @Mutation(() => AmendContractorPayload, { description: "Changes name, licence or phone, or whether it is asked any more." })
  amendContractor(@Arg("input", () => AmendContractorInput, { description: "What is asked for." }) input: AmendContractorInput, @Ctx() ctx: Context): Promise<AmendContractorPayload> {
    const entry = entryOf(input.entry);
    return actOnContractor(ctx, "amendContractor", input, (contractor, { facts }) => decideAmendContractor(contractor, { ...entry, active: input.active }, facts), { entry });
  }
}

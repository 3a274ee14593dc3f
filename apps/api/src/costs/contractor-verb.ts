import { isRefusal, recordedContractor, seesContractor, type Contractor, type ContractorDecision, type ContractorEntry, type Refusal } from "@bandeng/domain";
import { Field, InputType, ObjectType } from "type-graphql";
import { readContractor } from "./contractor-query.ts";
import { lockContractor, storeContractor } from "./contractor-store.ts";
import { ContractorType } from "./contractor-type.ts";
import { performOn, type Act, type Kept } from "../cases/act.ts";
import { RefusalType, refusalType } from "../cases/refusal-type.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@ObjectType()
export abstract class ContractorPayload {
  @Field(() => ContractorType, { nullable: true, description: "The contractor as it is now; null when refused." })
  contractor!: ContractorType | null;

  @Field(() => RefusalType, { nullable: true, description: "Why nothing was done; null when it was." })
  refusal!: RefusalType | null;
}

@InputType({ description: "What is written down about a contractor." })
export class ContractorEntryInput {
  @Field(() => String, { description: "Name, at most 60 characters." })
  name!: string;

  @Field(() => String, { description: "Business licence or qualification, at most 100 characters." })
  licence!: string;

  @Field(() => String, { nullable: true, description: "Where to call, at most 30 characters; absent when not known." })
  phone?: string | null;
}

/** The entry as the domain takes it. */
export function entryOf({ name, licence, phone }: ContractorEntryInput): ContractorEntry {
  return { name, licence, phone: phone ?? null };
}

const keptContractors: Kept<Contractor> = { kind: "CONTRACTOR", lock: lockContractor, sees: seesContractor };

/** The answer about a contractor, or the refusal. */
export async function contractorAnswer(ctx: Context, done: string | Refusal): Promise<ContractorPayload> {
  if (isRefusal(done)) return { contractor: null, refusal: refusalType(done, ctx.language) };
  return { contractor: await readContractor(ctx, done), refusal: null };
}

/** The path the verbs on a contractor share: locked, version checked, decided, stored; then `also`, what else it stores. */
export async function actOnContractor(
  ctx: Context,
  verb: string,
  input: VerbInput,
  decide: (contractor: Contractor, act: Act) => ContractorDecision | Promise<ContractorDecision>,
  { entry = null, also }: { readonly entry?: ContractorEntry | null; readonly also?: (act: Act) => Promise<void> } = {},
): Promise<ContractorPayload> {
  const done = await performOn(ctx, keptContractors, { verb, input }, async (act, contractor) => {
    const recorded = recordedContractor(contractor, contractor.id, await decide(contractor, act), act.facts);
    if (isRefusal(recorded)) return act.refuse(recorded);
    await storeContractor(act.client, recorded.contractor, recorded.event, entry);
    await also?.(act);
    return contractor.id;
  });
  return contractorAnswer(ctx, done);
}

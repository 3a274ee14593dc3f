import { decideHearParty } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { actOnMediation, MediationPayload } from "./mediation-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of hearParty." })
export class HearPartyInput extends VerbInput {
  @Field(() => ID, { description: "Key of the party." })
  partyKey!: string;

  @Field(() => String, { description: "What the party said." })
  words!: string;
}

@ObjectType({ description: "Answer of hearParty: the mediation, or the refusal." })
export class HearPartyPayload extends MediationPayload {}

@Resolver()
export class HearParty {
  @Mutation(() => HearPartyPayload, { description: "听取陈述: a party is heard; as often as it takes." })
  hearParty(@Arg("input", () => HearPartyInput, { description: "What is asked for." }) input: HearPartyInput, @Ctx() ctx: Context): Promise<HearPartyPayload> {
    return actOnMediation(ctx, "hearParty", input, (m, c, facts) => decideHearParty(m, c, { statementId: uuidv7(), partyKey: input.partyKey, words: input.words }, facts));
  }
}

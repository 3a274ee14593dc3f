import { decideOpenMediation, isRefusal, localDateOf, recordMediation, refuse, yearOf, type Case } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { lastMediation, nextMediationNo, storeMediation } from "./mediation-store.ts";
import { MediationType } from "./mediation-type.ts";
import { readMediation } from "./mediation-query.ts";
import { VerbInput } from "../cases/verb-input.ts";
import { act, CasePayload } from "../cases/verb.ts";
import type { Context } from "../http/context.ts";
import { peopleExist, rolesAt } from "../people/standing.ts";

@InputType({ description: "Input of openMediation: `id` is the case." })
export class OpenMediationInput extends VerbInput {
  @Field(() => [ID], { nullable: true, description: "Keys of the parties, two at least; all parties of the case when absent." })
  partyKeys?: string[] | null;

  @Field(() => [ID], { description: "Who mediates: mediators or leaders of the area, or experts who came to the case; none of them a party." })
  mediatorIds!: string[];

  @Field(() => Boolean, { defaultValue: false, description: "All parties agree to it: the month runs from the day of `at`." })
  consented!: boolean;
}

@ObjectType({ description: "Answer of openMediation: the case with its mediation, or the refusal." })
export class OpenMediationPayload extends CasePayload {
  @Field(() => MediationType, { nullable: true, description: "The new mediation; null when refused." })
  mediation!: MediationType | null;
}

@Resolver()
export class OpenMediation {
  @Mutation(() => OpenMediationPayload, {
    description: "开始人民调解: of a dispute between two or more of its parties, at COMMUNITY or above, where the committee is (escalateCase with partiesAskForMediation goes there at once). Free of charge.",
  })
  async openMediation(@Arg("input", () => OpenMediationInput, { description: "What is asked for." }) input: OpenMediationInput, @Ctx() ctx: Context): Promise<OpenMediationPayload> {
    const payload = await act(ctx, { verb: "openMediation", input, on: [{ id: input.id, expectedVersion: input.expectedVersion }] }, async ({ cases, client, decide, facts, refuse: end }) => {
      const c = cases.get(input.id) as Case;
      const named = [...new Set(input.mediatorIds.map((id) => id.toLowerCase()))];
      if (!(await peopleExist(client, facts.viewer, named))) return end(refuse("UNKNOWN_PERSON", {}, "mediatorIds"));
      const mediators = [];
      for (const personId of named) mediators.push({ personId, roles: await rolesAt(client, personId, c, facts) });
      const last = (await lastMediation(client, c.id))?.state ?? null;
      const wanted = { mediationId: uuidv7(), partyKeys: input.partyKeys ?? null, mediators, consented: input.consented, last };
      // Checked before a number is taken, so that a refusal does not wait for the counter.
      const possible = decideOpenMediation(c, { ...wanted, no: "" }, facts);
      if (isRefusal(possible)) return end(possible);
      const no = await nextMediationNo(client, c.gridCode, yearOf(localDateOf(facts.at)));
      const decision = decideOpenMediation(c, { ...wanted, no }, facts);
      if (isRefusal(decision)) return end(decision);
      await decide(c, decision.case);
      await storeMediation(client, recordMediation(null, wanted.mediationId, decision.mediation, facts), facts.now);
      return c.id;
    });
    const last = payload.case ? await lastMediation(ctx.db, payload.case.id) : null;
    return { ...payload, mediation: last && (await readMediation(ctx, last.id)) };
  }
}

import { isRefusal, recordedMediation, visibility, type Case, type Facts, type Mediation, type MediationDecision, type MediatorDecision } from "@bandeng/domain";
import { Field, ObjectType } from "type-graphql";
import { readMediation } from "./mediation-query.ts";
import { lockMediation, storeMediation, type MediatedCase } from "./mediation-store.ts";
import { MediationType } from "./mediation-type.ts";
import { performOn, type Act, type Kept } from "../cases/act.ts";
import { RefusalType, refusalType } from "../cases/refusal-type.ts";
import { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@ObjectType()
export abstract class MediationPayload {
  @Field(() => MediationType, { nullable: true, description: "The mediation as it is now; null when refused." })
  mediation!: MediationType | null;

  @Field(() => RefusalType, { nullable: true, description: "Why nothing was done; null when it was." })
  refusal!: RefusalType | null;
}

const keptMediations: Kept<MediatedCase> = {
  kind: "MEDIATION",
  lock: lockMediation,
  sees: ({ case: c }, viewer) => visibility(viewer, c) === "WHOLE",
  // A mediator acts where the case is, whether he has a role there or came because he was asked.
  area: ({ case: c }) => c.gridCode,
};

type MediationDecider = (m: Mediation, c: Case, facts: Facts, act: Act) => MediationDecision | MediatorDecision | Promise<MediationDecision | MediatorDecision>;

/** The path all verbs on a mediation share: it and its case locked, its version checked, decided, stored; with what it changes for the case, or nothing at all. */
export async function actOnMediation(ctx: Context, verb: string, input: VerbInput, decide: MediationDecider): Promise<MediationPayload> {
  const done = await performOn(ctx, keptMediations, { verb, input }, async (act, { mediation }) => {
    const [c] = (await act.lock([mediation.caseId])) as [Case];
    const decision = await decide(mediation, c, act.facts, act);
    if (isRefusal(decision)) return act.refuse(decision);
    const { mediation: own, case: ofCase } = "mediation" in decision ? decision : { mediation: decision, case: [] };
    const recorded = recordedMediation(mediation, own, act.facts);
    if (isRefusal(recorded)) return act.refuse(recorded);
    await act.decide(c, ofCase);
    await storeMediation(act.client, recorded, act.facts.now);
    return mediation.id;
  });
  if (isRefusal(done)) return { mediation: null, refusal: refusalType(done, ctx.language) };
  return { mediation: await readMediation(ctx, done), refusal: null };
}

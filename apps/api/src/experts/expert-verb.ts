import { isRefusal, recordedExpert, refuse, seesExpert, type Expert, type ExpertDecision, type ExpertTie, type Facts, type Refusal } from "@bandeng/domain";
import { Field, ObjectType } from "type-graphql";
import { readExpert } from "./expert-query.ts";
import { lockExpert, storeExpert } from "./expert-store.ts";
import { ExpertType } from "./expert-type.ts";
import { performOn, type Act, type Kept } from "../cases/act.ts";
import { RefusalType, refusalType } from "../cases/refusal-type.ts";
import { VerbInput } from "../cases/verb-input.ts";
import { badInput } from "../http/connection.ts";
import type { Context } from "../http/context.ts";
import { peopleExist } from "../people/standing.ts";

/** Most people one expert is tied to. */
const TIES = 50;

@ObjectType()
export abstract class ExpertPayload {
  @Field(() => ExpertType, { nullable: true, description: "The entry as it is now; null when refused, or when he left the pool." })
  expert!: ExpertType | null;

  @Field(() => RefusalType, { nullable: true, description: "Why nothing was done; null when it was." })
  refusal!: RefusalType | null;
}

const keptExperts: Kept<Expert> = { kind: "EXPERT", lock: lockExpert, sees: seesExpert };

/** The answer about an entry, or the refusal. */
export async function expertAnswer(ctx: Context, done: string | Refusal): Promise<ExpertPayload> {
  if (isRefusal(done)) return { expert: null, refusal: refusalType(done, ctx.language) };
  return { expert: await readExpert(ctx, done), refusal: null };
}

/** Refuses ties to people the viewer does not know; null when they are fine. */
export async function tiesProblem(act: Act, ties: readonly ExpertTie[]): Promise<Refusal | null> {
  const known = ties.length === 0 || (await peopleExist(act.client, act.facts.viewer, ties.map(({ personId }) => personId)));
  return known ? null : refuse("UNKNOWN_PERSON", {}, "ties");
}

/** @throws GraphQLError BAD_USER_INPUT when there are more ties than a form could send */
export function checkTies(ties: readonly ExpertTie[] | null | undefined): readonly ExpertTie[] | null {
  if (ties && ties.length > TIES) throw badInput(`At most ${TIES} ties`);
  return ties ?? null;
}

/** The path the verbs on an entry share: locked, version checked, decided, stored. */
export async function actOnExpert(ctx: Context, verb: string, input: VerbInput, decide: (expert: Expert, facts: Facts) => ExpertDecision, ties: readonly ExpertTie[] | null = null): Promise<ExpertPayload> {
  const done = await performOn(ctx, keptExperts, { verb, input }, async (act, expert) => {
    const recorded = recordedExpert(expert, expert.id, decide(expert, act.facts), { actorId: act.facts.viewer.personId, now: act.facts.now });
    if (isRefusal(recorded)) return act.refuse(recorded);
    const unknown = ties && (await tiesProblem(act, ties));
    if (unknown) return act.refuse(unknown);
    await storeExpert(act.client, recorded.expert, recorded.event, ties);
    return expert.id;
  });
  return expertAnswer(ctx, done);
}

import { isRefusal, recordPublication, seesPublicationsOf, type Facts, type PublicationDecision, type Refusal } from "@bandeng/domain";
import { Field, ObjectType } from "type-graphql";
import { readPublication } from "./publication-query.ts";
import { lockPublication, storePublication, type KeptPublication, type PublicationWords } from "./publication-store.ts";
import { PublicationType } from "./publication-type.ts";
import { performOn, type Act, type Kept } from "../cases/act.ts";
import { RefusalType, refusalType } from "../cases/refusal-type.ts";
import type { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@ObjectType()
export abstract class PublicationPayload {
  @Field(() => PublicationType, { nullable: true, description: "The publication as it is now; null when refused." })
  publication!: PublicationType | null;

  @Field(() => RefusalType, { nullable: true, description: "Why nothing was done; null when it was." })
  refusal!: RefusalType | null;
}

const keptPublications: Kept<KeptPublication> = { kind: "PUBLICATION", lock: lockPublication, sees: ({ publication }, viewer) => seesPublicationsOf(publication.areaCode, viewer) };

/** The answer about a publication, or the refusal. */
export async function publicationAnswer(ctx: Context, done: string | Refusal): Promise<PublicationPayload> {
  if (isRefusal(done)) return { publication: null, refusal: refusalType(done, ctx.language) };
  return { publication: await readPublication(ctx, done), refusal: null };
}

/** What a verb decides, and the words it leaves; null where they stay. */
export interface Decided {
  readonly decision: PublicationDecision;
  readonly words?: PublicationWords;
}

/** The path all verbs on a publication share: locked, its version checked, decided, stored with its events and words. */
export async function actOnPublication(ctx: Context, verb: string, input: VerbInput, decide: (found: KeptPublication, facts: Facts, act: Act) => Decided | Promise<Decided>): Promise<PublicationPayload> {
  const done = await performOn(ctx, keptPublications, { verb, input }, async (act, found) => {
    const { decision, words } = await decide(found, act.facts, act);
    if (isRefusal(decision)) return act.refuse(decision);
    await storePublication(act.client, recordPublication(found.publication, found.publication.id, decision, act.facts), words ?? found, act.facts.now);
    return found.publication.id;
  });
  return publicationAnswer(ctx, done);
}

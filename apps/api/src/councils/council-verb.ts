import { covers, isRefusal, localDateOf, type Council, type PeopleFacts, type Refusal, type Viewer } from "@bandeng/domain";
import { Field, ObjectType } from "type-graphql";
import { readCouncil } from "./council-query.ts";
import { lockCouncil } from "./council-store.ts";
import { CouncilType } from "./council-type.ts";
import { reach } from "../access/scope.ts";
import type { Act, Kept } from "../cases/act.ts";
import { RefusalType, refusalType } from "../cases/refusal-type.ts";
import type { Context } from "../http/context.ts";

@ObjectType()
export abstract class CouncilPayload {
  @Field(() => CouncilType, { nullable: true, description: "The council as it is now; null when refused." })
  council!: CouncilType | null;

  @Field(() => RefusalType, { nullable: true, description: "Why nothing was done; null when it was." })
  refusal!: RefusalType | null;
}

/** A council is seen by whoever works in its community. */
export const keptCouncils: Kept<Council> = {
  kind: "COUNCIL",
  lock: lockCouncil,
  sees: (council: Council, viewer: Viewer) => reach.places(viewer).some((area) => covers(area, council.areaCode)),
};

/** What a decision on a council looks at. */
export function peopleFactsOf({ facts }: Act): PeopleFacts {
  return { viewer: facts.viewer, today: localDateOf(facts.now) };
}

/** The answer about a council, or the refusal. */
export async function councilAnswer(ctx: Context, done: string | Refusal): Promise<CouncilPayload> {
  if (isRefusal(done)) return { council: null, refusal: refusalType(done, ctx.language) };
  return { council: await readCouncil(ctx, done), refusal: null };
}

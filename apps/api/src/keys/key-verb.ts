import { isRefusal, localDateOf, mayIn, type PeopleFacts, type Refusal } from "@bandeng/domain";
import { Field, ObjectType } from "type-graphql";
import { readKey } from "./key-query.ts";
import { lockKey, type LockedKey } from "./key-store.ts";
import { ApiKeyType } from "./key-type.ts";
import { performOn, type Act, type Kept } from "../cases/act.ts";
import { RefusalType, refusalType } from "../cases/refusal-type.ts";
import type { VerbInput } from "../cases/verb-input.ts";
import type { Context } from "../http/context.ts";

@ObjectType()
export abstract class ApiKeyPayload {
  @Field(() => ApiKeyType, { nullable: true, description: "The key as it is now; null when refused." })
  apiKey!: ApiKeyType | null;

  @Field(() => RefusalType, { nullable: true, description: "Why nothing was done; null when it was." })
  refusal!: RefusalType | null;
}

@ObjectType()
export abstract class ApiKeyTokenPayload extends ApiKeyPayload {
  @Field(() => String, { nullable: true, description: "The secret, to be kept at once; null when refused, and when the same act is sent again: it is stored nowhere." })
  token!: string | null;
}

const keptKeys: Kept<LockedKey> = { kind: "KEY", lock: lockKey, sees: (key, viewer) => mayIn(viewer, "KEEP_INTEGRATIONS", key.area) };

/** What a decision on keys looks at. */
export function keyFacts({ facts: { viewer, now } }: Act): PeopleFacts {
  return { viewer, today: localDateOf(now) };
}

/** The answer about a key, or the refusal. */
export async function keyAnswer(ctx: Context, done: string | Refusal): Promise<ApiKeyPayload> {
  if (isRefusal(done)) return { apiKey: null, refusal: refusalType(done, ctx.language) };
  return { apiKey: await readKey(ctx, done), refusal: null };
}

/** The path the verbs on one key share: locked, version checked, decided, stored. */
export async function actOnKey(
  ctx: Context,
  request: { readonly verb: string; readonly input: VerbInput; readonly reason?: string },
  problem: (key: LockedKey, facts: PeopleFacts) => Refusal | null,
  store: (act: Act, key: LockedKey) => Promise<unknown>,
): Promise<ApiKeyPayload> {
  const done = await performOn(ctx, keptKeys, request, async (act, key) => {
    const no = problem(key, keyFacts(act));
    if (no) return act.refuse(no);
    await store(act, key);
    return key.id;
  });
  return keyAnswer(ctx, done);
}

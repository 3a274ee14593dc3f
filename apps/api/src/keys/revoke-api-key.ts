import { keyProblem, refuse } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnKey, ApiKeyPayload } from "./key-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import { run } from "../database/statement.ts";
import type { Context } from "../http/context.ts";

const REASON_LIMIT = 200;

@InputType({ description: "Input of revokeApiKey." })
export class RevokeApiKeyInput extends VerbInput {
  @Field(() => String, { description: "Why, for the audit: at most 200 characters." })
  reason!: string;
}

@ObjectType({ description: "Answer of revokeApiKey: the key, or the refusal." })
export class RevokeApiKeyPayload extends ApiKeyPayload {}

@Resolver()
export class RevokeApiKey {
  @Mutation(() => RevokeApiKeyPayload, { description: "吊销密钥: both secrets stop opening with the next request, and its streams end." })
  async revokeApiKey(@Arg("input", () => RevokeApiKeyInput, { description: "Which, and why." }) input: RevokeApiKeyInput, @Ctx() ctx: Context): Promise<RevokeApiKeyPayload> {
    const reason = input.reason.trim();
    const payload = await actOnKey(
      ctx,
      { verb: "revokeApiKey", input, reason: reason.slice(0, REASON_LIMIT) },
      (key, facts) => {
        if (reason === "") return refuse("TEXT_REQUIRED", { field: "reason" }, "reason");
        if ([...reason].length > REASON_LIMIT) return refuse("TEXT_TOO_LONG", { field: "reason", limit: REASON_LIMIT }, "reason");
        return keyProblem(key, facts);
      },
      ({ client, facts }, { id }) => run(client, "update api_key set version = version + 1, revoked_at = $2, earlier_hash = null, earlier_until = null where id = $1", [id, facts.now]),
    );
    if (payload.apiKey) ctx.keys.tellEnded(payload.apiKey.id);
    return payload;
  }
}

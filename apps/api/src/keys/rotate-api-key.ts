import { plusMilliseconds, rotateKeyProblem } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { hashKeySecret, hintOf, newKeySecret } from "./key-secret.ts";
import { actOnKey, ApiKeyTokenPayload } from "./key-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import { run } from "../database/statement.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of rotateApiKey." })
export class RotateApiKeyInput extends VerbInput {
  @Field(() => Int, { description: "For how many hours the present secret goes on opening, 0 to 168. One that was already the earlier one ends now." })
  overlapHours!: number;
}

@ObjectType({ description: "Answer of rotateApiKey: the key with its new secret, or the refusal." })
export class RotateApiKeyPayload extends ApiKeyTokenPayload {}

@Resolver()
export class RotateApiKey {
  @Mutation(() => RotateApiKeyPayload, { description: "轮换密钥: a new secret for a key, while the present one opens for some hours more." })
  async rotateApiKey(@Arg("input", () => RotateApiKeyInput, { description: "Which, and for how long both open." }) input: RotateApiKeyInput, @Ctx() ctx: Context): Promise<RotateApiKeyPayload> {
    let token: string | null = null;
    const { overlapHours } = input;
    const payload = await actOnKey(ctx, { verb: "rotateApiKey", input }, (key, facts) => rotateKeyProblem(key, input, facts), async ({ client, facts }, key) => {
      const secret = newKeySecret();
      const until = overlapHours === 0 ? null : plusMilliseconds(facts.now, overlapHours * 3_600_000);
      await run(client, "update api_key set version = version + 1, secret_hash = $2, hint = $3, earlier_hash = $4, earlier_until = $5 where id = $1", [key.id, hashKeySecret(secret), hintOf(secret), until && key.secretHash, until]);
      token = secret;
    });
    return { ...payload, token };
  }
}

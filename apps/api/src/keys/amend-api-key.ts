import { amendKeyProblem, endOfDay } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { actOnKey, ApiKeyPayload } from "./key-verb.ts";
import { VerbInput } from "../cases/verb-input.ts";
import { run } from "../database/statement.ts";
import type { Context } from "../http/context.ts";
import { LocalDateScalar } from "../http/date-time.ts";

@InputType({ description: "Input of amendApiKey." })
export class AmendApiKeyInput extends VerbInput {
  @Field(() => String, { description: "Whose it is, at most 60 characters." })
  name!: string;

  @Field(() => LocalDateScalar, { description: "Its last day, from tomorrow to two years from now." })
  expiresOn!: string;

  @Field(() => Int, { description: "What its requests may cost within a minute, 100 to 500,000." })
  costPerMinute!: number;
}

@ObjectType({ description: "Answer of amendApiKey: the key, or the refusal." })
export class AmendApiKeyPayload extends ApiKeyPayload {}

@Resolver()
export class AmendApiKey {
  @Mutation(() => AmendApiKeyPayload, { description: "Changes name, last day or budget of a key. Its area and what it was made for never change." })
  async amendApiKey(@Arg("input", () => AmendApiKeyInput, { description: "Which, and how it is to be." }) input: AmendApiKeyInput, @Ctx() ctx: Context): Promise<AmendApiKeyPayload> {
    const entry = { name: input.name.trim(), expiresOn: input.expiresOn, costPerMinute: input.costPerMinute };
    return actOnKey(ctx, { verb: "amendApiKey", input }, (key, facts) => amendKeyProblem(key, entry, facts), async ({ client }, { id }) => {
      await run(client, "update api_key set version = version + 1, name = $2, expires_at = $3, cost_per_minute = $4 where id = $1", [id, entry.name, endOfDay(entry.expiresOn), entry.costPerMinute]);
      await run(client, "update person set display_name = $2, surname_mask = $2 where id = $1", [id, entry.name]);
    });
  }
}

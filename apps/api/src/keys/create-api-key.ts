import { areaNumber, endOfDay, newKeyProblem, refuse } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { hashKeySecret, hintOf, newKeySecret } from "./key-secret.ts";
import { KeyAccessEnum, type KeyAccess } from "./key-type.ts";
import { ApiKeyTokenPayload, keyAnswer, keyFacts } from "./key-verb.ts";
import { perform } from "../cases/act.ts";
import { areaExists } from "../councils/council-store.ts";
import { run } from "../database/statement.ts";
import type { Context } from "../http/context.ts";
import { LocalDateScalar } from "../http/date-time.ts";

@InputType({ description: "Input of createApiKey." })
export class CreateApiKeyInput {
  @Field(() => String, { description: "Whose it is, at most 60 characters." })
  name!: string;

  @Field(() => ID, { description: "The area it is to see: of the viewer's own, as narrow as the purpose allows." })
  areaCode!: string;

  @Field(() => KeyAccessEnum, { description: "Whether it only reads." })
  access!: KeyAccess;

  @Field(() => Boolean, { description: "Whether disputes exist for it, as masked cards." })
  personalData!: boolean;

  @Field(() => LocalDateScalar, { description: "Its last day, from tomorrow to two years from now." })
  expiresOn!: string;

  @Field(() => Int, { description: "What its requests may cost within a minute, 100 to 500,000." })
  costPerMinute!: number;

  @Field(() => ID, { description: "A UUID of the client's own, new for every act: sending the same act again does it once." })
  idempotencyKey!: string;
}

@ObjectType({ description: "Answer of createApiKey: the key with its secret, or the refusal." })
export class CreateApiKeyPayload extends ApiKeyTokenPayload {}

@Resolver()
export class CreateApiKey {
  @Mutation(() => CreateApiKeyPayload, { description: "新建密钥: a key for another system. Its secret is in this answer and nowhere else." })
  async createApiKey(@Arg("input", () => CreateApiKeyInput, { description: "Whose it is, and what it is to see." }) input: CreateApiKeyInput, @Ctx() ctx: Context): Promise<CreateApiKeyPayload> {
    let token: string | null = null;
    const done = await perform(ctx, { verb: "createApiKey", input, on: [], about: "KEY" }, async (act) => {
      const { client, facts } = act;
      const { areaCode: area, access, personalData, costPerMinute, expiresOn } = input;
      const name = input.name.trim();
      const no = newKeyProblem({ name, area, expiresOn, costPerMinute }, keyFacts(act));
      if (no) return act.refuse(no);
      if (!(await areaExists(client, area))) return act.refuse(refuse("UNKNOWN_PLACE", {}, "areaCode"));
      const id = uuidv7();
      const areaNo = areaNumber(area);
      const secret = newKeySecret();
      await run(client, "insert into person (id, display_name, surname_mask, area_no) values ($1, $2, $2, $3)", [id, name, areaNo]);
      await run(client, "insert into role_assignment (id, person_id, role, area_code, area_no, from_date) values ($1, $2, 'KEY', $3, $4, $5)", [uuidv7(), id, area, areaNo, keyFacts(act).today]);
      await run(
        client,
        `insert into api_key (id, version, name, area_code, area_no, access, personal_data, cost_per_minute, secret_hash, hint, expires_at, created_by, created_at)
         values ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [id, name, area, areaNo, access, personalData, costPerMinute, hashKeySecret(secret), hintOf(secret), endOfDay(expiresOn), facts.viewer.personId, facts.now],
      );
      token = secret;
      return id;
    });
    return { ...(await keyAnswer(ctx, done)), token };
  }
}

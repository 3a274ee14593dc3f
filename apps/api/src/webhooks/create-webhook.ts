import { areaNumber, isRefusal, mayIn, refuse } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { secretOf } from "./webhook-store.ts";
import { WebhookDescriptionInput, WebhookPayload } from "./webhook-type.ts";
import { checkedDescription, webhookAnswer } from "./webhook-verb.ts";
import { perform } from "../cases/act.ts";
import { run } from "../database/statement.ts";
import { isUuid } from "../database/uuid.ts";
import { newSecret } from "../delivery/sign.ts";
import type { Context } from "../http/context.ts";

/** Nobody needs more endpoints for one key. */
const mostOfKey = 20;

@InputType({ description: "Input of createWebhook." })
export class CreateWebhookInput {
  @Field(() => ID, { description: "The key whose scope it has: what that key may read, it is told of." })
  keyId!: string;

  @Field(() => WebhookDescriptionInput, { description: "What it is called, where it sends, and of what." })
  webhook!: WebhookDescriptionInput;

  @Field(() => ID, { description: "A UUID of the client's own, new for every act: sending the same act again does it once." })
  idempotencyKey!: string;
}

@ObjectType({ description: "Answer of createWebhook: the webhook with its secret, or the refusal." })
export class CreateWebhookPayload extends WebhookPayload {
  @Field(() => String, { nullable: true, description: "The secret its messages are signed with, shown this once; null when refused, and when the same key is sent again." })
  secret!: string | null;
}

interface KeyRow extends Record<string, unknown> {
  readonly id: string;
  readonly areaCode: string;
  readonly ended: boolean;
  readonly webhooks: number;
}

@Resolver()
export class CreateWebhook {
  @Mutation(() => CreateWebhookPayload, { description: "Has another system told of changes in the scope of a key, from now on. For whoever keeps the integrations of the key's area (KEEP_INTEGRATIONS)." })
  async createWebhook(@Arg("input", () => CreateWebhookInput, { description: "What is asked for." }) input: CreateWebhookInput, @Ctx() ctx: Context): Promise<CreateWebhookPayload> {
    let secret: string | null = null;
    let key: KeyRow | undefined;
    const readFirst = async (client: Parameters<typeof run>[0]): Promise<void> => {
      if (!isUuid(input.keyId)) return;
      // Locked, so that two at once do not both become the last one.
      [key] = await run<KeyRow>(
        client,
        `select k.id, k.area_code as "areaCode", k.revoked_at is not null or k.expires_at <= now() as ended, (select count(*)::int from webhook_endpoint w where w.key_id = k.id) as webhooks
         from api_key k where k.id = $1 for update`,
        [input.keyId],
      );
    };
    const done = await perform(ctx, { verb: "createWebhook", input, on: [], about: "WEBHOOK", readFirst, area: () => key?.areaCode }, async ({ client, facts, refuse: end }) => {
      if (key === undefined || !mayIn(facts.viewer, "KEEP_INTEGRATIONS", key.areaCode)) return end(refuse("NOT_FOUND", {}, "keyId"));
      if (key.ended) return end(refuse("KEY_ENDED", {}, "keyId"));
      if (key.webhooks >= mostOfKey) return end(refuse("WEBHOOK_LIMIT", { limit: mostOfKey }));
      const checked = checkedDescription(ctx, key.areaCode, input.webhook);
      if (isRefusal(checked)) return end(checked);
      const [id, fresh] = [uuidv7(), newSecret()];
      const { name, url, areas, subjects, types, source } = checked;
      // What was before is not told: a replay tells it.
      await run(
        client,
        `insert into webhook_endpoint (id, version, key_id, area_code, area_no, name, url, secret_enc, areas, subjects, types, source, position, created_at)
         select $1, 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, position, $12 from feed_head`,
        [id, key.id, key.areaCode, areaNumber(key.areaCode), name, url, ctx.dataKeys.seal(fresh, secretOf(id)), areas, subjects, types, source, facts.now],
      );
      secret = fresh;
      return id;
    });
    const answer = await webhookAnswer(ctx, done);
    return { ...answer, secret: answer.refusal === null ? secret : null };
  }
}

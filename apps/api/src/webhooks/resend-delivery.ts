import { isRefusal, refuse, type Refusal } from "@bandeng/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { readDelivery } from "./delivery-query.ts";
import { WebhookDeliveryType } from "./webhook-type.ts";
import { keepsWebhooksOf } from "./webhook-verb.ts";
import { lockWebhook, type Webhook } from "./webhook-store.ts";
import { perform } from "../cases/act.ts";
import { RefusalType, refusalType } from "../cases/refusal-type.ts";
import { run, type Runner } from "../database/statement.ts";
import { isUuid } from "../database/uuid.ts";
import type { Context } from "../http/context.ts";

@InputType({ description: "Input of resendDelivery." })
export class ResendDeliveryInput {
  @Field(() => ID, { description: "The message." })
  deliveryId!: string;

  @Field(() => ID, { description: "A UUID of the client's own, new for every act: sending the same act again does it once." })
  idempotencyKey!: string;
}

@ObjectType({ description: "Answer of resendDelivery: the message, or the refusal." })
export class ResendDeliveryPayload {
  @Field(() => WebhookDeliveryType, { nullable: true, description: "The message, waiting; null when refused." })
  delivery!: WebhookDeliveryType | null;

  @Field(() => RefusalType, { nullable: true, description: "Why nothing was done; null when it was." })
  refusal!: RefusalType | null;
}

interface Found {
  readonly webhook: Webhook;
  readonly isOver: boolean;
}

async function find(client: Runner, id: string): Promise<Found | null> {
  if (!isUuid(id)) return null;
  const [row] = await run<{ endpoint: string }>(client, "select endpoint from delivery where id = $1 and channel = 'WEBHOOK'", [id]);
  // The webhook before its message: the order in which everybody locks them.
  const webhook = row ? await lockWebhook(client, row.endpoint) : null;
  if (webhook === null) return null;
  const [locked] = await run<{ isOver: boolean }>(client, `select ended_at is not null as "isOver" from delivery where id = $1 for update`, [id]);
  return locked ? { webhook, isOver: locked.isOver } : null;
}

/** Why it cannot be sent again; null when it can. */
function whyNot({ viewer }: Context, found: Found | null): Refusal | null {
  if (found === null || !keepsWebhooksOf(found.webhook.areaCode, viewer)) return refuse("NOT_FOUND", {}, "deliveryId");
  return found.isOver ? null : refuse("DELIVERY_WAITING", {}, "deliveryId");
}

@Resolver()
export class ResendDelivery {
  @Mutation(() => ResendDeliveryPayload, { description: "Sends a message that has ended once more, under the same webhook-id: a receiver that has seen it knows it again." })
  async resendDelivery(@Arg("input", () => ResendDeliveryInput, { description: "What is asked for." }) input: ResendDeliveryInput, @Ctx() ctx: Context): Promise<ResendDeliveryPayload> {
    let found: Found | null = null;
    const readFirst = async (client: Runner): Promise<void> => void (found = await find(client, input.deliveryId));
    const area = (): string | undefined => (found as Found | null)?.webhook.areaCode;
    const done = await perform(ctx, { verb: "resendDelivery", input, on: [], about: "WEBHOOK", readFirst, area }, async ({ client, facts, refuse: end }) => {
      const no = whyNot(ctx, found);
      if (no) return end(no);
      await run(client, "update delivery set attempts = 0, next_at = $2, ended_at = null, delivered = false, failure = null, http_status = null where id = $1", [input.deliveryId, facts.now]);
      return (found as unknown as Found).webhook.id;
    });
    if (isRefusal(done)) return { delivery: null, refusal: refusalType(done, ctx.language) };
    return { delivery: await readDelivery(ctx, input.deliveryId), refusal: null };
  }
}

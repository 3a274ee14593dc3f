import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { bodyNow } from "./webhook-channel.ts";
import { WebhookAttemptType, WebhookDeliveryType, type WebhookDeliveryConnection } from "./webhook-type.ts";
import { withinReach } from "../access/scope.ts";
import { decodeCursor, encodeCursor } from "../cases/case-list.ts";
import { Statement } from "../database/statement.ts";
import { isUuid } from "../database/uuid.ts";
import { badInput, checkFirst } from "../http/connection.ts";
import type { Context } from "../http/context.ts";

type Row = WebhookDeliveryType & Record<string, unknown>;

async function read(ctx: Context, where: (q: Statement) => string, limit: number): Promise<WebhookDeliveryType[]> {
  const q = new Statement();
  return q.run<Row>(
    ctx.db,
    `select d.id, d.position, d.purpose = 'TEST' as test, d.purpose = 'REPLAY' as replay, d.type, d.created_at as "createdAt", d.failure, d.endpoint as "webhookId",
       case when d.delivered then 'DELIVERED' when d.ended_at is not null then 'FAILED' else 'WAITING' end as state, case when d.ended_at is null then d.next_at end as "nextAt"
     from delivery d where d.channel = 'WEBHOOK' and ${withinReach(q, ctx.viewer, "integrates", "d.area_no")} and ${where(q)}
     order by d.created_at desc, d.id desc limit ${q.bind(limit, "int")}`,
  );
}

/** One message to a webhook; null when there is none whose integrations the viewer keeps. */
export async function readDelivery(ctx: Context, id: string): Promise<WebhookDeliveryType | null> {
  if (!isUuid(id)) return null;
  return (await read(ctx, (q) => `d.id = ${q.bind(id, "uuid")}`, 1))[0] ?? null;
}

/** The messages to a webhook, the latest first. */
export async function readDeliveries(ctx: Context, webhookId: string, { first, after, failedOnly }: { readonly first: number; readonly after: string | null; readonly failedOnly: boolean }): Promise<WebhookDeliveryConnection> {
  const cursor = after === null ? null : decodeCursor(after);
  if (after !== null && cursor === null) throw badInput("after is no cursor of this list");
  const found = await read(
    ctx,
    (q) => {
      const parts = [`d.endpoint = ${q.bind(webhookId)}`];
      if (failedOnly) parts.push("not d.delivered and d.failure is not null");
      if (cursor) parts.push(`(d.created_at, d.id) < (${q.bind(cursor.at, "timestamptz")}, ${q.bind(cursor.id, "uuid")})`);
      return parts.join(" and ");
    },
    checkFirst(first) + 1,
  );
  const nodes = found.slice(0, first);
  const last = nodes.at(-1);
  return { nodes, pageInfo: { hasNextPage: found.length > first, endCursor: last ? encodeCursor(last.createdAt, last.id) : null } };
}

@Resolver(() => WebhookDeliveryType)
export class WebhookDeliveryResolver {
  @FieldResolver(() => [WebhookAttemptType], { description: "Its attempts, the first one first: ten at most within three days, and ten more for each time it was sent again.", complexity: ({ childComplexity }) => 5 + 10 * childComplexity })
  attempts(@Root() { id }: WebhookDeliveryType, @Ctx() ctx: Context): Promise<WebhookAttemptType[]> {
    const q = new Statement();
    return q.run<WebhookAttemptType & Record<string, unknown>>(
      ctx.db,
      `select a.at, a.milliseconds, a.status::int, a.failure, a.headers::text as "requestHeaders", a.response from delivery_attempt a join delivery d on d.id = a.delivery_id
       where d.id = ${q.bind(id, "uuid")} and ${withinReach(q, ctx.viewer, "integrates", "d.area_no")} order by a.at, a.id limit 100`,
    );
  }

  @FieldResolver(() => String, { nullable: true, description: "What it says, made anew of what may be said now: the log keeps no copy. Null when nothing may be said any more.", complexity: 30 })
  body(@Root() { id, webhookId }: WebhookDeliveryType, @Ctx() ctx: Context): Promise<string | null> {
    return bodyNow(ctx, webhookId, id);
  }
}

import type { Instant } from "@bandeng/domain";
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { webhookColumns, type Webhook } from "./webhook-store.ts";
import { WebhookConnection, WebhookDeliveryConnection, WebhookType } from "./webhook-type.ts";
import { readDeliveries } from "./delivery-query.ts";
import { withinReach } from "../access/scope.ts";
import { decodeCursor, encodeCursor } from "../cases/case-list.ts";
import { Statement } from "../database/statement.ts";
import { isUuid } from "../database/uuid.ts";
import { badInput, checkFirst, PageArgs } from "../http/connection.ts";
import type { Context } from "../http/context.ts";
import { ApiKeyType } from "../keys/key-type.ts";
import { readKey } from "../keys/key-query.ts";

type Row = Webhook & { readonly keyEnded: boolean } & Record<string, unknown>;

function stateOf({ keyEnded, pausedAt, failingSince }: Row): WebhookType["state"] {
  if (keyEnded) return "KEY_ENDED";
  if (pausedAt !== null) return "PAUSED";
  return failingSince === null ? "ACTIVE" : "FAILING";
}

const shown = (row: Row, now: Instant): WebhookType => ({
  ...row, areas: [...row.areas], subjects: [...row.subjects] as WebhookType["subjects"], types: [...row.types], state: stateOf(row),
  earlierUntil: row.earlierUntil !== null && row.earlierUntil > now ? row.earlierUntil : null,
});

async function readWebhooks(ctx: Context, where: (q: Statement) => string, limit: number): Promise<WebhookType[]> {
  const q = new Statement();
  const now = await ctx.now();
  const rows = await q.run<Row>(
    ctx.db,
    `select ${webhookColumns}, k.revoked_at is not null or k.expires_at <= now() as "keyEnded" from webhook_endpoint w join api_key k on k.id = w.key_id
     where ${withinReach(q, ctx.viewer, "integrates", "w.area_no")} and ${where(q)} order by w.created_at, w.id limit ${q.bind(limit, "int")}`,
  );
  return rows.map((row) => shown(row, now));
}

/** One webhook; null when there is none whose integrations the viewer keeps. */
export async function readWebhook(ctx: Context, id: string): Promise<WebhookType | null> {
  if (!isUuid(id)) return null;
  return (await readWebhooks(ctx, (q) => `w.id = ${q.bind(id, "uuid")}`, 1))[0] ?? null;
}

@Resolver(() => WebhookType)
export class WebhookResolver {
  @Query(() => WebhookType, { nullable: true, description: "One webhook; null when there is none whose integrations the viewer keeps.", complexity: ({ childComplexity }) => 5 + childComplexity })
  webhook(@Arg("id", () => ID, { description: "Its id." }) id: string, @Ctx() ctx: Context): Promise<WebhookType | null> {
    return readWebhook(ctx, id);
  }

  @Query(() => WebhookConnection, { description: "The webhooks of the areas whose integrations the viewer keeps (KEEP_INTEGRATIONS), in the order in which they were made.", complexity: ({ childComplexity, args }) => 10 + Number(args.first) * (1 + childComplexity / 10) })
  async webhooks(@Args(() => PageArgs) { first, after }: PageArgs, @Ctx() ctx: Context): Promise<WebhookConnection> {
    const cursor = after == null ? null : decodeCursor(after);
    if (after != null && cursor === null) throw badInput("after is no cursor of this list");
    const found = await readWebhooks(ctx, (q) => (cursor ? `(w.created_at, w.id) > (${q.bind(cursor.at, "timestamptz")}, ${q.bind(cursor.id, "uuid")})` : "true"), checkFirst(first) + 1);
    const nodes = found.slice(0, first);
    const last = nodes.at(-1);
    return { nodes, pageInfo: { hasNextPage: found.length > first, endCursor: last ? encodeCursor(last.createdAt, last.id) : null } };
  }

  @FieldResolver(() => ApiKeyType, { nullable: true, description: "The key whose scope it has; null when it is not the viewer's to see.", complexity: ({ childComplexity }) => 2 + childComplexity })
  key(@Root() { keyId }: WebhookType, @Ctx() ctx: Context): Promise<ApiKeyType | null> {
    return readKey(ctx, keyId);
  }

  @FieldResolver(() => Int, { description: "How many of its messages have not ended: they wait for their first or next attempt.", complexity: 3 })
  async waiting(@Root() { id }: WebhookType, @Ctx() ctx: Context): Promise<number> {
    const q = new Statement();
    const [row] = await q.run<{ count: number }>(
      ctx.db,
      `select count(*)::int as count from delivery d where d.channel = 'WEBHOOK' and d.endpoint = ${q.bind(id)} and d.ended_at is null and ${withinReach(q, ctx.viewer, "integrates", "d.area_no")}`,
    );
    return row?.count ?? 0;
  }

  @FieldResolver(() => WebhookDeliveryConnection, { description: "Its messages of the last 30 days, the latest first.", complexity: ({ childComplexity, args }) => 10 + Number(args.first) * (1 + childComplexity / 10) })
  deliveries(
    @Root() { id }: WebhookType,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg("failedOnly", () => Boolean, { defaultValue: false, description: "Only those that were not delivered and failed at least once, or were dropped." }) failedOnly: boolean,
    @Ctx() ctx: Context,
  ): Promise<WebhookDeliveryConnection> {
    return readDeliveries(ctx, id, { first, after: after ?? null, failedOnly });
  }
}

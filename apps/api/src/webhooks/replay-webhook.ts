import { refuse, type Instant } from "@bandeng/domain";
import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { uuidv7 } from "uuidv7";
import { WebhookPayload } from "./webhook-type.ts";
import { actOnWebhook } from "./webhook-verb.ts";
import { storingScope, systemScope } from "../access/scope.ts";
import { VerbInput } from "../cases/verb-input.ts";
import { run } from "../database/statement.ts";
import { changeScope } from "../database/transaction.ts";
import { Position } from "../feed/position.ts";
import { readHead } from "../feed/read-changes.ts";
import type { Context } from "../http/context.ts";
import { DateTime } from "../http/date-time.ts";
import type { PoolClient } from "pg";

@InputType({ description: "Input of replayWebhook: a stretch of the change feed by position or by time, not by both." })
export class ReplayWebhookInput extends VerbInput {
  @Field(() => Position, { nullable: true, description: "The first position; with `to`." })
  from?: number | null;

  @Field(() => Position, { nullable: true, description: "The last position, included." })
  to?: number | null;

  @Field(() => DateTime, { nullable: true, description: "What was written down from then on; with `until`." })
  since?: Instant | null;

  @Field(() => DateTime, { nullable: true, description: "What was written down before then." })
  until?: Instant | null;
}

@ObjectType({ description: "Answer of replayWebhook: the webhook, or the refusal." })
export class ReplayWebhookPayload extends WebhookPayload {
  @Field(() => Int, { description: "How many positions of the feed are gone through once more: of their changes those are sent that the webhook hears of. 0 when refused." })
  queued!: number;
}

/** The positions meant, as far as the feed goes; null when there are none. */
async function stretchOf(client: PoolClient, { from, to, since, until }: ReplayWebhookInput): Promise<{ first: number; last: number } | null> {
  if (from != null && to != null && since == null && until == null) {
    const [first, last] = [Math.max(from, 1), Math.min(to, await readHead(client))];
    return first <= last ? { first, last } : null;
  }
  if (since == null || until == null || from != null || to != null) return null;
  const [row] = await run<{ first: number | null; last: number | null }>(
    client,
    "select min(position) as first, max(position) as last from event where position is not null and recorded_at >= $1 and recorded_at < $2",
    [since, until],
  );
  return row?.first != null && row.last != null ? { first: row.first, last: row.last } : null;
}

@Resolver()
export class ReplayWebhook {
  @Mutation(() => ReplayWebhookPayload, { description: "Sends a stretch of the change feed once more, of whatever may be said now: each as a message of its own with an id of its own, marked as a replay in the log." })
  async replayWebhook(@Arg("input", () => ReplayWebhookInput, { description: "What is asked for." }) input: ReplayWebhookInput, @Ctx() ctx: Context): Promise<ReplayWebhookPayload> {
    const answer = await actOnWebhook(ctx, "replayWebhook", input, async ({ client, facts }, { id, areaNo, areaCode, pausedAt }) => {
      if (pausedAt !== null) return refuse("WEBHOOK_PAUSED", {});
      // Which positions there are is no secret; what stands there is read under the key's scope.
      await changeScope(client, systemScope);
      const stretch = await stretchOf(client, input);
      await changeScope(client, storingScope(facts.viewer, areaCode));
      if (stretch === null) return refuse("REPLAY_RANGE", {}, input.since == null ? "from" : "since");
      const { first, last } = stretch;
      await run(
        client,
        "insert into webhook_replay (id, endpoint_id, asked_under, area_no, from_position, to_position, position, created_at) values ($1, $2, $3, $4, $5::int8, $6, $5::int8 - 1, $7)",
        [uuidv7(), id, input.idempotencyKey, areaNo, first, last, facts.now],
      );
      return undefined;
    });
    const [kept] = answer.webhook === null ? [] : await run<{ queued: number }>(ctx.db, "select (to_position - from_position + 1)::int as queued from webhook_replay where endpoint_id = $1 and asked_under = $2", [answer.webhook.id, input.idempotencyKey]);
    return { ...answer, queued: kept?.queued ?? 0 };
  }
}

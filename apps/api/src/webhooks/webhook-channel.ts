import { plusMilliseconds, webhookPausedNotice, type Instant } from "@bandeng/domain";
import type { Pool, PoolClient } from "pg";
import { messageAt } from "./message.ts";
import { findWebhook, pause, readSecrets, type PauseReason } from "./webhook-store.ts";
import { systemScope } from "../access/scope.ts";
import { run, type Runner } from "../database/statement.ts";
import { changeScope, transaction } from "../database/transaction.ts";
import type { Prepared } from "../delivery/delivery-job.ts";
import type { Afterwards, Waiting } from "../delivery/outbox.ts";
import type { Clock } from "../http/clock.ts";
import type { Context } from "../http/context.ts";
import type { Keys } from "../keys/keys.ts";
import { tell } from "../notices/tell.ts";
import type { DataKeys } from "../personal/data-keys.ts";

export interface WebhookGround {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly dataKeys: DataKeys;
  readonly keys: Pick<Keys, "viewerOf">;
}

/** What a receiver answers that wants no more messages. */
const GONE = 410;
/** After so long of nothing but failures a webhook is paused. */
const FAILING_MS = 72 * 3_600_000;
/** A key that has expired may be prolonged: what waits is looked at again after so long. */
const EXPIRED_MS = 600_000;

const testBody = (id: string, at: Instant): string => JSON.stringify({ type: "test", timestamp: at, data: { webhook: id } });

/** What is said to a webhook: read again right before it is sent, under the scope its key has then. */
export function webhookChannel({ pool, clock, dataKeys, keys }: WebhookGround): (waiting: Waiting, now: Instant) => Promise<Prepared> {
  return async ({ endpoint, purpose, position, createdAt }, now) => {
    const found = await transaction(pool, systemScope, (client) => findWebhook(client, endpoint));
    if (found === null) return { kind: "DROPPED", failure: "NO_WEBHOOK" };
    const viewer = await keys.viewerOf(found.keyId, clock);
    if (viewer === null) {
      const revoked = await transaction(pool, systemScope, (client) => isRevoked(client, found.keyId));
      return revoked ? { kind: "DROPPED", failure: "KEY_ENDED" } : { kind: "HELD_BACK", until: plusMilliseconds(now, EXPIRED_MS) };
    }
    return transaction(pool, systemScope, async (client) => {
      const secrets = await readSecrets(client, dataKeys, found.id, now);
      if (secrets.length === 0) return { kind: "DROPPED", failure: "NO_WEBHOOK" };
      if (purpose === "TEST") return { kind: "SEND", url: found.url, secrets, body: testBody(found.id, createdAt) };
      const message = position === null ? null : await messageAt(client, found, position, viewer);
      return message === null ? { kind: "DROPPED", failure: "OUT_OF_SIGHT" } : { kind: "SEND", url: found.url, secrets, body: JSON.stringify(message) };
    });
  };
}

async function isRevoked(runner: Runner, keyId: string): Promise<boolean> {
  return (await run(runner, "select from api_key where id = $1 and revoked_at is null", [keyId])).length === 0;
}

/** Keeps count of whether anything is delivered; a receiver that says it is gone is not asked again. */
export const afterWebhook: Afterwards = async (client, { endpoint }, outcome, now) => {
  if (outcome.kind === "DELIVERED") await run(client, "update webhook_endpoint set failing_since = null where id::text = $1 and failing_since is not null", [endpoint]);
  if (outcome.kind !== "FAILED") return;
  await run(client, "update webhook_endpoint set failing_since = $2 where id::text = $1 and failing_since is null", [endpoint, now]);
  if (outcome.status === GONE) await pauseAndTell(client, await run(client, `select id, area_code as "areaCode" from webhook_endpoint where id::text = $1 and paused_at is null`, [endpoint]), "GONE", now);
};

/**
 * Pauses the webhooks to which nothing was delivered for three days, while attempts were made: before the first of those
 * messages would be given up, so that nothing is lost when they are resumed.
 */
export function pauseFailing(pool: Pool, clock: Clock): Promise<void> {
  return transaction(pool, systemScope, async (client) => {
    const now = await clock.now(client);
    const due = await run<Paused>(
      client,
      `select id, area_code as "areaCode" from webhook_endpoint where paused_at is null and failing_since <= $1 for update skip locked`,
      [plusMilliseconds(now, -FAILING_MS)],
    );
    await pauseAndTell(client, due, "FAILING", now);
  });
}

interface Paused extends Record<string, unknown> {
  readonly id: string;
  readonly areaCode: string;
}

async function pauseAndTell(client: PoolClient, due: readonly Paused[], why: PauseReason, now: Instant): Promise<void> {
  for (const { id, areaCode } of due) {
    if (await pause(client, id, why, now)) await tell(client, [webhookPausedNotice({ id, areaCode, at: now })]);
  }
}

/** What a message says at this moment; null when nothing may be said. For whoever keeps the webhook: he has found it under his own scope. */
export async function bodyNow({ db, keys, clock }: Pick<Context, "db" | "keys" | "clock">, webhookId: string, deliveryId: string): Promise<string | null> {
  const found = await db.transaction((client) => findWebhook(client, webhookId));
  const viewer = found && (await keys.viewerOf(found.keyId, clock));
  if (!found || !viewer) return null;
  return db.transaction(async (client) => {
    const [delivery] = await run<Pick<Waiting, "purpose" | "position" | "createdAt">>(client, `select purpose, position, created_at as "createdAt" from delivery where id = $1 and endpoint = $2`, [deliveryId, webhookId]);
    if (!delivery) return null;
    if (delivery.purpose === "TEST") return testBody(found.id, delivery.createdAt);
    await changeScope(client, systemScope);
    const message = delivery.position === null ? null : await messageAt(client, found, delivery.position, viewer);
    return message && JSON.stringify(message);
  });
}

import { plusMilliseconds, type Instant } from "@bandeng/domain";
import { run, type Runner } from "../database/statement.ts";
import type { DataKeys, SealedPlace } from "../personal/data-keys.ts";

/** Where the secret of a webhook stands, and the one that it replaced. */
export const secretOf = (id: string): SealedPlace => ({ table: "webhook_endpoint", column: "secret_enc", id });
export const earlierSecretOf = (id: string): SealedPlace => ({ table: "webhook_endpoint", column: "earlier_enc", id });

/** Why a webhook sends nothing: somebody paused it, its receiver answered 410 Gone, nothing was delivered for days. */
export const pauseReasons = ["BY_HAND", "GONE", "FAILING"] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** What other systems are told of: an endpoint with the scope of its key. */
export interface Webhook {
  readonly id: string;
  readonly version: number;
  readonly keyId: string;
  readonly areaCode: string;
  readonly areaNo: number;
  readonly name: string;
  readonly url: string;
  /** Of these areas, subjects and types only; empty: of all. */
  readonly areas: readonly string[];
  readonly subjects: readonly string[];
  readonly types: readonly string[];
  /** The other system's name, as opinions bear it: messages on their cases carry the answers to them. */
  readonly source: string | null;
  /** How far the feed has been put into its outbox. */
  readonly position: number;
  readonly earlierUntil: Instant | null;
  readonly createdAt: Instant;
  readonly pausedAt: Instant | null;
  readonly pausedWhy: PauseReason | null;
  readonly failingSince: Instant | null;
}

export const webhookColumns = `w.id, w.version, w.key_id as "keyId", w.area_code as "areaCode", w.area_no as "areaNo", w.name, w.url, w.areas, w.subjects, w.types, w.source, w.position,
  w.earlier_until as "earlierUntil", w.created_at as "createdAt", w.paused_at as "pausedAt", w.paused_why as "pausedWhy", w.failing_since as "failingSince"`;

type Row = Webhook & Record<string, unknown>;

/** A webhook, locked until the transaction ends; null when there is none, or none in the viewer's scope. */
export async function lockWebhook(client: Runner, id: string): Promise<Webhook | null> {
  const [row] = await run<Row>(client, `select ${webhookColumns} from webhook_endpoint w where w.id = $1::uuid for update`, [id]);
  return row ?? null;
}

/** A webhook as it is now; null when it was removed. */
export async function findWebhook(runner: Runner, id: string): Promise<Webhook | null> {
  const [row] = await run<Row>(runner, `select ${webhookColumns} from webhook_endpoint w where w.id = $1::uuid`, [id]);
  return row ?? null;
}

/** The secrets that sign today, the present one first. */
export async function readSecrets(runner: Runner, keys: DataKeys, id: string, now: Instant): Promise<string[]> {
  const [row] = await run<{ secret_enc: Buffer; earlier_enc: Buffer | null; earlier_until: Instant | null }>(runner, "select secret_enc, earlier_enc, earlier_until from webhook_endpoint where id = $1", [id]);
  if (row === undefined) return [];
  const { secret_enc: present, earlier_enc: earlier, earlier_until: until } = row;
  return [keys.open(present, secretOf(id)), ...(earlier !== null && until !== null && until > now ? [keys.open(earlier, earlierSecretOf(id))] : [])];
}

/** Puts a new secret in the place of the present one, which signs as well for so many hours more. */
export async function replaceSecret(client: Runner, keys: DataKeys, id: string, fresh: string, overlapHours: number, now: Instant): Promise<void> {
  const [present] = await readSecrets(client, keys, id, now);
  const overlaps = overlapHours > 0 && present !== undefined;
  await run(client, "update webhook_endpoint set version = version + 1, secret_enc = $2, earlier_enc = $3, earlier_until = $4 where id = $1", [
    id, keys.seal(fresh, secretOf(id)), overlaps ? keys.seal(present, earlierSecretOf(id)) : null, overlaps ? plusMilliseconds(now, overlapHours * 3_600_000) : null,
  ]);
}

/** Pauses a webhook that runs: its place in the feed is kept, and so is what waits. @returns whether it ran */
export async function pause(client: Runner, id: string, why: PauseReason, now: Instant): Promise<boolean> {
  const done = await run(client, "update webhook_endpoint set version = version + 1, paused_at = $3, paused_why = $2 where id = $1 and paused_at is null returning id", [id, why, now]);
  return done.length > 0;
}

/** Lets a webhook go on where it stopped: what waits is tried at once, and as often as if it were new. */
export async function resume(client: Runner, id: string, now: Instant): Promise<void> {
  await run(client, "update webhook_endpoint set version = version + 1, paused_at = null, paused_why = null, failing_since = null where id = $1", [id]);
  await run(client, "update delivery set attempts = 0, next_at = least(next_at, $2) where channel = 'WEBHOOK' and endpoint = $1 and ended_at is null", [id, now]);
}

import { createHash } from "node:crypto";
import { run, type Runner } from "../database/statement.ts";

/** What an earlier call under the same key answered, or how this one may go on. */
export type Claim = { readonly kind: "NEW" } | { readonly kind: "REPLAY"; readonly response: unknown } | { readonly kind: "OTHER_REQUEST" };

/** Fingerprint of a request: the verb and everything it was asked with. */
export function requestHash(verb: string, input: object): Buffer {
  return createHash("sha256").update(JSON.stringify([verb, input])).digest();
}

/**
 * Takes a key in the transaction of the effect itself: a retry after a lost answer finds it committed, a concurrent
 * one waits here for the first to end. @returns NEW once; after that the first answer, or OTHER_REQUEST when the key
 * comes with another request
 */
export async function claim(client: Runner, personId: string, key: string, hash: Buffer): Promise<Claim> {
  const taken = await run(
    client,
    "insert into idempotency (person_id, key, request_hash, response) values ($1, $2, $3, 'null') on conflict do nothing returning key",
    [personId, key, hash],
  );
  if (taken.length > 0) return { kind: "NEW" };
  const [earlier] = await run<{ request_hash: Buffer; response: unknown }>(client, "select request_hash, response from idempotency where person_id = $1 and key = $2", [personId, key]);
  if (!earlier || !earlier.request_hash.equals(hash)) return { kind: "OTHER_REQUEST" };
  return { kind: "REPLAY", response: earlier.response };
}

/** Keeps the answer under the key, still in the same transaction. */
export async function settle(client: Runner, personId: string, key: string, response: unknown): Promise<void> {
  await run(client, "update idempotency set response = $3 where person_id = $1 and key = $2", [personId, key, JSON.stringify(response)]);
}

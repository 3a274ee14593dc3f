import type { Instant } from "@bandeng/domain";
import type { DataKeys, SealedPlace } from "../personal/data-keys.ts";
import { run, type Runner } from "../database/statement.ts";

/** Where the secret of a community's messenger stands, and the one that it replaced. */
export const secretOf = (communityCode: string): SealedPlace => ({ table: "messenger", column: "secret_enc", id: communityCode });
export const earlierSecretOf = (communityCode: string): SealedPlace => ({ table: "messenger", column: "earlier_enc", id: communityCode });

/** The outside messenger of a community, with the secrets that sign today, the present one first. */
export interface MessengerEndpoint {
  readonly url: string;
  readonly secrets: readonly string[];
}

interface Row extends Record<string, unknown> {
  readonly url: string;
  readonly secret_enc: Buffer;
  readonly earlier_enc: Buffer | null;
  readonly earlier_until: Instant | null;
}

/** What a community's messages are sent to; null when it has no messenger. */
export async function readEndpoint(runner: Runner, keys: DataKeys, communityCode: string, now: Instant): Promise<MessengerEndpoint | null> {
  const [row] = await run<Row>(runner, "select url, secret_enc, earlier_enc, earlier_until from messenger where community_code = $1", [communityCode]);
  if (row === undefined) return null;
  const secrets = [keys.open(row.secret_enc, secretOf(communityCode))];
  if (row.earlier_enc !== null && row.earlier_until !== null && row.earlier_until > now) secrets.push(keys.open(row.earlier_enc, earlierSecretOf(communityCode)));
  return { url: row.url, secrets };
}

import { randomBytes } from "node:crypto";
import type { Instant } from "@bandeng/domain";
import { Webhook } from "standardwebhooks";

/** A new secret, as Standard Webhooks writes it: `whsec_` and 32 random bytes. Shown once. */
export function newSecret(): string {
  return `whsec_${randomBytes(32).toString("base64")}`;
}

/**
 * The headers of Standard Webhooks 1.0 (HMAC-SHA256 over id, time and body). With several secrets one signature each: during
 * a change receivers may hold either.
 *
 * @param id the same at every attempt, so that a receiver knows what it has seen
 * @param at the moment of this attempt: receivers refuse what is more than five minutes old
 */
export function signedHeaders(secrets: readonly string[], { id, at, body }: { readonly id: string; readonly at: Instant; readonly body: string }): Record<string, string> {
  const moment = new Date(at);
  return {
    "content-type": "application/json",
    "user-agent": "Bandeng",
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(moment.getTime() / 1000)),
    "webhook-signature": secrets.map((secret) => new Webhook(secret).sign(id, moment, body)).join(" "),
  };
}

import { webCrypto } from "./web-crypto.ts";

/** How far the sender's clock and ours may differ: an older message may be somebody's repetition of it. */
const TOLERANCE_SECONDS = 5 * 60;

/** Why a message is not to be believed. */
export type WebhookProblem = "HEADERS_MISSING" | "STALE" | "SIGNATURE_WRONG";

/** A message that nobody who knows the secret has sent, or not now. Answer 400 and do nothing. */
export class WebhookError extends Error {
  override readonly name = "WebhookError";
  readonly problem: WebhookProblem;

  constructor(problem: WebhookProblem) {
    super({ HEADERS_MISSING: "webhook-id, webhook-timestamp and webhook-signature are required", STALE: "The message is more than five minutes old, or ahead", SIGNATURE_WRONG: "No signature fits" }[problem]);
    this.problem = problem;
  }
}

/** A message that was verified. */
export interface WebhookMessage {
  /** The same at every attempt: what has been seen needs not be done again. */
  readonly id: string;
  /** When this attempt was made. */
  readonly sentAt: Date;
  /** The body, read as JSON. */
  readonly payload: unknown;
}

/** Headers as a Request has them, or as Node does. */
export type WebhookHeaders = Pick<Headers, "get"> | Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Verifies a message by Standard Webhooks 1.0: HMAC-SHA256 over id, time and body, compared in constant time.
 *
 * @param secrets `whsec_…`: one, or several while a secret is rotated
 * @param body exactly as it came: not parsed and written anew
 * @param now milliseconds, for tests
 * @throws WebhookError
 */
export async function verifyWebhook(secrets: string | readonly string[], headers: WebhookHeaders, body: string | Uint8Array, now: number = Date.now()): Promise<WebhookMessage> {
  const [id, timestamp, signatures] = ["webhook-id", "webhook-timestamp", "webhook-signature"].map((name) => headerOf(headers, name));
  if (!id || !timestamp || !signatures) throw new WebhookError("HEADERS_MISSING");
  const seconds = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) : Number.NaN;
  if (!(Math.abs(now / 1000 - seconds) <= TOLERANCE_SECONDS)) throw new WebhookError("STALE");

  const text = typeof body === "string" ? body : new TextDecoder("utf-8", { ignoreBOM: true }).decode(body);
  const signed = new TextEncoder().encode(`${id}.${timestamp}.${text}`);
  const { subtle } = await webCrypto();
  const keys = await Promise.all([secrets].flat().map((secret) => subtle.importKey("raw", bytesOf(secret.replace(/^whsec_/, "")), { name: "HMAC", hash: "SHA-256" }, false, ["verify"])));
  const given = signatures.split(" ").filter((each) => each.startsWith("v1,"));
  // All of them, whichever fits: how long it takes tells nothing.
  const fits = await Promise.all(given.flatMap((each) => keys.map(async (key) => subtle.verify("HMAC", key, bytesOf(each.slice(3)), signed))));
  if (!fits.includes(true)) throw new WebhookError("SIGNATURE_WRONG");
  return { id, sentAt: new Date(seconds * 1000), payload: JSON.parse(text) as unknown };
}

function headerOf(headers: WebhookHeaders, name: string): string | undefined {
  if (typeof headers.get === "function") return headers.get(name) ?? undefined;
  const value = (headers as Readonly<Record<string, string | readonly string[] | undefined>>)[name];
  return typeof value === "string" ? value : value?.[0];
}

/** Base64; what is none has no bytes, and fits nothing. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

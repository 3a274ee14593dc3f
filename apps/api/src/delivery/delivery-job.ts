import type { Instant } from "@bandeng/domain";
import type { Pool } from "pg";
import { guardedPost, type Message, type PostOptions } from "./guarded-fetch.ts";
import { settleDelivery, takeDue, type Outcome, type Waiting } from "./outbox.ts";
import { signedHeaders } from "./sign.ts";
import type { Clock } from "../http/clock.ts";
import { faultOf } from "../http/faults.ts";
import type { Log } from "../http/log.ts";
import { startRounds, type Rounds } from "../http/rounds.ts";

/** What a channel makes of a message that is due: what is to be sent and where to, or why not now, or not at all. */
export type Prepared =
  | { readonly kind: "SEND"; readonly url: string; readonly body: string; readonly secrets: readonly string[] }
  | Extract<Outcome, { readonly kind: "DROPPED" | "HELD_BACK" }>;

export interface Delivering {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly log: Log;
  /** By channel. Asked right before sending: what is sent is what may be said now. */
  readonly prepare: { readonly [C in Waiting["channel"]]: (waiting: Waiting, now: Instant) => Promise<Prepared> };
  readonly reachable: Pick<PostOptions, "loopback" | "resolve" | "timeoutMs">;
}

const batch = 20;
const everyMs = 1000;

/** Sends one message that was taken, and says what became of it. Only 2xx is a delivery; an answer that points elsewhere is none. */
export async function sendOne({ clock, pool, prepare, reachable }: Delivering, waiting: Waiting, signal?: AbortSignal): Promise<Outcome> {
  const now = await clock.now(pool);
  const prepared = await prepare[waiting.channel](waiting, now);
  if (prepared.kind !== "SEND") return prepared;
  const { url, body, secrets } = prepared;
  const message: Message = { url, body, headers: signedHeaders(secrets, { id: waiting.id, at: now, body }) };
  const posted = await guardedPost(message, { ...reachable, ...(signal && { signal }) });
  if (posted.kind === "ANSWERED") {
    const { status } = posted;
    return status >= 200 && status < 300 ? { kind: "DELIVERED", status } : { kind: "FAILED", status, failure: `HTTP_${status}` };
  }
  return { kind: "FAILED", status: null, failure: posted.kind === "REFUSED" ? "ADDRESS_REFUSED" : posted.why };
}

/** An attempt that fails for a reason of ours counts as one, and does not keep the others from being made. */
async function attempt(delivering: Delivering, waiting: Waiting, signal?: AbortSignal): Promise<Outcome> {
  try {
    return await sendOne(delivering, waiting, signal);
  } catch (error) {
    delivering.log.error({ fault: faultOf(error), delivery: waiting.id }, "a message could not be made");
    return { kind: "FAILED", status: null, failure: "INTERNAL" };
  }
}

/**
 * Sends what is due, until nothing is. A message that was sent but not marked (the program was killed in between) is sent
 * again when its lease is over, under the same id.
 * @returns how many were in hand
 */
export async function deliverDue(delivering: Delivering, signal?: AbortSignal): Promise<number> {
  const { pool, clock, log } = delivering;
  let seen = 0;
  for (;;) {
    const taken = await takeDue(pool, await clock.now(pool), batch);
    await Promise.all(taken.map(async (waiting) => {
      const outcome = await attempt(delivering, waiting, signal);
      await settleDelivery(pool, waiting, outcome, await clock.now(pool));
      if (outcome.kind === "FAILED") log.info({ delivery: waiting.id, attempt: waiting.attempts, failure: outcome.failure }, "a message was not delivered");
    }));
    seen += taken.length;
    if (taken.length < batch || signal?.aborted === true) return seen;
  }
}

/** Runs `deliverDue` every second, in every instance, until stopped: what is on its way then is broken off, and counts as an attempt. */
export function startDelivery(delivering: Delivering): Rounds {
  const ending = new AbortController();
  const rounds = startRounds({ name: "delivery", everyMs, log: delivering.log, round: () => deliverDue(delivering, ending.signal) });
  return {
    stop() {
      ending.abort();
      return rounds.stop();
    },
  };
}

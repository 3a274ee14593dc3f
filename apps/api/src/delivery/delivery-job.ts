import type { Instant } from "@bandeng/domain";
import type { Pool } from "pg";
import { guardedPost, type Message, type PostOptions } from "./guarded-fetch.ts";
import { settleDelivery, type Afterwards, type Attempt, type Channel, type Outcome, type Waiting } from "./outbox.ts";
import { signedHeaders } from "./sign.ts";
import { takeDue } from "./take-due.ts";
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
  readonly prepare: { readonly [C in Channel]: (waiting: Waiting, now: Instant) => Promise<Prepared> };
  readonly afterwards?: { readonly [C in Channel]?: Afterwards };
  readonly reachable: Pick<PostOptions, "loopback" | "resolve" | "timeoutMs" | "readingMs">;
}

/** So many messages are in hand at once, of all endpoints together. */
const mostInHand = 64;
const everyMs = 1000;

/** What became of a message, and the attempt, where one was made. */
export interface Sent {
  readonly outcome: Outcome;
  readonly attempt: Attempt | null;
}

/** Sends one message that was taken, and says what became of it. Only 2xx is a delivery; an answer that points elsewhere is none. */
export async function sendOne({ clock, pool, prepare, reachable }: Delivering, waiting: Waiting, signal?: AbortSignal): Promise<Sent> {
  const now = await clock.now(pool);
  const prepared = await prepare[waiting.channel](waiting, now);
  if (prepared.kind !== "SEND") return { outcome: prepared, attempt: null };
  const { url, body, secrets } = prepared;
  const headers = signedHeaders(secrets, { id: waiting.id, at: now, body });
  const message: Message = { url, body, headers };
  const begun = performance.now();
  const posted = await guardedPost(message, { ...reachable, ...(signal && { signal }) });
  const attempt = { at: now, milliseconds: Math.round(performance.now() - begun), headers, response: posted.kind === "ANSWERED" ? posted.text : null };
  if (posted.kind === "ANSWERED") {
    const { status } = posted;
    return { outcome: status >= 200 && status < 300 ? { kind: "DELIVERED", status } : { kind: "FAILED", status, failure: `HTTP_${status}` }, attempt };
  }
  return { outcome: { kind: "FAILED", status: null, failure: posted.kind === "REFUSED" ? "ADDRESS_REFUSED" : posted.why }, attempt };
}

/** An attempt that fails for a reason of ours counts as one, and does not keep the others from being made. */
async function attempted(delivering: Delivering, waiting: Waiting, signal?: AbortSignal): Promise<Sent> {
  try {
    return await sendOne(delivering, waiting, signal);
  } catch (error) {
    delivering.log.error({ fault: faultOf(error), delivery: waiting.id }, "a message could not be made");
    return { outcome: { kind: "FAILED", status: null, failure: "INTERNAL" }, attempt: null };
  }
}

/**
 * Messages in hand: each is sent by itself and gives its place to the next one as soon as it is done, so that nobody waits
 * for whoever answers slowly. A message that was sent but not marked (the program was killed in between) is sent again when
 * its lease is over, under the same id.
 */
class Hands {
  readonly #delivering: Delivering;
  readonly #signal: AbortSignal | undefined;
  readonly #inHand = new Set<Promise<void>>();
  readonly #troubled = new Set<string>();
  /** Told when a place is free again. */
  readonly onFree: (() => void) | undefined;

  constructor(delivering: Delivering, signal?: AbortSignal, onFree?: () => void) {
    this.#delivering = delivering;
    this.#signal = signal;
    this.onFree = onFree;
  }

  /** Takes what is due, as far as there are places free. @returns how many were taken */
  async take(): Promise<number> {
    const { pool, clock } = this.#delivering;
    const most = mostInHand - this.#inHand.size;
    if (most <= 0 || this.#signal?.aborted === true) return 0;
    const taken = await takeDue(pool, await clock.now(pool), { most, troubled: [...this.#troubled] });
    for (const waiting of taken) {
      const done: Promise<void> = this.#handle(waiting).finally(() => {
        this.#inHand.delete(done);
        this.onFree?.();
      });
      this.#inHand.add(done);
    }
    return taken.length;
  }

  /** Until one of those in hand is done; at once when there is none. @returns whether there was one */
  async oneDone(): Promise<boolean> {
    if (this.#inHand.size === 0) return false;
    await Promise.race(this.#inHand);
    return true;
  }

  async allDone(): Promise<void> {
    await Promise.all(this.#inHand);
  }

  async #handle(waiting: Waiting): Promise<void> {
    const { pool, clock, log, afterwards } = this.#delivering;
    const { outcome, attempt } = await attempted(this.#delivering, waiting, this.#signal);
    const end = `${waiting.channel} ${waiting.endpoint}`;
    if (outcome.kind === "FAILED" && outcome.status === null) this.#troubled.add(end);
    if (outcome.kind === "DELIVERED") this.#troubled.delete(end);
    try {
      await settleDelivery(pool, waiting, outcome, await clock.now(pool), attempt, afterwards?.[waiting.channel]);
    } catch (error) {
      // Its lease runs out, and it is sent again.
      log.error({ fault: faultOf(error), delivery: waiting.id }, "what became of a message could not be written down");
    }
    if (outcome.kind === "FAILED") log.info({ delivery: waiting.id, attempt: waiting.attempts, failure: outcome.failure }, "a message was not delivered");
  }
}

/** Sends what is due, until nothing is. @returns how many were in hand */
export async function deliverDue(delivering: Delivering, signal?: AbortSignal): Promise<number> {
  const hands = new Hands(delivering, signal);
  let seen = 0;
  do {
    for (let taken = await hands.take(); taken > 0; taken = await hands.take()) seen += taken;
  } while (await hands.oneDone());
  return seen;
}

export interface Deliverer extends Rounds {
  /** There may be something new to send. */
  nudge(): void;
}

/**
 * Sends what is due until stopped, in every instance: asked each second, when somebody nudges, and whenever one is done. What
 * is on its way at the end is broken off, and counts as an attempt.
 */
export function startDelivery(delivering: Delivering): Deliverer {
  const ending = new AbortController();
  let taking: Promise<void> | undefined;
  let again = false;
  const takeAll = async (): Promise<void> => {
    do {
      again = false;
      try {
        while ((await hands.take()) > 0);
      } catch (error) {
        delivering.log.error({ fault: faultOf(error), job: "delivery" }, "messages could not be taken; the next round tries again");
      }
    } while (again);
    taking = undefined;
  };
  const nudge = (): void => {
    again = true;
    if (!ending.signal.aborted) taking ??= takeAll();
  };
  const hands = new Hands(delivering, ending.signal, nudge);
  const rounds = startRounds({ name: "delivery", everyMs, log: delivering.log, round: () => Promise.resolve(nudge()) });
  return {
    nudge,
    async stop() {
      ending.abort();
      await rounds.stop();
      await taking;
      await hands.allDone();
    },
  };
}

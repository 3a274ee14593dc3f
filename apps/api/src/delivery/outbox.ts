import { plusMilliseconds, type Instant } from "@bandeng/domain";
import type { Pool, PoolClient } from "pg";
import { uuidv7 } from "uuidv7";
import { nextAttempt } from "./back-off.ts";
import { systemScope } from "../access/scope.ts";
import { run } from "../database/statement.ts";
import { transaction } from "../database/transaction.ts";

export type Channel = "MESSENGER" | "WEBHOOK";

/** A message that waits to be sent, under this worker's lease. */
export interface Waiting {
  /** What the receiver knows it by: the same at every attempt. */
  readonly id: string;
  readonly channel: Channel;
  readonly endpoint: string;
  readonly subjectId: string | null;
  /** REPLAY: what was sent before is sent once more, as a message of its own. */
  readonly purpose: "EVENT" | "TEST" | "REPLAY";
  /** Of WEBHOOK: the place of what it tells in the feed; null for a test. */
  readonly position: number | null;
  /** The attempt this lease is for, from 1. */
  readonly attempts: number;
  /** Whoever has it in hand: a lease that ran out is another one's afterwards. */
  readonly lease: string;
  readonly createdAt: Instant;
}

/** What became of it. */
export type Outcome =
  | { readonly kind: "DELIVERED"; readonly status: number }
  | { readonly kind: "FAILED"; readonly status: number | null; readonly failure: string }
  /** It has no purpose any more: never to be tried again. */
  | { readonly kind: "DROPPED"; readonly failure: string }
  /** Not before then; no attempt was made. */
  | { readonly kind: "HELD_BACK"; readonly until: Instant };

/** One attempt as it is kept: what was sent along, how long it took, what was answered. */
export interface Attempt {
  readonly at: Instant;
  readonly milliseconds: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The first kilobyte; null when nothing was answered. */
  readonly response: string | null;
}

/** What a channel does with the outcome of an attempt, in the transaction that writes it down and before the message's own row is touched. */
export type Afterwards = (client: PoolClient, waiting: Waiting, outcome: Outcome, now: Instant) => Promise<void>;

/** Writes down what became of an attempt. A lease that ran out meanwhile is somebody else's: then only the attempt itself is written. */
export function settleDelivery(pool: Pool, waiting: Waiting, outcome: Outcome, now: Instant, attempt: Attempt | null = null, afterwards?: Afterwards): Promise<void> {
  const { id, attempts, lease } = waiting;
  return transaction(pool, systemScope, async (client) => {
    await afterwards?.(client, waiting, outcome, now);
    const { nextAt, ended, made, status, failure } = resultOf(outcome, attempts, now);
    await run(
      client,
      `update delivery set lease = null, leased_until = null, next_at = coalesce($3, next_at), ended_at = $4, delivered = $5, attempts = attempts - $6, http_status = $7, failure = $8
       where id = $1 and lease = $2 and ended_at is null`,
      [id, lease, nextAt, ended ? now : null, outcome.kind === "DELIVERED", made ? 0 : 1, status, failure],
    );
    if (attempt !== null) {
      const { at, milliseconds, headers, response } = attempt;
      await run(
        client,
        `insert into delivery_attempt (id, delivery_id, at, milliseconds, status, failure, headers, response)
         select $1, d.id, $3, $4, $5, $6, $7, $8 from delivery d where d.id = $2`,
        [uuidv7(), id, at, milliseconds, status, failure, JSON.stringify(headers), response],
      );
    }
  });
}

interface Result {
  readonly nextAt: Instant | null;
  readonly ended: boolean;
  readonly made: boolean;
  readonly status: number | null;
  readonly failure: string | null;
}

function resultOf(outcome: Outcome, attempts: number, now: Instant): Result {
  switch (outcome.kind) {
    case "DELIVERED":
      return { nextAt: null, ended: true, made: true, status: outcome.status, failure: null };
    case "DROPPED":
      return { nextAt: null, ended: true, made: false, status: null, failure: outcome.failure };
    case "HELD_BACK":
      return { nextAt: outcome.until, ended: false, made: false, status: null, failure: null };
    case "FAILED": {
      const nextAt = nextAttempt(attempts, now);
      return { nextAt, ended: nextAt === null, made: true, status: outcome.status, failure: outcome.failure };
    }
  }
}

/** What is put into the outbox. */
export interface NewDelivery {
  readonly id: string;
  readonly channel: Channel;
  readonly endpoint: string;
  readonly subjectId: string | null;
  readonly purpose: Waiting["purpose"];
  readonly position: number | null;
  readonly type: string | null;
  readonly areaNo: number;
  readonly at: Instant;
}

/** Puts messages into the outbox, in the transaction of what they tell. */
export async function putIntoOutbox(client: PoolClient, messages: readonly NewDelivery[]): Promise<void> {
  await run(
    client,
    `insert into delivery (id, channel, endpoint, subject_id, purpose, position, type, area_no, created_at, next_at)
     select id, channel, endpoint, "subjectId", purpose, position, type, "areaNo", at, at
     from jsonb_to_recordset($1::jsonb) as m(id uuid, channel text, endpoint text, "subjectId" uuid, purpose text, position int8, type text, "areaNo" int8, at timestamptz)`,
    [JSON.stringify(messages)],
  );
}

/** Whoever takes a message has so long to send it; after that another one may. */
export function leaseEnd(now: Instant): Instant {
  return plusMilliseconds(now, 30_000);
}

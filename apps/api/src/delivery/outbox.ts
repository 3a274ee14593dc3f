import { plusMilliseconds, type Instant } from "@bandeng/domain";
import type { Pool, PoolClient } from "pg";
import { nextAttempt } from "./back-off.ts";
import { systemScope } from "../access/scope.ts";
import { run } from "../database/statement.ts";
import { transaction } from "../database/transaction.ts";

/** Whoever takes a message has so long to send it; after that another one may. */
const leaseMs = 30_000;

/** A message that waits to be sent, under this worker's lease. */
export interface Waiting {
  /** What the receiver knows it by: the same at every attempt. */
  readonly id: string;
  readonly channel: "MESSENGER";
  readonly endpoint: string;
  readonly subjectId: string | null;
  /** The attempt this lease is for, from 1. */
  readonly attempts: number;
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

/** Takes what is due, the oldest first, for 30 seconds; what another worker has in hand is left to it. */
export function takeDue(pool: Pool, now: Instant, most: number): Promise<Waiting[]> {
  return transaction(pool, systemScope, (client) =>
    run<Waiting & Record<string, unknown>>(
      client,
      `update delivery d set leased_until = $2, attempts = d.attempts + 1
       from (select id from delivery where ended_at is null and next_at <= $1 and (leased_until is null or leased_until <= $1) order by next_at, id limit $3 for update skip locked) due
       where d.id = due.id returning d.id, d.channel, d.endpoint, d.subject_id as "subjectId", d.attempts::int, d.created_at as "createdAt"`,
      [now, plusMilliseconds(now, leaseMs), most],
    ),
  );
}

/** Writes down what became of an attempt. A lease that ran out meanwhile is somebody else's: then nothing is written. */
export function settleDelivery(pool: Pool, { id, attempts }: Pick<Waiting, "id" | "attempts">, outcome: Outcome, now: Instant): Promise<void> {
  return transaction(pool, systemScope, async (client) => {
    const { nextAt, ended, made, status, failure } = resultOf(outcome, attempts, now);
    await run(
      client,
      `update delivery set leased_until = null, next_at = coalesce($3, next_at), ended_at = $4, delivered = $5, attempts = attempts - $6, http_status = $7, failure = $8
       where id = $1 and attempts = $2 and ended_at is null`,
      [id, attempts, nextAt, ended ? now : null, outcome.kind === "DELIVERED", made ? 0 : 1, status, failure],
    );
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

/** Puts a message into the outbox, in the transaction of what it tells. */
export async function putIntoOutbox(client: PoolClient, { id, channel, endpoint, subjectId, areaNo, at }: { readonly id: string; readonly channel: "MESSENGER"; readonly endpoint: string; readonly subjectId: string | null; readonly areaNo: number; readonly at: Instant }): Promise<void> {
  await run(client, "insert into delivery (id, channel, endpoint, subject_id, area_no, created_at, next_at) values ($1, $2, $3, $4, $5, $6, $6)", [id, channel, endpoint, subjectId, areaNo, at]);
}

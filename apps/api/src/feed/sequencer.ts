import type { Pool, PoolClient } from "pg";
import { systemScope } from "../access/scope.ts";
import type { AuditKeys } from "../audit/audit-key.ts";
import { linkBatch, lockChain, type ChainHead } from "../audit/chain.ts";
import { run } from "../database/statement.ts";
import { transaction } from "../database/transaction.ts";

/** How many events get their place at once. */
const BATCH = 1000;

/** What listeners on every instance are woken by: once a batch, with the head as its text. It wakes, and proves nothing. */
export const FEED_CHANNEL = "feed";

/**
 * Events whose transaction is over and before which none can still appear get the next places, in the order of their
 * transactions; those of a restored copy come from another count of transactions and are ahead of this one.
 * `position is null` is asked again where it is written, besides the lock: no event gets a second place.
 */
const PLACE = `
  with next as materialized (
    select id, row_number() over (order by xid, recorded_at, seq, id) as n from (
      select id, xid, recorded_at, seq from event
      where position is null and (xid < pg_snapshot_xmin(pg_current_snapshot()) or xid >= pg_snapshot_xmax(pg_current_snapshot()))
      order by xid, recorded_at, seq, id limit ${BATCH}) first),
  head as materialized (select position from feed_head),
  placed as (update event e set position = head.position + next.n from next, head where e.id = next.id and e.position is null returning e.id),
  moved as (update feed_head set position = position + (select count(*) from next) where exists (select from next) returning position)
  select (select count(*)::int from next) as taken, (select count(*)::int from placed) as placed, (select position::text from moved) as position`;

interface Placed extends Record<string, unknown> {
  readonly taken: number;
  readonly placed: number;
  readonly position: string | null;
}

export interface Sequenced {
  /** Events that got their place. */
  readonly placed: number;
  /** The last of these places; null where none was given. */
  readonly position: number | null;
  /** Rows of the audit that got theirs, and those without a right seal, which get none. */
  readonly linked: number;
  readonly forged: number;
  /** The end of the audit's chain. */
  readonly head: ChainHead;
}

/**
 * One step: places for the events and links for the audit, in one transaction. The lock is taken in a statement of its own:
 * what is read after it is read after the lock, else two sequencers would give one event two places.
 */
async function step(client: PoolClient, keys: AuditKeys): Promise<Sequenced & { readonly full: boolean }> {
  await lockChain(client);
  const [done] = await run<Placed>(client, PLACE);
  const { taken, placed, position } = done as Placed;
  if (taken !== placed) throw new Error("the change feed gave a place twice");
  const audit = await linkBatch(client, keys);
  if (position !== null) await run(client, "select pg_notify($1, $2)", [FEED_CHANNEL, position]);
  return { ...audit, placed, position: position === null ? null : Number(position), full: placed === BATCH || audit.full };
}

/** Gives places until nothing waits. Any number of instances may call it at once. */
export async function sequence(pool: Pool, keys: AuditKeys): Promise<Sequenced> {
  let [placed, linked, forged] = [0, 0, 0];
  let position: number | null = null;
  for (;;) {
    const done = await transaction(pool, systemScope, (client) => step(client, keys));
    placed += done.placed;
    linked += done.linked;
    forged += done.forged;
    position = done.position ?? position;
    if (!done.full) return { placed, position, linked, forged, head: done.head };
  }
}

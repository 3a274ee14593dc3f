import type { Instant } from "@bandeng/domain";
import type { Pool } from "pg";
import { leaseEnd, type Waiting } from "./outbox.ts";
import { systemScope } from "../access/scope.ts";
import { run } from "../database/statement.ts";
import { transaction } from "../database/transaction.ts";

/** So many messages of one endpoint are in hand at once, over all workers: who is slow keeps these busy and no others. */
export const mostAtOnce = 4;

/** One number for "somebody is taking messages": two who took at once would both count the other's as free. */
const TAKING = 340_802_034;

export interface Taking {
  /** How many, at most. */
  readonly most: number;
  /** Endpoints that did not answer last time, as `CHANNEL endpoint`: they get one message in hand, not four. */
  readonly troubled?: readonly string[];
}

/**
 * Takes what is due, for 30 seconds: of every endpoint in turn its oldest, so that nobody's backlog stands before another's
 * message. What another worker has in hand is left to it, and of an endpoint that is paused only tests are taken.
 */
export function takeDue(pool: Pool, now: Instant, { most, troubled = [] }: Taking): Promise<Waiting[]> {
  return transaction(pool, systemScope, async (client) => {
    // In a statement of its own: the next one sees what the last worker took.
    await run(client, "select pg_advisory_xact_lock($1)", [TAKING]);
    return run<Waiting & Record<string, unknown>>(
      client,
      `with recursive ends as (
         (select channel, endpoint from delivery where ended_at is null order by channel, endpoint limit 1)
         union all
         select n.channel, n.endpoint from ends e cross join lateral (
           select d.channel, d.endpoint from delivery d where d.ended_at is null and (d.channel, d.endpoint) > (e.channel, e.endpoint) order by d.channel, d.endpoint limit 1) n),
       free as (
         select e.channel, e.endpoint, w.paused_at is not null as paused,
           case when e.channel || ' ' || e.endpoint = any($4::text[]) then 1 else $5::int end - (select count(*) from delivery b
             where b.channel = e.channel and b.endpoint = e.endpoint and b.ended_at is null and b.leased_until is not null and b.leased_until > $1) as slots
         from ends e left join webhook_endpoint w on e.channel = 'WEBHOOK' and w.id::text = e.endpoint),
       due as (
         select d.id from free f cross join lateral (
           select one.id, one.next_at, row_number() over (order by one.next_at, one.id) as turn from (
             select d.id, d.next_at from delivery d
             where d.channel = f.channel and d.endpoint = f.endpoint and d.ended_at is null and d.next_at <= $1 and (d.leased_until is null or d.leased_until <= $1)
               and (not f.paused or d.purpose = 'TEST')
             order by d.next_at, d.id limit greatest(f.slots, 0)) one) d
         order by d.turn, d.next_at, d.id limit $3),
       mine as (select id from delivery where id in (select id from due) for update skip locked)
       update delivery d set leased_until = $2, lease = gen_random_uuid(), attempts = d.attempts + 1 from mine where d.id = mine.id
       returning d.id, d.channel, d.endpoint, d.subject_id as "subjectId", d.purpose, d.position, d.attempts::int, d.lease, d.created_at as "createdAt"`,
      [now, leaseEnd(now), most, troubled, mostAtOnce],
    );
  });
}

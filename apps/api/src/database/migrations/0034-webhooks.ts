import { Migration } from "@mikro-orm/migrations";
import { everywhere, secure, stores, within } from "./0002-row-level-security.ts";

const kept = within("area_no", "integrates");
const seen = `case channel when 'WEBHOOK' then ${kept} else ${within("area_no", "configures")} end`;

/**
 * Webhooks: endpoints of other systems that hear what happens in the scope of a key (`webhook_endpoint`; its `position` is
 * how far the feed has been put into its outbox), stretches of the feed that are sent once more (`webhook_replay`), and of
 * each message every attempt (`delivery_attempt`). A delivery is leased under a token, so that only whoever has it in hand
 * writes down what became of it.
 */
export class Migration0034Webhooks extends Migration {
  override up(): void {
    this.addSql(`
      create table webhook_endpoint (
        id uuid primary key,
        version integer not null,
        -- The key whose scope it has: a key is a person.
        key_id uuid not null references person,
        area_code text not null references area,
        area_no int8 not null,
        name text not null,
        url text not null,
        secret_enc bytea not null,
        -- While the secret changes, messages bear both signatures.
        earlier_enc bytea,
        earlier_until timestamptz(3),
        -- Empty: all.
        areas text[] not null,
        subjects text[] not null,
        types text[] not null,
        source text,
        position int8 not null check (position >= 0),
        created_at timestamptz(3) not null,
        paused_at timestamptz(3),
        paused_why text check (paused_why in ('BY_HAND', 'GONE', 'FAILING')),
        -- Since when nothing was delivered, while something was tried.
        failing_since timestamptz(3),
        check ((paused_at is null) = (paused_why is null))
      );
      create index webhook_endpoint_area on webhook_endpoint (area_no, id);
      create index webhook_endpoint_key on webhook_endpoint (key_id);

      create table webhook_replay (
        id uuid primary key,
        endpoint_id uuid not null references webhook_endpoint on delete cascade,
        -- The idempotency key it was asked for under.
        asked_under uuid not null,
        area_no int8 not null,
        from_position int8 not null check (from_position > 0),
        to_position int8 not null,
        -- Gone through up to here.
        position int8 not null,
        created_at timestamptz(3) not null,
        unique (endpoint_id, asked_under),
        check (to_position >= from_position and position between from_position - 1 and to_position)
      );
      create index webhook_replay_waiting on webhook_replay (created_at, id) where position < to_position;

      alter table delivery drop constraint delivery_channel_check;
      alter table delivery add constraint delivery_channel_check check (channel in ('MESSENGER', 'WEBHOOK'));
      alter table delivery
        add purpose text not null default 'EVENT' check (purpose in ('EVENT', 'TEST', 'REPLAY')),
        -- Of WEBHOOK: the place of what it tells in the feed, and its type; a test has none.
        add position int8,
        add type text,
        add lease uuid;
      drop index delivery_waiting;
      create index delivery_due on delivery (channel, endpoint, next_at, id) where ended_at is null;
      create index delivery_leased on delivery (channel, endpoint) where leased_until is not null and ended_at is null;
      create index delivery_ended on delivery (ended_at) where ended_at is not null;
      -- Each change once an endpoint; a replay is a message of its own.
      create unique index delivery_once on delivery (endpoint, position) where channel = 'WEBHOOK' and purpose = 'EVENT';

      create table delivery_attempt (
        id uuid primary key,
        delivery_id uuid not null references delivery on delete cascade,
        at timestamptz(3) not null,
        milliseconds integer not null,
        status smallint,
        failure text,
        headers jsonb not null,
        -- The first kilobyte of the answer.
        response text
      );
      create index delivery_attempt_of on delivery_attempt (delivery_id, at, id);
      create index delivery_attempt_at on delivery_attempt (at);
    `);
    this.addSql(
      [
        secure("webhook_endpoint", { see: `${kept} or ${everywhere}`, write: `${kept} and ${stores} or ${everywhere}` }),
        secure("webhook_replay", { see: `${kept} or ${everywhere}`, write: `${kept} and ${stores} or ${everywhere}` }),
        secure("delivery_attempt", { see: "exists (select from delivery d where d.id = delivery_id)", write: everywhere }),
        ...["see", "add", "change", "remove"].map((policy) => `drop policy ${policy} on delivery;`),
        secure("delivery", { see: `${seen} or ${everywhere}`, write: `(${seen}) and ${stores} or ${everywhere}` }),
      ].join(""),
    );
  }
}

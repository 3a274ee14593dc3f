import { Migration } from "@mikro-orm/migrations";
import { everywhere, me, secure, stores, within } from "./0002-row-level-security.ts";

/**
 * What people are told (`notice`: kind and ids, never words; once a person and key), what each wants to hear outside
 * (`notice_preference`; minutes after midnight), the outside messenger of a community, and what waits to be sent
 * (`delivery`), written in the transaction of what it tells of. `due_told` remembers how far a due moment was told of:
 * 1 the day before, 2 the day itself, 3 over.
 */
export class Migration0023Notices extends Migration {
  override up(): void {
    this.addSql(`
      create table notice (
        id uuid primary key,
        person_id uuid not null references person,
        key text not null,
        kind text not null,
        subject_kind text not null,
        subject_id uuid not null,
        case_id uuid references cases,
        area_no int8 not null,
        urgent boolean not null,
        moment timestamptz(3),
        by_id uuid,
        at timestamptz(3) not null,
        read_at timestamptz(3),
        unique (person_id, key)
      );
      create index notice_inbox on notice (person_id, at desc, id desc);
      create index notice_unread on notice (person_id, at desc, id desc) where read_at is null;
      create index notice_at on notice (at);
      create table notice_preference (
        person_id uuid primary key references person,
        quiet_from smallint not null check (quiet_from between 0 and 1439),
        quiet_to smallint not null check (quiet_to between 0 and 1439),
        outside text[] not null
      );
      create table messenger (
        community_code text primary key references area,
        id uuid not null unique,
        area_no int8 not null,
        url text not null,
        secret_enc bytea not null,
        -- For a day after a change the messages bear both signatures.
        earlier_enc bytea,
        earlier_until timestamptz(3),
        set_by uuid not null,
        set_at timestamptz(3) not null
      );
      create table delivery (
        id uuid primary key,
        channel text not null check (channel in ('MESSENGER')),
        -- Whose endpoint: of MESSENGER the code of the community.
        endpoint text not null,
        -- What is sent: of MESSENGER a notice; null for a message to try the endpoint out.
        subject_id uuid,
        area_no int8 not null,
        created_at timestamptz(3) not null,
        next_at timestamptz(3) not null,
        leased_until timestamptz(3),
        attempts smallint not null default 0,
        ended_at timestamptz(3),
        delivered boolean not null default false,
        http_status smallint,
        failure text
      );
      create index delivery_waiting on delivery (next_at) where ended_at is null;
      create index delivery_endpoint on delivery (channel, endpoint, created_at desc, id desc);
      create table due_told (
        case_id uuid primary key references cases,
        moment timestamptz(3) not null,
        stage smallint not null
      );
      create index cases_due on cases (board_at) where board_column < 7 and board_at < 'infinity';
    `);
    this.addSql(
      [
        // One's own; a verb tells others under the program's scope (notices/tell.ts).
        secure("notice", { see: `person_id = ${me} or ${everywhere}`, write: `person_id = ${me} or ${everywhere}` }),
        secure("notice_preference", { see: `person_id = ${me} or ${everywhere}`, write: `person_id = ${me} or ${everywhere}` }),
        secure("messenger", { see: `${within("area_no", "configures")} or ${everywhere}`, write: `${within("area_no", "configures")} and ${stores} or ${everywhere}` }),
        secure("delivery", { see: `${within("area_no", "configures")} or ${everywhere}`, write: `${within("area_no", "configures")} and ${stores} or ${everywhere}` }),
        secure("due_told", { see: everywhere, write: everywhere }),
      ].join(""),
    );
  }
}

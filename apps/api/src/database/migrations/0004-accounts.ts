import { Migration } from "@mikro-orm/migrations";

/**
 * What better-auth has no tables for, beside its own in the schema `auth`: attempts at accounts (access/lock-out.ts),
 * earlier passwords, and the links by which somebody chooses a password. Only hashes of names, addresses and tokens.
 */
export class Migration0004Accounts extends Migration {
  override up(): void {
    this.addSql(`
      create table auth.sign_in_attempt (
        account_key bytea primary key,
        attempts jsonb,
        touched_at timestamptz(3) not null default now()
      );

      create table auth.password_history (
        user_id text not null references auth."user" (id) on delete cascade,
        hash text not null,
        set_at timestamptz not null default clock_timestamp(),
        primary key (user_id, set_at)
      );

      create table auth.access_link (
        token_hash bytea primary key,
        user_id text not null references auth."user" (id) on delete cascade,
        kind text not null check (kind in ('INVITATION', 'RESET')),
        made_by text,
        made_at timestamptz(3) not null default now(),
        expires_at timestamptz(3) not null
      );
      create index access_link_user on auth.access_link (user_id);
    `);
  }
}

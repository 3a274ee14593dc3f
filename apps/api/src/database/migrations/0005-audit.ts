import { Migration } from "@mikro-orm/migrations";
import { areas, everywhere, known, me, secure, within } from "./0002-row-level-security.ts";

/**
 * The audit: who did what, when, from where. The program's role may add and read, nothing else (database/app-role.ts).
 *
 * Each row is sealed when it is written (`mac`), with a key outside the database. Its place in the chain (`audit_link`) is
 * given afterwards, from the queue `audit_waiting`: giving it in the transaction would make every writer wait for every
 * other. `audit_anchor` stands for rows that were retired, `audit_check` is how far the running program has verified.
 */
export class Migration0005Audit extends Migration {
  override up(): void {
    this.addSql(`
      create table audit (
        id uuid primary key,
        at timestamptz(3) not null,
        person_id uuid,
        session_id text,
        address text,
        request_id text,
        action text not null,
        outcome text not null check (outcome in ('DONE', 'REFUSED')),
        code text,
        subject_kind text,
        subject_id text,
        area_no bigint,
        before_hash bytea,
        after_hash bytea,
        reason text,
        xid xid8 not null,
        key_no smallint not null,
        mac bytea not null
      );
      create index audit_at on audit (at desc, id desc);
      create index audit_person on audit (person_id, at desc);
      create index audit_subject on audit (subject_id, at desc);

      create table audit_waiting (
        audit_id uuid primary key,
        xid xid8 not null
      );

      create table audit_link (
        position bigint primary key,
        audit_id uuid not null unique,
        hash bytea not null,
        key_no smallint not null
      );

      create table audit_anchor (
        position bigint primary key,
        hash bytea not null,
        key_no smallint not null,
        seal bytea not null,
        before timestamptz(3) not null
      );

      create table audit_check (
        singleton boolean primary key default true check (singleton),
        position bigint not null,
        hash bytea not null,
        at timestamptz(3) not null,
        whole_at timestamptz(3) not null,
        broken jsonb
      );
    `);
    this.addSql(
      [
        // What belongs to no area (a sign-in under a name that does not exist) every administrator reads.
        secure("audit", { see: `${within("area_no", "admin")} or (area_no is null and not isempty(${areas("admin")})) or person_id = ${me} or ${everywhere}`, write: `person_id = ${me} or ${everywhere}` }),
        secure("audit_waiting", { see: everywhere, write: known }),
        secure("audit_link", { see: `${everywhere} or exists (select from audit a where a.id = audit_id)`, write: everywhere }),
        secure("audit_anchor", { see: everywhere, write: everywhere }),
        secure("audit_check", { see: known, write: everywhere }),
      ].join(""),
    );
    // The one way to take rows away, as the owner, who alone may: the oldest, up to a position, none younger than the floor
    // for logs (Cybersecurity Law, art. 21: six months). The program's role may call it and do nothing else.
    this.addSql(`
      create function retire_audit(last_position bigint, before timestamptz, seal_key_no smallint, seal bytea) returns bigint
      language plpgsql security definer set search_path = public, pg_temp set app.viewer = '{"acts":"{(,)}"}' as $$
      declare
        gone bigint;
      begin
        if before > clock_timestamp() - interval '183 days' then
          raise exception 'the audit is kept for at least 183 days' using errcode = 'check_violation';
        end if;
        if exists (select from audit_link l join audit a on a.id = l.audit_id where l.position <= last_position and a.at >= before) then
          raise exception 'rows up to this position are to be kept' using errcode = 'check_violation';
        end if;
        insert into audit_anchor (position, hash, key_no, seal, before)
          select l.position, l.hash, seal_key_no, seal, before from audit_link l where l.position = last_position;
        if not found then
          raise exception 'no such position' using errcode = 'check_violation';
        end if;
        with link as (delete from audit_link l where l.position <= last_position returning l.audit_id)
          delete from audit a using link where a.id = link.audit_id;
        get diagnostics gone = row_count;
        delete from audit_anchor where audit_anchor.position < last_position;
        return gone;
      end $$;
      revoke execute on function retire_audit from public;
    `);
  }
}

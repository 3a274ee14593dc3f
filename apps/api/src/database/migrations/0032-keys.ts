import { Migration } from "@mikro-orm/migrations";
import { everywhere, secure, stores, within } from "./0002-row-level-security.ts";

/**
 * Keys of other systems. A key is a person without a face: a row of `person` under its name, one role KEY in its area, and
 * what it was made for here. Of the secret only its SHA-256 is kept; during a rotation of the earlier one as well.
 *
 * Whoever may not know of disputes at all (`open` in the viewer's setting) sees none, whatever any other policy allows.
 */
export class Migration0032Keys extends Migration {
  override up(): void {
    this.addSql(`
      create table api_key (
        id uuid primary key references person,
        version integer not null,
        name text not null,
        area_code text not null references area,
        area_no int8 not null,
        access text not null check (access in ('READ', 'WRITE')),
        personal_data boolean not null,
        cost_per_minute integer not null,
        secret_hash bytea not null unique,
        -- The beginning of the secret, by which people tell keys apart.
        hint text not null,
        earlier_hash bytea unique,
        earlier_until timestamptz(3),
        expires_at timestamptz(3) not null,
        revoked_at timestamptz(3),
        last_used_at timestamptz(3),
        -- How far it has read the change feed, and when.
        read_up_to int8,
        read_at timestamptz(3),
        created_by uuid not null,
        created_at timestamptz(3) not null
      );
      create index api_key_area on api_key (area_no, name);
      create policy no_dispute on cases as restrictive for select
        using ((select nullif(current_setting('app.viewer', true), '')::jsonb -> 'open' is null) or kind <> 'DISPUTE' or ${within("area_no", "acts")});
    `);
    this.addSql(
      secure("api_key", {
        see: `${within("area_no", "integrates")} or ${everywhere}`,
        write: `${within("area_no", "integrates")} and ${stores} or ${everywhere}`,
      }),
    );
  }
}

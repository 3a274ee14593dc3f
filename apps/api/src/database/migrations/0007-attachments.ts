import { Migration } from "@mikro-orm/migrations";
import { everywhere, known, ofCase, secure, within } from "./0002-row-level-security.ts";

/**
 * Photos, recordings and papers of cases. The bytes lie in a store of files (attachments/attachment-store.ts) under random
 * keys. A key is written down before its bytes are stored: whatever goes wrong afterwards, the sweep finds the file.
 */
export class Migration0007Attachments extends Migration {
  override up(): void {
    this.addSql(`
      create table stored_file (
        store_key text primary key,
        made_at timestamptz(3) not null default clock_timestamp()
      );
      create index stored_file_made on stored_file (made_at);

      create table attachment (
        id uuid primary key,
        case_id uuid not null references cases (id),
        area_no bigint not null,
        kind text not null check (kind in ('PHOTO', 'SOUND', 'DOCUMENT')),
        stage text check (stage is null or (stage in ('BEFORE', 'AFTER') and kind = 'PHOTO')),
        name text not null check (char_length(name) between 1 and 120),
        media_type text not null,
        bytes integer not null check (bytes > 0),
        width integer check (width > 0),
        height integer check (height > 0),
        sha256 bytea not null check (length(sha256) = 32),
        store_key text not null unique,
        thumbnail_key text unique,
        taken_at timestamptz(3),
        added_by uuid not null references person (id),
        added_as text not null,
        added_at timestamptz(3) not null,
        removed_at timestamptz(3)
      );
      create index attachment_case on attachment (case_id) where removed_at is null;
    `);
    this.addSql(
      [
        secure("attachment", { see: ofCase("case_id"), write: within("area_no", "acts") }),
        // Which files there are is the sweep's business alone; whoever stores one may only add its key.
        secure("stored_file", { see: everywhere, write: everywhere }),
        `create policy note on stored_file for insert with check (${known});`,
      ].join(""),
    );
  }
}

import { Migration } from "@mikro-orm/migrations";
import { everywhere, secure, within } from "./0002-row-level-security.ts";

/**
 * What was brought in from tables: who, when, which table by its hash, and what it came to. The table itself is not kept.
 * `restored_dump`: the dumps that were restored here, by their hash, so that one is stored once.
 */
export class Migration0035Imports extends Migration {
  override up(): void {
    this.addSql(`
      create table place_import (
        id uuid primary key,
        community_code text not null references area (code),
        area_no bigint not null,
        kind text not null check (kind in ('COMPOUNDS', 'BUILDINGS', 'HOUSEHOLDS', 'PEOPLE', 'CASES')),
        sha256 text not null,
        created integer not null,
        changed integer not null,
        unchanged integer not null,
        imported_by uuid not null references person (id),
        at timestamptz(3) not null
      );
      create index place_import_area on place_import (area_no, at desc, id desc);

      create table restored_dump (
        sha256 text primary key,
        area_code text not null references area (code),
        area_no bigint not null,
        -- The moment the dump is of.
        moment timestamptz(3) not null,
        rows integer not null,
        at timestamptz(3) not null default now()
      );
    `);
    this.addSql([secure("place_import", { see: within("area_no", "places"), write: within("area_no", "acts") }), secure("restored_dump", { see: everywhere, write: everywhere })].join(""));
  }
}

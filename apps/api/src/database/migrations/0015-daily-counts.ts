import { Migration } from "@mikro-orm/migrations";
import { secure, stores } from "./0002-row-level-security.ts";

/**
 * How many cases somebody, or some address, has recorded on a day, and what a community has set as limits of its own
 * (`{"worker": 200, "proxy": 30, "address": 1000}`, any part of it). `who` is `person:<id>` or `address:<address>`; the
 * rows of earlier days go with the first case of a new one.
 */
export class Migration0015DailyCounts extends Migration {
  override up(): void {
    this.addSql(`
      create table daily_count (
        day date not null,
        who text not null,
        recorded integer not null,
        primary key (day, who)
      );
      alter table community_setting add daily_limits jsonb not null default '{}';
    `);
    this.addSql(secure("daily_count", { see: stores, write: stores }));
  }
}

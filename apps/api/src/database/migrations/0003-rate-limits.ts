import { Migration } from "@mikro-orm/migrations";
import { secure } from "./0002-row-level-security.ts";

/**
 * How much of its budget an account or a client address has used up (http/limits.ts). The columns are those that
 * rate-limiter-flexible reads and writes; a key is `account:<person id>` or `address:<client address>`, and is deleted
 * about an hour after it was last used. Unlogged: a count that a crash loses is a minute's worth.
 */
export class Migration0003RateLimits extends Migration {
  override up(): void {
    this.addSql(`
      create unlogged table rate_limit (
        key varchar(255) primary key,
        points integer not null default 0,
        expire bigint
      );
      create index rate_limit_expire on rate_limit (expire);
    `);
    // Counts belong to nobody's area, and are taken before it is known who asks: whoever is connected may use them all.
    this.addSql(secure("rate_limit", { see: "true", write: "true" }));
  }
}

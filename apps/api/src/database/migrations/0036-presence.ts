import { Migration } from "@mikro-orm/migrations";
import { everywhere, secure } from "./0002-row-level-security.ts";
import { ofCase } from "./0016-called-to-a-case.ts";

/**
 * Who is looking at a case right now: a row a stream, refreshed while it is open (live/presence-store.ts). Not logged: after
 * a crash nobody looks at anything until the streams are open again. Written by the program alone, for the streams it serves.
 */
export class Migration0036Presence extends Migration {
  override up(): void {
    this.addSql(`
      create unlogged table presence (
        stream_id uuid primary key,
        case_id uuid not null references cases on delete cascade,
        person_id uuid not null references person on delete cascade,
        seen_at timestamptz(3) not null
      );
      create index presence_seen on presence (seen_at);
    `);
    this.addSql(secure("presence", { see: `${ofCase("case_id")} or ${everywhere}`, write: everywhere }));
  }
}

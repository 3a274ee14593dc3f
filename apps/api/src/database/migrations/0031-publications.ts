import { Migration } from "@mikro-orm/migrations";
import { areas, secure, stores, within } from "./0002-row-level-security.ts";
import { showStream } from "./0016-called-to-a-case.ts";

/** Of the board on the wall of one community: what hangs there, for whoever passes by. */
const onBoard = `(state = 'PUBLISHED' and ${within("area_no", "board")})`;
const own = (row: string): string => `${within(`${row}.area_no`, "places")} or ${within(`${row}.area_no`, "acts")}`;

/** 公示公告, and what residents write beneath. */
export class Migration0031Publications extends Migration {
  override up(): void {
    this.addSql(`
      create table publication (
        id uuid primary key,
        version integer not null,
        kind text not null check (kind in ('NOTICE', 'PROJECT', 'COSTS', 'FINAL_COSTS', 'STORY')),
        subject_id uuid,
        area_code text not null references area (code),
        area_no bigint not null,
        state text not null check (state in ('DRAFT', 'PUBLISHED', 'TAKEN_DOWN')),
        title text not null,
        body text not null,
        -- What was true of its subject when it was published: sums, numbers, rooms with their shares. No names.
        facts jsonb,
        -- Comments nobody has looked at, and objections without an answer.
        waiting integer not null,
        published_at timestamptz(3),
        until timestamptz(3),
        updated_at timestamptz(3) not null,
        publication jsonb not null
      );
      create index publication_area on publication (area_no, updated_at desc, id desc);
      create index publication_hangs on publication (area_no, published_at desc, id desc) where state = 'PUBLISHED';
      create index publication_subject on publication (subject_id) where subject_id is not null;

      create table publication_comment (
        id uuid primary key,
        publication_id uuid not null references publication (id),
        shown boolean not null default false,
        words text not null,
        -- The words with personal data masked, as the public page shows them.
        shown_words text not null,
        answer text
      );
      create index publication_comment_of on publication_comment (publication_id);
    `);
    this.addSql(
      [
        secure("publication", { see: `${onBoard} or ${own("publication")}`, write: within("area_no", "acts") }),
        secure("publication_comment", { see: `exists (select from publication p where p.id = publication_id and (shown or ${own("p")}))`, write: stores }),
        showStream("PUBLICATION", `exists (select from publication p where p.id = stream_id and (${own("p")}))`),
        // The board names its community and grids, and shows the photos that hang there, without anybody signed in.
        `create policy see_board on attachment for select using (${areas("board")} is not null and area_no <@ ${areas("board")}
           and exists (select from publication p where p.publication -> 'photoIds' ? attachment.id::text));`,
      ].join(""),
    );
  }
}

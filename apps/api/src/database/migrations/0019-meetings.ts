import { Migration } from "@mikro-orm/migrations";
import { me, secure, stores, within } from "./0002-row-level-security.ts";
import { ofCase, showStream } from "./0016-called-to-a-case.ts";

/** Convener and recorder were in the room: the domain's `keepsBench`. */
const keepsBench = (row: string): string => `${row}.convener_id = ${me} or ${row}.recorder_id = ${me}`;

/**
 * Bench meetings (板凳会): the meeting, the items of its agenda, what somebody took on, and all words apart from both. A meeting
 * is as confidential as its most confidential case, an item as its case: the domain's `seesMeeting` and `seesAgendaItem`.
 */
export class Migration0019Meetings extends Migration {
  override up(): void {
    this.addSql(`
      create table bench_meeting (
        id uuid primary key,
        version integer not null,
        area_code text not null references area (code),
        area_no bigint not null,
        council_id uuid,
        status text not null check (status in ('SUMMONED', 'OPEN', 'HELD', 'CANCELLED')),
        -- When the neighbours sit, or sat, together.
        meets_at timestamptz(3) not null,
        convener_id uuid not null references person (id),
        recorder_id uuid not null references person (id),
        case_ids uuid[] not null,
        updated_at timestamptz(3) not null,
        -- The whole aggregate as the domain folds it.
        meeting jsonb not null
      );
      create index bench_meeting_area on bench_meeting (area_no, meets_at, id);
      create index bench_meeting_council on bench_meeting (council_id) where council_id is not null;

      create table agenda_item (
        id uuid primary key,
        version integer not null,
        meeting_id uuid not null references bench_meeting (id),
        case_id uuid not null references cases (id),
        area_no bigint not null,
        -- Null while it is talked over.
        outcome text check (outcome in ('RESOLVED', 'NOT_REACHED')),
        added_at timestamptz(3) not null,
        item jsonb not null,
        unique (meeting_id, case_id)
      );
      create index agenda_item_case on agenda_item (case_id);

      create table action_item (
        id uuid primary key,
        item_id uuid not null references agenda_item (id),
        owner_id uuid references person (id),
        owner_is_resident boolean not null,
        due_on date not null,
        done_at timestamptz(3)
      );
      create index action_item_owner on action_item (owner_id, due_on, id);
      create index action_item_item on action_item (item_id);

      -- Own words, apart from log and aggregates: erasing a person rewrites no history.
      create table bench_words (
        id uuid primary key,
        meeting_id uuid not null references bench_meeting (id),
        item_id uuid references agenda_item (id),
        part text not null check (part in ('MINUTES', 'CANCELLED', 'CAUSE', 'OPTION', 'STATEMENT', 'POSITION', 'RECUSAL', 'ACTION')),
        words text not null,
        -- Whose words they are, where that person is known.
        person_id uuid references person (id)
      );
      create index bench_words_meeting on bench_words (meeting_id);
      create index bench_words_person on bench_words (person_id) where person_id is not null;
    `);
    this.addSql(
      [
        secure("bench_meeting", {
          see: `${keepsBench("bench_meeting")} or ${within("area_no", "acts")} or case when case_ids = '{}' then ${within("area_no", "reads")}
            else not exists (select from unnest(case_ids) k(id) where not ${ofCase("k.id")}) end`,
          write: within("area_no", "acts"),
        }),
        secure("agenda_item", {
          see: `${ofCase("case_id")} or ${within("area_no", "acts")} or exists (select from bench_meeting m where m.id = meeting_id and (${keepsBench("m")}))`,
          write: within("area_no", "acts"),
        }),
        // Whoever took something on knows what, even where the rest is not his business.
        secure("action_item", { see: `owner_id = ${me} or exists (select from agenda_item i where i.id = item_id)`, write: stores }),
        secure("bench_words", {
          see: `case when item_id is null then exists (select from bench_meeting m where m.id = meeting_id) else exists (select from agenda_item i where i.id = item_id) end
            or exists (select from action_item a where a.id = bench_words.id and a.owner_id = ${me})`,
          write: stores,
        }),
        showStream("MEETING", "exists (select from bench_meeting m where m.id = stream_id)"),
        showStream("AGENDA_ITEM", "exists (select from agenda_item i where i.id = stream_id)"),
      ].join(""),
    );
  }
}

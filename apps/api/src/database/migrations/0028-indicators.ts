import { Migration } from "@mikro-orm/migrations";
import { secure, within } from "./0002-row-level-security.ts";

/** Who reads the cases of an area reads its figures, those of masked disputes counted: what a figure tells is the queries' care. */
const counted = { see: `${within("area_no", "reads")} or ${within("area_no", "acts")}`, write: within("area_no", "acts") };

/**
 * What the indicators count, in narrow rows: what each case contributes per round (the domain's `CaseMeasure`), facts of the
 * bench and of opinions. Ids and moments, no words, no names.
 *
 * A measure bears the days on which it was known: [known_from, known_to), the present one to infinity. *As of D* is the
 * same query with a condition on these two. Facts never change; theirs is the moment of recording.
 */
export class Migration0028Indicators extends Migration {
  override up(): void {
    // The rows are those of everybody: the migration is the owner's, and row level security holds for him too.
    this.addSql(`select set_config('app.viewer', '{"acts":"{(,)}"}', true)`);
    this.addSql(`
      create table case_measure (
        case_id uuid not null references cases (id),
        round smallint not null,
        known_from date not null,
        known_to date not null default 'infinity' check (known_to > known_from),
        area_no bigint not null,
        community_no bigint not null generated always as (area_no - area_no % 1000) stored,
        kind text not null,
        category text,
        compound_id uuid,
        building_id uuid,
        max_level smallint not null,
        collected_at timestamptz(3),
        accepted_at timestamptz(3),
        contacted boolean,
        -- Since when it stood on which rung: [["2024-04-26T12:40:00.000Z", 1], …].
        levels jsonb,
        status smallint,
        level smallint,
        due_at timestamptz(3),
        human_at timestamptz(3),
        limit_days smallint,
        resolved_at timestamptz(3),
        told_at timestamptz(3),
        respondents smallint not null,
        answered smallint not null,
        said_resolved smallint not null,
        satisfied smallint not null,
        basic smallint not null,
        reopened boolean not null,
        closed_at timestamptz(3),
        on_time boolean not null,
        face_to_face boolean not null,
        with_expert boolean not null,
        settled boolean not null,
        primary key (case_id, round, known_from)
      );
      -- known_to stands in the key: what was superseded is passed over without looking at its row.
      create index case_measure_collected on case_measure (community_no, collected_at, known_to) where collected_at is not null;
      create index case_measure_accepted on case_measure (community_no, accepted_at, known_to) where accepted_at is not null and round = 1;
      create index case_measure_resolved on case_measure (community_no, resolved_at, known_to) where resolved_at is not null;
      create index case_measure_closed on case_measure (community_no, closed_at, known_to) where closed_at is not null;
      create index case_measure_open on case_measure (community_no, known_to, known_from) where status <= 6;
      create index case_measure_building on case_measure (building_id, collected_at) where collected_at is not null and building_id is not null;

      create table bench_fact (
        item_id uuid not null,
        kind text not null check (kind in ('MET', 'RESOLVED', 'ACTION')),
        no smallint not null,
        case_id uuid not null references cases (id),
        area_no bigint not null,
        at timestamptz(3) not null,
        recorded_at timestamptz(3) not null,
        -- MET: how near to the people, 1 building to 3 community.
        place_level smallint check ((kind = 'MET') = (place_level is not null)),
        -- RESOLVED: a resident proposed it. ACTION: residents took it on themselves.
        by_resident boolean check ((kind <> 'MET') = (by_resident is not null)),
        primary key (item_id, kind, no)
      );
      create index bench_fact_case on bench_fact (case_id);
      create index bench_fact_at on bench_fact (at);

      create table opinion_fact (
        opinion_id uuid primary key,
        case_id uuid not null,
        area_no bigint not null,
        community_no bigint not null generated always as (area_no - area_no % 1000) stored,
        recorded_at timestamptz(3) not null,
        -- Written down more than 24 hours after it was said.
        late boolean not null
      );
      create index opinion_fact_recorded on opinion_fact (community_no, recorded_at);
      insert into opinion_fact (opinion_id, case_id, area_no, recorded_at, late) select id, case_id, area_no, recorded_at, recorded_at > voiced_at + interval '24 hours' from opinion;
      -- An opinion is written down in many ways, and counted in one.
      create function count_opinion() returns trigger language plpgsql as $$
      begin
        insert into opinion_fact (opinion_id, case_id, area_no, recorded_at, late)
          values (new.id, new.case_id, new.area_no, new.recorded_at, new.recorded_at > new.voiced_at + interval '24 hours');
        return null;
      end $$;
      create trigger count_opinion after insert on opinion for each row execute function count_opinion();
    `);
    this.addSql(["case_measure", "bench_fact", "opinion_fact"].map((table) => secure(table, counted)).join(""));
  }
}

import { Migration } from "@mikro-orm/migrations";

/**
 * The first shape of the database.
 *
 * `area_no` is the area number of architecture: a code padded to 15 digits, so that every scope is a range. No column
 * is of an enum type: under row level security an enum comparison is no index condition (it is not leakproof), so
 * levels and statuses are smallints in the domain's order and the rest is text with a check.
 * Moments are timestamptz(3): a cursor through a JavaScript date keeps what the column holds.
 */
export class Migration0001PlacesPeopleCases extends Migration {
  override up(): void {
    this.addSql(`
      create table area (
        code text primary key check (code ~ '^[0-9]{4}$|^[0-9]{6}$|^[0-9]{9}$|^[0-9]{12}$|^[0-9]{15}$'),
        no bigint not null,
        kind text not null check (kind in ('CITY', 'DISTRICT', 'STREET', 'COMMUNITY', 'GRID')),
        parent_code text references area (code),
        name text not null,
        alias text[] not null default '{}',
        pinyin text not null,
        initials text not null,
        grid_kind text check ((kind = 'GRID') = (grid_kind is not null) and grid_kind in ('BASIC', 'DEDICATED')),
        head_id uuid,
        source text not null,
        as_of date not null
      );
      create index area_parent on area (parent_code);
      create index area_no on area (no);

      create table compound (
        id uuid primary key,
        community_code text not null references area (code),
        main_grid_code text not null references area (code),
        area_no bigint not null,
        name text not null,
        pinyin text not null,
        initials text not null,
        build_year smallint,
        is_old boolean not null default false,
        renovation_batch text,
        has_property boolean not null default false,
        property_company text
      );
      create index compound_area on compound (area_no);

      create table building (
        id uuid primary key,
        compound_id uuid references compound (id),
        grid_code text not null references area (code),
        area_no bigint not null,
        address text not null,
        pinyin text not null,
        initials text not null,
        floors smallint not null
      );
      create index building_area on building (area_no);
      create index building_compound on building (compound_id);

      create table unit (
        id uuid primary key,
        building_id uuid not null references building (id),
        no smallint not null,
        unique (building_id, no)
      );

      create table household (
        id uuid primary key,
        building_id uuid not null references building (id),
        unit_id uuid references unit (id),
        floor smallint not null,
        room text not null,
        area_cm2 bigint check (area_cm2 > 0),
        kind text not null check (kind in ('HOME', 'SHOP')),
        unique (building_id, unit_id, room)
      );
      create index household_unit on household (unit_id);

      create table department (
        id uuid primary key,
        name text not null,
        area_no bigint not null
      );

      create table person (
        id uuid primary key,
        display_name text not null,
        surname_mask text not null,
        phone text,
        household_id uuid references household (id),
        area_no bigint not null
      );
      create index person_area on person (area_no);

      create table role_assignment (
        id uuid primary key,
        person_id uuid not null references person (id),
        role text not null,
        area_code text not null references area (code),
        area_no bigint not null,
        building_id uuid references building (id),
        department_id uuid references department (id),
        from_date date not null,
        to_date date check (to_date >= from_date)
      );
      create index role_assignment_person on role_assignment (person_id);
      create index role_assignment_area on role_assignment (area_no);

      create table calendar_year (
        year smallint not null,
        version smallint not null,
        source text not null,
        published_on date not null,
        days_off date[] not null,
        work_days date[] not null,
        current boolean not null,
        primary key (year, version)
      );
      create unique index calendar_year_current on calendar_year (year) where current;
    `);
    this.addSql(`
      create table case_number (
        community_code text not null,
        year smallint not null,
        last integer not null,
        primary key (community_code, year)
      ) with (fillfactor = 50);

      create table cases (
        id uuid primary key,
        no text not null unique,
        version integer not null,
        title text not null,
        -- What a search looks at: number, title, its pinyin and initials, in small letters.
        search text not null default '',
        kind text not null check (kind in ('OPINION', 'DIFFICULTY', 'DISPUTE')),
        category text,
        compound_id uuid references compound (id),
        building_id uuid references building (id),
        unit_id uuid references unit (id),
        grid_code text not null,
        area_no bigint not null,
        community_no bigint not null generated always as (area_no - area_no % 1000) stored,
        district_no bigint not null generated always as (area_no - area_no % 1000000000) stored,
        severity smallint not null check (severity between 1 and 4),
        tags text[] not null,
        status smallint not null check (status between 1 and 10),
        level smallint not null check (level between 1 and 5),
        max_level smallint not null check (max_level between level and 5),
        -- Column of the escalation board, 1 to 7 in the domain's order; null for an end that leaves the board.
        board_column smallint check (board_column between 1 and 7),
        lead_id uuid references person (id),
        lead_ids uuid[] not null,
        recorded_by uuid not null references person (id),
        supporters integer not null,
        reopen_count integer not null,
        project_id uuid,
        due jsonb,
        -- What the board sorts by: the due moment, 'infinity' where nothing is due.
        board_at timestamptz(3) not null,
        -- When the program itself acts next (a level falls due, a hold lapses).
        system_at timestamptz(3),
        collected_at timestamptz(3) not null,
        resolved_at timestamptz(3),
        closed_at timestamptz(3),
        updated_at timestamptz(3) not null,
        -- The rest of the aggregate, read and written only with the row itself.
        state jsonb not null
      );
      create index cases_board_grid on cases (area_no, board_column, board_at, id) where board_column < 7;
      create index cases_board_community on cases (community_no, board_column, board_at, id) where board_column < 7;
      create index cases_board_district on cases (district_no, board_column, board_at, id) where board_column < 7;
      create index cases_status_grid on cases (area_no, status, board_at, id) where board_column < 7;
      create index cases_status_community on cases (community_no, status, board_at, id) where board_column < 7;
      create index cases_status_district on cases (district_no, status, board_at, id) where board_column < 7;
      create index cases_closed_grid on cases (area_no, closed_at desc, id desc) where board_column = 7;
      create index cases_closed_community on cases (community_no, closed_at desc, id desc) where board_column = 7;
      create index cases_closed_district on cases (district_no, closed_at desc, id desc) where board_column = 7;
      create index cases_updated on cases (community_no, updated_at, id);
      create index cases_lead on cases (lead_id) where board_column < 7;
      create index cases_building on cases (building_id);
      create index cases_system on cases (system_at) where system_at is not null;

      create table case_segment (
        case_id uuid not null references cases (id),
        no smallint not null,
        level smallint not null,
        started_at timestamptz(3) not null,
        days smallint not null,
        ended_at timestamptz(3),
        ended_by text,
        due_at timestamptz(3),
        primary key (case_id, no)
      );

      create table opinion (
        id uuid primary key,
        case_id uuid not null references cases (id),
        area_no bigint not null,
        words text not null,
        voiced_at timestamptz(3) not null,
        recorded_at timestamptz(3) not null check (recorded_at >= voiced_at),
        reporter_id uuid references person (id),
        reporter_name text,
        reporter_phone text,
        recorded_by uuid not null references person (id),
        channel text not null check (channel in ('POINT', 'CONTACT_DAY', 'VISIT', 'PHONE', 'PROXY', 'ONLINE', 'EXTERNAL'))
      );
      create index opinion_case on opinion (case_id);

      create table event (
        id uuid primary key,
        stream_kind text not null check (stream_kind in ('CASE', 'PROJECT', 'CALENDAR')),
        stream_id uuid not null,
        seq integer not null,
        type text not null,
        payload jsonb not null,
        due jsonb,
        has_due boolean not null default false,
        actor_id uuid,
        at timestamptz(3) not null,
        recorded_at timestamptz(3) not null check (recorded_at >= at),
        area_no bigint not null,
        xid xid8 not null default pg_current_xact_id(),
        position bigint,
        unique (stream_id, seq)
      );
      create index event_unsequenced on event (xid, id) where position is null;
      create unique index event_position on event (position) where position is not null;

      -- Residents' own words, apart from the log: erasing a person rewrites no history.
      create table event_words (
        event_id uuid primary key references event (id),
        words text not null
      );

      create table project_number (
        community_code text not null,
        year smallint not null,
        last integer not null,
        primary key (community_code, year)
      );

      create table secretary_project (
        id uuid primary key,
        no text not null,
        version integer not null,
        year smallint not null,
        community_code text not null references area (code),
        area_no bigint not null,
        secretary_id uuid not null references person (id),
        title text not null,
        state text not null,
        progress smallint not null,
        struck_off_at timestamptz(3),
        updated_at timestamptz(3) not null,
        -- The whole aggregate as the domain folds it.
        project jsonb not null,
        unique (community_code, no)
      );
      create index secretary_project_area on secretary_project (area_no, year);
      alter table cases add foreign key (project_id) references secretary_project (id);

      create table idempotency (
        person_id uuid not null,
        key uuid not null,
        request_hash bytea not null,
        response jsonb not null,
        at timestamptz(3) not null default now(),
        primary key (person_id, key)
      );
      create index idempotency_at on idempotency (at);

      create table saved_view (
        id uuid primary key,
        owner_id uuid not null references person (id),
        name text not null,
        area_code text not null references area (code),
        area_no bigint not null,
        shared boolean not null,
        search text not null,
        unique (owner_id, name)
      );

      create table community_setting (
        community_code text primary key references area (code),
        area_no bigint not null,
        -- Limits of work in progress per board column, counted across lanes: {"BUILDING": 30}.
        wip_limits jsonb not null default '{}',
        rules jsonb not null default '{}'
      );

      create table demo_mark (
        made_at timestamptz(3) not null default now(),
        seed text not null
      );
    `);
  }
}

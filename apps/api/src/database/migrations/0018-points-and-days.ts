import { Migration } from "@mikro-orm/migrations";
import { secure, stores, within } from "./0002-row-level-security.ts";
import { showStream } from "./0016-called-to-a-case.ts";

/** The point whose code somebody without an account has in hand: his scope names that one and nothing else. */
const inHand = `(select nullif(current_setting('app.viewer', true), '')::jsonb ->> 'point')`;
const seen = `${within("area_no", "places")} or ${within("area_no", "acts")}`;

/** 民意收集点 and 社情民意联系日, and how many opinions came from each. */
export class Migration0018PointsAndDays extends Migration {
  override up(): void {
    this.addSql(`
      create table collection_point (
        id uuid primary key,
        version integer not null,
        code text not null unique,
        area_code text not null references area (code),
        area_no bigint not null,
        name text not null,
        kind text not null check (kind in ('SHOP_DOOR', 'SHARED_SPACE', 'OFFICE', 'ONLINE')),
        place_words text not null,
        compound_id uuid references compound (id),
        building_id uuid references building (id),
        keeper_id uuid not null references person (id),
        office text not null,
        office_phone text,
        hours jsonb not null,
        hours_words text not null,
        active_from date not null,
        closed_on date check (closed_on >= active_from)
      );
      create index collection_point_area on collection_point (area_no);
      create index collection_point_compound on collection_point (compound_id) where compound_id is not null;
      create index collection_point_keeper on collection_point (keeper_id);

      create table contact_day (
        id uuid primary key,
        version integer not null,
        area_code text not null references area (code),
        area_no bigint not null,
        date date not null,
        moved_from date,
        starts_at text not null,
        ends_at text not null check (ends_at > starts_at),
        place_words text not null,
        compound_id uuid references compound (id),
        building_id uuid references building (id),
        duty_officer_id uuid not null references person (id),
        reached integer check (reached >= 0),
        state text not null check (state in ('PLANNED', 'HELD', 'CANCELLED')),
        held_at timestamptz(3),
        opinions integer not null default 0,
        -- The rule is the domain's (decidePlanContactDays); of two plans at once this lets one through.
        constraint contact_day_once unique nulls not distinct (area_code, date, place_words, compound_id, building_id)
      );
      create index contact_day_area on contact_day (area_no, date);
      create index contact_day_compound on contact_day (compound_id, date) where compound_id is not null;
      create index contact_day_officer on contact_day (duty_officer_id);

      alter table opinion add foreign key (point_id) references collection_point (id);
      alter table opinion add foreign key (contact_day_id) references contact_day (id);

      -- How many opinions were voiced at a point on a day. Whoever works in the community knows whether a point lives, also where
      -- what was said there is none of his business: so they are counted as they are written, and not by what he may read.
      create table point_opinions (
        point_id uuid not null references collection_point (id),
        day date not null,
        opinions integer not null,
        primary key (point_id, day)
      );
      create function count_origin() returns trigger language plpgsql as $count$
        begin
          if tg_op <> 'INSERT' then
            update point_opinions set opinions = opinions - 1 where point_id = old.point_id and day = (old.voiced_at at time zone 'Asia/Shanghai')::date;
            update contact_day set opinions = opinions - 1 where id = old.contact_day_id;
          end if;
          if tg_op <> 'DELETE' then
            insert into point_opinions select new.point_id, (new.voiced_at at time zone 'Asia/Shanghai')::date, 1 where new.point_id is not null
              on conflict (point_id, day) do update set opinions = point_opinions.opinions + 1;
            update contact_day set opinions = opinions + 1 where id = new.contact_day_id;
          end if;
          return null;
        end
      $count$;
      create trigger count_origin after insert or delete or update of point_id, contact_day_id, voiced_at on opinion for each row execute function count_origin();
    `);
    this.addSql(
      [
        secure("collection_point", { see: `${seen} or code = ${inHand}`, write: within("area_no", "acts") }),
        secure("contact_day", { see: seen, write: within("area_no", "acts") }),
        secure("point_opinions", { see: "exists (select from collection_point p where p.id = point_id)", write: stores }),
        showStream("POINT", "exists (select from collection_point p where p.id = stream_id)"),
        showStream("CONTACT_DAY", "exists (select from contact_day d where d.id = stream_id)"),
      ].join(""),
    );
  }
}

import { Migration } from "@mikro-orm/migrations";
import { showStream } from "./0016-called-to-a-case.ts";
import { areas, everywhere, secure, stores, within } from "./0002-row-level-security.ts";

/** Somebody who publishes calendars, anywhere: a calendar holds for the whole installation. */
const publishes = `not isempty(${areas("publishes")})`;

/** Says anew who writes the rows of a table that `secure` has closed. */
function rewrite(table: string, write: string): string {
  return `alter policy add on ${table} with check (${write}); alter policy change on ${table} with check (${write}); alter policy remove on ${table} using (${write});`;
}

/**
 * A community's own settings with a version, categories and texts; versions of a calendar year with the moment they took
 * effect; and how far the running deadlines were gone through since (`calendar_recount`: counts and a place, no case).
 */
export class Migration0029SettingsAndCalendars extends Migration {
  override up(): void {
    this.addSql(`
      alter table community_setting
        add version integer not null default 0,
        -- Null: the default tree.
        add categories jsonb,
        add templates jsonb not null default '[]';
      alter table calendar_year add published_at timestamptz(3);
      create table calendar_recount (
        year smallint not null,
        version smallint not null,
        published_at timestamptz(3) not null,
        done integer not null default 0,
        "left" integer,
        -- The last case that was gone through.
        after uuid not null default '00000000-0000-0000-0000-000000000000',
        ended_at timestamptz(3),
        primary key (year, version),
        foreign key (year, version) references calendar_year
      );
      create index cases_level_due on cases (id) where due ->> 'kind' = 'LEVEL';
    `);
    this.addSql(
      [
        secure("calendar_recount", { see: `${publishes} or ${everywhere}`, write: `${publishes} and ${stores} or ${everywhere}` }),
        rewrite("calendar_year", `${publishes} and ${stores} or ${everywhere}`),
        rewrite("community_setting", `${within("area_no", "configures")} and ${stores} or ${everywhere}`),
        showStream("SETTING", within("area_no", "places")),
      ].join(""),
    );
  }
}

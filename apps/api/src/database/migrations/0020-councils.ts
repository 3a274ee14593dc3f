import { Migration } from "@mikro-orm/migrations";
import { me, secure, stores, within } from "./0002-row-level-security.ts";
import { showStream } from "./0016-called-to-a-case.ts";

/** 小板凳议事团: the bench councils of grids and communities. */
export class Migration0020Councils extends Migration {
  override up(): void {
    this.addSql(`
      create table council (
        id uuid primary key,
        area_code text not null references area (code),
        area_no bigint not null,
        version integer not null,
        name text not null,
        convener_id uuid not null references person (id),
        from_date date not null,
        to_date date check (to_date >= from_date),
        -- The rule is the domain's (decideSetCouncil); of two set up at once this lets one through.
        constraint one_council exclude using gist (area_code with =, daterange(from_date, to_date, '[]') with &&)
      );
      create index council_convener on council (convener_id);
      create table council_member (
        council_id uuid not null references council (id),
        person_id uuid not null references person (id),
        category text not null,
        from_date date not null,
        to_date date check (to_date >= from_date),
        primary key (council_id, person_id, from_date)
      );
      create index council_member_person on council_member (person_id);
    `);
    this.addSql(
      [
        // The convener's own are read before anything else is known of him: they are part of who acts.
        secure("council", { see: `convener_id = ${me} or ${within("area_no", "places")} or ${within("area_no", "acts")}`, write: within("area_no", "acts") }),
        secure("council_member", { see: "exists (select from council c where c.id = council_id)", write: stores }),
        showStream("COUNCIL", "exists (select from council c where c.id = stream_id)"),
      ].join(""),
    );
  }
}

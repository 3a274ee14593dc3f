import { Migration } from "@mikro-orm/migrations";
import { secure, stores, within } from "./0002-row-level-security.ts";

/** Stand-ins, one secretary a community on any day, and the Party committee of a community. */
export class Migration0008PeopleAndRoles extends Migration {
  override up(): void {
    this.addSql(`
      create extension if not exists btree_gist;
      alter table role_assignment add stands_in_for uuid references role_assignment (id);
      create index role_assignment_stands_in on role_assignment (stands_in_for) where stands_in_for is not null;
      -- The rule is the domain's (decideGrantRole); of two grants at once this lets one through.
      alter table role_assignment add constraint one_secretary
        exclude using gist (area_code with =, daterange(from_date, to_date, '[]') with &&) where (role = 'SECRETARY');

      create table committee (
        id uuid primary key,
        community_code text not null unique references area (code),
        area_no bigint not null,
        version integer not null,
        term_from date not null,
        term_to date not null check (term_to >= term_from)
      );
      create table committee_member (
        committee_id uuid not null references committee (id),
        person_id uuid not null references person (id),
        post text not null check (post in ('SECRETARY', 'DEPUTY', 'MEMBER')),
        primary key (committee_id, person_id)
      );
    `);
    this.addSql(
      [
        secure("committee", { see: `${within("area_no", "near")} or ${within("area_no", "acts")}`, write: within("area_no", "acts") }),
        secure("committee_member", { see: "exists (select from committee c where c.id = committee_id)", write: stores }),
      ].join(""),
    );
  }
}

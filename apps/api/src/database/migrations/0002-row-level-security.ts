import { Migration } from "@mikro-orm/migrations";

/**
 * Row level security, the second of two layers that each suffice alone: the first is the conditions in the queries
 * (access/scope.ts), and both say what the domain's `visibility` says.
 *
 * A policy reads the viewer from the setting `app.viewer`, JSON that is set with each statement or transaction:
 * `person` (id), areas as int8multirange text: `reads` (roles that read cases), `judges` (roles that read disputes),
 * `street`, `district` (officers of referred cases), `called` (departments that a whistle can call), `places` (communities in which any role is held), `projects`,
 * `residents`, `near` (districts, for colleagues), `admin` (accounts and audit), `acts` (what a verb may store; set only
 * after the rules have decided); and `buildings`, `departments`, `codes` as arrays. Without a setting nothing is seen.
 *
 * Each part stands in a sub-select, so that it is evaluated once a statement and not once a row. After a transaction the
 * setting reads as '' and not as NULL: hence every nullif.
 */
const viewer = `nullif(current_setting('app.viewer', true), '')::jsonb`;
export const areas = (key: string): string => `(select (${viewer} ->> '${key}')::int8multirange)`;
const list = (key: string, type: string): string => `(select array(select jsonb_array_elements_text(${viewer} -> '${key}')))::${type}[]`;

export const me = `(select (${viewer} ->> 'person')::uuid)`;
/** Somebody signed in, or the program itself. */
export const known = `(select ${viewer} is not null)`;
/** Everything, everywhere: the program's own work, and that of the owner. */
export const everywhere = `(select (${viewer} ->> 'acts')::int8multirange = '{(,)}'::int8multirange)`;
export const within = (column: string, key: string): string => `${column} <@ ${areas(key)}`;

/** The row of `cases` that is named `c` may be seen whole by whoever may see it at all. */
const whole = `(c.kind <> 'DISPUTE' or c.lead_id = ${me} or c.recorded_by = ${me} or ${within("c.area_no", "judges")}
  or (c.level >= 4 and ${within("c.area_no", "street")}) or (c.level = 5 and ${within("c.area_no", "district")}) or ${within("c.area_no", "acts")})`;

/** A row that belongs to a case, and is as confidential as the case is. */
export const ofCase = (column: string): string => `exists (select from cases c where c.id = ${column} and ${whole})`;

/** Turns row level security on for a table, for its owner as well, and says who sees and who writes a row. */
export function secure(table: string, policies: { readonly see: string; readonly write: string }): string {
  return `
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy see on ${table} for select using (${policies.see});
    create policy add on ${table} for insert with check (${policies.write});
    -- Locking a row (for update) asks this too: whoever sees a row may lock it, and stores nothing without the check.
    create policy change on ${table} for update using (${policies.see}) with check (${policies.write});
    create policy remove on ${table} for delete using (${policies.write});
  `;
}

const storing = (column: string): string => within(column, "acts");
/** For rows without an area of their own: a verb is storing, and what the row belongs to has been checked with it. */
export const stores = `(select ${viewer} ->> 'acts' is not null)`;

export class Migration0002RowLevelSecurity extends Migration {
  override up(): void {
    this.addSql(`
      update cases set state = jsonb_build_object('whistleDepartments', jsonb_path_query_array(state, '$.whistles[*].departmentId'), 'supervisions', '[]'::jsonb, 'supervised', false) || state;
      -- A department that a whistle called knows the case it was called to.
      alter table cases add whistle_departments jsonb not null generated always as (state -> 'whistleDepartments') stored;
      alter table event drop constraint event_stream_kind_check;
      alter table event add constraint event_stream_kind_check check (stream_kind in ('CASE', 'PROJECT', 'CALENDAR', 'PERSON', 'COMMITTEE'));
    `);
    this.addSql(
      [
        // Names of areas and the calendar are public knowledge among everybody who signs in.
        secure("area", { see: known, write: everywhere }),
        secure("calendar_year", { see: known, write: everywhere }),
        secure("department", { see: within("area_no", "near"), write: storing("area_no") }),
        secure("compound", { see: within("area_no", "places"), write: storing("area_no") }),
        secure("building", { see: within("area_no", "places"), write: storing("area_no") }),
        secure("unit", { see: "exists (select from building b where b.id = building_id)", write: stores }),
        secure("household", { see: "exists (select from building b where b.id = building_id)", write: stores }),
        secure("community_setting", { see: within("area_no", "places"), write: storing("area_no") }),
        // A colleague is known in his district; a resident where residents are one's work; everybody knows himself.
        secure("person", {
          see: `id = ${me} or ${within("area_no", "residents")} or exists (select from role_assignment r where r.person_id = person.id) or ${storing("area_no")}`,
          write: storing("area_no"),
        }),
        secure("role_assignment", { see: `person_id = ${me} or ${within("area_no", "near")} or ${storing("area_no")}`, write: storing("area_no") }),
        secure("cases", {
          see: `${within("area_no", "reads")} or lead_id = ${me} or recorded_by = ${me} or (kind <> 'DISPUTE' and building_id = any(${list("buildings", "uuid")}))
            or (whistle_departments ?| ${list("departments", "text")} and ${within("area_no", "called")}) or ${storing("area_no")}`,
          write: storing("area_no"),
        }),
        secure("case_segment", { see: ofCase("case_id"), write: stores }),
        secure("opinion", { see: ofCase("case_id"), write: storing("area_no") }),
        secure("event", {
          see: `case stream_kind when 'CASE' then ${ofCase("stream_id")} when 'PROJECT' then exists (select from secretary_project p where p.id = stream_id)
            when 'CALENDAR' then ${known} else ${within("area_no", "admin")} or ${storing("area_no")} end`,
          write: storing("area_no"),
        }),
        secure("event_words", { see: "exists (select from event e where e.id = event_id)", write: stores }),
        secure("secretary_project", {
          see: `${within("area_no", "projects")} or (project ->> 'inspectorId')::uuid = ${me} or ${storing("area_no")}`,
          write: storing("area_no"),
        }),
        ...["case_number", "project_number"].map((table) => secure(table, { see: stores, write: storing("rpad(community_code, 15, '0')::int8") })),
        secure("idempotency", { see: `person_id = ${me} or ${everywhere}`, write: `person_id = ${me} or ${everywhere}` }),
        secure("saved_view", {
          see: `owner_id = ${me} or (shared and exists (select from unnest(${list("codes", "text")}) own where starts_with(own, area_code) or starts_with(area_code, own)))`,
          write: `owner_id = ${me} or ${everywhere}`,
        }),
        secure("demo_mark", { see: "true", write: everywhere }),
      ].join(""),
    );
  }
}

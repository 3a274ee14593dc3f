import { Migration } from "@mikro-orm/migrations";
import { known, me, within } from "./0002-row-level-security.ts";

/** The row of `cases` that is named `c` may be seen whole by whoever may see it at all: 0002's, and its helpers. */
const whole = `(c.kind <> 'DISPUTE' or c.lead_id = ${me} or c.recorded_by = ${me} or c.helper_ids ? ${me}::text or ${within("c.area_no", "judges")}
  or (c.level >= 4 and ${within("c.area_no", "street")}) or (c.level = 5 and ${within("c.area_no", "district")}) or ${within("c.area_no", "acts")})`;

/**
 * A row that belongs to a case, and is as confidential as the case is. Stands in the place of 0002's from here on.
 * @param end what ends the look-up, since 0038 `offset 0`
 */
export const ofCase = (column: string, end = ""): string => `exists (select from cases c where c.id = ${column} and ${whole}${end})`;

/** Says anew who sees the rows of a table that 0002's `secure` has closed. */
export function resecure(table: string, see: string): string {
  return `alter policy see on ${table} using (${see}); alter policy change on ${table} using (${see});`;
}

/** Lets the log show one more kind of stream, to whoever `see` says. */
export function showStream(kind: string, see: string): string {
  return `create policy see_${kind.toLowerCase()} on event for select using (stream_kind = '${kind}' and ${see});`;
}

/**
 * Experts and mediators who came when they were called see that one case (`helper_ids`), and the log takes what happens
 * to meetings, mediations and those who hold them.
 */
export class Migration0016CalledToACase extends Migration {
  override up(): void {
    this.addSql(`
      update cases set state = state || '{"helperIds": []}'::jsonb;
      alter table cases add helper_ids jsonb not null generated always as (state -> 'helperIds') stored;
      create policy see_helped on cases for select using (helper_ids ? ${me}::text);
      create policy change_helped on cases for update using (helper_ids ? ${me}::text) with check (${within("area_no", "acts")});
      alter table event drop constraint event_stream_kind_check;
      alter table event add constraint event_stream_kind_check check (stream_kind in ('CASE', 'PROJECT', 'CALENDAR', 'PERSON', 'COMMITTEE',
        'MEETING', 'AGENDA_ITEM', 'MEDIATION', 'COUNCIL', 'POINT', 'CONTACT_DAY', 'EXPERT'));
    `);
    this.addSql(
      [
        resecure("case_segment", ofCase("case_id")),
        resecure("opinion", ofCase("case_id")),
        resecure("attachment", ofCase("case_id")),
        // The last branch asks for administrators of PERSON and COMMITTEE alone: each further kind brings a policy of its own.
        resecure(
          "event",
          `case when stream_kind = 'CASE' then ${ofCase("stream_id")} when stream_kind = 'PROJECT' then exists (select from secretary_project p where p.id = stream_id)
            when stream_kind = 'CALENDAR' then ${known}
            when stream_kind in ('PERSON', 'COMMITTEE') then ${within("area_no", "admin")} or ${within("area_no", "acts")} else ${within("area_no", "acts")} end`,
        ),
      ].join(""),
    );
  }
}

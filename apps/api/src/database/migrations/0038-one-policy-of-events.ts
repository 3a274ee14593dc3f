import { Migration } from "@mikro-orm/migrations";
import { known, within } from "./0002-row-level-security.ts";
import { ofCase, resecure } from "./0016-called-to-a-case.ts";

/** Streams that are seen by whoever sees the row they are of, by the kind of stream. */
const seenWithTheirRow = {
  PROJECT: "secretary_project",
  MEETING: "bench_meeting",
  AGENDA_ITEM: "agenda_item",
  MEDIATION: "mediation",
  COUNCIL: "council",
  POINT: "collection_point",
  CONTACT_DAY: "contact_day",
  EXPERT: "expert",
  COST_PLAN: "cost_plan",
  CONTRACTOR: "contractor",
} as const;

const seesEvent = `case when stream_kind = 'CASE' then ${ofCase("stream_id", " offset 0")}
  else ${within("area_no", "acts")} or case
    when stream_kind = 'CALENDAR' then ${known}
    when stream_kind in ('PERSON', 'COMMITTEE') then ${within("area_no", "admin")}
    when stream_kind in ('BUILDING', 'COMPOUND', 'SETTING') then ${within("area_no", "places")}
    when stream_kind = 'SIGHT' then ${within("area_no", "reads")}
    else sees_stream(stream_kind, stream_id) end end`;

/**
 * Who sees an event, in one policy. Until here each kind of stream had one of its own, all of them joined by `or`: PostgreSQL
 * wrote the policies of ten tables, and of those that they ask, into every statement that so much as mentioned the log. Reading
 * twenty events of a case had 1,674 sub-plans planned: 68 ms, and 8 to run, most of it spent getting ready.
 *
 * The kinds other than cases are asked of a function, which is planned by itself and only when it is called. It runs as the
 * caller: the policies of the tables it reads apply.
 */
export class Migration0038OnePolicyOfEvents extends Migration {
  override up(): void {
    const rows = Object.entries(seenWithTheirRow).map(([kind, table]) => `when '${kind}' then return exists (select from public.${table} it where it.id = stream);`);
    this.addSql(`
      create function sees_stream(kind text, stream uuid) returns boolean language plpgsql stable parallel safe as $$
      begin
        case kind ${rows.join("\n        ")}
          when 'PUBLICATION' then return exists (select from public.publication it where it.id = stream and ${within("it.area_no", "places")});
          else return false;
        end case;
      end $$;
      ${resecure("event", seesEvent)}
    `);
    for (const kind of [...Object.keys(seenWithTheirRow).filter((one) => one !== "PROJECT"), "BUILDING", "COMPOUND", "SETTING", "SIGHT", "PUBLICATION"]) this.addSql(`drop policy see_${kind.toLowerCase()} on event;`);
  }
}

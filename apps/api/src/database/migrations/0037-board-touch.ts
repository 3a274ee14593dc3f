import { Migration } from "@mikro-orm/migrations";
import { everywhere, secure } from "./0002-row-level-security.ts";

interface Shown {
  readonly columns: string;
  /** What of them matters, of the row named; the columns when not given. */
  readonly of?: (row: string) => string;
}

const each = (columns: string) => (row: string) => columns.replaceAll(/\w+/g, `${row}.$&`);

/** What follows a change of these columns may stand on any card anywhere: the name of a person who leads, of a building, … */
const anywhere: Readonly<Record<string, Shown>> = {
  // Besides its names: whether a viewer may read them at all, and which (the policies of person, role_assignment and expert; people/person-fields.ts).
  person: { columns: "display_name, surname_mask, area_no" },
  role_assignment: { columns: "person_id, role, area_no" },
  expert: { columns: "person_id, area_no, area_end" },
  building: { columns: "address, pinyin, initials, area_no" },
  compound: { columns: "name, pinyin, initials, area_no" },
  unit: { columns: "no, building_id" },
  // An event comes with a new version of its case; only its words are changed later, when a person is erased.
  event_words: { columns: "words, title, title_before" },
  secretary_project: { columns: "no, area_no, project", of: (row) => `${row}.no, ${row}.area_no, ${row}.project ->> 'inspectorId'` },
};

/** A trigger for the rows in which something of this really became another. */
function onChange(table: string, { columns, of = each(columns) }: Shown, touch: string): string {
  return `create trigger board_touch_changed after update of ${columns} on ${table} for each row when ((${of("old")}) is distinct from (${of("new")})) execute function ${touch}();`;
}

/**
 * Which areas a transaction has changed something in that a board or a card shows, filters, counts or sorts by: what
 * cases/board-stamp.ts reads. One row an area and transaction, inserted and never waited for: a row of versions that is
 * updated would be one that everybody waits for. cases/fold-touches.ts folds rows together that nobody needs apart.
 *
 * The number of a grid, a community, a street or a district stands for everything in it, 0 for everything.
 */
export class Migration0037BoardTouch extends Migration {
  override up(): void {
    this.addSql(`
      create table board_touch (
        area_no bigint not null,
        xid xid8 not null default pg_current_xact_id(),
        touches bigint not null default 1,
        at timestamptz not null default now(),
        primary key (area_no, xid)
      );
      -- A row of this number that is not ours came with a copy of a database that counted its transactions from elsewhere: it is counted up.
      create function touch_areas(areas bigint[]) returns void language plpgsql as $$
      begin
        insert into public.board_touch as kept (area_no) select distinct no from unnest(areas) no
          on conflict (area_no, xid) do update set touches = kept.touches + 1, at = excluded.at where kept.at <> excluded.at;
      end $$;

      create function touch_everywhere() returns trigger language plpgsql as $$ begin perform public.touch_areas('{0}'); return null; end $$;
      create function touch_row() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then perform public.touch_areas(array[new.area_no]);
        elsif tg_op = 'DELETE' then perform public.touch_areas(array[old.area_no]);
        else perform public.touch_areas(array[old.area_no, new.area_no]); end if;
        return null;
      end $$;
      create function touch_area() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then perform public.touch_areas(array[new.no]);
        elsif tg_op = 'DELETE' then perform public.touch_areas(array[old.no]);
        else perform public.touch_areas(array[old.no, new.no]); end if;
        return null;
      end $$;
      -- Of a case that was merged the words are found on another card as well, of which the row does not say where it is.
      create function touch_opinions() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then
          perform public.touch_areas(array(select distinct case when case_id = present_case_id then area_no else 0 end from new_rows));
        elsif tg_op = 'DELETE' then
          perform public.touch_areas('{0}') where exists (select from old_rows);
        elsif exists (select from old_rows join new_rows using (id) where old_rows.words <> new_rows.words or old_rows.case_id <> new_rows.case_id) then
          perform public.touch_areas('{0}');
        end if;
        return null;
      end $$;
      create function touch_cases() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then perform public.touch_areas(array(select distinct area_no from new_rows));
        elsif tg_op = 'DELETE' then perform public.touch_areas(array(select distinct area_no from old_rows));
        else perform public.touch_areas(array(select area_no from old_rows union select area_no from new_rows)); end if;
        return null;
      end $$;
    `);
    this.addSql(
      ["cases", "opinion"]
        .map((table) => {
          const touch = `for each statement execute function touch_${table === "cases" ? "cases" : "opinions"}()`;
          return `
            create trigger board_touch_added after insert on ${table} referencing new table as new_rows ${touch};
            create trigger board_touch_changed after update on ${table} referencing old table as old_rows new table as new_rows ${touch};
            create trigger board_touch_removed after delete on ${table} referencing old table as old_rows ${touch};`;
        })
        .join(""),
    );
    this.addSql(`
      create trigger board_touch_counted after insert or delete on community_setting for each row execute function touch_row();
      create trigger board_touch_counted after insert or delete on area for each row execute function touch_area();
      ${onChange("community_setting", { columns: "community_code, area_no, wip_limits" }, "touch_row")}
      ${onChange("area", { columns: "code, no, kind, name" }, "touch_area")}
    `);
    for (const [table, shown] of Object.entries(anywhere)) {
      this.addSql(`${onChange(table, shown, "touch_everywhere")} create trigger board_touch_removed after delete on ${table} for each row execute function touch_everywhere();`);
    }
    // The others can be pointed to by a card only once they are there: a new role or expert makes a name readable that was there before.
    for (const table of ["role_assignment", "expert"]) this.addSql(`create trigger board_touch_added after insert on ${table} for each row execute function touch_everywhere();`);
    for (const table of [...Object.keys(anywhere), "cases", "opinion", "community_setting", "area"]) {
      this.addSql(`create trigger board_touch_emptied after truncate on ${table} for each statement execute function touch_everywhere();`);
    }
    // Numbers of areas and transactions belong to nobody, and the gate reads them before it knows who asks. Written by the triggers alone, whatever the scope; folded by the program.
    this.addSql(secure("board_touch", { see: "true", write: `pg_trigger_depth() > 0 or ${everywhere}` }));
  }
}

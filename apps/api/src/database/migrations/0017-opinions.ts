import { Migration } from "@mikro-orm/migrations";
import { ofCase, resecure } from "./0016-called-to-a-case.ts";

/** Signs of a slip's code, as in the domain. */
const slipAlphabet = "34679ACDEFGHJKMNPRTWXY";

/**
 * Opinions beside their case: which case carries each one now, how far its answer has come, the code of its slip, where and
 * by whom it was taken down, and the number another system knows it by.
 *
 * `answer`, `answered_at` and `answer_due_at` say what the domain's `answerOf` says of the case that carries it; they are
 * written with every change of that case, so that a list of what is unanswered is one stretch of an index.
 */
export class Migration0017Opinions extends Migration {
  override up(): void {
    // The rows are those of everybody: the migration is the owner's, and row level security holds for him too.
    this.addSql(`select set_config('app.viewer', '{"acts":"{(,)}"}', true)`);
    this.addSql(`
      alter table opinion
        add present_case_id uuid references cases (id),
        -- 1 WAITING, 2 OWED, 3 ANSWERED.
        add answer smallint not null default 1 check (answer between 1 and 3),
        add answered_at timestamptz(3),
        add answer_due_at timestamptz(3),
        add slip_code text,
        add point_id uuid check (point_id is null or channel = 'POINT'),
        add contact_day_id uuid check (contact_day_id is null or channel = 'CONTACT_DAY'),
        add proxy_id uuid references person (id) check (proxy_id is null or channel = 'PROXY'),
        add external_source text,
        add external_id text,
        add constraint opinion_answered check ((answer = 3) = (answered_at is not null)),
        add constraint opinion_external check ((external_source is null) = (external_id is null) and (external_id is null or channel = 'EXTERNAL'));
      update opinion set present_case_id = case_id;
      update opinion o set present_case_id = c.id, area_no = c.area_no from cases c, jsonb_array_elements(c.state -> 'reporters') r
        where o.id = (r ->> 'opinionId')::uuid and c.status <> 8;
      update opinion o set
          answer = case when c.status = 10 or c.closed_at is not null then 3 when c.status in (6, 9) then 2 else 1 end,
          answered_at = case when c.status = 10 then (c.state ->> 'movedAt')::timestamptz else c.closed_at end
        from cases c where c.id = o.present_case_id;
      update opinion set slip_code = (
        select string_agg(substr('${slipAlphabet}', 1 + ('x' || substr(replace(gen_random_uuid()::text, '-', ''), 1, 7))::bit(28)::int % ${slipAlphabet.length}, 1), '')
        from generate_series(1, 10) where opinion.id is not null);
      alter table opinion alter present_case_id set not null, alter slip_code set not null;
      create unique index opinion_slip_code on opinion (slip_code);
      -- One number of one source is one opinion: a second delivery finds the first.
      create unique index opinion_external_ref on opinion (external_source, external_id) where external_id is not null;
      create index opinion_carried on opinion (present_case_id);
      create index opinion_point on opinion (point_id, recorded_at) where point_id is not null;
      create index opinion_contact_day on opinion (contact_day_id) where contact_day_id is not null;
      create index cases_compound on cases (compound_id, updated_at) where compound_id is not null;
    `);
    this.addSql(`
      alter table opinion
        add community_no bigint not null generated always as (area_no - area_no % 1000) stored,
        add district_no bigint not null generated always as (area_no - area_no % 1000000000) stored;
      create index opinion_heard_grid on opinion (area_no, recorded_at, id);
      create index opinion_heard_community on opinion (community_no, recorded_at, id);
      create index opinion_heard_district on opinion (district_no, recorded_at, id);
      create index opinion_unanswered_grid on opinion (area_no, recorded_at, id) where answer < 3;
      create index opinion_unanswered_community on opinion (community_no, recorded_at, id) where answer < 3;
      create index opinion_unanswered_district on opinion (district_no, recorded_at, id) where answer < 3;
    `);
    // As confidential as a case that has it: the one that carries it now, and the one it was collected as.
    this.addSql(resecure("opinion", `${ofCase("case_id")} or (present_case_id <> case_id and ${ofCase("present_case_id")})`));
  }
}

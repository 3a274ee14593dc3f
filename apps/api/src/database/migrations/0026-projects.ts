import { Migration } from "@mikro-orm/migrations";
import { secure, stores } from "./0002-row-level-security.ts";

/**
 * Secretary projects as a whole: the study on file, runs and monthly inspections, spending, years, appraisals. Words that may
 * tell of residents (an objection, a finding) stand in rows of their own, seen by whoever sees the project.
 */
export class Migration0026Projects extends Migration {
  override up(): void {
    this.addSql(`
      create table project_text (
        project_id uuid not null references secretary_project (id),
        kind text not null check (kind in ('STUDY', 'OBJECTION', 'ANSWER', 'FINDING', 'NEXT', 'APPRAISAL')),
        item_id text not null,
        words text not null,
        primary key (project_id, kind, item_id)
      );

      insert into project_text (project_id, kind, item_id, words)
        select e.stream_id, 'OBJECTION', e.payload ->> 'objectionId', w.words from event e join event_words w on w.event_id = e.id
        where e.stream_kind = 'PROJECT' and e.type = 'PROJECT_OBJECTED' and w.words is not null
        union all
        select e.stream_id, 'ANSWER', e.payload ->> 'objectionId', e.payload ->> 'answer' from event e
        where e.stream_kind = 'PROJECT' and e.type = 'OBJECTION_ANSWERED' and e.payload ->> 'answer' is not null;
      delete from event_words w using event e where e.id = w.event_id and e.stream_kind = 'PROJECT' and e.type = 'PROJECT_OBJECTED';

      -- A project ran at most once so far: from its start to the request, or to its end.
      update secretary_project p set project = '{"templateId": null, "programmes": [], "filing": null, "inspections": [], "spending": [], "carriedOver": [], "appraisals": [], "exemplary": false}'::jsonb
        || p.project || jsonb_build_object(
          'publicityPlace', (select e.payload -> 'place' from event e where e.stream_id = p.id and e.type = 'PROJECT_PUBLICISED' order by e.seq desc limit 1),
          'runs', coalesce((select jsonb_build_array(jsonb_build_object('from', b.at_text, 'to', (
              select to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from event e
              where e.stream_id = p.id and e.type in ('STRIKE_OFF_REQUESTED', 'PROJECT_ABANDONED') order by e.seq limit 1)))
            from (select to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at_text from event e
              where e.stream_id = p.id and e.type = 'PROJECT_STARTED' order by e.seq limit 1) b), '[]'::jsonb),
          'milestones', (select coalesce(jsonb_agg('{"attachmentIds": []}'::jsonb || m order by i), '[]'::jsonb) from jsonb_array_elements(p.project -> 'milestones') with ordinality as t(m, i)),
          'deliverables', (select coalesce(jsonb_agg('{"acceptances": []}'::jsonb || d order by i), '[]'::jsonb) from jsonb_array_elements(p.project -> 'deliverables') with ordinality as t(d, i)));

      -- Years in whose annual list it stands; the last day planned; the day from which an inspection is missing, if none is filed.
      alter table secretary_project add years integer[] not null default '{}', add due_on date, add inspection_from date, add exemplary boolean not null default false;
      update secretary_project p set years = array[p.year],
        due_on = (select max((m ->> 'dueOn')::date) from jsonb_array_elements(p.project -> 'milestones') m having sum((m ->> 'weight')::int) = 100),
        inspection_from = (select (date_trunc('month', r.from_on) + interval '1 month')::date
          from (select ((run ->> 'from')::timestamptz at time zone 'Asia/Shanghai')::date as from_on, ((run ->> 'to')::timestamptz at time zone 'Asia/Shanghai')::date as to_on
            from jsonb_array_elements(p.project -> 'runs') run) r
          where r.to_on is null or (date_trunc('month', r.from_on) + interval '1 month')::date - 1 <= r.to_on);
      alter table secretary_project alter years drop default, alter exemplary drop default;
    `);
    this.addSql(secure("project_text", { see: "exists (select from secretary_project p where p.id = project_id)", write: stores }));
  }
}

import { Migration } from "@mikro-orm/migrations";
import { areas, me, secure, stores, within } from "./0002-row-level-security.ts";
import { ofCase, showStream } from "./0016-called-to-a-case.ts";

/** The pool of a community or a district is there for whoever reads pools in it, around it, or in a part of it. */
const inPool = `person_id = ${me} or ${areas("pool")} && int8range(area_no, area_end) or ${within("area_no", "acts")}`;
const ofExpert = "exists (select from expert e where e.id = expert_id)";

/** 人才库, calls from a case, and questions of fact on a case. */
export class Migration0021TalentPool extends Migration {
  override up(): void {
    // The rows are those of everybody: the migration is the owner's, and row level security holds for him too.
    this.addSql(`select set_config('app.viewer', '{"acts":"{(,)}"}', true)`);
    this.addSql(`
      update cases set state = state || '{"calledIds": [], "calls": [], "facts": []}'::jsonb;
      create index cases_whistled on cases (area_no) where whistle_departments <> '[]';

      create table expert (
        id uuid primary key,
        version integer not null,
        person_id uuid not null references person (id),
        area_code text not null references area (code),
        area_no bigint not null,
        -- The number after the last of the area: [area_no, area_end) covers all that lies in it.
        area_end bigint not null,
        org text not null,
        skills text[] not null check (skills <> '{}' and skills <@ '{LAW,URBAN_MGMT,POLICE,MUNICIPAL,MEDIATION,ENGINEERING,MEDICAL}'),
        available boolean not null,
        confirmed_at timestamptz(3) not null,
        withdrawn_at timestamptz(3)
      );
      -- The rule is the domain's (decideAddExpert); of two at once this lets one through.
      create unique index expert_once on expert (person_id, area_code) where withdrawn_at is null;
      create index expert_area on expert (area_no) where withdrawn_at is null;

      -- To whom he is tied: looked at before he is called, told to nobody but who keeps the pool.
      create table expert_tie (
        expert_id uuid not null references expert (id),
        person_id uuid not null references person (id),
        kind text not null check (kind in ('KIN', 'INTEREST')),
        primary key (expert_id, person_id)
      );
      create index expert_tie_person on expert_tie (person_id);

      -- A copy of the case's calls: who is asked now sees his row and nothing of the case.
      create table expert_call (
        id uuid primary key,
        case_id uuid not null references cases (id),
        area_no bigint not null,
        grid_code text not null,
        category text,
        skills text[] not null,
        called_by uuid not null references person (id),
        called_at timestamptz(3) not null,
        asked_id uuid references person (id),
        reply_due_at timestamptz(3),
        ended_at timestamptz(3),
        outcome text check (outcome in ('ACCEPTED', 'NOBODY_LEFT', 'CASE_ENDED')),
        -- What he shall come for.
        ask text not null default '',
        check ((ended_at is null) = (outcome is null))
      );
      create index expert_call_case on expert_call (case_id);
      create index expert_call_asked on expert_call (asked_id, reply_due_at) where ended_at is null;

      -- How somebody answered calls, without a word on which case it was: response times.
      create table expert_answer (
        call_id uuid not null,
        person_id uuid not null references person (id),
        asked_at timestamptz(3) not null,
        answered_at timestamptz(3) not null check (answered_at >= asked_at),
        answer text not null check (answer in ('ACCEPTED', 'DECLINED', 'PASSED')),
        primary key (call_id, person_id)
      );
      create index expert_answer_person on expert_answer (person_id);

      create table case_fact (
        id uuid primary key,
        case_id uuid not null references cases (id),
        question text not null,
        answer text,
        evidence text
      );
      create index case_fact_case on case_fact (case_id);
    `);
    this.addSql(
      [
        secure("expert", { see: inPool, write: within("area_no", "acts") }),
        secure("expert_tie", { see: ofExpert, write: stores }),
        secure("expert_call", { see: `asked_id = ${me} or ${ofCase("case_id")}`, write: within("area_no", "acts") }),
        secure("expert_answer", { see: `exists (select from expert e where e.person_id = expert_answer.person_id) or ${stores}`, write: stores }),
        secure("case_fact", { see: ofCase("case_id"), write: stores }),
        showStream("EXPERT", "exists (select from expert e where e.id = stream_id)"),
        // Whoever stands in a pool is shown there by name, with or without a role.
        "create policy see_expert on person for select using (exists (select from expert e where e.person_id = person.id));",
      ].join(""),
    );
  }
}

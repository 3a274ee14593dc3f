import { Migration } from "@mikro-orm/migrations";
import { secure, stores, within } from "./0002-row-level-security.ts";
import { ofCase, showStream } from "./0016-called-to-a-case.ts";

/**
 * 人民调解 of disputes: the aggregates, and what was said beside them. Both are as confidential as the case. One mediation of a
 * case runs at a time, whatever two people do at once.
 */
export class Migration0022Mediations extends Migration {
  override up(): void {
    this.addSql(`
      update cases set state = state || '{"mediationId": null}'::jsonb;

      create table mediation (
        id uuid primary key,
        no text not null,
        version integer not null,
        case_id uuid not null references cases (id),
        area_no bigint not null,
        state text not null check (state in ('OPEN', 'AGREED', 'PERFORMED', 'NOT_REACHED')),
        next_on date,
        confirm_until date,
        opened_at timestamptz(3) not null,
        updated_at timestamptz(3) not null,
        mediation jsonb not null
      );
      create index mediation_case on mediation (case_id);
      create unique index mediation_runs on mediation (case_id) where state = 'OPEN';
      create index mediation_next on mediation (coalesce(next_on, 'infinity'::date), id);

      create table mediation_text (
        mediation_id uuid not null references mediation (id),
        kind text not null check (kind in ('STATEMENT', 'FACTS', 'ISSUES', 'TERM', 'RECORD', 'VISIT', 'REASON')),
        item_id text not null,
        party_key text,
        words text not null,
        primary key (mediation_id, kind, item_id)
      );

      create table mediation_number (
        community_code text not null,
        year integer not null,
        last integer not null,
        primary key (community_code, year)
      );
    `);
    this.addSql(
      [
        secure("mediation", { see: ofCase("case_id"), write: within("area_no", "acts") }),
        secure("mediation_text", { see: "exists (select from mediation m where m.id = mediation_id)", write: stores }),
        secure("mediation_number", { see: stores, write: within("rpad(community_code, 15, '0')::int8", "acts") }),
        showStream("MEDIATION", "exists (select from mediation m where m.id = stream_id)"),
      ].join(""),
    );
  }
}

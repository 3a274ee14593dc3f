import { Migration } from "@mikro-orm/migrations";

/** Who shared the costs is asked before a case may close, and the log takes what happens to costs, notices and settings. */
export class Migration0024AfterTheDecision extends Migration {
  override up(): void {
    this.addSql(`
      update cases set state = state || '{"payers": []}'::jsonb;
      alter table event drop constraint event_stream_kind_check;
      alter table event add constraint event_stream_kind_check check (stream_kind in ('CASE', 'PROJECT', 'CALENDAR', 'PERSON', 'COMMITTEE',
        'MEETING', 'AGENDA_ITEM', 'MEDIATION', 'COUNCIL', 'POINT', 'CONTACT_DAY', 'EXPERT', 'COST_PLAN', 'CONTRACTOR', 'PUBLICATION', 'SETTING'));
    `);
  }
}

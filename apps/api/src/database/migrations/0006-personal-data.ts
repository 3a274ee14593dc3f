import { Migration } from "@mikro-orm/migrations";

/**
 * Personal data: phones only sealed (personal/data-keys.ts; the key is none of the database's business, so what stood
 * there in clear goes: no release ever had it), titles of cases out of the log and beside the words, where they can be
 * erased without rewriting history, and what PIPL wants of minors.
 */
export class Migration0006PersonalData extends Migration {
  override up(): void {
    // The rows are those of everybody: the migration is the owner's, and row level security holds for him too.
    this.addSql(`select set_config('app.viewer', '{"acts":"{(,)}"}', true)`);
    this.addSql(`
      alter table person drop column phone;
      alter table person
        add phone_enc bytea,
        add under_14 boolean not null default false,
        -- The separate consent that sensitive data want (PIPL art. 29, 31): when, and who of ours took it down.
        add consent_at timestamptz(3),
        add consent_by uuid references person (id),
        add erased_at timestamptz(3),
        add constraint person_consent check ((consent_at is null) = (consent_by is null)),
        -- All data of a child under 14 are sensitive (art. 28): none without a parent's consent.
        add constraint person_minor check (not under_14 or consent_at is not null),
        add constraint person_erased check (erased_at is null or (phone_enc is null and household_id is null));
      alter table opinion drop column reporter_name, drop column reporter_phone;
      create index opinion_reporter on opinion (reporter_id) where reporter_id is not null;
    `);
    this.addSql(`
      alter table event_words alter words drop not null, add title text, add title_before text;
      insert into event_words (event_id, title, title_before)
        select id, coalesce(payload ->> 'title', payload -> 'after' ->> 'title'), payload -> 'before' ->> 'title' from event
        where stream_kind = 'CASE' and type in ('COLLECTED', 'AMENDED') and coalesce(payload ->> 'title', payload -> 'after' ->> 'title') is not null
        on conflict (event_id) do update set title = excluded.title, title_before = excluded.title_before;
      update event set payload = payload #- '{title}' #- '{before,title}' #- '{after,title}' where stream_kind = 'CASE' and type in ('COLLECTED', 'AMENDED');
    `);
  }
}

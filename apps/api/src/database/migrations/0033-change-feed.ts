import { Migration } from "@mikro-orm/migrations";
import { everywhere, known, secure, within } from "./0002-row-level-security.ts";
import { showStream } from "./0016-called-to-a-case.ts";

/**
 * The change feed: each event gets its place, from 1 and without a gap, once its transaction is over and none before it can
 * still appear (feed/sequencer.ts). `feed_head` is the last place that was given; filled half, for it changes with each batch.
 *
 * SIGHT: a case left the sight of some who had it (feed/out-of-sight.ts). COMPOUND, BUILDING: what happens to places.
 */
export class Migration0033ChangeFeed extends Migration {
  override up(): void {
    this.addSql(`
      create table feed_head (
        one boolean primary key default true check (one),
        position int8 not null
      ) with (fillfactor = 50);
      insert into feed_head values (true, (select coalesce(max(position), 0) from event));
      drop index event_unsequenced;
      -- Within a transaction in the order in which things happened, whatever their ids are.
      create index event_unsequenced on event (xid, recorded_at, seq, id) where position is null;
      alter table event drop constraint event_stream_kind_check;
      alter table event add constraint event_stream_kind_check check (stream_kind in ('CASE', 'PROJECT', 'CALENDAR', 'PERSON', 'COMMITTEE', 'MEETING', 'AGENDA_ITEM', 'MEDIATION',
        'COUNCIL', 'POINT', 'CONTACT_DAY', 'EXPERT', 'COST_PLAN', 'CONTRACTOR', 'PUBLICATION', 'SETTING', 'SIGHT', 'COMPOUND', 'BUILDING'));
      create policy sequence on event for update using (${everywhere}) with check (${everywhere});
    `);
    this.addSql(
      [
        secure("feed_head", { see: known, write: everywhere }),
        showStream("SIGHT", within("area_no", "reads")),
        showStream("COMPOUND", within("area_no", "places")),
        showStream("BUILDING", within("area_no", "places")),
      ].join(""),
    );
  }
}

import { Migration } from "@mikro-orm/migrations";
import { within } from "./0002-row-level-security.ts";

/** What somebody without an account has in hand: the code of a slip, and once that was found the case that carries its opinion. */
const inHand = (key: "slip" | "slipCase"): string => `(select nullif(current_setting('app.viewer', true), '')::jsonb ->> '${key}')`;
const itsCase = `(${inHand("slipCase")})::uuid`;

/**
 * 待回访: when a case comes up on the list of those to call back; and the page behind a slip's code, whose scope names this
 * one opinion and its one case: what hangs on that case is in reach with it, of a dispute nothing but the opinion.
 */
export class Migration0027CallbacksAndSlips extends Migration {
  override up(): void {
    // The rows are those of everybody: the migration is the owner's, and row level security holds for him too.
    this.addSql(`select set_config('app.viewer', '{"acts":"{(,)}"}', true)`);
    this.addSql(`
      -- The due moment of a call-back, or since when a household that shared the costs is not content; null for all others.
      alter table cases add callback_at timestamptz(3);
      update cases set callback_at = coalesce((due ->> 'at')::timestamptz, resolved_at) where status = 6;
      create index cases_callback_grid on cases (area_no, callback_at, id) where callback_at is not null;
      create index cases_callback_community on cases (community_no, callback_at, id) where callback_at is not null;
      create index cases_callback_district on cases (district_no, callback_at, id) where callback_at is not null;
      create policy see_slip on opinion for select using (slip_code = ${inHand("slip")});
      create policy see_slip on cases for select using (id = ${itsCase});
      -- Locking its row asks this; storing asks for a scope that may.
      create policy change_slip on cases for update using (id = ${itsCase}) with check (${within("area_no", "acts")});
      -- What was done by slip is written down, about this case and as nobody's act.
      create policy add_slip on audit for insert with check (person_id is null and subject_id = ${inHand("slipCase")});
    `);
  }
}

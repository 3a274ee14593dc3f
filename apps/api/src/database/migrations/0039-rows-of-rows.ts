import { Migration } from "@mikro-orm/migrations";
import { everywhere, me, within } from "./0002-row-level-security.ts";
import { ofCase, resecure } from "./0016-called-to-a-case.ts";

/**
 * A row is seen by whoever sees another one: that of `table` whose id stands in `column`. The `offset 0` tells the planner to look
 * that one row up and nothing else. Without it each such condition is planned twice, once more as a scan of the whole table for
 * a hash, and the conditions within it twice again: three tables that ask each other were eight plans.
 */
const ofRow = (table: string, column: string): string => `exists (select from ${table} it where it.id = ${column} offset 0)`;
const ofCaseRow = (column: string): string => ofCase(column, " offset 0");

const kept: Readonly<Record<string, string>> = {
  unit: ofRow("building", "building_id"),
  household: ofRow("building", "building_id"),
  case_segment: ofCaseRow("case_id"),
  opinion: `${ofCaseRow("case_id")} or (present_case_id <> case_id and ${ofCaseRow("present_case_id")})`,
  attachment: ofCaseRow("case_id"),
  event_words: ofRow("event", "event_id"),
  agenda_item: `${ofCaseRow("case_id")} or ${within("area_no", "acts")}
    or exists (select from bench_meeting m where m.id = meeting_id and (m.convener_id = ${me} or m.recorder_id = ${me}) offset 0)`,
  action_item: `owner_id = ${me} or ${ofRow("agenda_item", "item_id")}`,
  bench_words: `case when item_id is null then ${ofRow("bench_meeting", "meeting_id")} else ${ofRow("agenda_item", "item_id")} end
    or exists (select from action_item a where a.id = bench_words.id and a.owner_id = ${me} offset 0)`,
  expert_call: `asked_id = ${me} or ${ofCaseRow("case_id")}`,
  case_fact: ofCaseRow("case_id"),
  mediation: ofCaseRow("case_id"),
  mediation_text: ofRow("mediation", "mediation_id"),
  cost_plan: ofCaseRow("case_id"),
  ...Object.fromEntries(["cost_text", "cost_share", "cost_receipt", "cost_payout", "cost_refund"].map((table) => [table, ofRow("cost_plan", "plan_id")])),
  project_text: ofRow("secretary_project", "project_id"),
  council_member: ofRow("council", "council_id"),
  presence: `${ofCaseRow("case_id")} or ${everywhere}`,
};

/** The policies of rows that are seen with another row, said as before, and planned once. */
export class Migration0039RowsOfRows extends Migration {
  override up(): void {
    for (const [table, see] of Object.entries(kept)) this.addSql(resecure(table, see));
  }
}

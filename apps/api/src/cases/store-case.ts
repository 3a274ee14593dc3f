import { areaNumber, type Case, type Facts } from "@bandeng/domain";
import { caseColumns, segmentColumns } from "./case-columns.ts";
import { run, type Runner } from "../database/statement.ts";
import { markOutOfSight } from "../feed/out-of-sight.ts";
import { append } from "../log/append.ts";
import { storeMeasures } from "../indicators/case-measure-store.ts";
import { readBareHistory } from "./read-case.ts";
import { storeCalls } from "../experts/call-rows.ts";
import { followOpinions } from "../opinions/opinion-columns.ts";
import type { Recorded } from "@bandeng/domain";

type Columns = Record<string, unknown>;

/** Values as the driver sends them: jsonb as text. */
function values(columns: Columns): unknown[] {
  return Object.entries(columns).map(([name, value]) => ((name === "state" || name === "due") && value !== null ? JSON.stringify(value) : value));
}

/** Stores a case that has just been collected, with its first events. */
export async function insertCase(client: Runner, recorded: Recorded, facts: Facts): Promise<void> {
  const columns = { ...caseColumns(recorded.case, facts.now, facts) };
  const names = Object.keys(columns);
  await run(client, `insert into cases (${names.join(", ")}) values (${names.map((_, i) => `$${i + 1}`).join(", ")})`, values(columns));
  await storeEvents(client, recorded);
  await storeMeasures(client, recorded.case.id, recorded.events, recorded.events);
  // Of a case that was split off the opinions are there already; a new one's is stored after it.
  await followOpinions(client, null, recorded.case, facts);
}

/**
 * Stores a case after new events, where the row is still at the version they were decided on.
 * @returns false when somebody else was faster: nothing of it is stored then, and the transaction must not commit
 */
export async function updateCase(client: Runner, before: Case, recorded: Recorded, facts: Facts): Promise<boolean> {
  const { id, ...columns } = caseColumns(recorded.case, facts.now, facts);
  const names = Object.keys(columns);
  const set = names.map((name, i) => `${name} = $${i + 3}`).join(", ");
  const updated = await run(client, `update cases set ${set} where id = $1 and version = $2 returning id`, [id, before.version, ...values(columns)]);
  if (updated.length === 0) return false;
  await storeEvents(client, recorded, before);
  await markOutOfSight(client, before, recorded.case, facts.now);
  await storeMeasures(client, id, await readBareHistory(client, id), recorded.events);
  await storeCalls(client, before, recorded.case);
  await followOpinions(client, before, recorded.case, facts);
  return true;
}

async function storeEvents(client: Runner, recorded: Recorded, before?: Case): Promise<void> {
  const { case: c, events } = recorded;
  await append(client, "CASE", c.id, areaNumber(c.gridCode), events);
  if (before?.segments === c.segments) return;
  // A new segment number is inserted, never overwritten: (case, no) is unique, so a double escalation cannot be stored.
  const known = before?.segments.length ?? 0;
  const all = segmentColumns(c);
  const shorter = known > all.length;
  if (shorter) await run(client, "delete from case_segment where case_id = $1 and no > $2", [c.id, all.length]);
  const changed = all.filter((s, i) => i < known && JSON.stringify(s) !== JSON.stringify(before && segmentColumns(before)[i]));
  if (changed.length > 0) {
    await run(
      client,
      `update case_segment t set level = s.level, started_at = s.started_at, days = s.days, ended_at = s.ended_at, ended_by = s.ended_by, due_at = s.due_at
       from jsonb_to_recordset($1::jsonb) as s(no smallint, level smallint, started_at timestamptz, days smallint, ended_at timestamptz, ended_by text, due_at timestamptz)
       where t.case_id = $2 and t.no = s.no`,
      [JSON.stringify(changed), c.id],
    );
  }
  const added = all.slice(known);
  if (added.length > 0) {
    await run(
      client,
      `insert into case_segment (case_id, no, level, started_at, days, ended_at, ended_by, due_at)
       select case_id, no, level, started_at, days, ended_at, ended_by, due_at
       from jsonb_to_recordset($1::jsonb) as s(case_id uuid, no smallint, level smallint, started_at timestamptz, days smallint, ended_at timestamptz, ended_by text, due_at timestamptz)`,
      [JSON.stringify(added)],
    );
  }
}

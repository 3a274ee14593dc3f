import { areaNumber, calendarOf, defaultDeadlineRules, shippedCalendarYears, type Facts } from "@bandeng/domain";
import type { Pool, PoolClient } from "pg";
import { caseColumns, eventColumns, segmentColumns } from "../src/cases/case-columns.ts";
import { measureRows } from "../src/indicators/case-measure-store.ts";
import { takeApart } from "../src/log/apart.ts";
import { idMaker } from "../src/database/demo/seed.ts";
import { Copy } from "./copy.ts";
import { benchCases, type BenchCase } from "./histories.ts";
import { benchNow, benchTown } from "./town.ts";

/** Cases between two sends: enough to keep COPY busy, little enough to keep memory flat. */
const batch = 2_000;
const tables = ["cases", "case_segment", "opinion", "event", "event_words", "case_measure"] as const;

/** How a filled database is known: a half-filled one has no mark. */
export function markOf(cases: number): string {
  return `bench-2-${cases}`;
}

/**
 * Fills an empty, migrated database with so many cases and a town around them. Deterministic; memory stays flat. Indexes
 * of the large tables are made at the end: a tree built at once is quicker and denser than one grown row by row.
 */
export async function fill(pool: Pool, cases: number, say: (line: string) => void, which: typeof benchCases = benchCases): Promise<void> {
  const started = performance.now();
  const client = await pool.connect();
  try {
    await client.query("set statement_timeout = 0");
    const { rows } = await client.query("select exists (select from area) or exists (select from cases) as filled");
    if (rows[0].filled === true) throw new Error("The bench fills an empty database only");
    await client.query("begin");
    await withoutChecks(client);
    const town = benchTown(cases);
    for (const [table, all] of town.rows) {
      const copy = new Copy(client, table);
      for (const row of all) copy.add(row);
      await copy.flush();
    }
    for (const y of shippedCalendarYears) {
      await client.query(
        "insert into calendar_year (year, version, source, published_on, days_off, work_days, current) values ($1, $2, $3, $4, $5, $6, true)",
        [y.year, y.version, y.source, y.publishedOn, y.daysOff, y.workDays],
      );
    }
    const indexes = await dropIndexes(client);
    await copyCases(client, which(cases, town.grids), say);
    // Where triggers were skipped with the checks.
    await client.query("insert into opinion_fact (opinion_id, case_id, area_no, recorded_at, late) select id, case_id, area_no, recorded_at, false from opinion on conflict do nothing");
    say(`${seconds(started)}  indexes`);
    for (const definition of indexes) await client.query(definition);
    // Where each community and year has come to, so that new cases can be collected on top.
    await client.query(
      "insert into case_number (community_code, year, last) select left(no, 12), substr(no, 14, 4)::int, max(substr(no, 19)::int) from cases group by 1, 2",
    );
    // The next change comes after those that are here: the sequencer goes on from the head.
    await client.query("update feed_head set position = (select max(position) from event)");
    await client.query("insert into demo_mark (seed) values ($1)", [markOf(cases)]);
    await client.query("commit");
    // Vacuum also sets the visibility map: without it no index-only scan is one.
    await client.query("vacuum (analyze)");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    client.release(true);
  }
  say(`${seconds(started)}  ${cases} cases done`);
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(0).padStart(5)} s`;
}

/** Foreign keys are checked row by row; ours fit by construction. Only a superuser may skip them, others wait longer. */
async function withoutChecks(client: PoolClient): Promise<void> {
  const { rows } = await client.query("select rolsuper from pg_roles where rolname = current_user");
  if (rows[0]?.rolsuper === true) await client.query("set local session_replication_role = replica");
}

/** Drops the indexes of the large tables that no constraint needs, and returns how to make them again. */
async function dropIndexes(client: PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select c.relname as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i join pg_class c on c.oid = i.indexrelid
     where i.indrelid = any($1::regclass[]) and not exists (select from pg_constraint where conindid = i.indexrelid)`,
    [tables.map(String)],
  );
  for (const { name } of rows) await client.query(`drop index "${name}"`);
  await client.query("set local maintenance_work_mem = '256MB'");
  return rows.map((r) => r.definition);
}

async function copyCases(client: PoolClient, cases: Iterable<BenchCase>, say: (line: string) => void): Promise<void> {
  const started = performance.now();
  const eventId = idMaker("bench events");
  const facts: Facts = { viewer: { personId: "", assignments: [] }, at: benchNow, now: benchNow, calendar: calendarOf(shippedCalendarYears), rules: defaultDeadlineRules };
  const [caseRows, segments, opinions, events, kept, measures] = tables.map((table) => new Copy(client, table)) as [Copy, Copy, Copy, Copy, Copy, Copy];
  let done = 0;
  let position = 0;
  const flush = async (): Promise<void> => {
    for (const copy of [caseRows, segments, opinions, events, kept, measures]) await copy.flush();
  };
  for (const { case: c, events: history, words } of cases) {
    const areaNo = areaNumber(c.gridCode);
    caseRows.add(caseColumns(c, history.at(-1)?.recordedAt ?? c.collectedAt, facts));
    for (const segment of segmentColumns(c)) segments.add(segment);
    const [reporter] = c.reporters;
    opinions.add({
      // No slip is ever looked up here: its own id is as good a code as any.
      id: reporter?.opinionId, case_id: c.id, present_case_id: c.id, slip_code: reporter?.opinionId, area_no: areaNo, words, voiced_at: c.collectedAt, recorded_at: c.collectedAt, reporter_id: reporter?.personId,
      recorded_by: c.recordedBy, channel: "VISIT",
    });
    for (const { levels, ...measure } of measureRows(c.id, history)) measures.add({ ...measure, levels: levels && JSON.stringify(levels) });
    for (const event of history) {
      position += 1;
      const id = eventId(event.recordedAt);
      const { payload, apart } = takeApart(event);
      events.add({ ...eventColumns({ ...event, payload }, { id, streamKind: "CASE", streamId: c.id, areaNo }), position });
      if (apart) kept.add({ event_id: id, ...apart });
    }
    done += 1;
    if (done % batch === 0) await flush();
    if (done % (batch * 50) === 0) say(`${seconds(started)}  ${done} cases, ${position} events, ${Math.round(process.memoryUsage.rss() / 1_048_576)} MB`);
  }
  await flush();
}

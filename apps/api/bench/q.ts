import pg from "pg";
import { fold } from "@bandeng/domain";
import { columnTypes } from "../src/database/column-text.ts";
import { caseOfColumns } from "../src/cases/case-columns.ts";
import { isDeepStrictEqual } from "node:util";
const c = new pg.Client({ connectionString: process.argv[2], types: columnTypes(), options: "-c timezone=UTC" }); await c.connect();
const q = async (s: string) => console.table((await c.query(s)).rows);
await q("select board_column, count(*), count(*) filter (where board_at < '2026-11-02T02:00Z') overdue, round(100.0*count(*)/sum(count(*)) over (),1) pct from cases group by 1 order by 1");
await q("select max(n), min(n), percentile_cont(0.5) within group (order by n) from (select count(*) filter (where board_column<7) n from cases group by area_no) x");
await q("select (select count(*) from event)::float/(select count(*) from cases) events_per_case, (select count(*) from case_segment) seg, (select count(*) filter (where closed_at > '2026-10-03') from cases) closed30, (select count(*) filter (where system_at < '2026-11-02T02:00Z') from cases) system_due, (select count(distinct area_no) from cases) grids");
await q("select kind, count(*) from cases group by 1");
await q("select relname, pg_size_pretty(pg_total_relation_size(oid)) total, pg_size_pretty(pg_relation_size(oid)) own from pg_class where relkind='r' and relname in ('cases','event','case_segment','opinion')");
await q("select (select max(collected_at) from cases) c, (select max(recorded_at) from event) e");
const rows = (await c.query("select * from cases where id in (select id from cases order by md5(id::text) limit 300)")).rows; let bad = 0;
for (const r of rows) { const ev = (await c.query("select * from event where stream_id=$1 order by seq", [r.id])).rows.map((e) => ({ type: e.type, payload: e.payload, caseId: r.id, seq: e.seq, actorId: e.actor_id, at: e.at, recordedAt: e.recorded_at, ...(e.has_due ? { due: e.due } : {}) }));
 if (!isDeepStrictEqual(caseOfColumns(r), fold(ev as never))) bad++; }
console.log({ checked: rows.length, bad });
await c.end();

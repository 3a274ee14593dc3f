import { foldAgendaItem, foldMeeting, type AgendaEvent, type MeetingEvent } from "@bandeng/domain";
import type { Pool, PoolClient } from "pg";
import { itemFacts, meetingFacts, storeFacts, type BenchFact } from "./bench-fact-store.ts";
import { insertMeasures, measureRows } from "./case-measure-store.ts";
import { systemScope } from "../access/scope.ts";
import { readBareHistories } from "../cases/read-case.ts";
import { instantOfColumn } from "../cases/case-columns.ts";
import { run } from "../database/statement.ts";
import { transaction } from "../database/transaction.ts";

const batch = 200;
const first = "00000000-0000-0000-0000-000000000000";

/** What was made anew. */
export interface Rebuilt {
  readonly cases: number;
  readonly meetings: number;
}

/**
 * Makes what the indicators count anew from the log: of all cases, or only of those that have nothing yet. A batch at a time, its
 * rows locked, so that it can run while people work.
 */
export async function rebuildMeasures(pool: Pool, { onlyMissing = false }: { readonly onlyMissing?: boolean } = {}): Promise<Rebuilt> {
  const missing = "and not exists (select from case_measure m where m.case_id = cases.id)";
  const cases = await inBatches(pool, `select id from cases where id > $1 ${onlyMissing ? missing : ""} order by id limit $2 for update`, async (client, ids) => {
    await run(client, "delete from case_measure where case_id = any($1::uuid[])", [ids]);
    const histories = await readBareHistories(client, ids);
    await insertMeasures(client, [...histories].flatMap(([id, history]) => measureRows(id, history)));
  });
  const without = "and not exists (select from agenda_item i join bench_fact f on f.item_id = i.id where i.meeting_id = bench_meeting.id)";
  const meetings = await inBatches(pool, `select id from bench_meeting where id > $1 ${onlyMissing ? without : ""} order by id limit $2 for update`, rebuildBenches);
  return { cases, meetings };
}

async function inBatches(pool: Pool, select: string, work: (client: PoolClient, ids: string[]) => Promise<void>): Promise<number> {
  let [after, done] = [first, 0];
  for (;;) {
    const ids = await transaction(pool, systemScope, async (client) => {
      const rows = await run<{ id: string }>(client, select, [after, batch]);
      const found = rows.map(({ id }) => id);
      if (found.length > 0) await work(client, found);
      return found;
    });
    done += ids.length;
    if (ids.length < batch) return done;
    after = ids.at(-1) ?? after;
  }
}

interface EventRow {
  readonly stream: string;
  readonly area: number;
  readonly e: { readonly seq: number; readonly type: string; readonly payload: object; readonly at: string; readonly recordedAt: string; readonly actorId: string | null };
}

async function rebuildBenches(client: PoolClient, ids: string[]): Promise<void> {
  await run(client, "delete from bench_fact where item_id in (select i.id from agenda_item i where i.meeting_id = any($1::uuid[]))", [ids]);
  const rows = await run<EventRow & Record<string, unknown>>(
    client,
    `select e.stream_id as stream, e.area_no as area, json_build_object('seq', e.seq, 'type', e.type, 'payload', e.payload, 'at', e.at, 'recordedAt', e.recorded_at, 'actorId', e.actor_id) as e
     from event e where e.stream_id = any($1::uuid[]) or e.stream_id in (select i.id from agenda_item i where i.meeting_id = any($1::uuid[])) order by e.stream_id, e.seq`,
    [ids],
  );
  const streams = new Map<string, EventRow[]>();
  for (const row of rows) streams.set(row.stream, [...(streams.get(row.stream) ?? []), row]);
  await storeFacts(client, [...streams.values()].flatMap((events) => (ids.includes(events[0]?.stream ?? "") ? factsOfMeeting(events) : factsOfItem(events))));
}

const eventOf = ({ e }: EventRow) => ({ ...e, at: instantOfColumn(e.at), recordedAt: instantOfColumn(e.recordedAt) });

function factsOfMeeting(rows: readonly EventRow[]): BenchFact[] {
  const history = rows.map((row) => ({ ...eventOf(row), meetingId: row.stream }) as MeetingEvent);
  const meeting = foldMeeting(history);
  const opened = history.find((event) => event.type === "MEETING_OPENED" || event.type === "MEETING_RECORDED");
  if (!opened) return [];
  // A case that came on the agenda after the opening was sat on from then on.
  return history.flatMap((event) => {
    if (event.type !== "AGENDA_EXTENDED") return [];
    return meetingFacts({ ...meeting, agenda: [event.payload] }, [event.recordedAt > opened.recordedAt ? event : opened]);
  });
}

function factsOfItem(rows: readonly EventRow[]): BenchFact[] {
  const history = rows.map((row) => ({ ...eventOf(row), itemId: row.stream }) as AgendaEvent);
  return itemFacts(foldAgendaItem(history), history, rows[0]?.area ?? 0);
}

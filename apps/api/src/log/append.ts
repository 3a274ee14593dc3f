import { uuidv7 } from "uuidv7";
import { eventColumns, type LogEvent, type StreamKind } from "../cases/case-columns.ts";
import { run, type Runner } from "../database/statement.ts";
import { takeApart } from "./apart.ts";

/** An event with words that are kept apart from the log. */
export type WordedEvent = LogEvent & { readonly words?: string };

/**
 * Appends events to the one log, in the transaction of what they describe. (stream, seq) is unique there: of two writers
 * who started from the same version one fails. `xid` is the transaction's, for the change feed to put them in order.
 */
export async function append(client: Runner, streamKind: StreamKind, streamId: string, areaNo: number, events: readonly WordedEvent[]): Promise<void> {
  const rows = events.map((event) => {
    const { payload, apart } = takeApart(event);
    return { ...eventColumns({ ...event, payload }, { id: uuidv7(), streamKind, streamId, areaNo }), has_words: apart !== null, ...apart };
  });
  await run(
    client,
    `with new as (select * from jsonb_to_recordset($1::jsonb) as e(id uuid, stream_kind text, stream_id uuid, seq int, type text, payload jsonb, due jsonb,
         has_due boolean, actor_id uuid, at timestamptz, recorded_at timestamptz, area_no int8, has_words boolean, words text, title text, title_before text)),
       logged as (insert into event (id, stream_kind, stream_id, seq, type, payload, due, has_due, actor_id, at, recorded_at, area_no)
         select id, stream_kind, stream_id, seq, type, payload, due, has_due, actor_id, at, recorded_at, area_no from new returning id)
     insert into event_words (event_id, words, title, title_before) select new.id, new.words, new.title, new.title_before from new join logged using (id) where new.has_words`,
    [JSON.stringify(rows)],
  );
}

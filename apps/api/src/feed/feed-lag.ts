import { run, type Runner } from "../database/statement.ts";

/** Behind for longer than this is an alarm: a place usually comes within a tenth of a second. Milliseconds. */
export const LAG_ALARM_MS = 10_000;

export interface Lag {
  readonly head: number;
  readonly waiting: number;
  readonly lagMilliseconds: number;
}

/** How the feed stands, under the program's own scope: what waits is nobody's yet. */
export async function readLag(program: Runner): Promise<Lag> {
  const [row] = await run<{ head: string; waiting: number; lag: string }>(
    program,
    `select (select position from feed_head) as head, count(*)::int as waiting,
       greatest(0, coalesce(extract(epoch from clock_timestamp() - min(recorded_at)) * 1000, 0))::int8 as lag from event where position is null`,
  );
  const { head, waiting, lag } = row as { head: string; waiting: number; lag: string };
  return { head: Number(head), waiting, lagMilliseconds: Number(lag) };
}

import { fork, type ChildProcess } from "node:child_process";
import pg from "pg";
import { uuidv7 } from "uuidv7";
import { columnTypes } from "../../database/column-text.ts";

export interface FeedStress {
  /** Of the program's role. */
  readonly url: string;
  readonly commits: number;
  readonly writers: number;
  readonly sequencers: number;
  /** How many sequencers are killed on the way, and how many writers' connections. */
  readonly kills: number;
}

export interface FeedStressResult {
  readonly committed: number;
  readonly rolledBack: number;
  /** Committed and without a place, or never read. */
  readonly missed: number;
  readonly repeated: number;
  /** Places that were read in another order, or left out, by the reader that followed. */
  readonly gaps: number;
  readonly kills: number;
  /** From the commit to the place, in milliseconds. */
  readonly lagP50: number;
  readonly lagP99: number;
}

const acts = JSON.stringify({ acts: "{(,)}" });
const SCRIPT = new URL("sequencer-process.ts", import.meta.url);

/**
 * Writers commit events while competing sequencers are killed and a reader follows: what was acknowledged has to have its
 * place, once, and the reader has to have read every place in order. One transaction in seven is held open for a moment,
 * one in twelve is rolled back, and now and then the connection of a writer is cut in its transaction.
 */
export async function stressFeed({ url, commits, writers, sequencers, kills }: FeedStress): Promise<FeedStressResult> {
  const pool = new pg.Pool({ connectionString: url, types: columnTypes(), max: writers + 2, options: `-c app.viewer=${acts.replaceAll(" ", "\\ ")}` });
  pool.on("error", () => {});
  const acknowledged = new Map<string, number>();
  const seenAt = new Map<string, number>();
  let rolledBack = 0;
  let started = 0;
  let killed = 0;
  let stopping = false;
  const children = new Set<ChildProcess>();
  const start = (): void => {
    const child = fork(SCRIPT, { execArgv: ["--conditions=@bandeng/source", "--import", "tsx"], env: { ...process.env, STRESS_URL: url }, stdio: ["ignore", "ignore", "ignore", "ipc"] });
    children.add(child);
    child.once("exit", () => {
      children.delete(child);
      if (!stopping) start();
    });
  };
  for (let i = 0; i < sequencers; i++) start();

  const write = async (): Promise<void> => {
    while (started < commits) {
      const n = started++;
      const client = await pool.connect();
      let broken: Error | undefined;
      client.on("error", () => {});
      try {
        const ids = Array.from({ length: 1 + (n % 3) }, () => uuidv7());
        const stream = uuidv7();
        await client.query("begin");
        for (const [i, id] of ids.entries()) {
          await client.query(`insert into event (id, stream_kind, stream_id, seq, type, payload, at, recorded_at, area_no) values ($1, 'CALENDAR', $2, $3, 'STRESS', '{}', now(), now(), 340802001007000)`, [id, stream, i + 1]);
        }
        if (n % 7 === 0) await new Promise((resolve) => setTimeout(resolve, 4));
        if (n % 12 === 5) {
          await client.query("rollback");
          rolledBack += 1;
        } else if (kills > 0 && n % Math.max(50, Math.floor(commits / kills)) === 49) {
          broken = new Error("cut"); // as when the process of the writer is killed
          rolledBack += 1;
        } else {
          await client.query("commit");
          for (const id of ids) acknowledged.set(id, performance.now());
        }
      } finally {
        client.removeAllListeners("error");
        client.on("error", () => {});
        client.release(broken);
      }
    }
  };

  let gaps = 0;
  let last = 0;
  const read = async (): Promise<number> => {
    const { rows: [head] } = await pool.query<{ position: string }>("select position::text from feed_head");
    const { rows } = await pool.query<{ id: string; position: string; type: string }>("select id, position::text, type from event e where e.position > $1 and e.position <= $2 order by e.position limit 2000", [last, Number(head?.position)]);
    const now = performance.now();
    for (const { id, position, type } of rows) {
      if (Number(position) !== last + 1) gaps += 1;
      last = Number(position);
      if (type === "STRESS") seenAt.set(id, now);
    }
    return rows.length;
  };
  const follow = (async () => {
    while (!stopping) {
      if ((await read()) === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    }
  })();

  const killing = setInterval(() => {
    const [victim] = children;
    if (killed >= kills || victim === undefined) return;
    // Spread over the run: by how far the writers have come.
    if (started / commits < (killed + 0.5) / kills) return;
    killed += 1;
    victim.kill("SIGKILL");
  }, 20);
  try {
    await Promise.all(Array.from({ length: writers }, write));
    const deadline = performance.now() + 60_000;
    while (seenAt.size < acknowledged.size && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
  } finally {
    clearInterval(killing);
    stopping = true;
    await follow;
    await Promise.all([...children].map((child) => new Promise((resolve) => {
      child.once("exit", resolve);
      child.kill("SIGKILL");
    })));
  }
  const { rows: [table] } = await pool.query<{ repeated: number }>("select count(position)::int - count(distinct position)::int as repeated from event");
  await pool.end();
  const lags = [...acknowledged].flatMap(([id, at]) => (seenAt.has(id) ? [(seenAt.get(id) as number) - at] : [])).toSorted((a, b) => a - b);
  const at = (share: number): number => Math.max(0, Math.round(lags[Math.min(lags.length - 1, Math.floor(lags.length * share))] ?? 0));
  return {
    committed: acknowledged.size, rolledBack, missed: [...acknowledged.keys()].filter((id) => !seenAt.has(id)).length,
    repeated: table?.repeated ?? -1, gaps, kills: killed, lagP50: at(0.5), lagP99: at(0.99),
  };
}

import { catchUp, noticesOf, type Instant, type Viewer } from "@bandeng/domain";
import type { Pool, PoolClient } from "pg";
import { countedThrough } from "./running-deadlines.ts";
import { systemScope } from "../access/scope.ts";
import { caseOfColumns, type CaseRow } from "../cases/case-columns.ts";
import { factsFor } from "../cases/facts.ts";
import { updateCase } from "../cases/store-case.ts";
import { run, Statement } from "../database/statement.ts";
import { transaction } from "../database/transaction.ts";
import type { Clock } from "../http/clock.ts";
import type { Log } from "../http/log.ts";
import { startRounds, type Rounds } from "../http/rounds.ts";
import { tell } from "../notices/tell.ts";

/** The program itself: its events carry no actor. */
const nobody: Viewer = { personId: "", assignments: [] };
const everyMs = 1000;

interface Recount {
  readonly year: number;
  readonly version: number;
  readonly after: string;
}

/** How many cases a transaction holds. */
interface Pace {
  readonly batch?: number;
}

/** The ids of the cases that are next, in order, with how many are left in all. */
async function nextIds(client: PoolClient, { year, version, after }: Recount, limit: number): Promise<{ ids: string[]; left: number }> {
  const q = new Statement();
  // What was counted by this version already, by a verb or by an instance that was killed after it, needs no look.
  const due = `${countedThrough(q, year)} and not c.due ->> 'calendar' ~ ${q.bind(`(^|,)${year}\\.${version}(,|$)`)}`;
  const [row] = await q.run<{ ids: string[]; left: number }>(
    client,
    `with waiting as materialized (select c.id from cases c where ${due} and c.id > ${q.bind(after, "uuid")})
     select array(select id::text from waiting order by id limit ${q.bind(limit, "int")}) as ids, (select count(*)::int from waiting) as left`,
  );
  return row ?? { ids: [], left: 0 };
}

/** Counts a case anew by the calendar in force, with all that the clock did besides. */
async function recount(client: PoolClient, row: CaseRow, now: Instant): Promise<void> {
  const c = caseOfColumns(row);
  const facts = await factsFor(client, nobody, c.gridCode, now);
  const done = catchUp(c, facts);
  if (done.events.length === 0) return;
  await updateCase(client, c, done, facts);
  await tell(client, noticesOf(c, done.case, done.events));
}

/**
 * Goes through the running deadlines that a published calendar concerns, some at a time, each time in a transaction of its
 * own that also keeps how far it came: killed at any point it goes on there, and of several instances one works and the
 * others find nothing. A case that somebody else is working on is not waited for: the next round begins with it. Doing a
 * case twice does it once, because what follows from a publication is the same however often it is asked
 * (`nextRepublication`), which also every verb asks first.
 * @returns how many cases were gone through
 */
export async function recountDeadlines(pool: Pool, clock: Clock, { batch = 100 }: Pace = {}): Promise<number> {
  let through = 0;
  for (;;) {
    const step = await transaction(pool, systemScope, async (client) => {
      const [job] = await run<Recount & Record<string, unknown>>(
        client,
        "select year, version, after::text from calendar_recount where ended_at is null order by published_at, year limit 1 for update skip locked",
      );
      if (job === undefined) return null;
      const { ids, left } = await nextIds(client, job, batch);
      const rows = await run<{ c: CaseRow }>(client, "select row_to_json(c) as c from (select * from cases where id = any($1::uuid[]) order by id for update skip locked) c", [ids]);
      const now = await clock.now(client);
      for (const { c } of rows) await recount(client, c, now);
      const taken = new Set(rows.map(({ c }) => c.id));
      const firstBusy = ids.findIndex((id) => !taken.has(id));
      const done = firstBusy === -1 ? ids.length : firstBusy;
      const ended = firstBusy === -1 && ids.length < batch;
      await run(client, `update calendar_recount set after = coalesce($3::uuid, after), done = done + $4, "left" = $5, ended_at = $6 where year = $1 and version = $2`, [
        job.year, job.version, ids[done - 1] ?? null, done, left - done, ended ? now : null,
      ]);
      return { done, waits: firstBusy !== -1 };
    });
    if (step === null) return through;
    through += step.done;
    if (step.waits) return through;
  }
}

/** Runs `recountDeadlines` every second until stopped. */
export function startRecountJob({ pool, clock, log }: { readonly pool: Pool; readonly clock: Clock; readonly log: Log }): Rounds {
  return startRounds({ name: "recount", everyMs, log, round: () => recountDeadlines(pool, clock) });
}

import { dueHorizon, dueNotices, inspectionNotices, localDateOf, mediationNoticeDays, mediationNotices, overdueSince, openProjectStates, plusNaturalDays, type Instant, type Mediation, type SecretaryProject } from "@bandeng/domain";
import type { Pool, PoolClient } from "pg";
import { tell } from "./tell.ts";
import { systemScope } from "../access/scope.ts";
import { caseOfColumns, type CaseRow } from "../cases/case-columns.ts";
import { run } from "../database/statement.ts";
import { transaction } from "../database/transaction.ts";
import type { Clock } from "../http/clock.ts";
import { startRounds, type Rounds } from "../http/rounds.ts";
import type { Log } from "../http/log.ts";

const batch = 100;
const everyMs = 30_000;

/** The end of today in Asia/Shanghai: what is due before is due today. */
function nextMidnight(now: Instant): Instant {
  return new Date(Date.parse(dueHorizon(now)) - 86_400_000).toISOString();
}

interface Near {
  readonly c: CaseRow;
  readonly told: { readonly case_id: string; readonly moment: string; readonly stage: number };
}

/** Cases with a due moment that is near or over, and of which was not told so far. */
function takeNear(client: PoolClient, now: Instant): Promise<Near[]> {
  return run<Near & Record<string, unknown>>(
    client,
    `with near as (
       select c.id, c.board_at, case when c.board_at <= $3 then 3 when c.board_at < $4 then 2 else 1 end as stage from cases c
       where c.board_column < 7 and c.board_at > $1 and c.board_at < $2 and c.board_at < 'infinity')
     select row_to_json(c) as c, json_build_object('case_id', c.id, 'moment', near.board_at, 'stage', near.stage) as told
     from near join cases c on c.id = near.id left join due_told t on t.case_id = near.id
     where t.case_id is null or t.moment <> near.board_at or t.stage < near.stage
     order by near.board_at limit $5 for update of c skip locked`,
    [overdueSince(now), dueHorizon(now), now, nextMidnight(now), batch],
  );
}

/**
 * Tells of deadlines: the day before, on the day, and when they are over; each once for each due moment, over all instances
 * and restarts.
 * @returns how many cases were looked at
 */
export async function tellOfDueCases(pool: Pool, clock: Clock): Promise<number> {
  let seen = 0;
  for (;;) {
    const taken = await transaction(pool, systemScope, async (client) => {
      const now = await clock.now(client);
      const near = await takeNear(client, now);
      await tell(client, near.flatMap(({ c }) => dueNotices(caseOfColumns(c), now)));
      await run(
        client,
        `insert into due_told (case_id, moment, stage) select case_id, moment, stage from jsonb_to_recordset($1::jsonb) as t(case_id uuid, moment timestamptz, stage smallint)
         on conflict (case_id) do update set moment = excluded.moment, stage = excluded.stage`,
        [JSON.stringify(near.map(({ told }) => told))],
      );
      return near.length;
    });
    seen += taken;
    if (taken < batch) return seen;
  }
}

/**
 * Tells of the last days of mediations: their month, and the window of judicial confirmation. Asked anew each round of the
 * few that are near: under one key nobody is told twice.
 * @returns how many mediations were looked at
 */
export function tellOfDueMediations(pool: Pool, clock: Clock): Promise<number> {
  return transaction(pool, systemScope, async (client) => {
    const now = await clock.now(client);
    const today = localDateOf(now);
    const near = await run<{ mediation: Mediation }>(
      client,
      "select mediation from mediation where state in ('OPEN', 'AGREED') and (next_on between $1 and $2 or confirm_until between $1 and $2) order by id",
      [today, plusNaturalDays(today, mediationNoticeDays)],
    );
    await tell(client, near.flatMap(({ mediation }) => mediationNotices(mediation, now)));
    return near.length;
  });
}

/**
 * Tells of the monthly inspections of projects that are missing. Like those of mediations: under one key nobody is told twice.
 * @returns how many projects were looked at
 */
export function tellOfMissingInspections(pool: Pool, clock: Clock): Promise<number> {
  return transaction(pool, systemScope, async (client) => {
    const now = await clock.now(client);
    const late = await run<{ project: SecretaryProject }>(
      client,
      "select project from secretary_project where inspection_from <= $1 and state = any($2::text[]) order by id",
      [localDateOf(now), openProjectStates],
    );
    await tell(client, late.flatMap(({ project }) => inspectionNotices(project, now)));
    return late.length;
  });
}

/** Tells of what is due, of cases, of mediations and of projects, twice a minute until stopped. */
export function startDueNoticeJob({ pool, clock, log }: { readonly pool: Pool; readonly clock: Clock; readonly log: Log }): Rounds {
  return startRounds({ name: "due notices", everyMs, log, round: async () => (await tellOfDueCases(pool, clock)) + (await tellOfDueMediations(pool, clock)) + (await tellOfMissingInspections(pool, clock)) });
}

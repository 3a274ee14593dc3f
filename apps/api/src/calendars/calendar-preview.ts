import { caseLevels, communityOf, duePublished, runningSegment, withYear, type Calendar, type CalendarYear, type Instant } from "@bandeng/domain";
import type { CalendarMoves, CalendarPreview, MovedDeadline } from "./calendar-type.ts";
import { runningDeadlines, type RunningDeadline } from "./running-deadlines.ts";
import { caseScope, reach, storingScope, withinReach } from "../access/scope.ts";
import { caseType } from "../cases/case-type.ts";
import { readCasesById } from "../cases/read-case.ts";
import { run, type Runner, type Statement } from "../database/statement.ts";
import { changeScope } from "../database/transaction.ts";
import type { Context } from "../http/context.ts";

const MOST_COMMUNITIES = 100;
const MOST_CASES = 20;

export interface WhatIf {
  /** The version as it would be published. */
  readonly year: CalendarYear;
  /** The calendar in force. */
  readonly calendar: Calendar;
  readonly now: Instant;
}

interface Found {
  counted: number;
  readonly moved: { readonly deadline: RunningDeadline; readonly to: Instant }[];
}

async function findMoves(runner: Runner, { year, calendar, now }: WhatIf, where: (q: Statement) => string): Promise<Found> {
  const then = withYear(calendar, year);
  const found: Found = { counted: 0, moved: [] };
  for await (const deadline of runningDeadlines(runner, year.year, where)) {
    found.counted += 1;
    const segment = runningSegment(deadline);
    if (segment === null || segment.dueAt === null) continue;
    const moved = duePublished({ ...segment, dueAt: segment.dueAt, holds: deadline.holds }, then, now);
    if (moved) found.moved.push({ deadline, to: moved.at });
  }
  return found;
}

/** Deadlines by community, the most first; by level as well for whoever reads cases. */
async function byCommunity(ctx: Context, { moved }: Found, withLevels: boolean): Promise<CalendarMoves[]> {
  const byCode = new Map<string, (typeof moved)[number][]>();
  for (const one of moved) {
    const code = communityOf(one.deadline.gridCode);
    const group = byCode.get(code);
    if (group) group.push(one);
    else byCode.set(code, [one]);
  }
  const groups = [...byCode].toSorted(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1)).slice(0, MOST_COMMUNITIES);
  const rows = await run<{ code: string; name: string }>(ctx.db, "select code, name from area where code = any($1::text[])", [groups.map(([code]) => code)]);
  const names = new Map(rows.map(({ code, name }) => [code, name]));
  return groups.map(([code, ofIt]) => {
    const levels = caseLevels.map((level) => ({ level, moved: ofIt.filter(({ deadline }) => deadline.level === level).length })).filter((one) => one.moved > 0);
    return { communityCode: code, communityName: names.get(code) ?? code, moved: ofIt.length, levels: withLevels ? levels : [] };
  });
}

async function sampleOf(ctx: Context, { moved }: Found): Promise<MovedDeadline[]> {
  const some = moved.slice(0, MOST_CASES);
  const cases = await readCasesById(ctx, some.map(({ deadline }) => deadline.id));
  return some.flatMap(({ deadline, to }, i) => {
    const seen = cases[i];
    return seen ? [{ case: caseType(seen), from: deadline.due.at, to }] : [];
  });
}

/**
 * What publishing would move. Whoever reads cases is told of those he sees; whoever only publishes calendars has no right
 * on cases, and is told how many there are in each community of his area, counted under the scope in which he would publish.
 */
export async function previewMoves(ctx: Context, what: WhatIf): Promise<CalendarPreview> {
  const reads = reach.reads(ctx.viewer).length > 0;
  const found = reads
    ? await findMoves(ctx.db, what, (q) => caseScope(q, ctx.viewer).visible)
    : await ctx.db.transaction(async (client) => {
        await changeScope(client, storingScope(ctx.viewer));
        return findMoves(client, what, (q) => withinReach(q, ctx.viewer, "publishes", "c.area_no"));
      });
  return { counted: found.counted, moved: found.moved.length, communities: await byCommunity(ctx, found, reads), sample: reads ? await sampleOf(ctx, found) : [] };
}

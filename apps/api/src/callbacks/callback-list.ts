import { callingRoles, type Case, type Instant, type Viewer } from "@bandeng/domain";
import { caseScope, multirange } from "../access/scope.ts";
import { areaKeys } from "../cases/area-keys.ts";
import { cardColumns, cardJoins, seenCase, type CardRow, type SeenCase } from "../cases/card.ts";
import { caseOfColumns, type CaseRow } from "../cases/case-columns.ts";
import { encodeCursor } from "../cases/case-list.ts";
import { run, Statement, type Runner } from "../database/statement.ts";
import { asking } from "../read/read-type.ts";

export interface CallbackRequest {
  readonly areas: readonly string[];
  /** Only those the viewer himself may call: in the areas of his roles, where he never led. */
  readonly mine: boolean;
  readonly first: number;
  readonly now: Instant;
  readonly after: { readonly at: string; readonly id: string } | null;
}

export interface DueCase {
  readonly seen: SeenCase;
  readonly whole: Case;
  readonly cursor: string;
}

/** A page of cases in call-back that the viewer sees whole, what is overdue first; one stretch of an index for each area. */
export async function readCallbacks(runner: Runner, viewer: Viewer, request: CallbackRequest): Promise<{ due: DueCase[]; hasNext: boolean }> {
  const ask = asking(viewer, request.now);
  const { q } = ask;
  const limit = q.bind(request.first + 1, "int");
  const { from, where } = source(q, viewer, request);
  const after = request.after ? `and (c.callback_at, c.id) > (${q.bind(request.after.at, "timestamptz")}, ${q.bind(request.after.id, "uuid")})` : "";
  const rows = await q.run<{ card: CardRow; whole: CaseRow; at: string }>(
    runner,
    `with k as materialized (${from.sql}), first as (
       select x.id, x.callback_at from k cross join lateral (
         select c.id, c.callback_at from cases c where c.${from.column} = k.no and ${where} ${after} order by c.callback_at, c.id limit ${limit}
       ) x order by x.callback_at, x.id limit ${limit})
     select row_to_json(t) as card, (select row_to_json(c) from cases c where c.id = t.id) as whole, t.at from (
       select ${cardColumns(ask)}, first.callback_at as sort_at, first.callback_at::text as at from first join cases c on c.id = first.id ${cardJoins}) t
     order by t.sort_at, t.id`,
  );
  const due = rows.slice(0, request.first).flatMap(({ card, whole, at }) => {
    const seen = seenCase(card, viewer);
    return seen?.seen === "WHOLE" ? [{ seen, whole: caseOfColumns(whole), cursor: encodeCursor(at, card.id) }] : [];
  });
  return { due, hasNext: rows.length > request.first };
}

/** How many cases the list has in all; run only when asked for. */
export async function countCallbacks(runner: Runner, viewer: Viewer, request: CallbackRequest): Promise<number> {
  const q = new Statement();
  const { from, where } = source(q, viewer, request);
  const [row] = await q.run<{ total: number }>(runner, `with k as materialized (${from.sql}) select count(*)::int as total from k join cases c on c.${from.column} = k.no where ${where}`);
  return row?.total ?? 0;
}

function source(q: Statement, viewer: Viewer, { areas, mine }: CallbackRequest) {
  const from = areaKeys(q, areas);
  const where = `c.callback_at is not null and ${caseScope(q, viewer, areas).whole}`;
  if (!mine) return { from, where };
  const calls = viewer.assignments.filter(({ role }) => (callingRoles as readonly string[]).includes(role)).map(({ area }) => area);
  return { from, where: `${where} and c.area_no <@ ${q.bind(multirange(calls), "int8multirange")} and not (${q.bind(viewer.personId, "uuid")} = any(c.lead_ids))` };
}

/** What was done, by case: what the last resolution or answer says. */
export async function readResults(runner: Runner, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await run<{ id: string; result: string | null }>(
    runner,
    `select distinct on (e.stream_id) e.stream_id as id, coalesce(e.payload ->> 'result', e.payload ->> 'answer') as result from event e
     where e.stream_id = any($1::uuid[]) and e.stream_kind = 'CASE' and e.type in ('RESOLVED', 'ANSWERED') order by e.stream_id, e.seq desc`,
    [ids],
  );
  return new Map(rows.flatMap(({ id, result }) => (result === null ? [] : [[id, result] as const])));
}

/** Who lives behind a door, among those the viewer may know of. */
export async function readResidents(runner: Runner, households: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await run<{ home: string; people: string[] }>(
    runner,
    "select household_id as home, array_agg(id order by id) as people from person where household_id = any($1::uuid[]) and erased_at is null group by household_id",
    [households],
  );
  return new Map(rows.map(({ home, people }) => [home, people]));
}

/** The words of the last answer of each household, by `<case> <respondent>`. */
export async function readWords(runner: Runner, caseIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await run<{ id: string; respondent: string; words: string }>(
    runner,
    `select e.stream_id as id, e.payload ->> 'respondent' as respondent, w.words from event e join event_words w on w.event_id = e.id
     where e.stream_id = any($1::uuid[]) and e.stream_kind = 'CASE' and e.type = 'CALLED_BACK' and w.words is not null order by e.seq`,
    [caseIds],
  );
  return new Map(rows.map(({ id, respondent, words }) => [`${id} ${respondent}`, words]));
}

import type { Case, CaseEvent, Instant, Viewer } from "@bandeng/domain";
import DataLoader from "dataloader";
import { cardJoins, cardSource, seenCase, type CardRow, type SeenCase } from "./card.ts";
import { caseOfColumns, type CaseRow } from "./case-columns.ts";
import { caseFields } from "./case-fields.ts";
import { run, type Runner } from "../database/statement.ts";
import { isUuid } from "../database/uuid.ts";
import { putTogether } from "../log/apart.ts";
import { asking, objectSql, type Asking } from "../read/read-type.ts";
import type { RootField } from "../read/root-field.ts";
import { NotCovered } from "../read/selection.ts";

/** Who reads cases, and when: a request's context, or what stands for one. */
export interface CaseReader {
  readonly db: Runner;
  readonly viewer: Viewer;
  now(): Promise<Instant>;
}

type CaseName = { readonly id: string } | { readonly no: string };

/** Where one case is read from: `from cases c …`, when it exists for the viewer. `sql` is an id that stands in the statement. */
export function oneCaseSql({ q, scope }: Asking, by: CaseName | { readonly sql: string }): string {
  const wanted = "sql" in by ? `c.id = ${by.sql}` : "id" in by ? `c.id = ${q.bind(by.id, "uuid")}` : `c.no = ${q.bind(by.no)}`;
  return `from cases c ${cardJoins} where ${wanted} and ${scope.visible}`;
}

/** One case by id or number as this viewer sees it; null when it does not exist for him. */
export async function readCase({ db, viewer, now }: CaseReader, by: CaseName): Promise<SeenCase | null> {
  const ask = asking(viewer, await now());
  const [row] = await ask.q.run<{ card: CardRow }>(db, `select ${cardSource(ask)} as card ${oneCaseSql(ask, by)}`);
  return row ? seenCase(row.card, viewer) : null;
}

/** Cases by id, in the order of the ids; null where one does not exist for the viewer. */
export async function readCasesById({ db, viewer, now }: CaseReader, ids: readonly string[]): Promise<(SeenCase | null)[]> {
  const ask = asking(viewer, await now());
  const rows = await ask.q.run<{ card: CardRow }>(db, `select ${cardSource(ask)} as card from cases c ${cardJoins} where c.id = any(${ask.q.bind(ids, "uuid[]")}) and ${ask.scope.visible}`);
  const byId = new Map(rows.map((row) => [row.card.id, seenCase(row.card, viewer)]));
  return ids.map((id) => byId.get(id) ?? null);
}

/** The whole aggregates, without any regard to who looks: only for verbs and for fields of a case that was seen whole. */
export async function loadCases(runner: Runner, ids: readonly string[]): Promise<Map<string, Case>> {
  const rows = await run<{ c: CaseRow }>(runner, "select row_to_json(c) as c from cases c where c.id = any($1::uuid[])", [ids]);
  return new Map(rows.map(({ c }) => [c.id, caseOfColumns(c)]));
}

/** Batches `loadCases` for one request. */
export function caseLoader(runner: Runner): DataLoader<string, Case> {
  return new DataLoader(async (ids) => {
    const cases = await loadCases(runner, ids);
    return ids.map((id) => cases.get(id) ?? new Error("The case has gone"));
  });
}

/** A log entry with what is kept apart from it. */
export interface LoggedEvent {
  readonly id: string;
  readonly event: CaseEvent;
  readonly words: string | null;
}

/** The history without titles and words: enough for whatever is counted. Oldest first. */
export async function readBareHistory(runner: Runner, caseId: string): Promise<CaseEvent[]> {
  return (await readBareHistories(runner, [caseId])).get(caseId) ?? [];
}

/** The histories of several cases, by id. */
export async function readBareHistories(runner: Runner, caseIds: readonly string[]): Promise<Map<string, CaseEvent[]>> {
  const rows = await run<{ e: EventRow }>(
    runner,
    `select row_to_json(t) as e from (select e.id, e.stream_id, e.seq, e.type, e.payload, e.due, e.has_due, e.actor_id, e.at, e.recorded_at from event e
       where e.stream_id = any($1::uuid[]) and e.stream_kind = 'CASE') t order by t.stream_id, t.seq`,
    [caseIds],
  );
  const histories = new Map<string, CaseEvent[]>();
  for (const { e } of rows) histories.set(e.stream_id, [...(histories.get(e.stream_id) ?? []), eventOf(e, e.payload)]);
  return histories;
}

function eventOf(e: Omit<EventRow, "words" | "title" | "title_before">, payload: object): CaseEvent {
  const at: Instant = new Date(e.at).toISOString();
  const recordedAt: Instant = new Date(e.recorded_at).toISOString();
  return { caseId: e.stream_id, seq: e.seq, type: e.type, payload, actorId: e.actor_id, at, recordedAt, ...(e.has_due ? { due: e.due } : {}) } as CaseEvent;
}

interface EventRow {
  id: string;
  stream_id: string;
  seq: number;
  type: string;
  payload: object;
  due: object | null;
  has_due: boolean;
  actor_id: string | null;
  at: string;
  recorded_at: string;
  words: string | null;
  title: string | null;
  title_before: string | null;
}

/** The history of a case from its first event on, oldest first. */
export async function readHistory(runner: Runner, caseId: string): Promise<LoggedEvent[]> {
  const rows = await run<{ e: EventRow }>(
    runner,
    `select row_to_json(t) as e from (
       select e.id, e.stream_id, e.seq, e.type, e.payload, e.due, e.has_due, e.actor_id, e.at, e.recorded_at, w.words, w.title, w.title_before
       from event e left join event_words w on w.event_id = e.id where e.stream_id = $1 and e.stream_kind = 'CASE') t order by t.seq`,
    [caseId],
  );
  return rows.map(({ e }) => ({ id: e.id, event: eventOf(e, putTogether(e.type, e.payload, e)), words: e.words }));
}

/** The root field `case` of the read compiler. */
export const caseRoot: RootField<CaseName> = {
  request({ id, no }) {
    if ((id == null) === (no == null) || (id != null && !isUuid(String(id)))) throw new NotCovered("no case can be named so");
    return id == null ? { no: String(no) } : { id: String(id) };
  },
  data: (ask, name, { fields }) => `select coalesce((select ${objectSql(ask, caseFields, fields)} ${oneCaseSql(ask, name)})::text, 'null') as data`,
};

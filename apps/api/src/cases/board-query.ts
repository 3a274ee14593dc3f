import { boardColumns, caseStatuses, closedDays, plusMilliseconds, type BoardColumn, type CaseStatus, type Instant, type Viewer } from "@bandeng/domain";
import { areaKeys } from "./area-keys.ts";
import { cardColumns, cardJoins, seenCase, type CardRow, type SeenCase } from "./card.ts";
import { filterCondition, type CaseFilter } from "./case-filter.ts";
import { caseScope } from "../access/scope.ts";
import { Statement, type Runner } from "../database/statement.ts";

export const boardViews = ["ESCALATION", "WORKFLOW"] as const;
/** ESCALATION: columns along a case's way up. WORKFLOW: the statuses as columns, the level as a chip. */
export type BoardView = (typeof boardViews)[number];

export interface BoardRequest {
  readonly areas: readonly string[];
  readonly view: BoardView;
  readonly filter?: CaseFilter | null | undefined;
  /** Cards of each column. */
  readonly first: number;
  readonly now: Instant;
}

/** One column of a board: exact numbers and the first cards, the most urgent first (closed: the latest first). */
export interface BoardColumnPage {
  readonly key: BoardColumn | CaseStatus;
  readonly total: number;
  readonly overdue: number;
  readonly cards: readonly SeenCase[];
  /** Cursor of the last card, null when there is none. */
  readonly end: { readonly at: string; readonly id: string } | null;
  readonly hasNext: boolean;
}

/** The statuses from COLLECTED to CLOSED, which are the first seven: so CLOSED is the seventh column of either view. */
const workflowStatuses = caseStatuses.slice(0, 7);
const closedColumn = boardColumns.indexOf("CLOSED") + 1;

type ColumnRow = { n: number; total: number; overdue: number; cards: CardRow[] | null };

/**
 * The whole board in one statement. Per column and area key one stretch of an index is read for the first cards and
 * counted for the numbers; nothing that is not shown is fetched from the table.
 */
export async function readBoard(runner: Runner, viewer: Viewer, request: BoardRequest): Promise<BoardColumnPage[]> {
  const q = new Statement();
  const { column: key, sql: keys } = areaKeys(q, request.areas);
  const scope = caseScope(q, viewer, request.areas);
  const where = `${scope.visible} and ${filterCondition(q, request.filter, scope, request.now)}`;
  const limit = q.bind(request.first + 1, "int");
  const now = q.bind(request.now, "timestamptz");
  const since = q.bind(plusMilliseconds(request.now, -closedDays * 86_400_000), "timestamptz");
  const by = request.view === "ESCALATION" ? "board_column" : "status";
  const columns = q.bind(boardColumns.slice(0, -1).map((_, i) => i + 1), "smallint[]");

  const stretch = `c.${key} = k.no and c.${by} = col.n and c.board_column < ${closedColumn} and ${where}`;
  const closed = `c.${key} = k.no and c.board_column = ${closedColumn} and c.closed_at >= ${since} and ${where}`;
  // Whole rows from the stretch of the index: fetching the ids first and the rows by id again doubles the pages read.
  const cards = (first: string, order: string) =>
    `select json_agg(row_to_json(t) order by ${order}) as cards from (select ${cardColumns} from (${first}) c ${cardJoins}) t`;
  const rows = await q.run<ColumnRow>(
    runner,
    `with k as materialized (${keys})
     select col.n, numbers.total, numbers.overdue, list.cards
     from unnest(${columns}) as col(n)
     cross join lateral (
       select coalesce(sum(x.total), 0)::int as total, coalesce(sum(x.overdue), 0)::int as overdue
       from k cross join lateral (select count(*) as total, count(*) filter (where c.board_at < ${now}) as overdue from cases c where ${stretch}) x
     ) numbers
     cross join lateral (${cards(
       `select c.* from k cross join lateral (select c.* from cases c where ${stretch} order by c.board_at, c.id limit ${limit}) c order by c.board_at, c.id limit ${limit}`,
       "t.board_at::timestamptz, t.id",
     )}) list
     union all
     select ${closedColumn}, numbers.total, 0, list.cards
     from (select coalesce(sum(x.total), 0)::int as total from k cross join lateral (select count(*) as total from cases c where ${closed}) x) numbers
     cross join lateral (${cards(
       `select c.* from k cross join lateral (select c.* from cases c where ${closed} order by c.closed_at desc, c.id desc limit ${limit}) c order by c.closed_at desc, c.id desc limit ${limit}`,
       "t.closed_at desc, t.id desc",
     )}) list`,
  );
  const byNumber = new Map(rows.map((row) => [row.n, row]));
  const names = request.view === "ESCALATION" ? boardColumns : workflowStatuses;
  return names.map((name, i) => page(name, byNumber.get(i + 1), request.first, viewer));
}

function page(key: BoardColumn | CaseStatus, row: ColumnRow | undefined, first: number, viewer: Viewer): BoardColumnPage {
  const all = row?.cards ?? [];
  const shown = all.slice(0, first);
  const last = shown.at(-1);
  return {
    key,
    total: row?.total ?? 0,
    overdue: row?.overdue ?? 0,
    cards: shown.flatMap((card) => seenCase(card, viewer) ?? []),
    end: last ? { at: key === "CLOSED" ? String(last.closed_at) : last.board_at, id: last.id } : null,
    hasNext: all.length > first,
  };
}

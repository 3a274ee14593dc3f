import { boardColumns, caseStatuses, closedDays, plusMilliseconds, type BoardColumn, type CaseStatus, type Instant, type Viewer } from "@bandeng/domain";
import { areaKeys } from "./area-keys.ts";
import { cardJoins, cardSource, seenCase, type CardRow, type SeenCase } from "./card.ts";
import { caseFields } from "./case-fields.ts";
import { filterCondition, type CaseFilter } from "./case-filter.ts";
import { checkAreas } from "./check-areas.ts";
import { withinReach } from "../access/scope.ts";
import { checkFirst } from "../http/connection.ts";
import type { Runner } from "../database/statement.ts";
import { connectionParts, field, type ConnectionParts, type PageOf } from "../read/connection.ts";
import { asking, nameSql, objectSql, readType, type Asking } from "../read/read-type.ts";
import type { RootField } from "../read/root-field.ts";
import type { Selected } from "../read/selection.ts";

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
  readonly column: BoardColumn | null;
  readonly status: CaseStatus | null;
  readonly total: number;
  readonly overdue: number;
  readonly wipLimit: number | null;
  readonly cards: { readonly edges: readonly { readonly cursor: string; readonly node: SeenCase }[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } };
}

/** The statuses from COLLECTED to CLOSED, which are the first seven: so CLOSED is the seventh column of either view. */
const workflowStatuses = caseStatuses.slice(0, 7);
const closedColumn = boardColumns.indexOf("CLOSED") + 1;
const openColumns = boardColumns.slice(0, -1).map((_, i) => i + 1);

/** How a connection of cases is called. */
export const caseConnection = { connection: "CaseConnection", edge: "CaseEdge" };

/** What a community wants in the column `b.n` at most; of areas of several communities nothing can be said. */
function wipLimit({ q, viewer }: Asking, { areas, view }: BoardRequest): string {
  const [code, ...others] = new Set(areas.map((area) => area.slice(0, 12)));
  if (code?.length !== 12 || others.length > 0) return "null::int";
  const name = nameSql(view === "ESCALATION" ? boardColumns : workflowStatuses, "b.n");
  return `(select (s.wip_limits ->> ${name})::int from community_setting s where s.community_code = ${q.bind(code)} and ${withinReach(q, viewer, "places", "s.area_no")})`;
}

/** A board's statement, in the pieces that layer 1 and the compiler put together. */
export interface BoardStatement {
  /** What stands before the select. */
  readonly with: string;
  /** The board, as an expression of type json. */
  readonly board: string;
  /**
   * The first moment after the request's at which the same rows make another board: a card falls overdue, or a closed one has
   * hung long enough. Null when there is none.
   */
  readonly until: string;
}

/**
 * The board with the fields that are asked for. Per column and area key one stretch of an index is read for the first cards and
 * counted for the numbers; nothing that is not shown is fetched from the table. The cards of all columns are made in one go.
 */
export function boardSql(ask: Asking, request: BoardRequest, selected: readonly Selected[], node: PageOf["node"] = (of, fields) => objectSql(of, caseFields, fields)): BoardStatement {
  const { q, scope } = ask;
  const { column: key, sql: keys } = areaKeys(q, request.areas);
  const where = `${scope.visible} and ${filterCondition(q, request.filter, scope, request.now)}`;
  const [now, since, limit] = [ask.now(), q.bind(plusMilliseconds(request.now, -closedDays * 86_400_000), "timestamptz"), q.bind(request.first + 1, "int")];
  const columns = `unnest(${q.bind(openColumns, "smallint[]")}) as b(n)`;
  const by = request.view === "ESCALATION" ? "board_column" : "status";
  const open = `c.${key} = k.no and c.${by} = b.n and c.board_column < ${closedColumn} and ${where}`;
  const closed = `c.${key} = k.no and c.board_column = ${closedColumn} and c.closed_at >= ${since} and ${where}`;

  const numbers = (stretch: string, of: string): string =>
    `select coalesce(sum(x.total), 0)::int as total, coalesce(sum(x.overdue), 0)::int as overdue, min(x.until) as until from k cross join lateral (select count(*) as total, ${of} from cases c where ${stretch}) x`;
  const openNumbers = numbers(open, `count(*) filter (where c.board_at < ${now}) as overdue, min(c.board_at) filter (where c.board_at >= ${now} and c.board_at < 'infinity') as until`);
  // Who asks for overdue cases alone does not read those that fall overdue next.
  const nextOverdue = (): string =>
    `(select min(c.board_at) from k join cases c on c.${key} = k.no where c.board_column < ${closedColumn} and c.board_at >= ${now} and c.board_at < 'infinity' and ${scope.visible} and ${filterCondition(q, { ...request.filter, overdue: null }, scope, request.now)})`;
  const until = request.filter?.overdue === true ? nextOverdue() : "(select min(b.until) from b)";
  const closedNumbers = numbers(closed, `0 as overdue, min(c.closed_at) + interval '${closedDays} days' as until`);

  // Whole rows from the stretch of the index: fetching the ids first and the rows by id again doubles the pages read.
  const first = (stretch: string, column: string, direction: string): string => {
    const order = `c.${column}${direction}, c.id${direction}`;
    return `select row_number() over (order by ${order}) as i, c.${column}::text as cursor_at, c.* from (
      select c.* from k cross join lateral (select c.* from cases c where ${stretch} order by ${order} limit ${limit}) c order by ${order} limit ${limit}) c`;
  };
  const pages: ConnectionParts[] = [];
  const cards = (_: Asking, connection: Selected): string => {
    const parts = connectionParts(ask, connection, { type: caseConnection, at: "c.cursor_at", first: request.first, node, total: () => "b.total" }, `x${pages.length}_`);
    pages.push(parts);
    return parts.object;
  };
  const columnFields = readType("BoardColumnPage", {
    column: request.view === "ESCALATION" ? nameSql(boardColumns, "b.n") : "null::text",
    status: request.view === "ESCALATION" ? "null::text" : nameSql(workflowStatuses, "b.n"),
    total: "b.total",
    overdue: "b.overdue",
    wipLimit: () => wipLimit(ask, request),
    cards: { read: cards },
  });
  const listed = (_: Asking, { fields }: Selected): string => `array_to_json(array(select ${objectSql(ask, columnFields, fields)} from b left join p on p.n = b.n order by b.n))`;
  const board = objectSql(ask, readType("Board", { columns: { read: listed } }), selected);
  const list = (of: "row" | "page"): string => pages.map((parts) => `, ${parts[of]}`).join("");
  // Of a board without its cards no row is read.
  const rows = pages.length === 0 ? "select null::smallint as n where false" : `select c.n, c.i${list("row")} from (
        select b.n, c.* from ${columns} cross join lateral (${first(open, "board_at", "")}) c
        union all select ${closedColumn}, c.* from (${first(closed, "closed_at", " desc")}) c
      ) c ${cardJoins}`;
  const before = `with k as materialized (${keys}),
    b as materialized (select b.n, x.* from ${columns} cross join lateral (${openNumbers}) x union all select ${closedColumn}, x.* from (${closedNumbers}) x),
    r as (${rows}), p as (select r.n${list("page")} from r group by r.n)`;
  // A value that no text mentions is refused: of a board without cards that is the page's size.
  const mentioned = pages.length === 0 ? ` + ${limit} * interval '0'` : "";
  return { with: before, board, until: `(${until}${mentioned})` };
}

const wholeBoard = [
  field("columns", ...["column", "status", "total", "overdue", "wipLimit"].map((name) => field(name)), field("cards", field("edges", field("cursor"), field("node")), field("pageInfo", field("hasNextPage"), field("endCursor")))),
];

type ColumnRow = Omit<BoardColumnPage, "cards"> & { readonly cards: { readonly edges: readonly { readonly cursor: string; readonly node: CardRow }[]; readonly pageInfo: BoardColumnPage["cards"]["pageInfo"] } };

/** The whole board in one statement, with everything that a resolver may ask of a case. */
export async function readBoard(runner: Runner, viewer: Viewer, request: BoardRequest): Promise<BoardColumnPage[]> {
  const ask = asking(viewer, request.now, request.areas);
  const statement = boardSql(ask, request, wholeBoard, cardSource);
  const [row] = await ask.q.run<{ board: { columns: ColumnRow[] } }>(runner, `${statement.with} select ${statement.board} as board`);
  const seen = ({ cursor, node }: { cursor: string; node: CardRow }) => {
    const found = seenCase(node, viewer);
    return found ? [{ cursor, node: found }] : [];
  };
  return (row?.board.columns ?? []).map((column) => ({ ...column, cards: { ...column.cards, edges: column.cards.edges.flatMap(seen) } }));
}

/** The root field `board` of the read compiler. Wrong arguments are the resolver's to refuse. */
export const boardRoot: RootField<Omit<BoardRequest, "now">> = {
  request: ({ areas, view, filter, first }) => ({ areas: checkAreas(areas as string[]), view: view as BoardView, filter: filter as CaseFilter | null, first: checkFirst(Number(first)) }),
  areas: ({ areas }) => areas,
  data(ask, request, { fields }) {
    const statement = boardSql(ask, { ...request, now: ask.at }, fields);
    return `${statement.with} select ${statement.board}::text as data, ${statement.until} as until`;
  },
  isKept: true,
};

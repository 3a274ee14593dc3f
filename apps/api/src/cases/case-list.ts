import type { Instant, Viewer } from "@bandeng/domain";
import { areaKeys, communityKeys } from "./area-keys.ts";
import { caseConnection } from "./board-query.ts";
import { cardJoins, cardSource, seenCase, type CardRow, type SeenCase } from "./card.ts";
import { caseFields } from "./case-fields.ts";
import { checkAreas } from "./check-areas.ts";
import { filterCondition, type CaseFilter } from "./case-filter.ts";
import type { Runner } from "../database/statement.ts";
import { isUuid } from "../database/uuid.ts";
import { badInput, checkFirst } from "../http/connection.ts";
import { connectionParts, field, type PageOf } from "../read/connection.ts";
import { asking, objectSql, type Asking } from "../read/read-type.ts";
import type { RootField } from "../read/root-field.ts";
import type { Selected } from "../read/selection.ts";

export const caseOrders = ["DUE", "CLOSED", "UPDATED"] as const;
/** DUE: the most urgent open case first, as a board column. CLOSED: the latest closed first. UPDATED: the longest unchanged first, to follow changes. */
export type CaseOrder = (typeof caseOrders)[number];

export interface ListRequest {
  /** Null: everything the viewer may see. */
  readonly areas: readonly string[];
  readonly order: CaseOrder;
  readonly filter?: CaseFilter | null | undefined;
  readonly first: number;
  readonly after: { readonly at: string; readonly id: string } | null;
  readonly now: Instant;
}

const orders = {
  DUE: { column: "board_at", direction: "", compare: ">", only: "c.board_column < 7" },
  CLOSED: { column: "closed_at", direction: " desc", compare: "<", only: "c.board_column = 7" },
  UPDATED: { column: "updated_at", direction: "", compare: ">" },
} as const;

/**
 * A page of cases with the fields that are asked for, as an expression of type json. Keyset by row value, so page 1 and page
 * 10,000 cost the same, and inserts shift nothing.
 */
function caseListSql(ask: Asking, request: ListRequest, selected: Selected, node: PageOf["node"] = (of, fields) => objectSql(of, caseFields, fields)): string {
  const { q } = ask;
  const { column, direction, compare } = orders[request.order];
  const limit = q.bind(request.first + 1, "int");
  const { from, where } = source(ask, request);
  // Descending moments with ascending ids are no row value; both descend there.
  const after = request.after ? `and (c.${column}, c.id) ${compare} (${q.bind(request.after.at, "timestamptz")}, ${q.bind(request.after.id, "uuid")})` : "";
  const order = `c.${column}${direction}, c.id${direction}`;
  const parts = connectionParts(ask, selected, { type: caseConnection, at: `c.${column}::text`, first: request.first, node, total: () => totalSql(ask, request) });
  const rows = `select c.* from k cross join lateral (select c.* from cases c where c.${from.column} = k.no and ${where} ${after} order by ${order} limit ${limit}) c order by ${order} limit ${limit}`;
  return `(with k as materialized (${from.sql}), r as (select row_number() over (order by ${order}) as i, ${parts.row} from (${rows}) c ${cardJoins})
    select ${parts.object} from (select ${parts.page} from r) p)`;
}

const wholePage = field("cases", field("edges", field("cursor"), field("node")), field("pageInfo", field("hasNextPage"), field("endCursor")));

/** A page of cases with everything that a resolver may ask of them. */
export async function readCases(runner: Runner, viewer: Viewer, request: ListRequest): Promise<{ cases: SeenCase[]; cursors: string[]; hasNext: boolean }> {
  const ask = asking(viewer, request.now, request.areas);
  type Page = { readonly edges: readonly { readonly cursor: string; readonly node: CardRow }[]; readonly pageInfo: { readonly hasNextPage: boolean } };
  const [row] = await ask.q.run<{ page: Page }>(runner, `select ${caseListSql(ask, request, wholePage, cardSource)} as page`);
  const seen = (row?.page.edges ?? []).flatMap(({ cursor, node }) => {
    const c = seenCase(node, viewer);
    return c ? [{ c, cursor }] : [];
  });
  return { cases: seen.map((s) => s.c), cursors: seen.map((s) => s.cursor), hasNext: row?.page.pageInfo.hasNextPage ?? false };
}

/** How many cases a list has in all; run only when asked for. */
export async function countCases(runner: Runner, viewer: Viewer, request: ListRequest): Promise<number> {
  const ask = asking(viewer, request.now, request.areas);
  const [row] = await ask.q.run<{ total: number }>(runner, `select ${totalSql(ask, request)} as total`);
  return row?.total ?? 0;
}

function totalSql(ask: Asking, request: ListRequest): string {
  const { from, where } = source(ask, request);
  return `(with k as materialized (${from.sql}) select coalesce(sum(x.total), 0)::int from k cross join lateral (select count(*) as total from cases c where c.${from.column} = k.no and ${where}) x)`;
}

function source({ q, scope }: Asking, request: ListRequest) {
  const from = request.order === "UPDATED" ? communityKeys(q, request.areas) : { ...areaKeys(q, request.areas), only: orders[request.order].only };
  return { from, where: `${from.only} and ${scope.visible} and ${filterCondition(q, request.filter, scope, request.now)}` };
}

/** An opaque cursor: where in the order a row stands. */
export function encodeCursor(at: string, id: string): string {
  return Buffer.from(JSON.stringify([at, id])).toString("base64url");
}

const moment = /^(infinity|\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d{1,6})?([+-]\d\d(:?\d\d)?|Z))$/;
/** Reads a cursor back; null when it is none of ours. `at` is a moment, or in a list by name a text. */
export function decodeCursor(cursor: string, kind: "moment" | "text" = "moment"): { at: string; id: string } | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    if (!Array.isArray(value) || value.length !== 2) return null;
    const [at, id] = value as [unknown, unknown];
    return typeof at === "string" && typeof id === "string" && (kind === "text" || moment.test(at)) && isUuid(id) ? { at, id } : null;
  } catch {
    return null;
  }
}

/** The root field `cases` of the read compiler. */
export const casesRoot: RootField<Omit<ListRequest, "now">> = {
  request({ areas, order, filter, first, after }) {
    const cursor = after == null ? null : decodeCursor(String(after));
    if (after != null && cursor === null) throw badInput("after is no cursor of this list");
    return { areas: checkAreas(areas as string[]), order: order as CaseOrder, filter: filter as CaseFilter | null, first: checkFirst(Number(first)), after: cursor };
  },
  areas: ({ areas }) => areas,
  data: (ask, request, selected) => `select ${caseListSql(ask, { ...request, now: ask.at }, selected)}::text as data`,
};

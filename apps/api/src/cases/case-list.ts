import type { Instant, Viewer } from "@bandeng/domain";
import { areaKeys } from "./area-keys.ts";
import { cardColumns, cardJoins, seenCase, type CardRow, type SeenCase } from "./card.ts";
import { filterCondition, type CaseFilter } from "./case-filter.ts";
import { caseScope } from "../access/scope.ts";
import { Statement, type Runner } from "../database/statement.ts";
import { isUuid } from "../database/uuid.ts";

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
  CLOSED: { column: "closed_at", direction: "desc", compare: "<", only: "c.board_column = 7" },
  UPDATED: { column: "updated_at", direction: "", compare: ">", only: "true" },
} as const;

/** A page of cases. Keyset by row value, so page 1 and page 10,000 cost the same, and inserts shift nothing. */
export async function readCases(runner: Runner, viewer: Viewer, request: ListRequest): Promise<{ cases: SeenCase[]; cursors: string[]; hasNext: boolean }> {
  const q = new Statement();
  const { column, direction, compare } = orders[request.order];
  const limit = q.bind(request.first + 1, "int");
  const { from, where } = source(q, viewer, request);
  // Descending moments with ascending ids are no row value; both descend there.
  const after = request.after ? `and (c.${column}, c.id) ${compare} (${q.bind(request.after.at, "timestamptz")}, ${q.bind(request.after.id, "uuid")})` : "";
  const order = `c.${column} ${direction}, c.id ${direction}`;
  const rows = await q.run<{ card: CardRow; at: string }>(
    runner,
    `with k as materialized (${from.sql}), first as (
       select c.id, c.at from k cross join lateral (
         select c.id, c.${column}, c.${column}::text as at from cases c where c.${from.column} = k.no and ${where} ${after} order by ${order} limit ${limit}
       ) c order by ${order} limit ${limit})
     select row_to_json(t) as card, t.at from (
       select ${cardColumns}, first.at, c.${column} as sort_at from first join cases c on c.id = first.id ${cardJoins}) t
     order by t.sort_at ${direction}, t.id ${direction}`,
  );
  const shown = rows.slice(0, request.first);
  const seen = shown.flatMap((row) => {
    const c = seenCase(row.card, viewer);
    return c ? [{ c, cursor: encodeCursor(row.at, row.card.id) }] : [];
  });
  return { cases: seen.map((s) => s.c), cursors: seen.map((s) => s.cursor), hasNext: rows.length > request.first };
}

/** How many cases a list has in all; run only when asked for. */
export async function countCases(runner: Runner, viewer: Viewer, request: ListRequest): Promise<number> {
  const q = new Statement();
  const { from, where } = source(q, viewer, request);
  const [row] = await q.run<{ total: number }>(
    runner,
    `with k as materialized (${from.sql}) select coalesce(sum(x.total), 0)::int as total from k cross join lateral (select count(*) as total from cases c where c.${from.column} = k.no and ${where}) x`,
  );
  return row?.total ?? 0;
}

function source(q: Statement, viewer: Viewer, request: ListRequest) {
  const scope = caseScope(q, viewer, request.areas);
  const where = `${orders[request.order].only} and ${scope.visible} and ${filterCondition(q, request.filter, scope, request.now)}`;
  return { from: areaKeys(q, request.areas), where };
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

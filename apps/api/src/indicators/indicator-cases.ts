import { LEAST_SHOWN, type IndicatorKey } from "@bandeng/domain";
import { caseIdsSql } from "./case-ids-sql.ts";
import type { FigurePart, IndicatorCaseConnection } from "./indicator-type.ts";
import { MeasureStatement } from "./measure-sql.ts";
import { hiddenOutside } from "./outside.ts";
import { cellOf } from "./read-figures.ts";
import type { IndicatorRequest } from "./request.ts";
import { caseScope } from "../access/scope.ts";
import { decodeCursor, encodeCursor } from "../cases/case-list.ts";
import { caseType } from "../cases/case-type.ts";
import { readCasesById } from "../cases/read-case.ts";
import { badInput, checkFirst } from "../http/connection.ts";
import type { Context } from "../http/context.ts";

const nothing = (hidden: boolean): IndicatorCaseConnection => ({ nodes: [], pageInfo: { hasNextPage: false, endCursor: null }, notShown: hidden ? null : 0, hidden });

/**
 * The cases behind a figure. A case is listed when the viewer sees it whole: being behind a figure tells of it what a masked card
 * does not show. The others are counted; outside a community fewer than five of them are neither counted nor, by what is listed
 * beside them, to be concluded.
 */
export async function readIndicatorCases(ctx: Context, request: IndicatorRequest, key: IndicatorKey, part: FigurePart, page: { readonly first: number; readonly after?: string | null }): Promise<IndicatorCaseConnection> {
  const first = checkFirst(page.first);
  const cursor = page.after == null ? null : decodeCursor(page.after);
  if (page.after != null && cursor === null) throw badInput("after is no cursor of this list");
  const hidden = await hiddenOutside(ctx, request, [key], [request.period]);
  if (hidden(key, request.period, cellOf(request))) return nothing(true);
  const s = new MeasureStatement(ctx, request);
  const frame = s.frame([request.period]);
  const ids = caseIdsSql(s, key, part);
  if (ids === null || request.areas.length === 0) return nothing(false);
  const { q } = s;
  const { whole } = caseScope(q, ctx.viewer);
  const after = cursor === null ? "" : `where (seen.at, seen.id) < (${q.bind(cursor.at, "timestamptz")}, ${q.bind(cursor.id, "uuid")})`;
  const rows = await q.run<{ total: number; seen: number; ids: { id: string; at: string }[] | null }>(
    ctx.db,
    `with ${frame}, behind as materialized (${ids}),
       seen as materialized (select b.id, b.at from behind b join cases c on c.id = b.id where ${whole})
     select (select count(*)::int from behind) as total, (select count(*)::int from seen) as seen,
       (select json_agg(json_build_object('id', t.id, 'at', t.at::text)) from (select seen.id, seen.at from seen ${after} order by seen.at desc, seen.id desc limit ${q.bind(first + 1, "int")}) t) as ids`,
  );
  const [{ total = 0, seen = 0, ids: found = null } = {}] = rows;
  const rest = total - seen;
  const isFew = request.view === "OUTSIDE" && rest > 0 && rest < LEAST_SHOWN;
  if (isFew) return nothing(true);
  const shown = (found ?? []).slice(0, first);
  const cases = await readCasesById(ctx, shown.map(({ id }) => id));
  const last = shown.at(-1);
  return {
    nodes: cases.flatMap((c) => (c === null ? [] : [caseType(c)])),
    pageInfo: { hasNextPage: (found ?? []).length > first, endCursor: last ? encodeCursor(last.at, last.id) : null },
    notShown: rest,
    hidden: false,
  };
}

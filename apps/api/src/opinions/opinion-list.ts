import type { Viewer } from "@bandeng/domain";
import { opinionCondition, type OpinionFilter } from "./opinion-filter.ts";
import type { OpinionType } from "./opinion-type.ts";
import { opinionColumns, opinionType, type OpinionRow } from "./read-opinion.ts";
import { caseScope } from "../access/scope.ts";
import { areaKeys } from "../cases/area-keys.ts";
import { encodeCursor } from "../cases/case-list.ts";
import { Statement, type Runner } from "../database/statement.ts";

export const opinionOrders = ["OLDEST", "LATEST"] as const;
/** By when they were written down: who has waited longest first, or what came in last first. */
export type OpinionOrder = (typeof opinionOrders)[number];

export interface OpinionRequest {
  readonly areas: readonly string[];
  readonly order: OpinionOrder;
  readonly filter?: OpinionFilter | null | undefined;
  readonly first: number;
  readonly after: { readonly at: string; readonly id: string } | null;
}

const orders = { OLDEST: { direction: "", compare: ">" }, LATEST: { direction: "desc", compare: "<" } } as const;

/** A page of opinions: those whose case the viewer sees whole. Keyset by row value, as the lists of cases. */
export async function readOpinionPage(runner: Runner, viewer: Viewer, request: OpinionRequest): Promise<{ opinions: OpinionType[]; cursors: string[]; hasNext: boolean }> {
  const q = new Statement();
  const { direction, compare } = orders[request.order];
  const limit = q.bind(request.first + 1, "int");
  const { from, where } = source(q, viewer, request);
  const after = request.after ? `and (o.recorded_at, o.id) ${compare} (${q.bind(request.after.at, "timestamptz")}, ${q.bind(request.after.id, "uuid")})` : "";
  const rows = await q.run<{ o: OpinionRow; at: string }>(
    runner,
    `with k as materialized (${from.sql}), first as (
       select x.id, x.recorded_at from k cross join lateral (
         select o.id, o.recorded_at from opinion o join cases c on c.id = o.present_case_id where o.${from.column} = k.no and ${where} ${after}
         order by o.recorded_at ${direction}, o.id ${direction} limit ${limit}
       ) x order by x.recorded_at ${direction}, x.id ${direction} limit ${limit})
     select row_to_json(t) as o, t.at from (
       select ${opinionColumns}, o.recorded_at::text as at from first join opinion o on o.id = first.id) t
     order by t.recorded_at ${direction}, t.id ${direction}`,
  );
  const shown = rows.slice(0, request.first);
  return { opinions: shown.map(({ o }) => opinionType(o)), cursors: shown.map(({ o, at }) => encodeCursor(at, o.id)), hasNext: rows.length > request.first };
}

/** How many opinions a list has in all; run only when asked for. */
export async function countOpinions(runner: Runner, viewer: Viewer, request: OpinionRequest): Promise<number> {
  const q = new Statement();
  const { from, where } = source(q, viewer, request);
  const [row] = await q.run<{ total: number }>(
    runner,
    `with k as materialized (${from.sql}) select count(*)::int as total from k join opinion o on o.${from.column} = k.no join cases c on c.id = o.present_case_id where ${where}`,
  );
  return row?.total ?? 0;
}

function source(q: Statement, viewer: Viewer, request: OpinionRequest) {
  return { from: areaKeys(q, request.areas), where: `${caseScope(q, viewer, request.areas).whole} and ${opinionCondition(q, request.filter)}` };
}

import { areaRange, caseStatuses, isOpen, type Instant } from "@bandeng/domain";
import { geoRequest } from "./geo-request.ts";
import type { Jurisdiction } from "./services.ts";
import { multirange } from "../access/scope.ts";
import { cardColumns, cardJoins, seenCase, type CardRow } from "../cases/card.ts";
import { rankIn } from "../cases/case-columns.ts";
import { run } from "../database/statement.ts";
import type { Context } from "../http/context.ts";
import { asking } from "../read/read-type.ts";

/** Which requests are asked for: those of some numbers, or what was filed between two moments. */
export type RequestQuery =
  | { readonly ids: readonly string[] }
  | { readonly from: Instant; readonly to: Instant; readonly services: readonly string[]; readonly open: boolean; readonly closed: boolean; readonly skip: number; readonly take: number };

/**
 * Service requests of a jurisdiction as this viewer sees them, the latest first. A dispute is none, whoever asks: not even
 * as the masked card that some keys know of. Nothing else is ever masked.
 */
export async function readRequests(ctx: Context, jurisdiction: Jurisdiction, query: RequestQuery): Promise<Record<string, unknown>[]> {
  const ask = asking(ctx.viewer, await ctx.now(), [jurisdiction.code]);
  const { q, scope } = ask;
  const parts = [`c.area_no <@ ${q.bind(multirange([jurisdiction.code]), "int8multirange")}`, "c.kind <> 'DISPUTE'", scope.visible];
  let page = "";
  if ("ids" in query) parts.push(`c.no = any(${q.bind(query.ids, "text[]")})`);
  else {
    const statuses = caseStatuses.filter((status) => (isOpen(status) ? query.open : query.closed)).map((status) => rankIn(caseStatuses, status));
    parts.push(`c.collected_at >= ${q.bind(query.from, "timestamptz")} and c.collected_at <= ${q.bind(query.to, "timestamptz")}`, `c.status = any(${q.bind(statuses, "smallint[]")})`);
    if (query.services.length > 0) parts.push(`c.category = any(${q.bind(query.services, "text[]")})`);
    page = `limit ${q.bind(query.take, "int")} offset ${q.bind(query.skip, "int")}`;
  }
  const where = parts.join(" and ");
  const [rows, areaNames] = await Promise.all([
    q.run<{ card: CardRow }>(
      ctx.db,
      `select row_to_json(t) as card from (select ${cardColumns(ask)} from cases c ${cardJoins} where ${where} order by c.collected_at desc, c.id desc ${page}) t order by t.collected_at desc, t.id desc`,
    ),
    namesAround(ctx, jurisdiction.code),
  ]);
  const wording = { language: ctx.language, tree: jurisdiction.tree, areaNames };
  return rows.flatMap(({ card }) => {
    const seen = seenCase(card, ctx.viewer);
    return seen ? [geoRequest(seen, wording)] : [];
  });
}

async function namesAround({ db }: Context, community: string): Promise<Map<string, string>> {
  const rows = await run<{ code: string; name: string }>(db, "select code, name from area where code = any($1::text[])", [[community, community.slice(0, 9), community.slice(0, 6)]]);
  return new Map(rows.map(({ code, name }) => [code, name]));
}

/** The building or compound of a jurisdiction that is called exactly so; null when there is none, or more than one. */
export async function placeCalled({ db }: Context, { code }: Jurisdiction, address: string): Promise<string | null> {
  const rows = await run<{ id: string }>(
    db,
    "select id from building where address = $1 and area_no <@ $2::int8range union all select id from compound where name = $1 and area_no <@ $2::int8range limit 2",
    [address, `[${areaRange(code).join(",")})`],
  );
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
}

/** The number of the case that a key filed under a token of its own; null when it filed none. */
export async function numberOfToken({ db }: Context, source: string, token: string): Promise<string | null> {
  const [row] = await run<{ no: string }>(db, "select c.no from opinion o join cases c on c.id = o.case_id where o.external_source = $1 and o.external_id = $2 and c.kind <> 'DISPUTE'", [source, token]);
  return row?.no ?? null;
}

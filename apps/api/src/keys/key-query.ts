import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { ApiKeyConnection, ApiKeyType } from "./key-type.ts";
import { PersonType } from "../access/person-type.ts";
import { withinReach } from "../access/scope.ts";
import { decodeCursor, encodeCursor } from "../cases/case-list.ts";
import { Statement } from "../database/statement.ts";
import { isUuid } from "../database/uuid.ts";
import { badInput, checkFirst, PageArgs } from "../http/connection.ts";
import type { Context } from "../http/context.ts";
import { personOf } from "../people/person-of.ts";

const moment = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const key = `json_build_object('id', k.id, 'version', k.version, 'name', k.name, 'areaCode', k.area_code, 'areaName', a.name, 'access', k.access, 'personalData', k.personal_data,
  'costPerMinute', k.cost_per_minute, 'usedThisMinute', coalesce((select r.points from rate_limit r where r.key = 'key:' || k.id and r.expire > extract(epoch from clock_timestamp()) * 1000), 0),
  'createdAt', ${moment("k.created_at")}, 'createdById', k.created_by, 'expiresAt', ${moment("k.expires_at")}, 'revokedAt', ${moment("k.revoked_at")}, 'lastUsedAt', ${moment("k.last_used_at")},
  'state', case when k.revoked_at is not null then 'REVOKED' when k.expires_at <= now() then 'EXPIRED' else 'ACTIVE' end, 'hint', k.hint,
  'earlierUntil', case when k.earlier_until > now() and k.revoked_at is null then ${moment("k.earlier_until")} end, 'readUpTo', k.read_up_to, 'readAt', ${moment("k.read_at")})`;

/** Keys in the viewer's scope by id, in no order. */
async function keysById(ctx: Context, ids: readonly string[]): Promise<ApiKeyType[]> {
  const q = new Statement();
  const wanted = q.bind(ids.filter((id) => isUuid(id)), "uuid[]");
  const rows = await q.run<{ key: ApiKeyType }>(ctx.db, `select ${key} as key from api_key k join area a on a.code = k.area_code where k.id = any(${wanted}) and ${withinReach(q, ctx.viewer, "integrates", "k.area_no")}`);
  return rows.map((row) => row.key);
}

/** One key as it is now; null when there is none in the viewer's scope. */
export async function readKey(ctx: Context, id: string): Promise<ApiKeyType | null> {
  return (await keysById(ctx, [id]))[0] ?? null;
}

@Resolver(() => ApiKeyType)
export class ApiKeyResolver {
  @Query(() => ApiKeyConnection, { description: "Keys of other systems in the areas whose integrations the viewer keeps (KEEP_INTEGRATIONS), by name; ended ones too.", complexity: ({ childComplexity, args }) => 5 + Number(args.first) * (1 + childComplexity / 10) })
  async apiKeys(@Args(() => PageArgs) { first, after }: PageArgs, @Ctx() ctx: Context): Promise<ApiKeyConnection> {
    const cursor = after == null ? null : decodeCursor(after, "text");
    if (after != null && cursor === null) throw badInput("after is no cursor of this list");
    const q = new Statement();
    const parts = [withinReach(q, ctx.viewer, "integrates", "k.area_no")];
    if (cursor) parts.push(`(k.name, k.id) > (${q.bind(cursor.at)}, ${q.bind(cursor.id, "uuid")})`);
    const rows = await q.run<{ key: ApiKeyType }>(
      ctx.db,
      `select ${key} as key from api_key k join area a on a.code = k.area_code where ${parts.join(" and ")} order by k.name, k.id limit ${q.bind(checkFirst(first) + 1, "int")}`,
    );
    const nodes = rows.slice(0, first).map((row) => row.key);
    const last = nodes.at(-1);
    return { nodes, pageInfo: { hasNextPage: rows.length > first, endCursor: last ? encodeCursor(last.name, last.id) : null } };
  }

  @FieldResolver(() => PersonType, { nullable: true, description: "Who made it; null when the viewer may not know.", complexity: 2 })
  createdBy(@Root() { createdById }: ApiKeyType, @Ctx() ctx: Context): Promise<PersonType | null> {
    return personOf(ctx, createdById);
  }
}

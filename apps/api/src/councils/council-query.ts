import { councilCategories, inForce, localDateOf, type Council } from "@bandeng/domain";
import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import { CouncilConnection, CouncilType } from "./council-type.ts";
import { multirange, withinReach } from "../access/scope.ts";
import { checkAreas } from "../cases/check-areas.ts";
import { decodeCursor, encodeCursor } from "../cases/case-list.ts";
import { Statement } from "../database/statement.ts";
import { isUuid } from "../database/uuid.ts";
import { badInput, checkFirst, PageArgs } from "../http/connection.ts";
import type { Context } from "../http/context.ts";
import { personLoader } from "../people/person-loader.ts";

type CouncilRow = Council & { readonly name: string; readonly areaName: string };

interface Wanted {
  readonly where: (q: Statement) => string;
  readonly limit: number;
}

/** Councils in the viewer's communities, by area and first day, with their people as he knows them. */
async function readCouncils(ctx: Context, { where, limit }: Wanted): Promise<CouncilType[]> {
  const q = new Statement();
  const known = withinReach(q, ctx.viewer, "places", "c.area_no");
  const rows = await q.run<{ council: CouncilRow }>(
    ctx.db,
    `select json_build_object('id', c.id, 'version', c.version, 'areaCode', c.area_code, 'areaName', a.name, 'name', c.name, 'convenerId', c.convener_id, 'from', c.from_date, 'to', c.to_date,
       'members', (select coalesce(json_agg(json_build_object('personId', m.person_id, 'category', m.category, 'from', m.from_date, 'to', m.to_date) order by m.from_date, m.person_id), '[]')
         from council_member m where m.council_id = c.id)) as council
     from council c join area a on a.code = c.area_code where ${known} and ${where(q)} order by c.area_code, c.id limit ${q.bind(limit, "int")}`,
  );
  const today = localDateOf(await ctx.now());
  const people = personLoader(ctx.db, ctx.viewer);
  return Promise.all(
    rows.map(async ({ council: { convenerId, members, ...shown } }) => ({
      ...shown,
      inForce: inForce(shown, today),
      convener: await people.load(convenerId),
      members: await Promise.all(
        members
          .toSorted((a, b) => councilCategories.indexOf(a.category) - councilCategories.indexOf(b.category))
          .map(async (m) => ({ ...m, person: await people.load(m.personId), inForce: inForce(shown, today) && inForce(m, today) })),
      ),
    })),
  );
}

/** One council; null when there is none in the viewer's communities. */
export async function readCouncil(ctx: Context, id: string): Promise<CouncilType | null> {
  if (!isUuid(id)) return null;
  return (await readCouncils(ctx, { where: (q) => `c.id = ${q.bind(id, "uuid")}`, limit: 1 }))[0] ?? null;
}

@Resolver()
export class CouncilResolver {
  @Query(() => CouncilConnection, {
    description: "小板凳议事团 of areas, by area: those that sit today or will; with `over` also those whose term has passed.",
    complexity: ({ childComplexity, args }) => 10 + Number(args.first) * (2 + childComplexity / 10),
  })
  async councils(
    @Arg("areas", () => [ID], { description: "Area codes: the councils of these areas and of all below them." }) areas: string[],
    @Arg("over", () => Boolean, { defaultValue: false, description: "Whether councils whose term has passed are among them." }) over: boolean,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<CouncilConnection> {
    const cursor = after == null ? null : decodeCursor(after, "text");
    if (after != null && cursor === null) throw badInput("after is no cursor of this list");
    const within = multirange(checkAreas(areas));
    const today = localDateOf(await ctx.now());
    const found = await readCouncils(ctx, {
      limit: checkFirst(first) + 1,
      where: (q) => {
        const parts = [`c.area_no <@ ${q.bind(within, "int8multirange")}`];
        if (!over) parts.push(`(c.to_date is null or c.to_date >= ${q.bind(today, "date")})`);
        if (cursor) parts.push(`(c.area_code, c.id) > (${q.bind(cursor.at)}, ${q.bind(cursor.id, "uuid")})`);
        return parts.join(" and ");
      },
    });
    const nodes = found.slice(0, first);
    const last = nodes.at(-1);
    return { nodes, pageInfo: { hasNextPage: found.length > first, endCursor: last ? encodeCursor(last.areaCode, last.id) : null } };
  }
}

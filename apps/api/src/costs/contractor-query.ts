import { areaKind } from "@bandeng/domain";
import DataLoader from "dataloader";
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { ContractorConnection, ContractorRatingType, ContractorType } from "./contractor-type.ts";
import { readCostPlan } from "./cost-query.ts";
import { CostPlanType } from "./cost-type.ts";
import { multirange, withinReach } from "../access/scope.ts";
import { PersonType } from "../access/person-type.ts";
import { checkAreas } from "../cases/check-areas.ts";
import { decodeCursor, encodeCursor } from "../cases/case-list.ts";
import { searchPattern } from "../database/search-pattern.ts";
import { run, Statement, type Runner } from "../database/statement.ts";
import { isUuid } from "../database/uuid.ts";
import { badInput, checkFirst, PageArgs } from "../http/connection.ts";
import type { Context } from "../http/context.ts";
import { requestLoader } from "../http/request-loader.ts";
import { personOf } from "../people/person-of.ts";

/** Contractors of the viewer's communities by id, in no order. */
async function contractorsById(ctx: Context, ids: readonly string[]): Promise<ContractorType[]> {
  const q = new Statement();
  const rows = await q.run<{ contractor: ContractorType }>(
    ctx.db,
    `select json_build_object('id', k.id, 'version', k.version, 'areaCode', k.area_code, 'name', k.name, 'licence', k.licence, 'phone', k.phone, 'active', k.active, 'averageStars', rated.stars, 'jobs', rated.jobs) as contractor
     from contractor k cross join lateral (select avg(r.stars)::float8 as stars, count(*)::int as jobs from contractor_rating r where r.contractor_id = k.id) rated
     where k.id = any(${q.bind(ids, "uuid[]")}) and ${withinReach(q, ctx.viewer, "places", "k.area_no")}`,
  );
  return rows.map(({ contractor }) => contractor);
}

/** A contractor of the register; null for nobody, and for one outside the viewer's communities. */
export async function contractorOf(ctx: Context, id: string): Promise<ContractorType | null> {
  const make = () =>
    new DataLoader<string, ContractorType | null>(async (ids) => {
      const byId = new Map((await contractorsById(ctx, ids)).map((one) => [one.id, one]));
      return ids.map((one) => byId.get(one) ?? null);
    });
  return requestLoader(ctx, "contractors", make).load(id);
}

/** One contractor as it is now; null when there is none in the viewer's communities. */
export async function readContractor(ctx: Context, id: string): Promise<ContractorType | null> {
  return isUuid(id) ? ((await contractorsById(ctx, [id]))[0] ?? null) : null;
}

type RatingRow = ContractorRatingType & { readonly contractorId: string };

function ratingLoader(runner: Runner): DataLoader<string, ContractorRatingType[]> {
  return new DataLoader(async (ids) => {
    const rows = await run<{ rating: RatingRow }>(
      runner,
      `select json_build_object('contractorId', contractor_id, 'costPlanId', cost_plan_id, 'stars', stars, 'words', words, 'ratedBy', rated_by, 'at', at) as rating
       from contractor_rating where contractor_id = any($1::uuid[]) order by at desc, cost_plan_id`,
      [ids],
    );
    return ids.map((id) => rows.flatMap(({ rating }) => (rating.contractorId === id ? [{ ...rating, at: new Date(rating.at).toISOString() }] : [])));
  });
}

@Resolver(() => ContractorType)
export class ContractorResolver {
  @Query(() => ContractorConnection, {
    description: "施工单位 of the registers of areas, by name; those of the viewer's communities.",
    complexity: ({ childComplexity, args }) => 5 + Number(args.first) * (1 + childComplexity / 10),
  })
  async contractors(
    @Arg("areas", () => [ID], { description: "Area codes. Of a grid the register of its community." }) areas: string[],
    @Arg("search", () => String, { nullable: true, description: "Part of the name, or of its pinyin or initials." }) search: string | null | undefined,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<ContractorConnection> {
    const cursor = after == null ? null : decodeCursor(after, "text");
    if (after != null && cursor === null) throw badInput("after is no cursor of this list");
    const q = new Statement();
    const within = multirange(checkAreas(areas).map((area) => (areaKind(area) === "GRID" ? area.slice(0, 12) : area)));
    const parts = [`k.area_no <@ ${q.bind(within, "int8multirange")}`, withinReach(q, ctx.viewer, "places", "k.area_no")];
    if (search != null && search.trim() !== "") {
      const pattern = q.bind(searchPattern(search));
      parts.push(`(lower(k.name) like ${pattern} or k.pinyin like ${pattern} or k.initials like ${pattern})`);
    }
    if (cursor) parts.push(`(k.pinyin, k.id) > (${q.bind(cursor.at)}, ${q.bind(cursor.id, "uuid")})`);
    const rows = await q.run<{ id: string; pinyin: string }>(ctx.db, `select k.id, k.pinyin from contractor k where ${parts.join(" and ")} order by k.pinyin, k.id limit ${q.bind(checkFirst(first) + 1, "int")}`);
    const shown = rows.slice(0, first);
    const last = shown.at(-1);
    const nodes = await Promise.all(shown.map(({ id }) => contractorOf(ctx, id)));
    return { nodes: nodes.filter((one) => one !== null), pageInfo: { hasNextPage: rows.length > first, endCursor: last ? encodeCursor(last.pinyin, last.id) : null } };
  }

  @FieldResolver(() => [ContractorRatingType], { description: "What its work was rated, the latest first; one a plan.", complexity: ({ childComplexity }) => 5 + 5 * childComplexity })
  ratings(@Root() { id }: ContractorType, @Ctx() ctx: Context): Promise<ContractorRatingType[]> {
    return requestLoader(ctx, "contractorRatings", () => ratingLoader(ctx.db)).load(id);
  }
}

@Resolver(() => ContractorRatingType)
export class ContractorRatingResolver {
  @FieldResolver(() => CostPlanType, { nullable: true, description: "For which plan; null when the viewer does not see its case.", complexity: ({ childComplexity }) => 5 + childComplexity })
  costPlan(@Root() { costPlanId }: ContractorRatingType, @Ctx() ctx: Context): Promise<CostPlanType | null> {
    return readCostPlan(ctx, costPlanId);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: "Who rated; null when the viewer may not know.", complexity: 2 })
  by(@Root() { ratedBy }: ContractorRatingType, @Ctx() ctx: Context): Promise<PersonType | null> {
    return personOf(ctx, ratedBy);
  }
}

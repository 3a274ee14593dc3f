import { coverageOf, daysSinceHeld, isCovered, localDateOf, type CompoundContact, type LocalDate } from "@bandeng/domain";
import { Arg, Args, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from "type-graphql";
import { multirange, withinReach } from "../access/scope.ts";
import { checkAreas } from "../cases/check-areas.ts";
import { decodeCursor, encodeCursor } from "../cases/case-list.ts";
import { Statement } from "../database/statement.ts";
import { badInput, checkFirst, PageArgs, PageInfo } from "../http/connection.ts";
import type { Context } from "../http/context.ts";
import { LocalDateScalar } from "../http/date-time.ts";

@ObjectType("CompoundContact", { description: "Whether the residents of a compound were reached in a period." })
export class CompoundContactType {
  @Field(() => ID, { description: "The compound." })
  compoundId!: string;

  @Field(() => String, { description: "Its name." })
  name!: string;

  @Field(() => Boolean, { description: "Whether it was reached: a contact day was held in it in the period, or a collection point was open there." })
  covered!: boolean;

  @Field(() => Int, { description: "Contact days held in it in the period." })
  held!: number;

  @Field(() => Int, { description: "Residents reached on them." })
  reached!: number;

  @Field(() => Boolean, { description: "Whether a collection point in it was open on any day of the period." })
  hasPoint!: boolean;

  @Field(() => LocalDateScalar, { nullable: true, description: "The last day on which a contact day was held in it, however long ago; null when never." })
  lastHeldOn!: string | null;

  @Field(() => Int, { nullable: true, description: "Natural days since then; null when never." })
  daysSince!: number | null;
}

@ObjectType("Coverage", { description: "覆盖率: how many compounds were reached in a period, with a page of them (Relay)." })
export class CoverageType {
  @Field(() => Int, { description: "Compounds that were reached, of all pages." })
  num!: number;

  @Field(() => Int, { description: "Compounds in all, of all pages." })
  den!: number;

  @Field(() => [CompoundContactType], { description: "Compounds by name." })
  nodes!: CompoundContactType[];

  @Field(() => PageInfo, { description: "Where the page stands." })
  pageInfo!: PageInfo;
}

type CompoundRow = Omit<CompoundContactType, "covered" | "daysSince"> & { readonly pinyin: string } & Record<string, unknown>;

@Resolver()
export class CoverageResolver {
  @Query(() => CoverageType, { description: "Which compounds of areas had a contact day or an open collection point in a period, those of every page counted.", complexity: ({ childComplexity, args }) => 30 + Number(args.first) * (childComplexity / 10) })
  async coverage(
    @Arg("areas", () => [ID], { description: "Area codes; a compound belongs to its main grid." }) areas: string[],
    @Arg("from", () => LocalDateScalar, { description: "First day of the period." }) from: LocalDate,
    @Arg("to", () => LocalDateScalar, { description: "Last day of the period." }) to: LocalDate,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<CoverageType> {
    checkFirst(first);
    const cursor = after == null ? null : decodeCursor(after, "text");
    if (after != null && cursor === null) throw badInput("after is no cursor of this list");
    const q = new Statement();
    const [since, until] = [q.bind(from, "date"), q.bind(to, "date")];
    const rows = await q.run<CompoundRow>(
      ctx.db,
      `select x.id as "compoundId", x.name, x.pinyin, days.held, days.reached, days.last_on as "lastHeldOn",
         exists (select from collection_point p where p.compound_id = x.id and p.active_from <= ${until} and (p.closed_on is null or p.closed_on > ${since})) as "hasPoint"
       from compound x cross join lateral (
         select max(d.date)::text as last_on, (count(*) filter (where d.date between ${since} and ${until}))::int as held,
           coalesce(sum(d.reached) filter (where d.date between ${since} and ${until}), 0)::int as reached
         from contact_day d where d.compound_id = x.id and d.state = 'HELD') days
       where x.area_no <@ ${q.bind(multirange(checkAreas(areas)), "int8multirange")} and ${withinReach(q, ctx.viewer, "places", "x.area_no")} order by x.pinyin, x.id`,
    );
    const today = localDateOf(await ctx.now());
    const contact = (row: CompoundRow): CompoundContact => ({ compoundId: row.compoundId, lastHeldOn: row.lastHeldOn, heldInPeriod: row.held > 0, hasPoint: row.hasPoint });
    const rest = cursor === null ? rows : rows.slice(rows.findIndex((row) => row.compoundId === cursor.id) + 1);
    const shown = rest.slice(0, first);
    const last = shown.at(-1);
    return {
      ...coverageOf(rows.map(contact)),
      nodes: shown.map((row) => ({ ...row, covered: isCovered(contact(row)), daysSince: daysSinceHeld(contact(row), today) })),
      pageInfo: { hasNextPage: rest.length > first, endCursor: last ? encodeCursor(last.pinyin, last.compoundId) : null },
    };
  }
}

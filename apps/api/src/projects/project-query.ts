import { areaRange, openProjectStates, type Instant, type ProjectState } from "@bandeng/domain";
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { projectColumnsRead, projectScope, projectSource, projectType, readProject, type ProjectRow } from "./project-read.ts";
import { ProjectConnection, ProjectStateEnum, ProjectType } from "./project-type.ts";
import { ProjectYear, type ProjectYearSums } from "./project-year.ts";
import { checkAreas } from "../cases/check-areas.ts";
import { decodeCursor, encodeCursor } from "../cases/case-list.ts";
import { searchPattern } from "../database/search-pattern.ts";
import { Statement } from "../database/statement.ts";
import { isUuid } from "../database/uuid.ts";
import { badInput, checkFirst, PageArgs } from "../http/connection.ts";
import type { Context } from "../http/context.ts";

@ArgsType()
class ProjectsArgs extends PageArgs {
  @Field(() => [ID], { description: "Area codes." })
  areas!: string[];

  @Field(() => Int, { nullable: true, description: "In the annual list of this year: adopted in it, or carried over into it." })
  year?: number | null;

  @Field(() => [ProjectStateEnum], { nullable: true, description: "States." })
  states?: ProjectState[] | null;

  @Field(() => ID, { nullable: true, description: "Those that a secretary owns now." })
  secretaryId?: string | null;

  @Field(() => String, { nullable: true, description: "Words of the title, or the number; at most 80 characters." })
  search?: string | null;

  @Field(() => Boolean, { nullable: true, description: "True: those the street holds up to others, the templates of new ones; false: the others." })
  exemplary?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "True: open ones of which the inspection of a month is missing today." })
  missingInspection?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "True: open ones whose planned day is over." })
  overdue?: boolean | null;
}

/** The conditions of a list, as a statement of its own: run for the page, and again for the number of all. */
type Where = (q: Statement) => readonly string[];

interface Listing {
  readonly where: Where;
  /** What it sorts by, as text; the id after it. */
  readonly sort: string;
  readonly descending: boolean;
}

const openOnly = (q: Statement): string => `x.state = any(${q.bind(openProjectStates, "text[]")})`;
/** Today in Shanghai as the clock of the program has it. */
const todayOf = (q: Statement, now: Instant): string => `(${q.bind(now, "timestamptz")} at time zone 'Asia/Shanghai')::date`;
const inAreas = (q: Statement, areas: readonly string[]): string => `x.area_no <@ ${q.bind(`{${checkAreas(areas).map((area) => `[${areaRange(area).join(",")})`).join(",")}}`, "int8multirange")}`;

async function page(ctx: Context, { first, after }: PageArgs, { where, sort, descending }: Listing): Promise<ProjectConnection> {
  const cursor = after == null ? null : decodeCursor(after, "text");
  if (after != null && cursor === null) throw badInput("after is no cursor of this list");
  const q = new Statement();
  const parts = [...where(q), projectScope(q, ctx.viewer)];
  if (cursor) parts.push(`(${sort}, x.id) ${descending ? "<" : ">"} (${q.bind(cursor.at)}, ${q.bind(cursor.id, "uuid")})`);
  const direction = descending ? "desc" : "asc";
  const rows = await q.run<ProjectRow & { sort: string }>(
    ctx.db,
    `select ${projectColumnsRead}, ${sort} as sort ${projectSource} where ${parts.join(" and ")} order by 3 ${direction}, x.id ${direction} limit ${q.bind(checkFirst(first) + 1, "int")}`,
  );
  const shown = rows.slice(0, first);
  const last = shown.at(-1);
  return {
    nodes: shown.map(projectType),
    pageInfo: { hasNextPage: rows.length > first, endCursor: last ? encodeCursor(last.sort, last.project.id) : null },
    count: async () => {
      const counting = new Statement();
      const all = [...where(counting), projectScope(counting, ctx.viewer)];
      const [row] = await counting.run<{ n: number }>(ctx.db, `select count(*)::int as n from secretary_project x where ${all.join(" and ")}`);
      return row?.n ?? 0;
    },
  };
}

/** Of every list in the order of its numbers, the latest first. */
const byNumber = { sort: "x.year || '.' || x.no", descending: true };
const listCost = { complexity: ({ childComplexity, args }: { readonly childComplexity: number; readonly args: Record<string, unknown> }) => 5 + Number(args["first"]) * (1 + childComplexity / 20) };

@Resolver(() => ProjectConnection)
export class ProjectConnectionResolver {
  @FieldResolver(() => Int, { description: "How many the whole list has; counted only when asked for.", complexity: 20 })
  totalCount(@Root() connection: ProjectConnection): Promise<number> {
    return connection.count();
  }
}

@Resolver()
export class ProjectResolver {
  @Query(() => ProjectType, { nullable: true, description: "One secretary project; null when there is none in the viewer's scope." })
  project(@Arg("id", () => ID, { description: "Its id." }) id: string, @Ctx() ctx: Context): Promise<ProjectType | null> {
    return readProject(ctx, id);
  }

  @Query(() => ProjectConnection, { description: "Secretary projects of areas, the latest first.", ...listCost })
  async projects(@Args(() => ProjectsArgs) args: ProjectsArgs, @Ctx() ctx: Context): Promise<ProjectConnection> {
    const { areas, year, states, secretaryId, search, exemplary, missingInspection, overdue } = args;
    if (search != null && search.length > 80) throw badInput("search must have 80 characters at most");
    const now = await ctx.now();
    const where: Where = (q) => {
      const parts = [inAreas(q, areas)];
      if (year != null) parts.push(`${q.bind(year, "int")} = any(x.years)`);
      if (states) parts.push(`x.state = any(${q.bind(states, "text[]")})`);
      if (secretaryId != null) parts.push(isUuid(secretaryId) ? `x.secretary_id = ${q.bind(secretaryId, "uuid")}` : "false");
      if (search != null && search.trim() !== "") parts.push(`(lower(x.title) like ${q.bind(searchPattern(search))} or x.no = ${q.bind(search.trim())})`);
      if (exemplary != null) parts.push(`x.exemplary = ${q.bind(exemplary, "boolean")}`);
      if (missingInspection === true) parts.push(`x.inspection_from <= ${todayOf(q, now)} and ${openOnly(q)}`);
      if (overdue === true) parts.push(`x.due_on < ${todayOf(q, now)} and ${openOnly(q)}`);
      return parts;
    };
    return page(ctx, args, { where, ...byNumber });
  }

  @Query(() => ProjectConnection, {
    description: "责任清单: the open projects of a community that one secretary answers for, the one that is due first first. Each with its next milestone, missing inspections and open objections.",
    ...listCost,
  })
  responsibilityList(
    @Arg("communityCode", () => ID, { description: "The community." }) communityCode: string,
    @Arg("secretaryId", () => ID, { nullable: true, description: "Whose; all of the community's when absent." }) secretaryId: string | null | undefined,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<ProjectConnection> {
    const where: Where = (q) => [
      inAreas(q, [communityCode]), openOnly(q),
      ...(secretaryId == null ? [] : [isUuid(secretaryId) ? `x.secretary_id = ${q.bind(secretaryId, "uuid")}` : "false"]),
    ];
    return page(ctx, args, { where, sort: "coalesce(x.due_on, 'infinity'::date)::text", descending: false });
  }

  @Query(() => ProjectYear, { description: "年度清单: what one year's list of an area comes to. Its rows: `projects(year:)`.", complexity: 30 })
  async projectYear(@Arg("area", () => ID, { description: "Area code." }) area: string, @Arg("year", () => Int, { description: "The year." }) year: number, @Ctx() ctx: Context): Promise<ProjectYear> {
    const q = new Statement();
    const today = todayOf(q, await ctx.now());
    const wanted = q.bind(year, "int");
    const [sums] = await q.run<ProjectYearSums>(
      ctx.db,
      `select count(*)::int as adopted,
         (count(*) filter (where x.state = 'SUBMITTED'))::int as submitted, (count(*) filter (where x.state in ('DRAFT', 'RETURNED')))::int as drafts,
         (count(*) filter (where x.state = 'PUBLICISED'))::int as publicised, (count(*) filter (where x.state in ('RUNNING', 'STRIKE_OFF_REQUESTED')))::int as running,
         (count(*) filter (where x.state = 'STRUCK_OFF'))::int as "struckOff", (count(*) filter (where x.state = 'ABANDONED'))::int as abandoned,
         (count(*) filter (where x.year <> ${wanted}))::int as "carriedOver",
         coalesce(sum((x.project ->> 'budgetFen')::int8), 0)::float8 as "budgetFen",
         coalesce(sum((select sum((s ->> 'fen')::int8) from jsonb_array_elements(x.project -> 'spending') s)), 0)::float8 as "spentFen",
         (count(*) filter (where extract(year from x.due_on) = ${wanted} and x.state <> 'ABANDONED' and x.due_on <= ${today}))::int as due,
         (count(*) filter (where extract(year from x.due_on) = ${wanted} and x.due_on <= ${today} and (x.struck_off_at at time zone 'Asia/Shanghai')::date <= x.due_on))::int as "onTime",
         (count(*) filter (where x.inspection_from <= ${today} and ${openOnly(q)}))::int as "missingInspection"
       from secretary_project x where ${wanted} = any(x.years) and ${inAreas(q, [area])} and ${projectScope(q, ctx.viewer)}`,
    );
    return { areaCode: area, year, ...(sums as ProjectYearSums) };
  }
}

import { areaRange, progressOf, type ProjectState, type SecretaryProject } from "@bandeng/domain";
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { ProjectConnection, ProjectStateEnum, ProjectType } from "./project-type.ts";
import { conditions, withinReach } from "../access/scope.ts";
import { checkAreas } from "../cases/board.ts";
import { decodeCursor, encodeCursor } from "../cases/case-list.ts";
import { CaseType, caseType } from "../cases/case-type.ts";
import { readCasesById } from "../cases/read-case.ts";
import { Statement } from "../database/statement.ts";
import { badInput, checkFirst, PageArgs } from "../http/connection.ts";
import type { Context } from "../http/context.ts";

type Row = { project: SecretaryProject; secretary: string | null; sort: string };

function projectType({ project: p, secretary }: Row): ProjectType {
  const { id, no, version, year, communityCode, title, problem, goal, measures, budgetFen, funds, deliverables, milestones, state, publicityUntil, openObjections, struckOffAt, caseIds } = p;
  return {
    id, no, version, year, communityCode, title, problem, goal, measures, budgetFen, funds, deliverables, milestones, state, publicityUntil, openObjections, struckOffAt, caseIds,
    progress: progressOf(p),
    secretary: secretary === null ? null : { id: p.secretaryId, name: secretary },
  };
}

const select = `select x.project, person.display_name as secretary, x.year || '.' || x.no as sort from secretary_project x left join person on person.id = x.secretary_id`;

/** The domain's `seesProject`: known in the community and above it; a person of one grid knows those of his community. */
function scopeOf(q: Statement, { viewer }: Context): string {
  if (!conditions.on) return "true";
  return `(${withinReach(q, viewer, "projects", "x.area_no")} or (x.project ->> 'inspectorId')::uuid = ${q.bind(viewer.personId, "uuid")})`;
}

/** One project as the viewer may see it; null when there is none in his scope. */
export async function readProject(ctx: Context, id: string): Promise<ProjectType | null> {
  const q = new Statement();
  const [row] = await q.run<Row>(ctx.db, `${select} where x.id::text = ${q.bind(id)} and ${scopeOf(q, ctx)}`);
  return row ? projectType(row) : null;
}

@Resolver(() => ProjectType)
export class ProjectResolver {
  @Query(() => ProjectType, { nullable: true, description: "One secretary project; null when there is none in the viewer's scope." })
  project(@Arg("id", () => ID, { description: "Its id." }) id: string, @Ctx() ctx: Context): Promise<ProjectType | null> {
    return readProject(ctx, id);
  }

  @Query(() => ProjectConnection, { description: "Secretary projects of areas, the latest first.", complexity: ({ childComplexity, args }) => 5 + Number(args.first) * (1 + childComplexity / 20) })
  async projects(
    @Arg("areas", () => [ID], { description: "Area codes." }) areas: string[],
    @Arg("year", () => Int, { nullable: true, description: "Adopted in this year." }) year: number | null | undefined,
    @Arg("states", () => [ProjectStateEnum], { nullable: true, description: "States." }) states: ProjectState[] | null | undefined,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<ProjectConnection> {
    const cursor = after == null ? null : decodeCursor(after, "text");
    if (after != null && cursor === null) throw badInput("after is no cursor of this list");
    const q = new Statement();
    const ranges = `{${checkAreas(areas).map((area) => `[${areaRange(area).join(",")})`).join(",")}}`;
    const parts = [`x.area_no <@ ${q.bind(ranges, "int8multirange")}`, scopeOf(q, ctx)];
    if (year != null) parts.push(`x.year = ${q.bind(year, "int")}`);
    if (states) parts.push(`x.state = any(${q.bind(states, "text[]")})`);
    if (cursor) parts.push(`(x.year || '.' || x.no, x.id) < (${q.bind(cursor.at)}, ${q.bind(cursor.id, "uuid")})`);
    const rows = await q.run<Row>(ctx.db, `${select} where ${parts.join(" and ")} order by 3 desc, x.id desc limit ${q.bind(checkFirst(first) + 1, "int")}`);
    const shown = rows.slice(0, first);
    const last = shown.at(-1);
    return { nodes: shown.map(projectType), pageInfo: { hasNextPage: rows.length > first, endCursor: last ? encodeCursor(last.sort, last.project.id) : null } };
  }

  @FieldResolver(() => [CaseType], { description: "The cases it adopted, as far as the viewer sees them.", complexity: ({ childComplexity }) => 10 + 3 * childComplexity })
  async cases(@Root() project: ProjectType, @Ctx() { db, viewer }: Context): Promise<CaseType[]> {
    return (await readCasesById(db, viewer, project.caseIds)).flatMap((c) => (c ? [caseType(c)] : []));
  }
}

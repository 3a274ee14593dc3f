import { holdsAnywhere, holdsRight, localDateOf, workingDaysIn } from "@bandeng/domain";
import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import { DepartmentFigure, OverdueWhistle, OverdueWhistleConnection } from "./department-type.ts";
import { caseScope, multirange } from "../access/scope.ts";
import { checkAreas } from "../cases/check-areas.ts";
import { decodeCursor, encodeCursor } from "../cases/case-list.ts";
import { caseType } from "../cases/case-type.ts";
import { factsFor } from "../cases/facts.ts";
import { readCasesById } from "../cases/read-case.ts";
import { Statement } from "../database/statement.ts";
import { checkPeriod } from "../experts/effect-query.ts";
import { badInput, checkFirst, PageArgs } from "../http/connection.ts";
import type { Context } from "../http/context.ts";
import { LocalDateScalar } from "../http/date-time.ts";

/** Whistles as rows: `c` the case, `w` the whistle, `d` the department. */
const rowsOfWhistles = `cases c cross join lateral jsonb_to_recordset(c.state -> 'whistles') as w(id uuid, "departmentId" uuid, ask text, "blownAt" timestamptz, "replyDueAt" timestamptz,
  "onSiteDueAt" timestamptz, "reportedAt" timestamptz, "releasedAt" timestamptz) join department d on d.id = w."departmentId"`;

/** Which of them somebody sees in areas: of a masked case none, as a liaison those of his own departments. */
function whistles(q: Statement, { viewer }: Context, areas: readonly string[]): string[] {
  const scope = caseScope(q, viewer, areas);
  const reads = holdsAnywhere(viewer, "READ_CASES") || holdsAnywhere(viewer, "READ_OPEN_CASES");
  const own = viewer.assignments.flatMap(({ role, departmentId }) => (holdsRight(role, "READ_CALLED_CASES") && departmentId !== null ? [departmentId] : []));
  const parts = [`c.area_no <@ ${q.bind(multirange(areas), "int8multirange")}`, "c.whistle_departments <> '[]'", scope.visible, scope.whole];
  if (!reads && own.length > 0) parts.push(`w."departmentId" = any(${q.bind(own, "uuid[]")})`);
  return parts;
}

type Row = Omit<OverdueWhistle, "case" | "replyLateDays" | "onSiteLateDays"> & { readonly caseId: string };

@Resolver()
export class DepartmentResolver {
  @Query(() => OverdueWhistleConnection, {
    description: "Departments that were called and have not answered in time, the longest overdue first: of the cases the viewer sees whole.",
    complexity: ({ childComplexity, args }) => 10 + Number(args.first) * (1 + childComplexity / 10),
  })
  async overdueWhistles(@Arg("areas", () => [ID], { description: "Area codes." }) areas: string[], @Args(() => PageArgs) { first, after }: PageArgs, @Ctx() ctx: Context): Promise<OverdueWhistleConnection> {
    const cursor = after == null ? null : decodeCursor(after);
    if (after != null && cursor === null) throw badInput("after is no cursor of this list");
    const limit = checkFirst(first) + 1;
    const now = await ctx.now();
    const q = new Statement();
    const parts = [...whistles(q, ctx, checkAreas(areas)), "c.board_column < 7", `w."reportedAt" is null and w."releasedAt" is null`, `w."replyDueAt" < ${q.bind(now, "timestamptz")}`];
    if (cursor) parts.push(`(w."replyDueAt", w.id) > (${q.bind(cursor.at, "timestamptz")}, ${q.bind(cursor.id, "uuid")})`);
    const rows = await q.run<{ w: Row }>(
      ctx.db,
      `select json_build_object('id', w.id, 'departmentId', d.id, 'departmentName', d.name, 'ask', w.ask, 'blownAt', w."blownAt", 'replyDueAt', w."replyDueAt", 'onSiteDueAt', w."onSiteDueAt", 'caseId', c.id) as w
       from ${rowsOfWhistles} where ${parts.join(" and ")} order by w."replyDueAt", w.id limit ${q.bind(limit, "int")}`,
    );
    const page = rows.slice(0, first).map(({ w }) => w);
    const cases = await readCasesById(ctx, page.map(({ caseId }) => caseId));
    const { calendar } = await factsFor(ctx.db, ctx.viewer, "", now);
    const today = localDateOf(now);
    const late = (due: string): number => workingDaysIn(calendar, localDateOf(due), today);
    const nodes = page.flatMap(({ caseId: _id, ...w }, i): OverdueWhistle[] => {
      const c = cases[i];
      if (!c) return [];
      const [blownAt, replyDueAt, onSiteDueAt] = [w.blownAt, w.replyDueAt, w.onSiteDueAt].map((at) => new Date(at).toISOString()) as [string, string, string];
      return [{ ...w, blownAt, replyDueAt, onSiteDueAt, replyLateDays: late(replyDueAt), onSiteLateDays: onSiteDueAt < now ? late(onSiteDueAt) : null, case: caseType(c) }];
    });
    const last = nodes.at(-1);
    return { nodes, pageInfo: { hasNextPage: rows.length > first, endCursor: last ? encodeCursor(last.replyDueAt, last.id) : null } };
  }

  @Query(() => [DepartmentFigure], { description: "How departments answer whistles blown in a period, by name, at most 100: of the cases the viewer sees whole.", complexity: 50 })
  async departmentFigures(
    @Arg("areas", () => [ID], { description: "Area codes." }) areas: string[],
    @Arg("from", () => LocalDateScalar, { description: "First day of the period." }) from: string,
    @Arg("to", () => LocalDateScalar, { description: "Last day of the period." }) to: string,
    @Ctx() ctx: Context,
  ): Promise<DepartmentFigure[]> {
    checkPeriod(from, to);
    const q = new Statement();
    const present = q.bind(await ctx.now(), "timestamptz");
    const parts = whistles(q, ctx, checkAreas(areas));
    const open = `w."reportedAt" is null and w."releasedAt" is null`;
    return q.run<DepartmentFigure & Record<string, unknown>>(
      ctx.db,
      `select d.id as "departmentId", d.name as "departmentName", count(*)::int as "all",
         count(*) filter (where w."reportedAt" <= w."replyDueAt")::int as "inTime",
         count(*) filter (where w."reportedAt" > w."replyDueAt")::int as late,
         count(*) filter (where ${open} and w."replyDueAt" < ${present})::int as overdue,
         count(*) filter (where ${open} and w."replyDueAt" >= ${present})::int as waiting,
         count(*) filter (where w."reportedAt" is null and w."releasedAt" is not null)::int as released
       from ${rowsOfWhistles} where ${parts.join(" and ")} and w."blownAt" >= ${q.bind(`${from}T00:00:00+08:00`, "timestamptz")} and w."blownAt" < ${q.bind(`${to}T00:00:00+08:00`, "timestamptz")} + interval '1 day'
       group by d.id order by d.name, d.id limit 100`,
    );
  }
}

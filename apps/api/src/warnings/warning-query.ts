import { holdsAnywhere, holdsRight, idleLimit, localDateOf, missingInspections, quietDays, warningKinds, warningSentence, warningThresholds, type Calendar, type DeadlineRules, type LocalDate, type WarningKind, type WarningReason } from "@bandeng/domain";
import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import { riskLoader } from "./case-risk.ts";
import { idleLimits } from "./idle-limits.ts";
import { readRows, type Asked, type WarningRow } from "./warning-rows.ts";
import { WarningConnection, WarningKindEnum, type WarningType } from "./warning-type.ts";
import { caseScope, multirange } from "../access/scope.ts";
import { areaKeys } from "../cases/area-keys.ts";
import { checkAreas } from "../cases/check-areas.ts";
import { decodeCursor, encodeCursor } from "../cases/case-list.ts";
import { caseType } from "../cases/case-type.ts";
import { factsFor } from "../cases/facts.ts";
import { caseLoader, readCasesById } from "../cases/read-case.ts";
import { Statement } from "../database/statement.ts";
import { badInput, checkFirst, PageArgs } from "../http/connection.ts";
import type { Context } from "../http/context.ts";
import { requestLoader } from "../http/request-loader.ts";
import { projectScope, readProject } from "../projects/project-read.ts";
import type { ProjectType } from "../projects/project-type.ts";

/** The departments a liaison answers for; null for whoever reads cases anyway. */
function ownDepartments({ viewer }: Context): readonly string[] | null {
  if (holdsAnywhere(viewer, "READ_CASES") || holdsAnywhere(viewer, "READ_OPEN_CASES")) return null;
  const own = viewer.assignments.flatMap(({ role, departmentId }) => (holdsRight(role, "READ_CALLED_CASES") && departmentId !== null ? [departmentId] : []));
  return own.length > 0 ? own : null;
}

/** What the sentences of one page look at. */
interface Said {
  readonly ctx: Context;
  readonly today: LocalDate;
  readonly calendar: Calendar;
  readonly rulesOf: (area: string) => Promise<DeadlineRules>;
}

async function reasonsOf({ ctx, today, calendar, rulesOf }: Said, row: WarningRow, project: ProjectType | null): Promise<readonly WarningReason[]> {
  const days = quietDays(row.since, today, calendar);
  switch (row.kind) {
    case "REPEATS":
      return [{ kind: "REPEATS", count: row.count, category: row.detail ?? "", windowDays: warningThresholds.repeatDays }];
    case "IDLE": {
      const { level } = await requestLoader(ctx, "cases", () => caseLoader(ctx.db)).load(row.caseIds[0] as string);
      return [{ kind: "IDLE", days, limit: idleLimit(level, await rulesOf(row.area)), level }];
    }
    case "PARTIES_QUIET":
      return [{ kind: "PARTIES_QUIET", days, limit: warningThresholds.partiesQuietDays }];
    case "UNANSWERED":
      return [{ kind: "UNANSWERED", days }];
    case "WHISTLE_OVERDUE":
      return [{ kind: "WHISTLE_OVERDUE", days, department: row.detail ?? "" }];
    case "INSPECTION_MISSING":
      return project ? [{ kind: "INSPECTION_MISSING", months: missingInspections(project.source, today) }] : [];
    case "RISK": {
      const risk = await requestLoader(ctx, "risks", () => riskLoader(ctx)).load(row.caseIds[0] as string);
      return (risk?.reasons ?? []).map((reason) => ({ kind: "RISK", reason }));
    }
  }
}

/** How many cases of a repeat come with it. */
const casesShown = 20;

async function nodesOf(said: Said, rows: readonly WarningRow[]): Promise<WarningType[]> {
  const { ctx, today, calendar } = said;
  const ids = [...new Set(rows.flatMap(({ caseIds }) => caseIds.slice(0, casesShown)))];
  const seen = new Map((await readCasesById(ctx, ids)).flatMap((c) => (c ? [[c.card.id, caseType(c)] as const] : [])));
  return Promise.all(
    rows.map(async (row) => {
      const project = row.kind === "INSPECTION_MISSING" ? await readProject(ctx, row.detail ?? "") : null;
      const reasons = await reasonsOf(said, row, project);
      return {
        id: row.key, kind: row.kind, areaCode: row.area, since: row.since, count: row.count, days: quietDays(row.since, today, calendar), project,
        cases: row.caseIds.slice(0, casesShown).flatMap((id) => seen.get(id) ?? []),
        reasons: reasons.map((reason) => warningSentence(reason, ctx.language)),
      };
    }),
  );
}

@Resolver()
export class WarningResolver {
  @Query(() => WarningConnection, {
    description: "Early warnings about cases the viewer sees whole and projects he knows of, what has lasted longest first.",
    complexity: ({ childComplexity, args }) => 50 + Number(args.first) * (1 + childComplexity / 10),
  })
  async warnings(
    @Arg("areas", () => [ID], { description: "Area codes." }) areas: string[],
    @Arg("kinds", () => [WarningKindEnum], { nullable: true, description: "Only these; all when absent." }) kinds: WarningKind[] | null | undefined,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<WarningConnection> {
    const cursor = after == null ? null : decodeCursor(after);
    if (after != null && cursor === null) throw badInput("after is no cursor of this list");
    const codes = checkAreas(areas);
    const limit = checkFirst(first) + 1;
    const now = await ctx.now();
    const { calendar } = await factsFor(ctx.db, ctx.viewer, "", now);
    const today = localDateOf(now);
    const limits = await idleLimits(ctx.db, codes, today, calendar);
    const q = new Statement();
    const wanted = [...new Set(kinds ?? warningKinds)];
    const asked: Asked = {
      q, keys: areaKeys(q, codes), scope: caseScope(q, ctx.viewer, codes), now, today, calendar, limits, ranges: multirange(codes), departments: ownDepartments(ctx),
      // A value that no statement mentions would be refused.
      projects: wanted.includes("INSPECTION_MISSING") ? projectScope(q, ctx.viewer) : "true",
    };
    const rows = await readRows(ctx.db, asked, wanted, cursor, limit);
    const page = rows.slice(0, first);
    const rulesOf = async (area: string): Promise<DeadlineRules> => (await factsFor(ctx.db, ctx.viewer, area, now)).rules;
    const last = page.at(-1);
    return { nodes: await nodesOf({ ctx, today, calendar, rulesOf }, page), pageInfo: { hasNextPage: rows.length > first, endCursor: last ? encodeCursor(last.since, last.key) : null } };
  }
}

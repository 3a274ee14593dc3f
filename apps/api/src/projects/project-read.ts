import { isProjectOverdue, lastDueOn, progressOf, spentFen, spentOf, startedAt, type Instant, type Milestone, type SecretaryProject, type Viewer } from "@bandeng/domain";
import type { MilestoneType, ProjectType } from "./project-type.ts";
import { conditions, withinReach } from "../access/scope.ts";
import { Statement } from "../database/statement.ts";
import { isUuid } from "../database/uuid.ts";
import type { Context } from "../http/context.ts";

/** A project as the queries find it. */
export type ProjectRow = { readonly project: SecretaryProject; readonly secretary: string | null };

/** What every query of projects selects, and from where: `x` is the project's row. */
export const projectSource = `from secretary_project x left join person on person.id = x.secretary_id`;
export const projectColumnsRead = `x.project, person.display_name as secretary`;

/** The GraphQL face of a project. */
export function projectType({ project: p, secretary }: ProjectRow): ProjectType {
  const { id, no, version, year, communityCode, title, problem, goal, measures, budgetFen, state, publicityUntil, openObjections, struckOffAt, publicisedAt, publicityPlace, programmes, carriedOver, exemplary } = p;
  const step = (m: Milestone): MilestoneType => ({ ...m, source: m, project: p });
  const [next] = p.milestones.filter((m) => m.doneAt === null).toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  return {
    id, no, version, year, communityCode, title, problem, goal, measures, budgetFen, state, publicityUntil, openObjections, struckOffAt, publicisedAt, publicityPlace, programmes, carriedOver, exemplary,
    funds: p.funds.map((fund) => ({ ...fund, spentFen: spentOf(p, fund.name) })),
    deliverables: p.deliverables.map((d) => ({ ...d, source: d, project: p })),
    milestones: p.milestones.map(step),
    nextMilestone: next ? step(next) : null,
    progress: progressOf(p),
    spentFen: spentFen(p),
    startedAt: startedAt(p),
    dueOn: lastDueOn(p.milestones),
    secretary: secretary === null ? null : { id: p.secretaryId, name: secretary },
    source: p,
  };
}

/** Whether it is overdue now: for the field of that name. */
export const isOverdueNow = (p: ProjectType, now: Instant): boolean => isProjectOverdue(p.source, now);

/** The domain's `seesProject`: known in the community and above it; a person of one grid knows those of his community. */
export function projectScope(q: Statement, viewer: Viewer): string {
  if (!conditions.on) return "true";
  return `(${withinReach(q, viewer, "projects", "x.area_no")} or (x.project ->> 'inspectorId')::uuid = ${q.bind(viewer.personId, "uuid")})`;
}

/** One project as the viewer may see it; null when there is none in his scope. */
export async function readProject(ctx: Context, id: string): Promise<ProjectType | null> {
  if (!isUuid(id)) return null;
  const q = new Statement();
  const [row] = await q.run<ProjectRow>(ctx.db, `select ${projectColumnsRead} ${projectSource} where x.id = ${q.bind(id, "uuid")} and ${projectScope(q, ctx.viewer)}`);
  return row ? projectType(row) : null;
}

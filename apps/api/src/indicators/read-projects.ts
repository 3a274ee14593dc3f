import { endOfDay, foldCost, foldProject, lastDueOn, localDateOf, paidFor, weightSum, type CostEvent, type IndicatorKey, type LocalDate, type Period, type ProjectEvent } from "@bandeng/domain";
import { MeasureStatement } from "./measure-sql.ts";
import type { Sums } from "./read-sums.ts";
import type { IndicatorRequest } from "./request.ts";
import { caseScope, multirange } from "../access/scope.ts";
import { instantOfColumn } from "../cases/case-columns.ts";
import { Statement } from "../database/statement.ts";
import type { Context } from "../http/context.ts";
import { projectScope } from "../projects/project-read.ts";

/** An event as the log gives it, of whichever stream. */
interface Logged {
  readonly stream: string;
  readonly seq: number;
  readonly type: string;
  readonly payload: object;
  readonly at: string;
  readonly recordedAt: string;
  readonly actorId: string | null;
}

const logged = `e.stream_id as stream, e.seq, e.type, e.payload, e.at, e.recorded_at as "recordedAt", e.actor_id as "actorId"`;
const isWithin = (day: LocalDate, { from, to }: Period): boolean => day >= from && day <= to;

/** Events by their stream, each oldest first. */
function byStream<E>(rows: readonly Logged[], id: string): E[][] {
  const streams = new Map<string, E[]>();
  for (const { stream, at, recordedAt, ...event } of rows) {
    const known = streams.get(stream) ?? [];
    known.push({ ...event, [id]: stream, at: instantOfColumn(at), recordedAt: instantOfColumn(recordedAt) } as E);
    streams.set(stream, known);
  }
  return [...streams.values()];
}

/** Of projects known then: what was accepted, how far the running ones are, and which were struck off by their planned day. */
async function projectSums(ctx: Context, { areas, asOf, known }: IndicatorRequest, periods: readonly Period[]): Promise<Sums[]> {
  const q = new Statement();
  const rows = await q.run<Logged & Record<string, unknown>>(
    ctx.db,
    `select ${logged} from secretary_project x join event e on e.stream_id = x.id and e.stream_kind = 'PROJECT'
     where x.area_no <@ ${q.bind(multirange(areas), "int8multirange")} and e.recorded_at <= ${q.bind(asOf, "timestamptz")} and ${projectScope(q, ctx.viewer)} order by e.stream_id, e.seq`,
  );
  const histories = byStream<ProjectEvent>(rows, "projectId");
  return periods.map((period) => {
    const day = period.to < known ? period.to : known;
    const moment = day < known ? endOfDay(day) : asOf;
    const sums = { "projects.accepted": 0, "projects.done": 0, "projects.weights": 0, "projects.planned": 0, "projects.onTime": 0 };
    for (const history of histories) {
      sums["projects.accepted"] += acceptedIn(history, period);
      const last = foldProject(history);
      const dueOn = lastDueOn(last.milestones);
      if (dueOn !== null && last.state !== "ABANDONED" && isWithin(dueOn, period)) {
        sums["projects.planned"] += 1;
        sums["projects.onTime"] += last.struckOffAt !== null && localDateOf(last.struckOffAt) <= dueOn ? 1 : 0;
      }
      const until = history.filter((event) => event.recordedAt <= moment);
      const then = until.length === 0 ? null : foldProject(until);
      if (then === null || (then.state !== "RUNNING" && then.state !== "STRIKE_OFF_REQUESTED")) continue;
      sums["projects.done"] += weightSum(then.milestones.filter((m) => m.doneAt !== null));
      sums["projects.weights"] += weightSum(then.milestones);
    }
    return sums;
  });
}

/** Pieces that were accepted in a period: an event says how many there are in all. */
function acceptedIn(history: readonly ProjectEvent[], period: Period): number {
  const before = new Map<string, number>();
  let sum = 0;
  for (const event of history) {
    if (event.type !== "DELIVERABLE_ACCEPTED") continue;
    const { deliverableId, accepted } = event.payload;
    if (isWithin(localDateOf(event.at), period)) sum += accepted - (before.get(deliverableId) ?? 0);
    before.set(deliverableId, accepted);
  }
  return sum;
}

/** Of costs whose collection began in a period: what was due of the shares that were not waived, and what was paid of it, in fen. */
async function feeSums(ctx: Context, request: IndicatorRequest, periods: readonly Period[]): Promise<Sums[]> {
  const s = new MeasureStatement(ctx, request);
  const rows = await s.q.run<Logged & Record<string, unknown>>(
    ctx.db,
    `select ${logged} from cost_plan x join event e on e.stream_id = x.id and e.stream_kind = 'COST_PLAN' join cases c on c.id = x.case_id
       join case_measure m on m.case_id = x.case_id and m.round = 1 and ${s.known()}
     where ${s.counts(false)} and ${caseScope(s.q, ctx.viewer).whole} and ${s.recorded("e.recorded_at")} order by e.stream_id, e.seq`,
  );
  const plans = byStream<CostEvent>(rows, "costPlanId").map((history) => ({ plan: foldCost(history), began: history.find((event) => event.type === "COLLECTING_STARTED")?.at }));
  return periods.map((period) => {
    const began = plans.filter((one) => one.plan.state !== "CANCELLED" && one.began !== undefined && isWithin(localDateOf(one.began), period));
    const owed = began.flatMap(({ plan }) => plan.shares.filter((share) => share.waiver === null).map((share) => ({ plan, share })));
    return {
      "fees.due": owed.reduce((sum, { share }) => sum + share.fen, 0),
      "fees.paid": owed.reduce((sum, { plan, share }) => sum + paidFor(plan, share.householdId), 0),
      "fees.shares": owed.length,
    };
  });
}

/**
 * Sums of projects and of money, folded from their own events as known then; per period. A filter by kind, category or compound is
 * none of projects: there they count for nothing.
 */
export async function readMoneyAndProjects(ctx: Context, request: IndicatorRequest, keys: readonly IndicatorKey[], periods: readonly Period[]): Promise<Sums[]> {
  const none = periods.map(() => ({}));
  const { areas, kind, category, compoundId } = request;
  const isProject = keys.some((key) => key !== "FEES_COLLECTED") && kind === null && category === null && compoundId === null;
  const [projects, fees] = await Promise.all([
    isProject && areas.length > 0 ? projectSums(ctx, request, periods) : none,
    keys.includes("FEES_COLLECTED") && areas.length > 0 ? feeSums(ctx, request, periods) : none,
  ]);
  return periods.map((_, i) => ({ ...projects[i], ...fees[i] }));
}

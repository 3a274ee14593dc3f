import { isOpenAt, isPointCode, typedPointCode, type Instant, type OpeningSpan, type PointKind } from "@bandeng/domain";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import { pointInHand } from "../access/scope.ts";
import { ScopedDatabase } from "../database/scoped.ts";
import { run } from "../database/statement.ts";
import { answerRefusal } from "../attachments/file-request.ts";
import { languageOf, type Ground } from "../http/context.ts";
import type { Limits } from "../http/limits.ts";

/** What everybody may know of a collection point: what its poster says, and nothing about people. */
interface PublicPoint {
  readonly code: string;
  readonly name: string;
  readonly kind: PointKind;
  readonly place: string;
  readonly community: string;
  readonly office: string;
  readonly officePhone: string | null;
  readonly hours: readonly OpeningSpan[];
  readonly hoursWords: string;
  readonly closedOn: string | null;
}

/** The point of a code, under a scope that names this one point; undefined when there is none. */
async function readPublicPoint(ground: Ground, code: string): Promise<PublicPoint | undefined> {
  const rows = await run<{ point: PublicPoint }>(
    new ScopedDatabase(ground.pool, pointInHand(code)),
    `select json_build_object('code', x.code, 'name', x.name, 'kind', x.kind, 'place', x.place_words, 'community', a.name, 'office', x.office, 'officePhone', x.office_phone,
       'hours', x.hours, 'hoursWords', x.hours_words, 'closedOn', x.closed_on) as point
     from collection_point x join area a on a.code = left(x.area_code, 12) where x.code = $1`,
    [code],
  );
  return rows[0]?.point;
}

function answer(point: PublicPoint, now: Instant): object {
  return { ...point, openNow: point.closedOn === null && isOpenAt(point.hours, now) };
}

/**
 * Mounts GET /api/points/:code, what the public page of a collection point shows: without a session, counted in the budget
 * of the address that asks, no name of a person in it. What does not exist, and what cannot be a code, is one answer.
 */
export function mountPoints(app: FastifyInstance, { ground, limits }: { readonly ground: Ground; readonly limits: Limits }): void {
  app.get("/api/points/:code", { exposeHeadRoute: false }, async (request, reply) => {
    if (!(await isWithinBudget(request, reply, limits))) return reply;
    const code = typedPointCode((request.params as { code: string }).code);
    const point = isPointCode(code) ? await readPublicPoint(ground, code) : undefined;
    if (point) return reply.header("cache-control", "no-store").send(answer(point, await ground.clock.now(ground.pool)));
    const message = languageOf(request.headers["accept-language"]) === "en" ? "There is no collection point with this code" : "没有这个编号的收集点";
    return answerRefusal(request, reply, 404, "NOT_FOUND", message);
  });
}

/** Counts the request; false when it has been answered already, for the budget is used up. */
export function isWithinBudget(request: FastifyRequest, reply: FastifyReply, limits: Limits): Promise<boolean> {
  return withinBudget(request, reply, () => limits.countAnonymous(request, reply));
}

/** Does what counts; false when the request has been answered already, for a budget is used up. */
export async function withinBudget(request: FastifyRequest, reply: FastifyReply, count: () => Promise<void>): Promise<boolean> {
  try {
    await count();
    return true;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { status, headers } = error.extensions["http"] as { status: number; headers?: Iterable<[string, string]> };
    for (const [name, value] of headers ?? []) void reply.header(name, value);
    answerRefusal(request, reply, status, String(error.extensions["code"]), error.message);
    return false;
  }
}

import { covers, type Viewer } from "@bandeng/domain";
import type { FastifyReply, FastifyRequest } from "fastify";
import { GeoRefused } from "./geo-refusal.ts";
import type { Jurisdiction } from "./services.ts";
import { readingScope } from "../access/scope.ts";
import type { Auth } from "../access/auth.ts";
import { ScopedDatabase } from "../database/scoped.ts";
import { clientAddress } from "../http/client-address.ts";
import { languageOf, makeContext, type Context, type Ground } from "../http/context.ts";
import { budgetHeaders, rateLimited, type Limits } from "../http/limits.ts";
import type { Log } from "../http/log.ts";
import type { Session } from "../access/session-store.ts";

export interface GeoRoutes {
  readonly ground: Ground;
  readonly auth: Auth;
  readonly log: Log;
  readonly limits: Limits;
  readonly baseUrl: string;
}

/**
 * The key that asks: `api_key`, as the specification has it, or the headers every key is held out in. A session is none:
 * there are no cookies here, so a foreign page has nothing to borrow.
 * @throws GeoRefused NO_KEY; GraphQLError RATE_LIMITED
 */
export async function keyOfRequest(request: FastifyRequest, reply: FastifyReply, { ground, limits }: GeoRoutes, apiKey: string | undefined): Promise<Session> {
  const headers = apiKey === undefined ? request.headers : { ...request.headers, "x-api-key": apiKey };
  const session = await ground.keys.sessionOf(headers).catch((error: unknown) => {
    if (error instanceof Error && "extensions" in error) return null; // not valid, whatever is wrong with it
    throw error;
  });
  if (session !== null) return session;
  await limits.countAnonymous(request, reply);
  throw new GeoRefused("NO_KEY");
}

/**
 * The context of a key for one jurisdiction: it sees and does here what it might, and nothing in the rest of its area.
 * The price is taken from the key's own budget.
 * @throws GeoRefused JURISDICTION_NOT_FOUND: the key has no part of it; GraphQLError RATE_LIMITED
 */
export async function contextOfKey(request: FastifyRequest, reply: FastifyReply, { ground, auth, log, limits }: GeoRoutes, session: Session, jurisdiction: Pick<Jurisdiction, "code">, cost: number): Promise<Context> {
  const language = languageOf(request.headers["accept-language"]);
  limits.refuseSpent(session.personId, language);
  const budget = await limits.takeCost(session, cost);
  if (budget.isSpent) throw rateLimited(budget, language);
  void reply.headers(budgetHeaders(budget));
  const ctx = await makeContext(ground, { session, accounts: auth, requestId: request.id, address: clientAddress(request), language, log });
  const viewer = within(ctx.viewer, jurisdiction.code);
  if (viewer.assignments.length === 0) throw new GeoRefused("JURISDICTION_NOT_FOUND");
  return { ...ctx, viewer, db: new ScopedDatabase(ground.pool, readingScope(viewer)) };
}

/** The same viewer with as much of each assignment as lies in an area. */
function within(viewer: Viewer, area: string): Viewer {
  const assignments = viewer.assignments.flatMap((held) => (covers(held.area, area) ? [{ ...held, area }] : covers(area, held.area) ? [held] : []));
  return { ...viewer, assignments };
}

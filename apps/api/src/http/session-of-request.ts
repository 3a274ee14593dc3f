import type { FastifyReply, FastifyRequest } from "fastify";
import type { Auth } from "../access/auth.ts";
import type { Session } from "../access/session-store.ts";
import type { Ground } from "./context.ts";
import type { Limits } from "./limits.ts";

/**
 * Who asks: the key the request holds out, or else whoever is signed in; null when nobody is. A key that is not valid is not
 * passed over for a cookie, and is counted against its address like any other request of nobody's.
 * @throws GraphQLError UNAUTHENTICATED, RATE_LIMITED
 */
export async function sessionOfRequest(request: FastifyRequest, reply: FastifyReply, { ground, auth, limits }: { readonly ground: Pick<Ground, "keys">; readonly auth: Auth; readonly limits: Limits }): Promise<Session | null> {
  try {
    return (await ground.keys.sessionOf(request.headers)) ?? (await auth.sessionOf(request.headers));
  } catch (error) {
    await limits.countAnonymous(request, reply);
    throw error;
  }
}

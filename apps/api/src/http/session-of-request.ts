import type { FastifyReply, FastifyRequest } from "fastify";
import type { Admission, Gate } from "./gate.ts";
import type { Limits } from "./limits.ts";

const admissions = new WeakMap<FastifyRequest, Promise<Admission | null>>();

/**
 * Who asks: the key the request holds out, or else whoever is signed in; null when nobody is. A key that is not valid is not
 * passed over for a cookie, and is counted against its address like any other request of nobody's. A request is admitted
 * once, whoever asks again: what the first one asked for (`stampAreas`, see Gate.admit) is what all get.
 * @throws GraphQLError UNAUTHENTICATED, RATE_LIMITED
 */
export function admissionOf(request: FastifyRequest, reply: FastifyReply, { gate, limits }: { readonly gate: Gate; readonly limits: Limits }, stampAreas: string | null = null): Promise<Admission | null> {
  const known = admissions.get(request);
  if (known !== undefined) return known;
  const admission = gate.admit(request.headers, { stampAreas }).catch(async (error: unknown) => {
    await limits.countAnonymous(request, reply);
    throw error;
  });
  admissions.set(request, admission);
  return admission;
}

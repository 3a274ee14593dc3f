import type { FastifyRequest } from "fastify";

/**
 * Whether a request may come from where it says. A browser names the page that sends it; that page must be one of ours:
 * served under the very host that is being asked, or under the address people were given. Programs send no Origin.
 */
export function isOwnOrigin({ headers }: Pick<FastifyRequest, "headers">, baseUrl: string): boolean {
  const site = headers["sec-fetch-site"];
  if (site === "cross-site") return false;
  const { origin, host } = headers;
  if (origin === undefined) return true;
  if (origin === new URL(baseUrl).origin) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

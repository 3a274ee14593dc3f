import type { FastifyRequest } from "fastify";

/**
 * Whether a request may come from where it says. A browser names the page that sends it; that page must be one of ours:
 * served under the very host that is being asked, or under the address people were given. Programs send no Origin.
 * Host and scheme are what the client used: a proxy says them, if it is one of BANDENG_PROXIES.
 */
export function isOwnOrigin({ headers, host, protocol }: Pick<FastifyRequest, "headers" | "host" | "protocol">, baseUrl: string): boolean {
  const site = headers["sec-fetch-site"];
  if (site === "cross-site") return false;
  const { origin } = headers;
  if (origin === undefined) return true;
  if (origin === new URL(baseUrl).origin) return true;
  if (!URL.canParse(origin) || new URL(origin).host !== host) return false;
  // A page that came unencrypted may be anybody's, even under our name.
  return protocol !== "https" || origin.startsWith("https:");
}

import { isIP } from "node:net";
import type { FastifyRequest } from "fastify";

/** The private header that hands it over to the sign-in; an incoming one is always dropped. */
export const CLIENT_ADDRESS_HEADER = "x-bandeng-client-address";

const GROUPS_OF_A_NETWORK = 4;

/**
 * Whom a request counts for: the address of the client as limits, lock-outs and the audit use it. An IPv4 address in its
 * plain form; of an IPv6 address the network (`2001:db8:1:2::` stands for its /64), since a household or a phone owns
 * all of that and could come from a new address each time. Headers about the client are believed only from the proxies
 * of BANDENG_PROXIES: fastify reads them, see server.ts.
 */
export function clientAddress(request: Pick<FastifyRequest, "ip" | "socket">): string {
  return normalAddress(request.ip) ?? normalAddress(request.socket.remoteAddress ?? "") ?? "unknown";
}

/** The one spelling of an address; undefined for what is none. */
export function normalAddress(address: string): string | undefined {
  const plain = address.split("%", 1)[0] ?? "";
  if (isIP(plain) === 4) return plain;
  if (isIP(plain) !== 6) return undefined;
  const groups = groupsOf(plain);
  const mapped = groups.slice(0, 6).join(":") === "0:0:0:0:0:ffff";
  if (mapped) return groups.slice(6).flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255]).join(".");
  const network = groups.slice(0, GROUPS_OF_A_NETWORK).join(":");
  return spelling(`${network}:0:0:0:0`);
}

/** The eight groups of an IPv6 address, in hexadecimal without leading zeros. */
function groupsOf(address: string): string[] {
  const [head = "", tail] = spelling(address).split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  return [...left, ...Array<string>(8 - left.length - right.length).fill("0"), ...right];
}

/** As the URL standard writes it: lower case, shortest, a mapped IPv4 address in groups too. */
function spelling(address: string): string {
  return new URL(`http://[${address}]`).hostname.slice(1, -1);
}

import type { PoolClient } from "pg";
import type { AuditKeys } from "./audit-key.ts";
import type { ChainHead } from "./chain.ts";
import { linkHash, macOf, type SealedRow } from "./seal.ts";
import { run } from "../database/statement.ts";

/**
 * What was done to the audit. EDITED: a row or its place was changed. DELETED: one is missing. INSERTED: one that the program
 * did not write. SWAPPED: one stands where another belongs. RESTORED: a genuine row stands where it never stood, or again
 * after it was retired; or the whole table was set back. TRUNCATED: the end is missing.
 */
export const tamperings = ["EDITED", "DELETED", "INSERTED", "SWAPPED", "RESTORED", "TRUNCATED"] as const;

export interface Broken {
  readonly kind: (typeof tamperings)[number];
  /** Null for a row without a place. */
  readonly position: number | null;
  /** The row found there; null when there is none. */
  readonly auditId: string | null;
}

/** A link with its row, as they were found; without a row where it is gone. */
export interface FoundLink {
  readonly position: number;
  readonly auditId: string;
  readonly hash: Buffer;
  readonly keyNo: number;
  readonly mac: Buffer | null;
  readonly content: SealedRow | null;
}

/**
 * Why a link is not right. `previous` is right. What was done is concluded from what still fits what: the stored hash with
 * the row's content or its seal, the next link with the stored hash or with the one that should stand here.
 */
export async function reasonOf(client: PoolClient, keys: AuditKeys, previous: ChainHead, link: FoundLink, next: FoundLink | null): Promise<Broken> {
  const { hash, mac, content, keyNo, auditId } = link;
  const position = previous.position + 1;
  if (link.position !== position) return { kind: "DELETED", position, auditId: null };
  if (mac === null || content === null) return { kind: "DELETED", position, auditId };
  const here = (seal: Buffer): Buffer | null => linkHash(previous.hash, position, seal, keyNo, keys);
  const continued = (from: Buffer | null, at = position + 1): boolean =>
    from !== null && next?.mac != null && linkHash(from, at, next.mac, next.keyNo, keys)?.equals(next.hash) === true;
  const own = macOf(content, keys);
  const found = (kind: Broken["kind"]): Broken => ({ kind, position, auditId });

  if (own?.equals(mac) !== true) {
    if (here(mac)?.equals(hash) === true || (own !== null && here(own)?.equals(hash) === true)) return found("EDITED");
    const fits = await othersThatFit(client, link, here);
    if (fits.row) return found("SWAPPED");
    return found(continued(hash) ? "EDITED" : "INSERTED");
  }
  // The row is genuine; its place is not.
  const fits = await othersThatFit(client, link, here);
  if (fits.row || fits.place) return found("SWAPPED");
  // All places after a missing one were counted down by one.
  if (continued(hash, position + 2)) return found("DELETED");
  const withKey = linkHash(previous.hash, position, mac, keys.current, keys);
  if (continued(here(mac)) || withKey?.equals(hash) === true || next === null) return found("EDITED");
  return found("RESTORED");
}

/** Whether another row is the one that was sealed here, and whether another place has the hash that belongs here. Looked for only once something is wrong. */
async function othersThatFit(client: PoolClient, { hash, auditId }: FoundLink, here: (mac: Buffer) => Buffer | null): Promise<{ row: boolean; place: boolean }> {
  const others = await run<{ mac: Buffer; hash: Buffer | null }>(
    client,
    "select a.mac, l.hash from audit a left join audit_link l on l.audit_id = a.id where a.id <> $1",
    [auditId],
  );
  const wanted = others.map((other) => ({ hash: other.hash, here: here(other.mac) }));
  return {
    row: wanted.some((other) => other.here?.equals(hash) === true),
    place: wanted.some((other) => other.hash !== null && other.here?.equals(other.hash) === true),
  };
}

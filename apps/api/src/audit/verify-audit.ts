import type { Pool, PoolClient } from "pg";
import type { AuditKeys } from "./audit-key.ts";
import { reasonOf, type Broken, type FoundLink } from "./broken-link.ts";
import { readHead, type ChainHead } from "./chain.ts";
import { anchorSeal, CHAIN_START, linkHash, macOf, sealedRows, type SealedRow } from "./seal.ts";
import { systemScope } from "../access/scope.ts";
import { run } from "../database/statement.ts";

export interface Verified {
  /** The first thing that is not as the program left it; null when everything is. */
  readonly broken: Broken | null;
  /** The last place that was found right. */
  readonly head: ChainHead;
  /** Rows with a place that were looked at. */
  readonly rows: number;
  /** Whether the end of the chain was reached. */
  readonly finished: boolean;
}

export interface VerifyOptions {
  /** A head that was kept outside the database. */
  readonly head?: ChainHead | undefined;
  /** Goes on after this place, which an earlier run found right; the rows without a place are then not looked at. */
  readonly from?: ChainHead | undefined;
  /** At most so many rows; everything when not given. */
  readonly limit?: number;
  /** Ends it between two batches, with the signal's reason thrown. */
  readonly signal?: AbortSignal | undefined;
}

const BATCH = 500;

/** Verifies the audit as it stands at one moment. Reads only. */
export async function verifyAudit(pool: Pool, keys: AuditKeys, options: VerifyOptions = {}): Promise<Verified> {
  const client = await pool.connect();
  let failed: Error | undefined;
  try {
    // One snapshot for all batches: the chain grows, and its oldest rows retire, while it is read.
    await client.query(`begin isolation level repeatable read read only; select set_config('app.viewer', '${systemScope}', true)`);
    return await verifyChain(client, keys, options);
  } finally {
    await client.query("rollback").catch((error: Error) => (failed = error));
    client.release(failed);
  }
}

/** The same on a client in a transaction of the caller's. */
export async function verifyChain(client: PoolClient, keys: AuditKeys, { head, from, limit = Number.POSITIVE_INFINITY, signal }: VerifyOptions = {}): Promise<Verified> {
  const start = await startOf(client, keys, from);
  if ("kind" in start) return { broken: start, head: CHAIN_START, rows: 0, finished: true };
  let at = start;
  let rows = 0;
  const stop = (broken: Broken | null, finished: boolean): Verified => ({ broken, head: at, rows, finished });
  for (;;) {
    signal?.throwIfAborted();
    const links = await readLinks(client, at.position, Math.min(BATCH, limit - rows));
    for (const [i, link] of links.entries()) {
      const right = checked(at, link, keys);
      if (right === null) return stop(await reasonOf(client, keys, at, link, links[i + 1] ?? null), true);
      at = right;
      rows += 1;
      if (head?.position === at.position && !head.hash.equals(at.hash)) return stop({ kind: "RESTORED", position: at.position, auditId: link.auditId }, true);
    }
    if (rows >= limit) return stop(null, false);
    if (links.length < BATCH) break;
  }
  if (head && head.position > at.position) return stop({ kind: "TRUNCATED", position: at.position + 1, auditId: null }, true);
  return stop(from ? null : await looseRow(client, keys), true);
}

/** Where to begin: after `from`, after the anchor of retired rows, or at the very beginning. */
async function startOf(client: PoolClient, keys: AuditKeys, from: ChainHead | undefined): Promise<ChainHead | Broken> {
  const [anchor] = await run<{ position: number; hash: Buffer; keyNo: number; seal: Buffer }>(
    client,
    `select position::int8, hash, key_no as "keyNo", seal from audit_anchor order by position desc limit 1`,
  );
  const position = Number(anchor?.position ?? 0);
  if (from) {
    const end = await readHead(client);
    if (end.position < from.position) return { kind: "TRUNCATED", position: end.position + 1, auditId: null };
    if (from.position >= position) return from;
  }
  if (!anchor) return CHAIN_START;
  const sealed = anchorSeal(position, anchor.hash, anchor.keyNo, keys);
  // Rows went without the program: whatever the anchor says, the first place that is missing is the first.
  return sealed?.equals(anchor.seal) === true ? { position, hash: anchor.hash } : { kind: "DELETED", position: 1, auditId: null };
}

const LINKS = `
  select l.position, l.audit_id as "auditId", l.hash, l.key_no as "keyNo", a.mac, a.content
  from (select * from audit_link where position > $1 order by position limit $2) l left join ${sealedRows} a using (audit_id) order by l.position`;

async function readLinks(client: PoolClient, after: number, count: number): Promise<FoundLink[]> {
  const rows = await run<FoundLink & Record<string, unknown>>(client, LINKS, [after, count]);
  return rows.map((row) => ({ ...row, position: Number(row.position) }));
}

/** The link as the new end, when it stands in its place and its row is what was sealed; else null. */
function checked(previous: ChainHead, link: FoundLink, keys: AuditKeys): ChainHead | null {
  if (link.position !== previous.position + 1 || link.mac === null || link.content === null) return null;
  if (macOf(link.content, keys)?.equals(link.mac) !== true) return null;
  const hash = linkHash(previous.hash, link.position, link.mac, link.keyNo, keys);
  return hash?.equals(link.hash) === true ? { position: link.position, hash } : null;
}

/** A row without a place that is not waiting for one either: nobody but the program writes rows, and it lets them wait. */
async function looseRow(client: PoolClient, keys: AuditKeys): Promise<Broken | null> {
  const rows = await run<{ auditId: string; mac: Buffer; content: SealedRow; waits: boolean; retired: boolean }>(
    client,
    `select a.audit_id as "auditId", a.mac, a.content, w.audit_id is not null as waits,
       exists (select from audit_anchor n join audit own on own.id = a.audit_id where own.at < n.before) as retired
     from ${sealedRows} a left join audit_waiting w using (audit_id) where not exists (select from audit_link l where l.audit_id = a.audit_id) order by 1`,
  );
  for (const { auditId, mac, content, waits, retired } of rows) {
    if (macOf(content, keys)?.equals(mac) !== true) return { kind: "INSERTED", position: null, auditId };
    if (retired) return { kind: "RESTORED", position: null, auditId };
    // Genuine, and its place is gone: without a later place to show the gap, this is how a cut end looks.
    if (!waits) return { kind: "TRUNCATED", position: null, auditId };
  }
  return null;
}

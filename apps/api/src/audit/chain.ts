import type { PoolClient } from "pg";
import type { AuditKeys } from "./audit-key.ts";
import { CHAIN_START, linkHash, macOf, sealedRows, type SealedRow } from "./seal.ts";
import { run, type Runner } from "../database/statement.ts";

/** The last place of the chain. Kept outside the database it shows that the whole table was set back. */
export interface ChainHead {
  readonly position: number;
  readonly hash: Buffer;
}

/** One number for "somebody lengthens or shortens the chain". */
const CHAINING = 340_802_031;
const BATCH = 500;

/** Waits until nobody else works on the chain; held until the transaction ends. A statement of its own: what is read after it is read after the lock. */
export async function lockChain(client: PoolClient): Promise<void> {
  await run(client, "select pg_advisory_xact_lock($1)", [CHAINING]);
}

/** The end of the chain; where all links were retired, the anchor that stands for them. */
export async function readHead(runner: Runner): Promise<ChainHead> {
  const [last] = await run<{ position: number; hash: Buffer }>(
    runner,
    `select position, hash from (select position, hash from audit_link union all select position, hash from audit_anchor) x order by position desc limit 1`,
  );
  return last ? { position: Number(last.position), hash: last.hash } : CHAIN_START;
}

/**
 * Rows whose transaction is over and before which none can still appear; those of a restored copy come from another count
 * of transactions and are ahead of this one. Taking them out of the queue is what keeps a row from a second place: of two
 * transactions one finds it gone.
 */
const TAKE = `
  with next as (
    select audit_id, xid from audit_waiting
    where xid < pg_snapshot_xmin(pg_current_snapshot()) or xid >= pg_snapshot_xmax(pg_current_snapshot())
    order by xid, audit_id limit $1),
  taken as (delete from audit_waiting w using next where w.audit_id = next.audit_id returning w.audit_id, w.xid)
  select a.audit_id as id, a.mac, a.content from taken join ${sealedRows} a using (audit_id) order by taken.xid, a.audit_id`;

export interface Chained {
  readonly linked: number;
  /** Rows without a right seal: they get no place, and verifying names them. */
  readonly forged: number;
  readonly head: ChainHead;
}

/** Links what waits, up to a batch, under the lock that the caller holds (`lockChain`). */
export async function linkBatch(client: PoolClient, keys: AuditKeys): Promise<Chained & { readonly full: boolean }> {
  let head = await readHead(client);
  const rows = await run<{ id: string; mac: Buffer; content: SealedRow }>(client, TAKE, [BATCH]);
  const links: { id: string; position: number; hash: Buffer }[] = [];
  for (const { id, mac, content } of rows) {
    if (macOf(content, keys)?.equals(mac) !== true) continue;
    const position = head.position + 1;
    head = { position, hash: linkHash(head.hash, position, mac, keys.current, keys) as Buffer };
    links.push({ id, ...head });
  }
  if (links.length > 0) {
    await run(
      client,
      "insert into audit_link (position, audit_id, hash, key_no) select l.position, l.id, l.hash, $4 from unnest($1::int8[], $2::uuid[], $3::bytea[]) as l(position, id, hash)",
      [links.map((l) => l.position), links.map((l) => l.id), links.map((l) => l.hash), keys.current],
    );
  }
  return { linked: links.length, forged: rows.length - links.length, head, full: rows.length === BATCH };
}

/** As it is logged, and as the command takes it: `position:hash`. */
export function headText({ position, hash }: ChainHead): string {
  return `${position}:${hash.toString("hex")}`;
}

/** Reads such a text back; null when it is none. */
export function parseHead(text: string): ChainHead | null {
  const [, position, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text.trim()) ?? [];
  return position === undefined || hash === undefined ? null : { position: Number(position), hash: Buffer.from(hash, "hex") };
}

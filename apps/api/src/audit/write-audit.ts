import { createHash } from "node:crypto";
import type { SlipInHand } from "@bandeng/domain";
import type { PoolClient } from "pg";
import { uuidv7 } from "uuidv7";
import type { AuditActor, AuditEntry } from "./audit-entry.ts";
import type { AuditKeys } from "./audit-key.ts";
import { macOf, type SealedRow } from "./seal.ts";
import { run } from "../database/statement.ts";

/** Whoever acts, and the keys his row is sealed with. */
export interface SealingActor extends AuditActor {
  readonly keys: AuditKeys;
}

/** Whoever acts in a request. */
export function auditActor(ctx: {
  readonly viewer: { readonly personId: string; readonly slip?: SlipInHand };
  readonly sessionId: string | null;
  readonly address: string;
  readonly requestId: string;
  readonly auditKeys: AuditKeys;
}): SealingActor {
  // Who shows a slip code is nobody's account: the row says what was done, not whose word it is.
  return { personId: ctx.viewer.slip ? null : ctx.viewer.personId, sessionId: ctx.sessionId, address: ctx.address, requestId: ctx.requestId, keys: ctx.auditKeys };
}

const INSERT = `
  with written as (
    insert into audit (id, at, person_id, session_id, address, request_id, action, outcome, code, subject_kind, subject_id, area_no, before_hash, after_hash, reason, xid, key_no, mac)
    values ($1, timestamptz 'epoch' + $2::int8 * interval '1 millisecond', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16::xid8, $17, $18))
  insert into audit_waiting (audit_id, xid) values ($1, $16::xid8)`;

/**
 * Writes one row, in the transaction of what it says, sealed with a key that the database does not have. Its place in the
 * chain is given afterwards (chain.ts). The moment is the database's: no instance's clock decides when something was done.
 */
export async function writeAudit(client: PoolClient, { personId, sessionId, address, requestId, keys }: SealingActor, entry: AuditEntry): Promise<void> {
  const [now] = await run<{ at: string; xid: string }>(client, "select ((extract(epoch from clock_timestamp()) * 1000)::int8)::text as at, pg_current_xact_id()::text as xid");
  const { at, xid } = now as { at: string; xid: string };
  const row: SealedRow = {
    id: uuidv7(), at, personId, sessionId, address, requestId, action: entry.action, outcome: entry.outcome, code: entry.code,
    subjectKind: entry.subject?.kind ?? null, subjectId: entry.subject?.id ?? null, areaNo: entry.areaNo === null ? null : String(entry.areaNo),
    before: entry.before?.toString("hex") ?? null, after: entry.after?.toString("hex") ?? null, reason: entry.reason, xid, keyNo: String(keys.current),
  };
  await run(client, INSERT, [
    row.id, row.at, row.personId, row.sessionId, row.address, row.requestId, row.action, row.outcome, row.code, row.subjectKind, row.subjectId, row.areaNo,
    entry.before, entry.after, row.reason, row.xid, row.keyNo, macOf(row, keys),
  ]);
}

/** SHA-256 of a thing as it is, whatever order its keys come in. */
export function fingerprint(thing: unknown): Buffer {
  return createHash("sha256").update(JSON.stringify(thing, sorted)).digest();
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

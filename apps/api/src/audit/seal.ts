import { createHmac } from "node:crypto";
import type { AuditKeys } from "./audit-key.ts";

/**
 * A row of the audit as it is sealed: every column as text, null as null. Names and order are part of the seal: changing
 * them makes every stored row a broken one.
 */
const columns = {
  id: "id::text",
  at: "((extract(epoch from at) * 1000)::int8)::text", // milliseconds, which no time zone and no date style changes
  personId: "person_id::text",
  sessionId: "session_id",
  address: "address",
  requestId: "request_id",
  action: "action",
  outcome: "outcome",
  code: "code",
  subjectKind: "subject_kind",
  subjectId: "subject_id",
  areaNo: "area_no::text",
  before: "encode(before_hash, 'hex')",
  after: "encode(after_hash, 'hex')",
  reason: "reason",
  xid: "xid::text",
  keyNo: "key_no::text",
};

export type SealedRow = { readonly [C in keyof typeof columns]: string | null };

const names = Object.keys(columns) as (keyof typeof columns)[];

/** The table `audit` for a FROM: `audit_id`, `mac`, and the rest as `content`, a {@link SealedRow}. */
export const sealedRows = `(select id as audit_id, mac, json_build_object(${names.map((name) => `'${name}', ${columns[name]}`).join(", ")}) as content from audit)`;

/** The seal of one row: HMAC-SHA256 over all of its content; null when its key is not known here. */
export function macOf(row: SealedRow, keys: AuditKeys): Buffer | null {
  const key = keys.of(Number(row.keyNo));
  return key && createHmac("sha256", key).update(JSON.stringify(names.map((name) => row[name]))).digest();
}

/** Where the chain begins: what stands before position 1. */
export const CHAIN_START = { position: 0, hash: Buffer.alloc(32) };

/** Hash of a link: HMAC-SHA256 over the hash before it, its position and the seal of its row; null when its key is not known here. */
export function linkHash(previous: Buffer, position: number, mac: Buffer, keyNo: number, keys: AuditKeys): Buffer | null {
  const key = keys.of(keyNo);
  return key && createHmac("sha256", key).update(previous).update(`|${position}|`).update(mac).digest();
}

/** The seal of an anchor: that the program itself, and no hand in the database, took away what stood up to this position. */
export function anchorSeal(position: number, hash: Buffer, keyNo: number, keys: AuditKeys): Buffer | null {
  const key = keys.of(keyNo);
  return key && createHmac("sha256", key).update(`anchor|${position}|`).update(hash).digest();
}

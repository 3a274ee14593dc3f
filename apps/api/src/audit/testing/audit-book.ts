import type { Pool, PoolClient } from "pg";
import { uuidv7 } from "uuidv7";
import { systemScope } from "../../access/scope.ts";
import { transaction } from "../../database/transaction.ts";
import { testAuditKeys } from "../../testing/api.ts";
import type { AuditActor, AuditEntry } from "../audit-entry.ts";
import { macOf, sealedRows, type SealedRow } from "../seal.ts";
import { writeAudit } from "../write-audit.ts";

const somebody: AuditActor = { personId: "01890000-0000-7000-8000-000000000001", sessionId: "session", address: "192.0.2.7", requestId: "request-1" };

/** An entry that fills every column. */
export function entryOf(action: string): AuditEntry {
  return {
    action, outcome: "DONE", code: "CODE", subject: { kind: "CASE", id: uuidv7() }, areaNo: 340_802_001_007_000,
    before: Buffer.from("before"), after: Buffer.from("after"), reason: "住户来电",
  };
}

/** Writes rows, each in a transaction of its own. */
export async function writeRows(pool: Pool, count: number, action = "escalateCase"): Promise<void> {
  for (let i = 0; i < count; i++) await transaction(pool, systemScope, (client) => writeAudit(client, { ...somebody, keys: testAuditKeys }, entryOf(`${action}${i}`)));
}

/** Makes rows that wait for their place older, seal and all, as if they had been written then. As the owner. */
export async function ageWaiting(owner: Pool, days: number): Promise<void> {
  await owner.query("update audit a set at = at - $1 * interval '1 day' from audit_waiting w where w.audit_id = a.id", [days]);
  const { rows } = await owner.query<{ id: string }>("select audit_id as id from audit_waiting");
  for (const { id } of rows) await seal(owner, id);
}

/** Seals a row as it is now: what only the program can do. */
async function seal(owner: Pool | PoolClient, id: string): Promise<void> {
  const { rows } = await owner.query<{ content: SealedRow }>(`select content from ${sealedRows} a where audit_id = $1`, [id]);
  await owner.query("update audit set mac = $2 where id = $1", [id, macOf((rows[0] as { content: SealedRow }).content, testAuditKeys)]);
}

import type { Pool } from "pg";
import { vi } from "vitest";
import { systemScope } from "../access/scope.ts";
import type { AuditKeys } from "../audit/audit-key.ts";
import { run } from "../database/statement.ts";
import { transaction } from "../database/transaction.ts";
import { sequence, type Sequenced } from "../feed/sequencer.ts";

/**
 * Gives places until no event and no row of the audit waits. One `sequence` is not enough for that: what it may place waits
 * for every older transaction of the cluster, and other test files write to the same one.
 */
export async function sequenceAll(pool: Pool, keys: AuditKeys): Promise<Sequenced> {
  let [placed, linked, forged] = [0, 0, 0];
  let position: number | null = null;
  return vi.waitFor(async () => {
    const done = await sequence(pool, keys);
    [placed, linked, forged] = [placed + done.placed, linked + done.linked, forged + done.forged];
    position = done.position ?? position;
    const waiting = await transaction(pool, systemScope, (client) => run(client, "(select id from event where position is null limit 1) union all (select audit_id from audit_waiting limit 1)"));
    if (waiting.length > 0) throw new Error("something still waits for an older transaction");
    return { placed, linked, forged, position, head: done.head };
  }, { timeout: 20_000, interval: 20 });
}

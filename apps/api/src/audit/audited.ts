import type { PoolClient } from "pg";
import type { AuditEntry } from "./audit-entry.ts";
import { auditActor, writeAudit } from "./write-audit.ts";
import { areaNoOf } from "../access/scope.ts";
import type { Context } from "../http/context.ts";

/**
 * A mutation that is no verb (cases/act.ts has its own path): its work and its one row of the audit in one transaction.
 * @param work returns its result, and what it was done to
 */
export async function audited<T>(ctx: Context, action: string, work: (client: PoolClient) => Promise<{ result: T; subject: AuditEntry["subject"] }>): Promise<T> {
  return ctx.db.transaction(async (client) => {
    const { result, subject } = await work(client);
    await writeAudit(client, auditActor(ctx), { action, outcome: "DONE", code: null, subject, areaNo: areaNoOf(ctx.viewer.assignments), before: null, after: null, reason: null });
    return result;
  });
}

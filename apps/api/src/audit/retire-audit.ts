import type { Instant } from "@bandeng/domain";
import type { PoolClient } from "pg";
import type { AuditKeys } from "./audit-key.ts";
import { lockChain } from "./chain.ts";
import { anchorSeal } from "./seal.ts";
import { run } from "../database/statement.ts";

/** How long rows of the audit stay, in days. Source of the floor: Cybersecurity Law, art. 21 (logs, six months); of the default: PIPL art. 56 (records on personal data, three years). */
export const auditRetention = { floor: 183, default: 1096 } as const;

/**
 * Takes the oldest rows away, those before a moment, and leaves a sealed anchor, so that what stays still verifies. Rows
 * stand in the order of transactions: the first young one ends it. The database itself refuses a moment younger than the
 * floor.
 *
 * @param client in a transaction under `systemScope`
 * @returns how many rows went
 */
export async function retireAudit(client: PoolClient, keys: AuditKeys, before: Instant): Promise<number> {
  await lockChain(client);
  const [last] = await run<{ position: number; hash: Buffer }>(
    client,
    `select position, hash from audit_link where position = coalesce(
       (select l.position - 1 from audit_link l join audit a on a.id = l.audit_id where a.at >= $1 order by l.position limit 1),
       (select max(position) from audit_link))`,
    [before],
  );
  if (!last) return 0;
  const seal = anchorSeal(Number(last.position), last.hash, keys.current, keys);
  const [done] = await run<{ gone: number }>(client, "select retire_audit($1, $2, $3::int2, $4)::int as gone", [last.position, before, keys.current, seal]);
  return done?.gone ?? 0;
}

import type { Pool } from "pg";
import type { AuditKeys } from "./audit-key.ts";
import type { Broken } from "./broken-link.ts";
import { verifyAudit } from "./verify-audit.ts";
import { systemScope } from "../access/scope.ts";
import { run, type Runner } from "../database/statement.ts";
import { transaction } from "../database/transaction.ts";

/** How far the running program has verified the audit, for the page. The proof is the command: this row lies in the database itself. */
export interface AuditCheck {
  /** The last place found right. */
  readonly position: number;
  readonly hash: Buffer;
  /** When that was. */
  readonly at: string;
  /** What was found broken; only verifying everything from the beginning takes it back. */
  readonly broken: Broken | null;
  /** Everything was verified from the beginning within the last day. */
  readonly wholeLately: boolean;
}

const READ = `select position, hash, at, broken, whole_at > clock_timestamp() - interval '1 day' as "wholeLately" from audit_check`;

export async function readCheck(runner: Runner): Promise<AuditCheck | null> {
  const [row] = await run<AuditCheck & Record<string, unknown>>(runner, READ);
  return row ? { ...row, position: Number(row.position) } : null;
}

const STORE = `
  insert into audit_check (position, hash, at, whole_at, broken) values ($1, $2, clock_timestamp(), clock_timestamp(), $3)
  on conflict (singleton) do update set position = $1, hash = $2, at = clock_timestamp(), broken = $3,
    whole_at = case when $4::boolean then clock_timestamp() else audit_check.whole_at end`;

/**
 * Verifies what was chained since the last time; once a day, and when asked to, everything from the beginning.
 * @returns what is broken, of this time or of an earlier one
 */
export async function checkAudit(pool: Pool, keys: AuditKeys, { whole = false, signal }: { readonly whole?: boolean; readonly signal?: AbortSignal } = {}): Promise<Broken | null> {
  const earlier = await transaction(pool, systemScope, readCheck);
  const everything = whole || earlier?.wholeLately !== true;
  const known = earlier ? { position: earlier.position, hash: earlier.hash } : undefined;
  const found = await verifyAudit(pool, keys, everything ? { head: known, signal } : { from: known, signal });
  const broken = found.broken ?? (everything ? null : (earlier?.broken ?? null));
  await transaction(pool, systemScope, (client) => run(client, STORE, [found.head.position, found.head.hash, broken === null ? null : JSON.stringify(broken), everything]));
  return broken;
}

import type { Pool, PoolClient } from "pg";
import type { AuditActor, AuditEntry, AuditJournal } from "./audit-entry.ts";
import type { AuditKeys } from "./audit-key.ts";
import { writeAudit } from "./write-audit.ts";
import { systemScope } from "../access/scope.ts";
import { run } from "../database/statement.ts";
import { transaction } from "../database/transaction.ts";

/**
 * The journal for what no transaction of ours does: sign-ins and their refusals, denials. Each call commits one row. Where
 * the entry names no area, it is that of whoever acted, or of the account's person: a wrong password proves nobody.
 */
export function openJournal(pool: Pool, keys: AuditKeys): AuditJournal {
  return (actor, entry) =>
    transaction(pool, systemScope, async (client) => {
      const areaNo = entry.areaNo ?? (await homeOf(client, actor, entry));
      await writeAudit(client, { ...actor, keys }, { ...entry, areaNo });
    });
}

async function homeOf(client: PoolClient, { personId }: AuditActor, { subject }: AuditEntry): Promise<number | null> {
  const account = personId === null && subject?.kind === "ACCOUNT" ? subject.id : null;
  if (personId === null && account === null) return null;
  // The journal belongs to the sign-in, whose tables are open to whoever says so; this ends with the transaction.
  await run(client, "select set_config('app.part', 'sign-in', true)");
  const [person] = await run<{ area: number | null }>(
    client,
    `select area_no as area from person where id = coalesce($1::uuid, (select u."personId"::uuid from auth."user" u where u.id::text = $2))`,
    [personId, account],
  );
  return person?.area ?? null;
}

import { areaKind, areaNumber, isAreaCode, localDateOf, maskName } from "@bandeng/domain";
import type { Pool, PoolClient } from "pg";
import { uuidv7 } from "uuidv7";
import type { AccessLink } from "./access-link.ts";
import type { Accounts } from "./accounts.ts";
import { systemScope } from "./scope.ts";
import type { AuditKeys } from "../audit/audit-key.ts";
import { writeAudit } from "../audit/write-audit.ts";
import { run } from "../database/statement.ts";
import { transaction } from "../database/transaction.ts";
import type { Clock } from "../http/clock.ts";
import { lockRoles, storePeople } from "../people/store-people.ts";
import { StartRefused } from "../start-refused.ts";

/** Who is to be the first administrator. */
export interface FirstAdmin {
  readonly username: string;
  readonly name: string;
  /** Code of the district, six digits. */
  readonly area: string;
  /** Name of the district, for a database that does not know it yet; its code when absent. */
  readonly areaName?: string | undefined;
}

export interface FirstAdminGround {
  readonly pool: Pool;
  readonly accounts: Pick<Accounts, "invite">;
  readonly auditKeys: AuditKeys;
  readonly clock: Clock;
}

/**
 * Makes the first system administrator: a person with that role, an account without a password, and the link to choose
 * one. Every other role is given by an administrator to somebody else, so the first one is nobody's to give; he is made
 * once, by whoever runs the server, and the audit says so.
 * @throws StartRefused when there is an administrator already, or the input cannot be used; nothing is stored then
 */
export async function makeFirstAdmin({ pool, accounts, auditKeys: keys, clock }: FirstAdminGround, given: FirstAdmin): Promise<AccessLink> {
  const name = given.name.trim();
  if (name === "" || name.length > 40) throw new StartRefused("姓名应为 1 到 40 个字", "A name has 1 to 40 characters");
  const { area } = given;
  if (!isAreaCode(area) || areaKind(area) !== "DISTRICT") throw new StartRefused("系统管理员任职于区县：请给出六位区划代码", "A system administrator belongs to a district: give its code of six digits");
  return transaction(pool, systemScope, async (client) => {
    await lockRoles(client);
    await refuseSecond(client);
    const now = await clock.now(client);
    const today = localDateOf(now);
    await ensureDistrict(client, area, given.areaName?.trim() || area, today);
    const personId = uuidv7();
    const areaNo = areaNumber(area);
    await run(client, "insert into person (id, display_name, surname_mask, area_no) values ($1, $2, $3, $4)", [personId, name, maskName(name), areaNo]);
    const role = { assignmentId: uuidv7(), personId, role: "SYSTEM_ADMIN", area, buildingId: null, departmentId: null, from: today, to: null } as const;
    await storePeople(client, { type: "ROLE_GRANTED", payload: role }, { streamId: personId, areaNo, actorId: null, now });
    const nobody = { personId: null, sessionId: null, address: null, requestId: null };
    const subject = { kind: "PERSON", id: personId } as const;
    await writeAudit(client, { ...nobody, keys }, { action: "firstAdministrator", outcome: "DONE", code: null, subject, areaNo, before: null, after: null, reason: null });
    // Last: the accounts have connections of their own, and what fails before must leave none behind.
    const link = await accounts.invite({ personId, username: given.username, name, by: personId });
    if ("refusal" in link) throw new StartRefused(`用户名不可用：${link.refusal}`, `The user name cannot be used: ${link.refusal}`);
    return link;
  });
}

async function refuseSecond(client: PoolClient): Promise<void> {
  const [row] = await run<{ held: boolean }>(client, "select exists (select from role_assignment where role = 'SYSTEM_ADMIN') as held");
  if (row?.held !== false) throw new StartRefused("已有系统管理员：请由其授予职务", "There is a system administrator already: he gives the role to others");
}

async function ensureDistrict(client: PoolClient, code: string, name: string, today: string): Promise<void> {
  await run(
    client,
    `insert into area (code, no, kind, parent_code, name, pinyin, initials, source, as_of) values ($1, $2, 'DISTRICT', null, $3, '', '', 'admin:first', $4) on conflict (code) do nothing`,
    [code, areaNumber(code), name, today],
  );
}

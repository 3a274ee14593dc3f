import type { Pool } from "pg";
import { demoAccounts } from "../database/demo/staff-plan.ts";
import { ScopedDatabase } from "../database/scoped.ts";
import { run } from "../database/statement.ts";
import { personScope } from "./scope.ts";

/** Who must have a second factor: whoever administers the system, or nobody. */
export const secondFactorSettings = ["administrators", "nobody"] as const;
export type SecondFactorSetting = (typeof secondFactorSettings)[number];

/** Whether the account of a person must have a second factor. */
export type SecondFactorRule = (personId: string, username: string) => Promise<boolean>;

// A role counts on the days it is in force, as for everything else (viewer.ts).
const RULE = `
  select exists (select from public.role_assignment where person_id = $1 and role = 'SYSTEM_ADMIN'
    and (now() at time zone 'Asia/Shanghai')::date between from_date and coalesce(to_date, 'infinity')) as administrator,
  exists (select from public.demo_mark) as demo`;

/**
 * Administrators must, but for the accounts of the demo, whose password is printed on the sign-in page: on a database that
 * the demo made they may set one up and need not.
 */
export function secondFactorRule(pool: Pool, setting: SecondFactorSetting): SecondFactorRule {
  if (setting === "nobody") return () => Promise.resolve(false);
  return async (personId, username) => {
    const [row] = await run<{ administrator: boolean; demo: boolean }>(new ScopedDatabase(pool, personScope(personId)), RULE, [personId]);
    if (row?.administrator !== true) return false;
    return !(row.demo && demoAccounts.some((account) => account.username === username));
  };
}

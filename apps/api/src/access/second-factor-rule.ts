import type { Pool } from "pg";
import { demoAccounts } from "../database/demo/staff-plan.ts";
import { ScopedDatabase } from "../database/scoped.ts";
import { run } from "../database/statement.ts";
import { personScope } from "./scope.ts";

/** Who must have a second factor: whoever administers the system, or nobody. */
export const secondFactorSettings = ["administrators", "nobody"] as const;
export type SecondFactorSetting = (typeof secondFactorSettings)[number];

/** What the rule asks about an account. */
export interface FactorFacts {
  readonly administrator: boolean;
  /** The demo made this database. */
  readonly demo: boolean;
}

/** Which accounts must have a second factor. */
export interface SecondFactorRule {
  /** By what a statement has read already ({@link factorColumns}). */
  demands(facts: FactorFacts, username: string): boolean;
  /** Asks the database. */
  isRequired(personId: string, username: string): Promise<boolean>;
}

/**
 * Columns of a statement that runs under the person's own scope; `person` is a placeholder or a column. A role counts on
 * the days it is in force, as for everything else (viewer.ts).
 */
export const factorColumns = (person: string): string => `
  exists (select from public.role_assignment where person_id = ${person} and role = 'SYSTEM_ADMIN'
    and (now() at time zone 'Asia/Shanghai')::date between from_date and coalesce(to_date, 'infinity')) as administrator,
  exists (select from public.demo_mark) as demo`;

const RULE = `select ${factorColumns("$1")}`;

/**
 * Administrators must, but for the accounts of the demo, whose password is printed on the sign-in page: on a database that
 * the demo made they may set one up and need not.
 */
export function secondFactorRule(pool: Pool, setting: SecondFactorSetting): SecondFactorRule {
  if (setting === "nobody") return { demands: () => false, isRequired: () => Promise.resolve(false) };
  const demands = ({ administrator, demo }: FactorFacts, username: string): boolean =>
    administrator && !(demo && demoAccounts.some((account) => account.username === username));
  return {
    demands,
    async isRequired(personId, username) {
      const [row] = await run<FactorFacts & Record<string, unknown>>(new ScopedDatabase(pool, personScope(personId)), RULE, [personId]);
      return row !== undefined && demands(row, username);
    },
  };
}

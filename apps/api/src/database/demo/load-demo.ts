import type { Instant } from "@bandeng/domain";
import type { Pool, PoolClient } from "pg";
import { generateDemo, demoSeed } from "./generate.ts";
import { tellDemo } from "./notices.ts";
import { demoRows } from "./rows.ts";
import { demoAccounts } from "./staff-plan.ts";
import { systemScope } from "../../access/scope.ts";
import { transaction } from "../transaction.ts";
import type { Account } from "../../access/auth.ts";
import type { Log } from "../../http/log.ts";
import type { DataKeys } from "../../personal/data-keys.ts";

export interface LoadDemoOptions {
  readonly pool: Pool;
  readonly createAccount: (account: Account) => Promise<unknown>;
  readonly log: Pick<Log, "info">;
  /** What phones are sealed with. */
  readonly dataKeys: DataKeys;
  /** The present moment of the demo: what is live is told relative to it. */
  readonly now: Instant;
}

/**
 * Fills an empty database with the demo community: everything in one transaction, then the accounts. Should the accounts
 * fail, the database has its mark already, and `pnpm demo:reset` makes it anew.
 * @throws Error when there is anything in the database
 */
export async function loadDemo({ pool, createAccount, log, dataKeys, now }: LoadDemoOptions): Promise<void> {
  const data = generateDemo(now);
  await transaction(pool, systemScope, async (client) => {
    await refuseFilled(client);
    for (const [table, rows] of demoRows(data, dataKeys)) await insert(client, table, rows);
    await tellDemo(client, data.book.matters, now);
    await client.query("insert into demo_mark (seed) values ($1)", [demoSeed]);
  });
  await Promise.all(
    demoAccounts.map(async ({ username, password, staff }) => {
      const { id, name } = data.people.staff(staff);
      await createAccount({ username, password, personId: id, name });
    }),
  );
  log.info({ cases: data.book.matters.length, people: data.people.people.length, accounts: demoAccounts.length }, "demo loaded");
}

async function refuseFilled(client: PoolClient): Promise<void> {
  const { rows } = await client.query("select exists (select from area) or exists (select from person) as filled");
  if (rows[0].filled === true) throw new Error("The demo is loaded into an empty database only");
}

/** All rows of a table in one statement; columns that no row names keep their defaults. */
async function insert(client: PoolClient, table: string, rows: readonly object[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).join(", ");
  await client.query(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [JSON.stringify(rows)]);
}

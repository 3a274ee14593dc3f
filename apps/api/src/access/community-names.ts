import type { Pool } from "pg";
import { ScopedDatabase } from "../database/scoped.ts";
import { run } from "../database/statement.ts";
import { systemScope } from "./scope.ts";

/** Names of the communities, whole and without 社区: what a password is not to consist of. */
export async function communityNames(pool: Pool): Promise<string[]> {
  const rows = await run<{ name: string }>(new ScopedDatabase(pool, systemScope), `select name from public.area where kind = 'COMMUNITY'`);
  return rows.flatMap(({ name }) => [name, name.replace(/社区$/, "")]);
}

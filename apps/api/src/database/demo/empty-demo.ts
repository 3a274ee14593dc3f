import type { Pool } from "pg";
import { StartRefused } from "../../start-refused.ts";

/**
 * Empties a database that holds the demo, accounts and all; the shape stays.
 * @throws StartRefused when it has no demo mark: what people entered is not ours to throw away
 */
export async function emptyDemo(pool: Pool): Promise<void> {
  const { rows } = await pool.query("select exists (select from demo_mark) as demo");
  if (rows[0].demo !== true) {
    throw new StartRefused("这个数据库里不是演示数据，没有改动任何内容", "This database does not hold the demo; nothing was changed");
  }
  const { rows: tables } = await pool.query(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'auth') and tablename not like 'mikro_orm%'",
  );
  await pool.query(`truncate ${tables.map(({ name }) => name).join(", ")}`);
}

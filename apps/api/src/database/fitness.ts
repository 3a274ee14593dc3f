import type { Pool } from "pg";
import { StartRefused } from "../start-refused.ts";
import { migrationNames, type MigrationName } from "./migration-names.ts";

/** A pool, or one connection of it. */
type Queries = Pick<Pool, "query">;

const OLDEST_POSTGRES = 15;

/**
 * Whether the program can work on this database. Reads only.
 * @throws StartRefused when it cannot.
 */
export async function checkFitness(pool: Queries, { throwAway, as }: { readonly throwAway: boolean; readonly as: "OWNER" | "APP" }): Promise<void> {
  const { version, synchronous, fsync } = await firstWords(pool);
  if (version < OLDEST_POSTGRES * 10_000) {
    const found = Math.floor(version / 10_000);
    throw new StartRefused(
      `数据库是 PostgreSQL ${found}，需要 ${OLDEST_POSTGRES} 或更新的版本`,
      `The database is PostgreSQL ${found}; ${OLDEST_POSTGRES} or newer is needed`,
    );
  }
  if (!throwAway && (synchronous === "off" || fsync === "off")) {
    const setting = synchronous === "off" ? "synchronous_commit" : "fsync";
    throw new StartRefused(
      `数据库的 ${setting} 为 off，断电会丢失已确认的记录，请先打开`,
      `The database runs with ${setting} off, which loses confirmed records in a crash; switch it on first`,
    );
  }
  if (as === "APP") await refuseMighty(pool);
  await refuseNewer(pool);
}

/** Row level security does not hold for a superuser, and a table's owner could switch it off. */
async function refuseMighty(pool: Queries): Promise<void> {
  const { rows } = await pool.query<{ role: string; mighty: string | null }>(
    `select current_user as role, case when rolsuper then 'superuser' when rolbypassrls then 'BYPASSRLS'
       when exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('public', 'auth') and c.relkind in ('r', 'p')
         and pg_has_role(current_user, c.relowner, 'member')) then 'owner' end as mighty
     from pg_roles where rolname = current_user`,
  );
  const found = rows[0];
  if (found === undefined || found.mighty === null) return;
  throw new StartRefused(
    `数据库账户 ${found.role} 权限过大（${found.mighty}），行级安全对它不起作用；DATABASE_URL 请改用不拥有数据表的普通账户，迁移用 DATABASE_OWNER_URL`,
    `The database account ${found.role} may do too much (${found.mighty}): row level security would not hold. Let DATABASE_URL name a plain account that owns no table, and DATABASE_OWNER_URL the one that migrates`,
  );
}

/** The names of the migrations that this database has not seen, oldest first. */
export async function waitingMigrations(pool: Queries): Promise<MigrationName[]> {
  const { rows: tables } = await pool.query<{ present: boolean }>(`select to_regclass('mikro_orm_migrations') is not null as present`);
  const { rows } = tables[0]?.present === true ? await pool.query<{ name: string }>(`select name from mikro_orm_migrations`) : { rows: [] };
  const done = new Set(rows.map(({ name }) => name));
  return migrationNames.filter((name) => !done.has(name));
}

/** @throws StartRefused while migrations wait that only the owner can run. */
export async function refuseUnmigrated(pool: Queries): Promise<void> {
  const [missing] = await waitingMigrations(pool);
  if (missing === undefined) return;
  throw new StartRefused(
    `数据库缺少迁移 ${missing}；请设置 DATABASE_OWNER_URL（数据表所有者的账户）再启动一次`,
    `The database lacks the migration ${missing}: set DATABASE_OWNER_URL (the account that owns the tables) and start once more`,
  );
}

interface FirstWords {
  readonly version: number;
  readonly synchronous: string;
  readonly fsync: string;
}

async function firstWords(pool: Queries): Promise<FirstWords> {
  try {
    const { rows } = await pool.query<FirstWords>(
      `select current_setting('server_version_num')::int as version, current_setting('synchronous_commit') as synchronous, current_setting('fsync') as fsync`,
    );
    const words = rows[0];
    if (words === undefined) throw new Error("the database answered nothing");
    return words;
  } catch (error) {
    throw unreachable(error);
  }
}

export function unreachable(error: unknown): StartRefused {
  const code = codeOf(error);
  return new StartRefused(
    `无法连接数据库（${code}），请检查 DATABASE_URL 和数据库是否在运行`,
    `The database cannot be reached (${code}); check DATABASE_URL and that it is running`,
    { cause: error },
  );
}

/** A newer program has been here: what it stored, this one would misread. */
async function refuseNewer(pool: Queries): Promise<void> {
  const { rows: tables } = await pool.query<{ present: boolean }>(`select to_regclass('mikro_orm_migrations') is not null as present`);
  if (tables[0]?.present !== true) return;
  const { rows } = await pool.query<{ name: string }>(`select name from mikro_orm_migrations where name <> all($1) order by name`, [migrationNames]);
  const newer = rows[0];
  if (newer === undefined) return;
  throw new StartRefused(
    `数据库已由更新版本的程序升级（${newer.name}），请使用那个版本；没有改动任何数据`,
    `A newer version of the program has migrated this database (${newer.name}); use that version. Nothing was changed`,
  );
}

/** The code of an error of PostgreSQL or of the network: unlike the message it names nobody. */
export function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
  return error instanceof Error ? error.name : "unknown";
}

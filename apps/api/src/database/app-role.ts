import pg, { type Pool, type PoolClient } from "pg";

/** The role the program works as on a database of its own. It owns nothing and bypasses nothing. */
export const APP_ROLE = "bandeng_app";

/** Tables the program only adds to, or only reads. Everything else it reads and writes, row by row as the policies say. */
const narrower: Readonly<Record<string, string>> = {
  mikro_orm_migrations: "select",
  audit: "select, insert",
  audit_link: "select, insert",
  audit_waiting: "select, insert, delete",
  audit_anchor: "select",
  // The log is never rewritten; only the place in the change feed is filled in later.
  event: "select, insert, update (position)",
};

/** The connections of the sign-in say so when they open (access/auth-pool.ts). */
const SIGN_IN_ONLY = "current_setting('app.part', true) = 'sign-in'";

/**
 * Makes the program's role on a server of one's own, or gives it a new password. The owner of a shared server makes it by
 * hand (see the README).
 */
export async function ensureAppRole(owner: Pool, password: string): Promise<void> {
  const { rows } = await owner.query("select from pg_roles where rolname = $1", [APP_ROLE]);
  const verb = rows.length === 0 ? "create" : "alter";
  await owner.query(`${verb} role ${APP_ROLE} login nosuperuser nobypassrls nocreatedb nocreaterole password ${pg.escapeLiteral(password)}`);
}

/**
 * What must hold for every table, whoever made it: the program's role has exactly its rights, and row level security is
 * on and holds for the owner too. The tables of the sign-in, which better-auth makes, get the policy that only the
 * sign-in's own connections see them.
 */
export async function secureTables(client: PoolClient, role: string): Promise<void> {
  const app = pg.escapeIdentifier(role);
  const { rows } = await client.query<{ schema: string; name: string; secured: boolean; policies: number }>(
    `select n.nspname as schema, c.relname as name, c.relrowsecurity and c.relforcerowsecurity as secured,
       (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and n.nspname in ('public', 'auth') order by 1, 2`,
  );
  await client.query(`grant usage on schema public, auth to ${app}`);
  await client.query(`grant usage, select on all sequences in schema public, auth to ${app}`);
  await client.query(`grant execute on function public.retire_audit to ${app}`);
  for (const { schema, name, secured, policies } of rows) {
    const table = `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;
    const rights = (schema === "public" ? narrower[name] : undefined) ?? "select, insert, update, delete";
    await client.query(`revoke all on ${table} from ${app}; grant ${rights} on ${table} to ${app}`);
    // Changing a table waits for whoever uses it: another instance may be at work.
    if (!secured) await client.query(`alter table ${table} enable row level security; alter table ${table} force row level security`);
    const condition = schema === "auth" ? SIGN_IN_ONLY : name === "mikro_orm_migrations" ? "true" : null;
    if (condition !== null && policies === 0) await client.query(`create policy all_rows on ${table} using (${condition}) with check (${condition})`);
  }
}

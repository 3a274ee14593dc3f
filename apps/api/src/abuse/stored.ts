import type { Pool } from "pg";

/** Every row of every table of ours, by table and key: what was stored at one moment. */
export type Stored = ReadonlyMap<string, ReadonlyMap<string, Readonly<Record<string, unknown>>>>;

/** Counters and logs of their own, which have their own tests. */
const ASIDE = ["audit_waiting", "audit_link", "audit_anchor", "audit_check", "rate_limit", "mikro_orm_migrations", "auth.rateLimit", "auth.session", "auth.sign_in_attempt"];

/** Reads it all; `pool` is the owner's. */
export async function stored(pool: Pool): Promise<Stored> {
  const { rows: tables } = await pool.query<{ name: string; key: string }>(
    `select name, string_agg(format('t.%I::text', a.attname), ' || ''/'' || ' order by a.attnum) as key
     from (select c.oid, case when c.relnamespace = 'auth'::regnamespace then 'auth.' else '' end || c.relname as name from pg_class c
       where c.relnamespace in ('public'::regnamespace, 'auth'::regnamespace) and c.relkind = 'r') c
     join pg_index i on i.indrelid = c.oid and i.indisprimary join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
     where name <> all($1) group by name order by 1`,
    [ASIDE],
  );
  const all = tables.map(({ name, key }) => `select '${name}' as name, ${key} as key, to_jsonb(t) as row from "${name.replace(".", '"."')}" t`).join(" union all ");
  const { rows } = await pool.query<{ name: string; key: string; row: Record<string, unknown> }>(all);
  const map = new Map<string, Map<string, Record<string, unknown>>>(tables.map(({ name }) => [name, new Map()]));
  for (const { name, key, row } of rows) map.get(name)?.set(key, row);
  return map;
}

/** Columns whose JSON is looked into: the aggregate of a case, and that of a project. */
const WITHIN = ["cases.state", "secretary_project.project", "mediation.mediation", "cost_plan.plan", "bench_meeting.meeting", "agenda_item.item"];

/**
 * What changed: `+table` for new rows, `-table` for gone ones, `table.column` for others, `table.column.key` in the
 * aggregates. Each once, sorted.
 */
export function changes(before: Stored, after: Stored): string[] {
  const found = new Set<string>();
  for (const [table, rows] of after) {
    const earlier = before.get(table);
    for (const [key, row] of rows) {
      const old = earlier?.get(key);
      if (old === undefined) found.add(`+${table}`);
      else for (const name of changedKeys(old, row)) for (const path of within(`${table}.${name}`, old[name], row[name])) found.add(path);
    }
    for (const key of earlier?.keys() ?? []) if (!rows.has(key)) found.add(`-${table}`);
  }
  return [...found].toSorted();
}

/** The rows of these tables that were there before and are not the same now. */
export function touched(before: Stored, after: Stored, tables: readonly string[]): { table: string; key: string }[] {
  return tables.flatMap((table) =>
    [...(before.get(table) ?? [])].flatMap(([key, row]) => (JSON.stringify(after.get(table)?.get(key)) === JSON.stringify(row) ? [] : [{ table, key }])),
  );
}

function within(path: string, before: unknown, after: unknown): string[] {
  if (!WITHIN.includes(path)) return [path];
  return changedKeys(before as Record<string, unknown>, after as Record<string, unknown>).map((key) => `${path}.${key}`);
}

function changedKeys(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
}

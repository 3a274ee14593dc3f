import type { Pool } from "pg";

/** Where a text was found: `schema.table.column`, and in how many rows. */
export type Found = Readonly<Record<string, number>>;

interface Column {
  readonly path: string;
  readonly from: string;
  readonly name: string;
  readonly type: string;
}

const TEXTUAL = ["text", "character varying", "character", "json", "jsonb", "bytea", "ARRAY", "name"];

/** Every column of every table that can hold a text at all, of public and auth. */
async function columns(pool: Pool): Promise<Column[]> {
  const { rows } = await pool.query<{ schema: string; table: string; name: string; type: string }>(
    `select c.table_schema as schema, c.table_name as table, c.column_name as name, c.data_type as type
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema in ('public', 'auth') and t.table_type = 'BASE TABLE' and c.data_type = any($1) order by 1, 2, 3`,
    [TEXTUAL],
  );
  return rows.map(({ schema, table, name, type }) => ({ path: `${schema}.${table}.${name}`, from: `"${schema}"."${table}"`, name: `"${name}"`, type }));
}

/** Looks for texts in the whole database, as a dump would show it: in clear, as JSON escapes, and as bytes. Ask as the owner. */
export async function findInDatabase(pool: Pool, canaries: readonly string[]): Promise<Found> {
  const found: Record<string, number> = {};
  for (const { path, from, name, type } of await columns(pool)) {
    const spellings = canaries.flatMap((canary) => [canary, canary.toLowerCase(), escaped(canary)]);
    const hit = type === "bytea" ? `position(convert_to(needle, 'UTF8') in ${name}) > 0` : `strpos(${name}::text, needle) > 0`;
    const { rows } = await pool.query<{ n: number }>(`select count(*)::int as n from ${from} where exists (select from unnest($1::text[]) needle where ${hit})`, [spellings]);
    const n = rows[0]?.n ?? 0;
    if (n > 0) found[path] = n;
  }
  return found;
}

/** As JSON.stringify never writes it, but others do: 楼 for 楼. */
function escaped(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The canaries that a text holds, in any of the ways texts are written down in logs, addresses and headers. */
export function canariesIn(text: string, canaries: readonly string[]): string[] {
  return canaries.filter((canary) =>
    [canary, escaped(canary), encodeURIComponent(canary), Buffer.from(canary).toString("base64").replace(/=+$/, ""), Buffer.from(canary).toString("hex"), Buffer.from(canary, "utf8").toString("latin1")].some(
      (spelling) => text.toLowerCase().includes(spelling.toLowerCase()),
    ),
  );
}

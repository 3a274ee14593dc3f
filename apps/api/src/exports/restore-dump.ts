import { randomInt } from "node:crypto";
import { areaNumber, slipCode } from "@bandeng/domain";
import type { Pool, PoolClient } from "pg";
import { dumpTables, type DumpKind, type DumpLine } from "./dump-tables.ts";
import { batchesOf, checkDump, type CheckedDump } from "./read-dump.ts";
import { multirange } from "../access/scope.ts";
import type { AuditKeys } from "../audit/audit-key.ts";
import { writeAudit } from "../audit/write-audit.ts";
import { run } from "../database/statement.ts";
import { transaction } from "../database/transaction.ts";
import { rebuildMeasures } from "../indicators/rebuild.ts";
import { searchText } from "../places/pinyin.ts";

const BATCH = 500;
/** Everything everywhere, places as well: the program's own work. */
const scope = JSON.stringify({ acts: "{(,)}", places: "{(,)}" });

/** There is something in the area already that is not of this dump. */
class NotEmpty extends Error {}

export interface Restored {
  /** False: this dump has been restored here before, and nothing was changed. */
  readonly stored: boolean;
  readonly area: string;
  readonly moment: string;
  readonly rows: number;
  /** Whether events kept their places in the change feed, so that whoever follows it goes on with his cursor. */
  readonly keepsPositions: boolean;
}

/**
 * Stores a dump in an installation that has nothing in its area: whole or not at all. Areas and people that are missing are
 * made. Events keep their ids and their order; their places in the change feed too where nothing happened here yet, else they
 * get new ones behind those that are there. What the indicators count is made anew from the log.
 * @throws NotADump when the file is not as it was written
 * @throws NotEmpty when there are places, cases or projects in its area
 */
export async function restoreDump(pool: Pool, keys: AuditKeys, file: string): Promise<Restored> {
  const dump = await checkDump(file);
  const { area, moment } = dump.header;
  const done = await transaction(pool, scope, async (client) => {
    await run(client, "select pg_advisory_xact_lock(hashtextextended('restore dump', 0)) is null as locked");
    const before = await run(client, "select from restored_dump where sha256 = $1", [dump.sha256]);
    if (before.length > 0) return { stored: false, keepsPositions: false };
    await refuseFull(client, area);
    const keepsPositions = await feedIsEmpty(client);
    for await (const { kind, rows } of batchesOf(file, BATCH)) await store(client, kind, keepsPositions ? rows : rows.map((row) => (kind === "EVENT" ? { ...row, position: null } : row)));
    if (keepsPositions) await run(client, "update feed_head set position = $1", [dump.header.feedPosition]);
    await continueNumbers(client, area);
    await note(client, keys, dump);
    return { stored: true, keepsPositions };
  });
  await rebuildMeasures(pool, { onlyMissing: true });
  return { ...done, area, moment, rows: dump.rows };
}

async function refuseFull(client: PoolClient, area: string): Promise<void> {
  const wide = multirange([area.slice(0, 12)]);
  const there = await run<{ name: string }>(
    client,
    `select name from (select 'cases' as name, area_no from cases union all select 'projects', area_no from secretary_project union all select 'buildings', area_no from building
       union all select 'compounds', area_no from compound) t where area_no <@ $1::int8multirange limit 1`,
    [wide],
  );
  if (there[0]) throw new NotEmpty(`there are ${there[0].name} in ${area} already: a dump is restored where there is nothing`);
}

async function feedIsEmpty(client: PoolClient): Promise<boolean> {
  const [row] = await run<{ empty: boolean }>(client, "select position = 0 and not exists (select from event) as empty from feed_head");
  return row?.empty ?? false;
}

/** Areas, settings and people may be there: of those nothing is changed. */
const mayBeThere: ReadonlySet<DumpKind> = new Set(["AREA", "SETTING", "PERSON"]);

/** What a table wants that a dump does not hold. */
const added: { readonly [K in DumpKind]?: (row: DumpLine["row"]) => Readonly<Record<string, unknown>> } = {
  PERSON: (row) => ({ display_name: row["surname_mask"] }),
  CASE: (row) => ({ search: searchText(String(row["no"]), String(row["title"])) }),
  // A slip's code opens its case for whoever has it: those that were printed stay with the installation they are of.
  OPINION: () => ({ slip_code: slipCode(randomInt) }),
};

async function store(client: PoolClient, kind: DumpKind, rows: readonly DumpLine["row"][]): Promise<void> {
  const { table, columns } = dumpTables[kind];
  const more = added[kind];
  const whole = more ? rows.map((row) => ({ ...row, ...more(row) })) : rows;
  const names = [...columns, ...Object.keys(more?.(rows[0] ?? {}) ?? {})].join(", ");
  const rest = mayBeThere.has(kind) ? "on conflict do nothing" : "";
  await run(client, `insert into ${table} (${names}) select ${names} from jsonb_populate_recordset(null::${table}, $1) ${rest}`, [JSON.stringify(whole)]);
}

/** New cases and projects get the numbers after those that were restored. */
async function continueNumbers(client: PoolClient, area: string): Promise<void> {
  const wide = multirange([area.slice(0, 12)]);
  await run(
    client,
    `insert into case_number (community_code, year, last) select split_part(no, '-', 1), split_part(no, '-', 2)::int2, max(split_part(no, '-', 3)::int) from cases where area_no <@ $1::int8multirange group by 1, 2
     on conflict (community_code, year) do update set last = greatest(case_number.last, excluded.last)`,
    [wide],
  );
  await run(
    client,
    `insert into project_number (community_code, year, last) select community_code, split_part(no, '-', 1)::int2, max(split_part(no, '-', 2)::int) from secretary_project where area_no <@ $1::int8multirange group by 1, 2
     on conflict (community_code, year) do update set last = greatest(project_number.last, excluded.last)`,
    [wide],
  );
}

async function note(client: PoolClient, keys: AuditKeys, { header: { area, moment }, sha256, rows }: CheckedDump): Promise<void> {
  await run(client, "insert into restored_dump (sha256, area_code, area_no, moment, rows) values ($1, $2, $3, $4, $5)", [sha256, area, areaNumber(area), moment, rows]);
  const nobody = { personId: null, sessionId: null, address: null, requestId: null, keys };
  await writeAudit(client, nobody, { action: "restoreDump", outcome: "DONE", code: null, subject: null, areaNo: areaNumber(area), before: null, after: Buffer.from(sha256, "hex"), reason: `${rows} ${moment}` });
}

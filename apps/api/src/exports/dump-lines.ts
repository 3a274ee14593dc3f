import { createHash } from "node:crypto";
import type { AreaCode, Instant, Viewer } from "@bandeng/domain";
import type { Pool, PoolClient } from "pg";
import { dumpSelect } from "./dump-rows.ts";
import { DUMP_FORMAT, DUMP_VERSION, dumpKinds, type DumpCounts, type DumpHeader, type DumpKind } from "./dump-tables.ts";
import { leaving } from "./list-export.ts";
import { readingScope } from "../access/scope.ts";
import { readHead } from "../feed/read-changes.ts";
import { snapshot } from "../database/snapshot.ts";
import { run, Statement } from "../database/statement.ts";

/** Rows that are in memory at a time. */
const BATCH = 500;

export interface DumpAsked {
  readonly viewer: Viewer;
  readonly area: AreaCode;
  readonly now: Instant;
}

/** An area as its dump, piece by piece, each of whole lines: the header first. All of it is of one moment. */
export function dumpLines(pool: Pool, asked: DumpAsked): AsyncGenerator<string> {
  return snapshot(pool, readingScope(asked.viewer), (client) => lines(client, asked));
}

async function* lines(client: PoolClient, { viewer, area, now }: DumpAsked): AsyncGenerator<string> {
  const counts: Partial<Record<DumpKind, number>> = {};
  for (const kind of dumpKinds) counts[kind] = await countOf(client, kind, viewer, area);
  const header: DumpHeader = { format: DUMP_FORMAT, version: DUMP_VERSION, area, moment: now, feedPosition: await readHead(client), counts: counts as DumpCounts };
  const hash = createHash("sha256");
  const piece = (rows: readonly object[]): string => {
    const text = rows.map((row) => `${JSON.stringify(row)}\n`).join("");
    hash.update(text);
    return text;
  };
  yield piece([header]);
  for (const kind of dumpKinds) {
    const q = new Statement();
    await q.run(client, `declare dumped no scroll cursor for select row_to_json(r) as row from (${dumpSelect(kind, q, viewer, area)}) r`);
    for (;;) {
      const rows = await run<{ row: Record<string, unknown> }>(client, `fetch ${BATCH} from dumped`);
      if (rows.length > 0) yield piece(rows.map(({ row }) => ({ kind, row: worded.has(kind) ? leavingIn(row) : row })));
      if (rows.length < BATCH) break;
    }
    await run(client, "close dumped");
  }
  yield `${JSON.stringify({ counts, sha256: hash.digest("hex") })}\n`;
}

async function countOf(client: PoolClient, kind: DumpKind, viewer: Viewer, area: AreaCode): Promise<number> {
  const q = new Statement();
  const [row] = await q.run<{ n: number }>(client, `select count(*)::int as n from (${dumpSelect(kind, q, viewer, area)}) r`);
  return row?.n ?? 0;
}

/** Kinds with what somebody wrote. */
const worded: ReadonlySet<DumpKind> = new Set(["PROJECT", "CASE", "FACT", "OPINION", "EVENT", "WORDS"]);
/** Ids, codes, numbers of cases, moments: nothing of it is looked at for phones, but for what may be one by its length. */
const plain = /^(?!\d{11}$)(?!\d{17}[\dXx]$)[\w:.+-]*$/;

/** A row without the phones, identity numbers and rooms that somebody typed into a text of it, as in any file that leaves the house. */
function leavingIn(value: unknown, key = ""): unknown {
  if (typeof value === "string") return plain.test(value) || key === "external_id" ? value : leaving(value);
  if (Array.isArray(value)) return value.map((one) => leavingIn(one));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]: [string, unknown]) => [name, leavingIn(one, name)]));
}

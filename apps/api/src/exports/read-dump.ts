import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { isAreaCode } from "@bandeng/domain";
import { DUMP_FORMAT, DUMP_VERSION, dumpKinds, type DumpFooter, type DumpHeader, type DumpKind, type DumpLine } from "./dump-tables.ts";

/** The file is no whole dump: why, in words for whoever runs the command. */
class NotADump extends Error {}

/** Lines of a file, one after the other. */
async function* linesOf(file: string): AsyncGenerator<string> {
  yield* createInterface({ input: createReadStream(file, "utf8"), crlfDelay: Infinity });
}

function parsed<T>(line: string, n: number): T {
  try {
    return JSON.parse(line) as T;
  } catch {
    throw new NotADump(`line ${n} is no JSON: the file is damaged`);
  }
}

/** A dump that has been checked from its first byte to its last. */
export interface CheckedDump {
  readonly header: DumpHeader;
  readonly sha256: string;
  readonly rows: number;
}

/** Reads a dump through, and stores nothing. @throws NotADump when a byte of it, a line or the end is not as it was written */
export async function checkDump(file: string): Promise<CheckedDump> {
  const hash = createHash("sha256");
  const counts: Record<string, number> = Object.fromEntries(dumpKinds.map((kind) => [kind, 0]));
  let header: DumpHeader | undefined;
  let [last, n, rows] = ["", 0, 0];
  for await (const line of linesOf(file)) {
    n += 1;
    if (n > 1) {
      hash.update(`${last}\n`);
      if (header === undefined) header = headerOf(last);
      else {
        const { kind } = parsed<DumpLine>(last, n - 1);
        if (counts[kind] === undefined) throw new NotADump(`line ${n - 1} is of no kind that this version knows`);
        counts[kind] += 1;
        rows += 1;
      }
    }
    last = line;
  }
  if (header === undefined) throw new NotADump("the file is no dump of this program");
  const footer = parsed<Partial<DumpFooter>>(last, n);
  const sha256 = hash.digest("hex");
  if (footer.sha256 === undefined) throw new NotADump("the last line is missing: the dump is not whole");
  if (footer.sha256 !== sha256) throw new NotADump("the file is not as it was written: its SHA-256 is another");
  for (const kind of dumpKinds) if (footer.counts?.[kind] !== counts[kind]) throw new NotADump(`the dump says ${footer.counts?.[kind]} rows of ${kind} and holds ${counts[kind]}`);
  return { header, sha256, rows };
}

function headerOf(line: string): DumpHeader {
  const header = parsed<Partial<DumpHeader>>(line, 1);
  if (header.format !== DUMP_FORMAT || typeof header.area !== "string" || !isAreaCode(header.area)) throw new NotADump("the file is no dump of this program");
  if (header.version !== DUMP_VERSION) throw new NotADump(`the dump is of version ${String(header.version)}, this program reads ${DUMP_VERSION}`);
  return header as DumpHeader;
}

/** The rows of a dump that has been checked, in batches of one kind. */
export async function* batchesOf(file: string, size: number): AsyncGenerator<{ readonly kind: DumpKind; readonly rows: readonly DumpLine["row"][] }> {
  let [kind, rows]: [DumpKind | undefined, DumpLine["row"][]] = [undefined, []];
  for await (const line of linesOf(file)) {
    const { kind: next, row } = JSON.parse(line) as Partial<DumpLine>;
    if (next === undefined || row === undefined) continue;
    if (kind !== undefined && (next !== kind || rows.length === size)) {
      yield { kind, rows };
      rows = [];
    }
    kind = next;
    rows.push(row);
  }
  if (kind !== undefined) yield { kind, rows };
}

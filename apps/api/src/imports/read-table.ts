import { parse } from "csv-parse/sync";
import { unzipSync, zipSync } from "fflate";

/** Rows of a table that is taken; a community has fewer households. */
export const MOST_ROWS = 20_000;
const MOST_COLUMNS = 60;
/** What a workbook of that size unpacks to, at most. */
const MOST_UNPACKED = 64 * 1_048_576;

/** Why a file cannot be read as a table. */
export type TableProblem = "NOT_A_TABLE" | "EMPTY" | "TOO_MANY_ROWS" | "TOO_MANY_COLUMNS";

/** A table as it was sent: heads, and the rows below them. */
export interface SentTable {
  readonly encoding: "UTF-8" | "GBK" | "UTF-16" | "XLSX";
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Reads a CSV (UTF-8, GBK as Excel writes it in China, UTF-16) or an XLSX file by what it is, not by its name. */
export async function readTable(bytes: Buffer): Promise<SentTable | TableProblem> {
  const isWorkbook = bytes.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004", "latin1"));
  const read = isWorkbook ? await workbook(bytes) : csv(bytes);
  if (typeof read === "string") return read;
  const { encoding, cells } = read;
  const filled = cells.findIndex((row) => row.some((cell) => cell.trim() !== ""));
  if (filled === -1) return "EMPTY";
  const [heads = [], ...rows] = cells.slice(filled);
  if (rows.length > MOST_ROWS) return "TOO_MANY_ROWS";
  if (Math.max(heads.length, ...rows.map((row) => row.length)) > MOST_COLUMNS) return "TOO_MANY_COLUMNS";
  return { encoding, heads, rows };
}

interface Cells {
  readonly encoding: SentTable["encoding"];
  readonly cells: readonly (readonly string[])[];
}

function decoded(bytes: Buffer): { readonly encoding: SentTable["encoding"]; readonly text: string } | null {
  const tries = bytes[0] === 0xff && bytes[1] === 0xfe ? ([["UTF-16", "utf-16le"]] as const) : ([["UTF-8", "utf-8"], ["GBK", "gb18030"]] as const);
  for (const [encoding, label] of tries) {
    try {
      return { encoding, text: new TextDecoder(label, { fatal: true }).decode(bytes) };
    } catch {
      // Not that one.
    }
  }
  return null;
}

function csv(bytes: Buffer): Cells | TableProblem {
  const found = decoded(bytes);
  // PostgreSQL stores no NUL, and no table has one: this is some other kind of file.
  if (found === null || found.text.includes("\0")) return "NOT_A_TABLE";
  const first = found.text.slice(0, found.text.search(/\r|\n|$/));
  const delimiter = [",", "\t", ";"].toSorted((a, b) => first.split(b).length - first.split(a).length)[0] ?? ",";
  try {
    const cells: string[][] = parse(found.text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: false, to: MOST_ROWS + 2, max_record_size: 100_000 });
    // What our own files put before a text that might be a formula is not part of it.
    return { encoding: found.encoding, cells: cells.map((row) => row.map((cell) => cell.replace(/^'/, ""))) };
  } catch {
    return "NOT_A_TABLE";
  }
}

async function workbook(bytes: Buffer): Promise<Cells | TableProblem> {
  try {
    let size = 0;
    // Unpacked here, to no more than each part says it is: what the reader then unpacks cannot be a bomb.
    const files = unzipSync(bytes, {
      filter({ name, originalSize }) {
        size += originalSize;
        return size <= MOST_UNPACKED && /\.(?:xml|rels)$/.test(name);
      },
    });
    if (size > MOST_UNPACKED) return "TOO_MANY_ROWS";
    // Called so, the library gives sheets; its types speak of the rows of one.
    const { default: readSheet } = await import("read-excel-file/node");
    const sheets = (await readSheet(Buffer.from(zipSync(files, { level: 0 })), { trim: false })) as unknown as readonly { readonly data: readonly (readonly unknown[])[] }[];
    return { encoding: "XLSX", cells: (sheets[0]?.data ?? []).map((row) => row.map(textOf)) };
  } catch {
    return "NOT_A_TABLE";
  }
}

/** A cell of a sheet as text. A number comes with the noise of a float: four decimals are more than any area has. */
function textOf(cell: unknown): string {
  if (typeof cell === "number") return Number.isInteger(cell) ? String(cell) : cell.toFixed(4).replace(/\.?0+$/, "");
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === "boolean") return cell ? "是" : "否";
  return typeof cell === "string" ? cell.replaceAll("\0", "") : "";
}

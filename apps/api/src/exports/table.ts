import type { CellKind, ListExport, Wording } from "./list-export.ts";

type Value = string | number | null;

/** What is written into a file: heads, what stands in the columns, and the rows as they are read. */
export interface Table {
  readonly kinds: readonly CellKind[];
  readonly head: readonly string[];
  readonly pages: AsyncIterable<readonly (readonly Value[])[]>;
}

/** The rows of a list as cells. */
export function tableOf({ columns }: ListExport, words: Wording, pages: AsyncIterable<readonly unknown[]>): Table {
  async function* cells(): AsyncGenerator<readonly (readonly Value[])[]> {
    for await (const page of pages) yield page.map((row) => columns.map((column) => column.of(row, words) ?? null));
  }
  return { kinds: columns.map(({ kind }) => kind), head: columns.map((column) => column[words.language]), pages: cells() };
}

const EIGHT_HOURS = 8 * 3_600_000;

/** A moment on the wall clock of the communities, which has no summer time: `2024-03-01 09:00`. */
export function shanghaiWallClock(instant: string): string {
  return new Date(Date.parse(instant) + EIGHT_HOURS).toISOString().slice(0, 16).replace("T", " ");
}

/** The same as a spreadsheet counts: days since 1899-12-30, to the minute. */
export function serialMoment(instant: string): number {
  const minutes = Math.floor((Date.parse(instant) + EIGHT_HOURS) / 60_000);
  // Rounded up, by less than a millisecond: who reads it cuts off what is below one.
  return Math.ceil((25_569 + minutes / 1440) * 1e9) / 1e9;
}

/** A local date as a spreadsheet counts it. */
export function serialDate(date: string): number {
  return 25_569 + Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}

/** Integer fen as yuan, to be read and added up: 1234 is 12.34. */
export function yuan(fen: number): number {
  return Number(`${Math.trunc(fen / 100)}.${String(Math.abs(fen % 100)).padStart(2, "0")}`);
}

import { determinedCells } from "./determined.ts";
import { LEAST_SHOWN } from "../expert/effect.ts";

/** Cells that add up: one total and the parts it is made of, by the keys of the cells. A year and its months, a street and its communities. */
export interface CellLine {
  readonly total: string;
  readonly parts: readonly string[];
}

/**
 * Which cells must be hidden so that none of fewer than five is told, neither itself nor as the rest of others: a small cell is
 * hidden, and so many more that no subtraction of a shown one from a wider shown one leaves fewer than five, that no line leaves a
 * single cell to guess, and that all lines together leave none of them one value. A cell of nothing counts as small. Cells that no line mentions stand for themselves.
 *
 * @param cells how many stand behind each cell
 */
export function smallCells(cells: ReadonlyMap<string, number>, lines: readonly CellLine[]): ReadonlySet<string> {
  const n = (key: string): number => cells.get(key) ?? 0;
  const hidden = new Set([...cells.keys()].filter((key) => n(key) < LEAST_SHOWN));
  // Only a line on which something is hidden can be wrong; each change sends the lines of its cell round again.
  const of = new Map<string, CellLine[]>();
  for (const line of lines) for (const key of [line.total, ...line.parts]) of.set(key, [...(of.get(key) ?? []), line]);
  const waiting = new Set([...hidden].flatMap((key) => of.get(key) ?? []));
  const hide = (key: string) => {
    hidden.add(key);
    for (const line of of.get(key) ?? []) waiting.add(line);
  };
  for (;;) {
    for (const line of waiting) {
      waiting.delete(line);
      const next = oneMore(line, hidden, n);
      if (next !== null) hide(next);
    }
    // Lines taken together may still leave a cell one value: then a neighbour of it goes too, or else any cell of those lines.
    const told = determinedCells(hidden, lines).filter(({ key }) => n(key) < LEAST_SHOWN);
    const cellsOf = (some: readonly CellLine[]): string[] => some.flatMap(({ total, parts }) => [...parts, total]);
    const more = told.flatMap((one) => smallestShown(cellsOf(of.get(one.key) ?? []), hidden, n) ?? smallestShown(cellsOf(one.lines), hidden, n) ?? []);
    const near = nearlyAll(cells, lines, hidden);
    if (more.length === 0 && near.length === 0) return hidden;
    for (const key of new Set([...more, ...near])) hide(key);
  }
}

/** Shown cells that leave fewer than five, but some, of a wider one that is shown too, over however many lines. */
function nearlyAll(cells: ReadonlyMap<string, number>, lines: readonly CellLine[], hidden: ReadonlySet<string>): string[] {
  const wider = new Map<string, string[]>();
  for (const { total, parts } of lines) for (const key of parts) wider.set(key, [...(wider.get(key) ?? []), total]);
  return [...cells].flatMap(([key, n]) => {
    if (hidden.has(key)) return [];
    const around = new Set(wider.get(key) ?? []);
    for (const one of around) for (const next of wider.get(one) ?? []) around.add(next);
    const leaves = [...around].some((one) => {
      const rest = (cells.get(one) ?? 0) - n;
      return !hidden.has(one) && rest > 0 && rest < LEAST_SHOWN;
    });
    return leaves ? [key] : [];
  });
}

function smallestShown(keys: readonly string[], hidden: ReadonlySet<string>, n: (key: string) => number): string | null {
  return keys.filter((key) => !hidden.has(key)).toSorted((a, b) => n(a) - n(b) || (a < b ? -1 : 1))[0] ?? null;
}

/** Which cell of a line has to be hidden besides, or null: unknown together must be two at least, and five cases under a total that is told. */
function oneMore({ total, parts }: CellLine, hidden: ReadonlySet<string>, n: (key: string) => number): string | null {
  const out = parts.filter((key) => hidden.has(key));
  const isTold = !hidden.has(total);
  if (out.length === 0 && isTold) return null;
  const rest = out.reduce((sum, key) => sum + n(key), 0);
  if (isTold ? out.length >= 2 && rest >= LEAST_SHOWN : out.length >= 1) return null;
  return smallestShown(parts, hidden, n) ?? (isTold ? total : null);
}

import type { CellLine } from "./small-cells.ts";

/** A prime below 2^26: products of two remainders are exact integers. */
const P = 67_108_859;
/** Cells that hang together are solved for exactly up to so many; it takes the third power of their number. */
const MOST_SOLVED = 240;

/**
 * Which of the hidden cells can be computed from the shown ones, by whatever combination of the lines: those that the equations
 * total = Σ parts leave only one value. Cells that hang together in more than 240 are not solved for.
 */
export function determinedCells(hidden: ReadonlySet<string>, lines: readonly CellLine[]): readonly Determined[] {
  return groupsOf(hidden, lines).flatMap(({ cells, rows }) => (cells.length > MOST_SOLVED ? [] : solved(cells, rows).map((key) => ({ key, lines: rows }))));
}

/** A cell that can be computed, and the lines from which. */
export interface Determined {
  readonly key: string;
  readonly lines: readonly CellLine[];
}

interface Group {
  readonly cells: string[];
  readonly rows: CellLine[];
}

/** Hidden cells that share lines, with these. */
function groupsOf(hidden: ReadonlySet<string>, lines: readonly CellLine[]): Group[] {
  const byCell = new Map<string, CellLine[]>();
  for (const line of lines) for (const key of [line.total, ...line.parts]) if (hidden.has(key)) byCell.set(key, [...(byCell.get(key) ?? []), line]);
  const [seen, used] = [new Set<string>(), new Set<CellLine>()];
  const groups: Group[] = [];
  for (const start of byCell.keys()) {
    if (seen.has(start)) continue;
    seen.add(start);
    const group: Group = { cells: [start], rows: [] };
    for (const cell of group.cells) {
      for (const line of byCell.get(cell) ?? []) {
        if (used.has(line)) continue;
        used.add(line);
        group.rows.push(line);
        for (const key of [line.total, ...line.parts]) {
          if (!hidden.has(key) || seen.has(key)) continue;
          seen.add(key);
          group.cells.push(key);
        }
      }
    }
    groups.push(group);
  }
  return groups;
}

/** Gauss and Jordan over a prime field: a cell has one value where a row of the result has it and no other. */
function solved(cells: readonly string[], lines: readonly CellLine[]): string[] {
  const place = new Map(cells.map((key, i) => [key, i]));
  const rows = lines.map(({ total, parts }): number[] => {
    const row = Array.from(cells, () => 0);
    const set = (key: string, factor: number) => {
      const at = place.get(key);
      if (at !== undefined) row[at] = factor;
    };
    for (const key of parts) set(key, 1);
    set(total, P - 1);
    return row;
  });
  let rank = 0;
  for (let c = 0; c < cells.length && rank < rows.length; c += 1) {
    const pivot = rows.findIndex((row, r) => r >= rank && row[c] !== 0);
    if (pivot === -1) continue;
    const [lead, other] = [rows[pivot] ?? [], rows[rank] ?? []];
    [rows[rank], rows[pivot]] = [lead, other];
    const scale = power(lead[c] as number, P - 2);
    for (let k = c; k < lead.length; k += 1) lead[k] = ((lead[k] as number) * scale) % P;
    for (const [r, row] of rows.entries()) {
      const factor = row[c] as number;
      if (r === rank || factor === 0) continue;
      for (let k = c; k < row.length; k += 1) row[k] = ((row[k] as number) + (P - factor) * (lead[k] as number)) % P;
    }
    rank += 1;
  }
  return rows.slice(0, rank).flatMap((row) => {
    const unknown = cells.filter((_, i) => row[i] !== 0);
    return unknown.length === 1 ? unknown : [];
  });
}

function power(base: number, exponent: number): number {
  let [result, b] = [1, base];
  for (let e = exponent; e > 0; e = Math.floor(e / 2)) {
    if (e % 2 === 1) result = (result * b) % P;
    b = (b * b) % P;
  }
  return result;
}

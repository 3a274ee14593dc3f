import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallCells, type CellLine } from "./small-cells.ts";

describe("small cells", () => {
  it("hides what is below five, and the next smallest where one alone would be the rest of the others", () => {
    const cells = new Map([["all", 30], ["a", 3], ["b", 7], ["c", 20]]);
    expect([...smallCells(cells, [{ total: "all", parts: ["a", "b", "c"] }])].toSorted()).toEqual(["a", "b"]);
  });

  it("leaves two small ones alone that are five together, and hides one more where they are not", () => {
    const line = { total: "all", parts: ["a", "b", "c"] };
    expect([...smallCells(new Map([["all", 27], ["a", 3], ["b", 4], ["c", 20]]), [line])].toSorted()).toEqual(["a", "b"]);
    expect([...smallCells(new Map([["all", 23], ["a", 1], ["b", 2], ["c", 20]]), [line])].toSorted()).toEqual(["a", "b", "c"]);
  });

  it("hides the total where its only part is hidden for another line", () => {
    const cells = new Map([["all", 3], ["a", 3]]);
    expect(smallCells(cells, [{ total: "all", parts: ["a"] }]).has("all")).toBe(true);
  });

  it("hides what leaves fewer than five of a wider cell two lines up", () => {
    const cells = new Map([["street", 30], ["a", 28], ["b", 2], ["a/q1", 27], ["a/q2", 1]]);
    const lines = [{ total: "street", parts: ["a", "b"] }, { total: "a", parts: ["a/q1", "a/q2"] }];
    expect(smallCells(cells, lines).has("a/q1")).toBe(true);
  });

  it("hides nothing where nothing is small", () => {
    expect(smallCells(new Map([["all", 11], ["a", 5], ["b", 6]]), [{ total: "all", parts: ["a", "b"] }]).size).toBe(0);
  });

  // A street's communities × the months of a quarter, with both totals: what somebody outside sees of a year, small.
  it("C39: never lets a small cell be computed from what is shown, over areas and months together", () => {
    fc.assert(fc.property(fc.array(fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 5 }), (table) => {
      const { cells, lines } = latticeOf(table);
      const hidden = smallCells(cells, lines);
      for (const [key, n] of cells) {
        if (n < 5) expect(hidden.has(key), `${key} of ${n} is shown`).toBe(true);
      }
      for (const { total, parts } of lines) {
        const unknown = [total, ...parts].filter((key) => hidden.has(key));
        expect(unknown.length).not.toBe(1);
        const rest = parts.filter((key) => hidden.has(key)).reduce((sum, key) => sum + (cells.get(key) ?? 0), 0);
        if (!hidden.has(total) && unknown.length > 0) expect(rest).toBeGreaterThanOrEqual(5);
      }
      for (const [key, n] of cells) {
        const [area = "", month = ""] = key.split("/");
        for (const wider of [`all/${month}`, `${area}/all`, "all/all"]) {
          const rest = (cells.get(wider) ?? 0) - n;
          if (!hidden.has(key) && !hidden.has(wider)) expect(rest === 0 || rest >= 5, `${wider} less ${key} is ${rest}`).toBe(true);
        }
      }
      for (const key of hidden) if ((cells.get(key) ?? 0) < 5) expect(isDetermined(key, hidden, lines), `${key} can be computed`).toBe(false);
    }), { numRuns: 600 });
  });
});

function latticeOf(table: readonly (readonly number[])[]): { cells: Map<string, number>; lines: CellLine[] } {
  const cells = new Map<string, number>();
  const add = (key: string, n: number) => cells.set(key, (cells.get(key) ?? 0) + n);
  for (const [a, row] of table.entries()) {
    for (const [m, n] of row.entries()) {
      if (n === 0) continue;
      for (const area of ["all", `a${a}`]) for (const month of ["all", `m${m}`]) add(`${area}/${month}`, n);
    }
  }
  const has = (keys: string[]): string[] => keys.filter((key) => cells.has(key));
  const areas = ["all", ...table.map((_, a) => `a${a}`)];
  const months = ["all", "m0", "m1", "m2"];
  const lines = [
    ...areas.map((area) => ({ total: `${area}/all`, parts: has(months.slice(1).map((month) => `${area}/${month}`)) })),
    ...months.map((month) => ({ total: `all/${month}`, parts: has(areas.slice(1).map((area) => `${area}/${month}`)) })),
  ].filter(({ total, parts }) => cells.has(total) && parts.length > 0);
  return { cells, lines };
}

/** Whether the equations of the lines, with what is shown known, leave a hidden cell only one value: Gauss over a prime field. */
function isDetermined(cell: string, hidden: ReadonlySet<string>, lines: readonly CellLine[]): boolean {
  const unknown = [...hidden].filter((key) => key !== cell);
  const columns = [...unknown, cell];
  const P = 1_000_003;
  const inverse = (x: number): number => power(x, P - 2, P);
  const rows = lines.map(({ total, parts }) => columns.map((key) => (key === total ? P - 1 : parts.includes(key) ? 1 : 0)));
  let rank = 0;
  for (let c = 0; c < unknown.length; c += 1) {
    const pivot = rows.findIndex((row, r) => r >= rank && row[c] !== 0);
    if (pivot === -1) continue;
    [rows[rank], rows[pivot]] = [rows[pivot] as number[], rows[rank] as number[]];
    const lead = rows[rank] as number[];
    const scale = inverse(lead[c] as number);
    for (let r = 0; r < rows.length; r += 1) {
      const factor = r === rank ? 0 : ((rows[r] as number[])[c] as number);
      if (factor === 0) continue;
      rows[r] = (rows[r] as number[]).map((x, k) => (x + P * P - ((factor * scale) % P) * (lead[k] as number)) % P);
    }
    rank += 1;
  }
  // Left over: an equation that has the cell and no other unknown.
  return rows.slice(rank).some((row) => row[unknown.length] !== 0);
}

function power(base: number, exponent: number, modulo: number): number {
  let [result, b, e] = [1n, BigInt(base), BigInt(exponent)];
  const m = BigInt(modulo);
  for (; e > 0n; e >>= 1n) {
    if (e & 1n) result = (result * b) % m;
    b = (b * b) % m;
  }
  return Number(result);
}

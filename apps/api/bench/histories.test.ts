import { fold, isOpen } from "@bandeng/domain";
import { expect, it } from "vitest";
import { benchCases } from "./histories.ts";
import { benchNow, benchTown } from "./town.ts";

const town = benchTown(10_000);
const cases = [...benchCases(3_000, town.grids)];

it("has the density that was measured: one community of six grids for 10,000 cases, 600 grids for a million", () => {
  expect(town.grids).toHaveLength(6);
  const million = benchTown(1_000_000);
  expect(million.grids).toHaveLength(600);
  expect(Object.fromEntries(million.rows.map(([table, rows]) => [table, rows.length]))).toMatchObject({ compound: 3_000, building: 30_000, person: 60_000 });
  expect(new Set(million.grids.map((g) => g.code.slice(0, 12))).size).toBe(40);
});

it("leaves nine to ten in a hundred open, and writes nothing after its present", () => {
  const open = cases.filter((c) => isOpen(c.case.status)).length / cases.length;
  expect(open).toBeGreaterThan(0.08);
  expect(open).toBeLessThan(0.11);
  expect(cases.every((c) => c.events.every((e, i) => e.recordedAt <= benchNow && e.recordedAt >= (c.events[i - 1]?.recordedAt ?? "")))).toBe(true);
});

it("tells cases that are what their log says, under ids and numbers of their own", () => {
  for (const c of cases) expect(fold(c.events)).toEqual(c.case);
  expect(new Set(cases.map((c) => c.case.id)).size).toBe(cases.length);
  expect(new Set(cases.map((c) => c.case.no)).size).toBe(cases.length);
});

it("is the same on every run, loud grids and quiet ones", () => {
  expect([...benchCases(200, town.grids)].at(-1)).toEqual([...benchCases(200, benchTown(10_000).grids)].at(-1));
  const weights = benchTown(1_000_000).grids.map((g) => g.weight).toSorted((a, b) => b - a);
  expect((weights[0] ?? 0) / (weights[300] ?? 1)).toBeGreaterThan(15);
});
